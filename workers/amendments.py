"""What moderators change in an agenda before it is published: an item is pinned, dropped, retitled, or left as it was.

Of one question stands the last thing decided about its place, and the last about its title.
"""

from sqlalchemy import func
from sqlmodel import col, select

from events.amendments import AgendaAmendmentUndone, AgendaItemDropped, AgendaItemPinned, AgendaItemRetitled
from storage.ledger import Handler, Refused, Work, each
from storage.tables.contributions import Contribution
from storage.tables.results import Amendment

Amending = AgendaItemPinned | AgendaItemDropped | AgendaItemRetitled


async def pin(work: Work, pinned: AgendaItemPinned) -> None:
    await amend(work, pinned, "place", "pinned")


async def drop(work: Work, dropped: AgendaItemDropped) -> None:
    await amend(work, dropped, "place", "dropped", dropped.reason)


async def retitle(work: Work, retitled: AgendaItemRetitled) -> None:
    await amend(work, retitled, "title", "retitled", retitled.title)


async def undo(work: Work, undone: AgendaAmendmentUndone) -> None:
    standing = await work.session.get(Amendment, (undone.question, undone.amended))
    if standing is None:
        raise Refused("nothing_to_undo")
    await work.session.delete(standing)
    work.settle(undone, "amendment_undone")


async def amend(work: Work, act: Amending, amended: str, what: str, words: str = "") -> None:
    """Note what is decided about an item. Refuses `unknown_contribution`, `not_admitted`."""
    item = await work.session.get(Contribution, act.question)
    if item is None or item.kind != "question":
        raise Refused("unknown_contribution")
    if item.state != "admitted":
        raise Refused("not_admitted", ref=item.reference)
    standing = await work.session.get(Amendment, (item.id, amended))
    if standing is None:
        standing = Amendment(question=item.id, amended=amended, theme=item.theme, what=what, turn=0)
        work.session.add(standing)
    standing.what, standing.words, standing.turn = what, words, await last_turn(work, item.theme) + 1
    work.settle(act, what, ref=item.reference, theme=item.theme)


async def last_turn(work: Work, theme: str) -> int:
    query = select(func.max(Amendment.turn)).where(col(Amendment.theme) == theme)
    return (await work.session.exec(query)).one() or 0


def handlers() -> dict[str, Handler]:
    return {
        AgendaItemPinned.kind: each(pin),
        AgendaItemDropped.kind: each(drop),
        AgendaItemRetitled.kind: each(retitle),
        AgendaAmendmentUndone.kind: each(undo),
    }
