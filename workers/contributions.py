"""Questions, opinions and testimonies: received under a public reference, said anew, or withdrawn."""

from collections.abc import Sequence

from sqlalchemy import delete, or_
from sqlmodel import col, select

from deliberation.legible import legible
from deliberation.lengths import LENGTHS, says_something
from events.base import Event
from events.contributions import Contribution as Given
from events.contributions import ContributionWithdrawn, OpinionGiven, QuestionAsked, TestimonyGiven
from storage.ledger import Handler, Refused, Work, each
from storage.tables.contributions import Contribution, Lease
from storage.tables.people import Citizen
from storage.tables.themes import Theme
from workers import tidings
from workers.decisions import by_ids, heard, open_theme, own
from workers.languages import language_of, said_with

LETTERS = {"question": "Q", "opinion": "O", "testimony": "T", "live": "L"}
SUPPORTED = frozenset({"question", "live"})  # kinds that others support
ACTIONS = {"question": "ask", "opinion": "give_opinion", "testimony": "testify"}


async def receive_all(work: Work, given: Sequence[Given]) -> None:
    """Receive a batch, whose people are read at once."""
    work.hold(*await by_ids(work, Citizen, {one.citizen for one in given}))
    await each(receive)(work, given)


async def receive(work: Work, given: Given) -> None:
    """Give a contribution its reference and its place in the queue."""
    author = await heard(work, given.citizen)
    await take_in(work, given, author, await open_theme(work, given.theme, ACTIONS[kind_of(given)]))


def kind_of(given: Given) -> str:
    return given.kind.split(".", 1)[0]


async def take_in(work: Work, given: Given, author: Citizen, theme: Theme) -> None:
    """Write words down as they may be shown, under the next reference of their kind. Refuses `length`, `empty`."""
    kind, text = kind_of(given), legible(given.text)
    if not text:
        raise Refused("empty", kind=kind)
    if given.origin == "chat":
        check_length(kind, text)
    if given.amends:
        await take_out_of_queue(work, await amended(work, given, kind))
    spoken = said_with(given) or await language_of(work, text, author, theme)
    reference = await work.number(LETTERS[kind])
    work.session.add(
        Contribution(
            id=given.event_id,
            reference=reference,
            kind=kind,
            theme=theme.slug,
            author=given.citizen,
            text=text,
            language=spoken.code,
            language_confidence=spoken.confidence,
            language_source=spoken.source,
            received_at=given.occurred_at,
            origin=given.origin,
            amends=given.amends,
        )
    )
    work.settle(given, "received", ref=reference, kind=kind, theme=theme.slug)


def check_length(kind: str, text: str) -> None:
    """Refuse `length` and `empty`: the bots say so earlier, but whoever publishes is not trusted."""
    least, most = LENGTHS[kind]
    if not says_something(text):
        raise Refused("empty", kind=kind)
    if not least <= len(text) <= most:
        raise Refused("length", kind=kind, least=least, most=most, length=len(text))


async def amended(work: Work, given: Given, kind: str) -> Contribution:
    """Return what its author says anew. Refuses `decided`, and `amend` for another kind or theme."""
    former = await own(work, given.amends, given.citizen)
    if (former.kind, former.theme) != (kind, given.theme):
        raise Refused("amend", ref=former.reference)
    if former.state in {"merged", "withdrawn"}:
        raise Refused("decided", ref=former.reference, state=former.state)
    return former


async def take_out_of_queue(work: Work, former: Contribution) -> None:
    """Withdraw what still waits of a contribution that is said anew: its author wants the newest words decided on."""
    versions = or_(col(Contribution.id) == former.id, col(Contribution.amends) == former.id)
    query = select(Contribution).where(versions, Contribution.state == "waiting")
    for version in (await work.session.exec(query)).all():
        version.state = "withdrawn"
        await work.session.exec(delete(Lease).where(col(Lease.contribution) == version.id))


async def withdraw(work: Work, withdrawn: ContributionWithdrawn) -> None:
    """Take a contribution back for its author; it is shown to nobody from then on."""
    found = await own(work, withdrawn.contribution, withdrawn.citizen)
    await put_away(work, withdrawn, found)
    work.settle(withdrawn, "withdrawn", ref=found.reference)


async def put_away(work: Work, cause: Event, found: Contribution) -> None:
    """Show a contribution to nobody any more. Refuses `decided` where that was done before."""
    if found.state == "withdrawn":
        raise Refused("decided", ref=found.reference, state=found.state)
    shown, found.state = found.state == "admitted", "withdrawn"
    if lease := await work.session.get(Lease, found.id):
        await work.session.delete(lease)
    if shown and found.kind in SUPPORTED:
        await tidings.spread(work, cause, found.theme, "gone", found.reference)


def handlers() -> dict[str, Handler]:
    given = dict.fromkeys((QuestionAsked.kind, OpinionGiven.kind, TestimonyGiven.kind), receive_all)
    return {**given, ContributionWithdrawn.kind: each(withdraw)}
