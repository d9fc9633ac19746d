"""Contributions of people without a chat: a member of the team enters them, a colleague decides about them."""

from deliberation.legible import legible
from events.contributions import ContributionEntered, EntryWithdrawn
from storage.ledger import Handler, Refused, Work, each
from storage.redaction import NOBODY
from storage.tables.contributions import Contribution
from storage.tables.people import Citizen
from workers.contributions import ACTIONS, LETTERS, check_length, put_away
from workers.decisions import open_theme
from workers.languages import language_of

PAPER = "paper"


async def enter(work: Work, entered: ContributionEntered) -> None:
    """Give a contribution its reference, under a pseudonym and with the place where it was given."""
    theme = await open_theme(work, entered.theme, ACTIONS[entered.what])
    text = legible(entered.text)
    if entered.place != NOBODY:  # else it was erased, and is worked again
        check_length(entered.what, text)
    author = await participant_on_paper(work, entered)
    spoken = await language_of(work, text, author, theme)
    reference = await work.number(LETTERS[entered.what])
    work.session.add(
        Contribution(
            id=entered.event_id,
            reference=reference,
            kind=entered.what,
            theme=theme.slug,
            author=author.id,
            text=text,
            language=spoken.code,
            language_confidence=spoken.confidence,
            language_source=spoken.source,
            received_at=entered.occurred_at,
            origin=f"{PAPER}:{entered.place}",
            entered_by=entered.by,
        )
    )
    work.settle(entered, "entered", ref=reference, kind=entered.what, theme=theme.slug)


async def participant_on_paper(work: Work, entered: ContributionEntered) -> Citizen:
    """Return whom a pseudonym stands for. Refuses `stranger` for anybody who takes part without our help."""
    known = await work.session.get(Citizen, entered.citizen)
    if known is None:
        known = Citizen(id=entered.citizen, origin=PAPER, joined_at=entered.occurred_at)
        work.session.add(known)
    elif known.origin != PAPER:
        raise Refused("stranger")
    return known


async def withdraw(work: Work, withdrawn: EntryWithdrawn) -> None:
    """Take back what was entered for somebody who wishes so. Refuses `not_entered` for what came through the chat."""
    item = await work.session.get(Contribution, withdrawn.contribution)
    if item is None:
        raise Refused("unknown_contribution")
    if item.entered_by is None:
        raise Refused("not_entered", ref=item.reference)
    await put_away(work, withdrawn, item)
    work.settle(withdrawn, "withdrawn", ref=item.reference)


def handlers() -> dict[str, Handler]:
    return {ContributionEntered.kind: each(enter), EntryWithdrawn.kind: each(withdraw)}
