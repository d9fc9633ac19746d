"""A decision taken back within half a minute, by whoever made it: from the queue, about an appeal, or of a removal."""

from datetime import datetime, timedelta
from uuid import UUID

from events.moderation import DecisionUndone
from storage.ledger import Handler, Refused, Work, each
from storage.tables.contributions import Contribution
from storage.tables.moderation import Appeal
from workers import appeals, removals
from workers.moderation import LEASE, give_back_amended, hold, known, tell

UNDO = timedelta(seconds=30)


async def undo(work: Work, undone: DecisionUndone) -> None:
    """Take the last decision about a contribution back. Refuses `not_yours`, `too_late`."""
    item = await known(work, undone.contribution)
    appeal = last_word(item, await appeals.newest_of(work, item.id))
    check(undone, item, *((appeal.decided_by, appeal.decided_at) if appeal else (item.decided_by, item.decided_at)))
    removal = None if appeal else await appeals.removal_of(work, item)
    await give_back_amended(work, item)
    if removal:
        removals.restore(item, removal)
        await appeals.forget(work, item.id)
        return taken_back(work, undone, item, "notice-removal-undone")
    if appeal:
        appeals.reopen(item, appeal)
    else:
        await begin_again(work, item)
    await hold(work, [item.id], undone.by, undone.occurred_at + LEASE)
    return taken_back(work, undone, item, "notice-reconsidered")


def last_word(item: Contribution, newest: Appeal | None) -> Appeal | None:
    """Return the appeal whose judgement is the last decision about a contribution, if one is."""
    if newest is None or newest.decided_at is None or item.decided_at is None:
        return None
    return newest if newest.decided_at >= item.decided_at else None


def check(undone: DecisionUndone, item: Contribution, by: UUID | None, at: datetime | None) -> None:
    if by != undone.by or at is None or item.state == "withdrawn":
        raise Refused("not_yours", ref=item.reference)
    if undone.occurred_at - at > UNDO:
        raise Refused("too_late", ref=item.reference)


async def begin_again(work: Work, item: Contribution) -> None:
    """Put an item back into the queue."""
    item.state, item.article, item.merged_into = "waiting", None, None
    item.decided_by, item.decided_at = None, None
    await appeals.forget(work, item.id)


def taken_back(work: Work, undone: DecisionUndone, item: Contribution, wording: str) -> None:
    work.settle(undone, "undone", ref=item.reference, contribution=str(item.id))
    tell(work, undone, item, wording)


def handlers() -> dict[str, Handler]:
    return {DecisionUndone.kind: each(undo)}
