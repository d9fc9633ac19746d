"""The queue: items leased to one moderator at a time, decided in one tap, undone within half a minute."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, or_
from sqlmodel import col, select

from events.base import Event, Param
from events.moderation import (
    ContributionAdmitted,
    ContributionMerged,
    ContributionRefused,
    DecisionUndone,
    ItemRequested,
    ItemSkipped,
)
from events.news import NewsAddressed
from storage.ledger import Handler, Refused, Work, each
from storage.tables.contributions import Contribution, Lease, Skip
from workers.decisions import authorised

LEASE = timedelta(minutes=10)
UNDO = timedelta(seconds=30)


async def lease(work: Work, requested: ItemRequested) -> None:
    """Put the oldest waiting item that is in nobody's hands into this moderator's."""
    await authorised(work, requested.by)
    item = await next_item(work, requested) or await next_item(work, requested, skipped_too=True)
    if item is None:
        work.settle(requested, "queue_empty", theme=requested.theme)
        return
    await hold(work, item.id, requested.by, requested.occurred_at + LEASE)
    work.settle(
        requested, "leased", contribution=str(item.id), ref=item.reference, waiting=await waiting(work, requested.theme)
    )


async def next_item(work: Work, requested: ItemRequested, *, skipped_too: bool = False) -> Contribution | None:
    elsewhere = select(Lease.contribution).where(Lease.until > requested.occurred_at, Lease.member != requested.by)
    skipped = select(Skip.contribution).where(Skip.member == requested.by)
    query = select(Contribution).where(*in_queue(requested.theme), col(Contribution.id).not_in(elsewhere))
    if not skipped_too:
        query = query.where(col(Contribution.id).not_in(skipped))
    by_number = func.length(Contribution.reference), col(Contribution.reference)
    ordered = query.order_by(col(Contribution.received_at), *by_number).limit(1)
    return (await work.session.exec(ordered)).one_or_none()


def in_queue(theme: str | None) -> list[ColumnElement[bool]]:
    """Return the conditions for waiting items, of one theme or of all."""
    waits = [col(Contribution.state) == "waiting"]
    return [*waits, col(Contribution.theme) == theme] if theme else waits


async def hold(work: Work, contribution: UUID, member: UUID, until: datetime) -> None:
    """Lease an item to a moderator, who holds one at a time."""
    await work.session.exec(
        delete(Lease).where(or_(col(Lease.member) == member, col(Lease.contribution) == contribution))
    )
    work.session.add(Lease(contribution=contribution, member=member, until=until))


async def waiting(work: Work, theme: str | None) -> int:
    query = select(func.count()).select_from(Contribution).where(*in_queue(theme))
    return (await work.session.exec(query)).one()


async def skip(work: Work, skipped: ItemSkipped) -> None:
    await authorised(work, skipped.by)
    item = await known(work, skipped.contribution)
    mine = col(Lease.member) == skipped.by  # the card may be old, and the item in somebody else's hands by now
    await work.session.exec(delete(Lease).where(col(Lease.contribution) == item.id, mine))
    if await work.session.get(Skip, (item.id, skipped.by)) is None:
        work.session.add(Skip(contribution=item.id, member=skipped.by))
    work.settle(skipped, "skipped", ref=item.reference)


async def admit(work: Work, admitted: ContributionAdmitted) -> None:
    await authorised(work, admitted.by)
    item = await undecided(work, admitted.contribution)
    await decide(work, admitted, item, "admitted")
    tell(work, admitted, item, "notice-admitted")


async def refuse(work: Work, refused: ContributionRefused) -> None:
    """Refuse under a charter article, which the author is told."""
    await authorised(work, refused.by)
    item = await undecided(work, refused.contribution)
    item.article = refused.article
    await decide(work, refused, item, "refused", article=refused.article)
    tell(work, refused, item, "notice-refused", article=refused.article)


async def merge(work: Work, merged: ContributionMerged) -> None:
    """Put an item beside an admitted one of its kind and theme; both texts are kept, no vote moves."""
    await authorised(work, merged.by)
    item = await undecided(work, merged.contribution)
    target = await known(work, merged.into)
    if (target.theme, target.kind, target.state) != (item.theme, item.kind, "admitted"):
        raise Refused("merge", ref=item.reference, into=target.reference)
    item.merged_into = target.id
    await decide(work, merged, item, "merged", into=target.reference)
    tell(work, merged, item, "notice-merged", into=target.reference)


async def undo(work: Work, undone: DecisionUndone) -> None:
    """Put an item back into the queue, for whoever decided it and while it is fresh."""
    await authorised(work, undone.by)
    item = await known(work, undone.contribution)
    if item.decided_by != undone.by or item.decided_at is None or item.state == "withdrawn":
        raise Refused("not_yours", ref=item.reference)
    if undone.occurred_at - item.decided_at > UNDO:
        raise Refused("too_late", ref=item.reference)
    item.state, item.article, item.merged_into = "waiting", None, None
    item.decided_by, item.decided_at = None, None
    await hold(work, item.id, undone.by, undone.occurred_at + LEASE)
    work.settle(undone, "undone", ref=item.reference, contribution=str(item.id))
    tell(work, undone, item, "notice-reconsidered")


async def known(work: Work, contribution: UUID) -> Contribution:
    item = await work.session.get(Contribution, contribution)
    if item is None:
        raise Refused("unknown_contribution")
    return item


async def undecided(work: Work, contribution: UUID) -> Contribution:
    item = await known(work, contribution)
    if item.state != "waiting":
        raise Refused("decided", ref=item.reference, state=item.state)
    return item


async def decide(
    work: Work,
    act: ContributionAdmitted | ContributionRefused | ContributionMerged,
    item: Contribution,
    state: str,
    **params: Param,
) -> None:
    item.state, item.decided_by, item.decided_at = state, act.by, act.occurred_at
    await unlease(work, item.id)
    work.settle(act, state, ref=item.reference, contribution=str(item.id), **params)


async def unlease(work: Work, contribution: UUID) -> None:
    await work.session.exec(delete(Lease).where(col(Lease.contribution) == contribution))


def tell(work: Work, cause: Event, item: Contribution, wording: str, **params: Param) -> None:
    """Tell the author what became of their words; imported authors have no chat and are left alone."""
    if item.origin != "chat":
        return
    work.emit(
        NewsAddressed.following(
            cause,
            person=item.author,
            audience="citizen",
            wording=wording,
            params={"ref": item.reference, "kind": item.kind, **params},
            theme=item.theme,
        )
    )


def handlers() -> dict[str, Handler]:
    return {
        ItemRequested.kind: each(lease),
        ItemSkipped.kind: each(skip),
        ContributionAdmitted.kind: each(admit),
        ContributionRefused.kind: each(refuse),
        ContributionMerged.kind: each(merge),
        DecisionUndone.kind: each(undo),
    }
