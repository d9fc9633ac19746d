"""The queue: items leased to one moderator at a time, decided in one tap; appeals come first."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, func, or_
from sqlmodel import col, select

from events.base import Event, Param
from events.moderation import (
    BatchRequested,
    ContributionAdmitted,
    ContributionMerged,
    ContributionRefused,
    ItemRequested,
    ItemSkipped,
)
from events.news import NewsAddressed
from storage.ledger import Handler, Refused, Work, each
from storage.tables.contributions import Contribution, Lease, Skip
from storage.tables.moderation import Appeal
from workers.decisions import CHUNK, by_ids

Decision = ContributionAdmitted | ContributionRefused | ContributionMerged

LEASE = timedelta(minutes=10)
# What an author can do about a refusal, by one tap: (wording, wish of the citizen bot).
REPLIES = (("button-amend", "ma"), ("button-appeal", "mp"))


async def lease(work: Work, requested: ItemRequested) -> None:
    """Put an appeal, or else the oldest waiting item, that is in nobody's hands into this moderator's."""
    item = await next_item(work, requested) or await next_item(work, requested, skipped_too=True)
    if item is None:
        work.settle(requested, "queue_empty", theme=requested.theme)
        return
    await hold(work, [item.id], requested.by, requested.occurred_at + LEASE)
    work.settle(
        requested, "leased", contribution=str(item.id), ref=item.reference, waiting=await waiting(work, requested.theme)
    )


async def next_item(work: Work, requested: ItemRequested, *, skipped_too: bool = False) -> Contribution | None:
    elsewhere = select(Lease.contribution).where(Lease.until > requested.occurred_at, Lease.member != requested.by)
    skipped = select(Skip.contribution).where(Skip.member == requested.by)
    query = select(Contribution).where(open_to(requested.by), col(Contribution.id).not_in(elsewhere))
    if requested.theme:
        query = query.where(Contribution.theme == requested.theme)
    if not skipped_too:
        query = query.where(col(Contribution.id).not_in(skipped))
    by_number = func.length(Contribution.reference), col(Contribution.reference)
    appeals_first = col(Contribution.state) == "waiting"
    ordered = query.order_by(appeals_first, col(Contribution.received_at), *by_number).limit(1)
    return (await work.session.exec(ordered)).one_or_none()


def open_to(member: UUID) -> ColumnElement[bool]:
    """Return the condition for what a moderator may decide: not what they entered, nor an appeal against them."""
    not_entered = or_(col(Contribution.entered_by).is_(None), col(Contribution.entered_by) != member)
    impartial = [or_(col(who).is_(None), col(who) != member) for who in (Appeal.against, Appeal.beside)]
    appealed = select(Appeal.contribution).where(Appeal.outcome == "open", *impartial)
    return or_(
        and_(col(Contribution.state) == "waiting", not_entered),
        and_(col(Contribution.state) == "refused", col(Contribution.id).in_(appealed)),
    )


def in_queue(theme: str | None) -> list[ColumnElement[bool]]:
    """Return the conditions for waiting items, of one theme or of all."""
    waits = [col(Contribution.state) == "waiting"]
    return [*waits, col(Contribution.theme) == theme] if theme else waits


async def hold(work: Work, contributions: Sequence[UUID], member: UUID, until: datetime) -> None:
    """Lease items to a moderator, who lets go of what they held before."""
    await work.session.exec(
        delete(Lease).where(or_(col(Lease.member) == member, col(Lease.contribution).in_(contributions)))
    )
    work.session.add_all([Lease(contribution=each_, member=member, until=until) for each_ in contributions])


async def lease_batch(work: Work, requested: BatchRequested) -> None:
    """Put what still waits, of a list, and is in nobody else's hands into this moderator's."""
    until, wanted = requested.occurred_at + LEASE, set(requested.contributions)
    held = select(Lease.contribution).where(Lease.until > requested.occurred_at, Lease.member != requested.by)
    elsewhere = set((await work.session.exec(held.where(col(Lease.contribution).in_(wanted)))).all())
    free = [
        item.id
        for item in await by_ids(work, Contribution, wanted - elsewhere)
        if item.state == "waiting" and item.entered_by != requested.by
    ]
    await hold(work, free, requested.by, until)
    work.settle(requested, "batch_leased", held=len(free), until=until.isoformat())


async def waiting(work: Work, theme: str | None) -> int:
    query = select(func.count()).select_from(Contribution).where(*in_queue(theme))
    return (await work.session.exec(query)).one()


async def skip(work: Work, skipped: ItemSkipped) -> None:
    item = await known(work, skipped.contribution)
    mine = col(Lease.member) == skipped.by  # the card may be old, and the item in somebody else's hands by now
    await work.session.exec(delete(Lease).where(col(Lease.contribution) == item.id, mine))
    if await work.session.get(Skip, (item.id, skipped.by)) is None:
        work.session.add(Skip(contribution=item.id, member=skipped.by))
    work.settle(skipped, "skipped", ref=item.reference)


def at_once(decision: Callable[[Work, Any], Awaitable[None]]) -> Handler:
    """Return a handler that reads what a batch decides on at once, and takes it out of all hands at the end."""

    async def handle(work: Work, decisions: Sequence[Decision]) -> None:
        items = await by_ids(work, Contribution, {made.contribution for made in decisions})
        await each(decision)(work, decisions)
        await unlease(work, *(item.id for item in items if item.state != "waiting"))

    return handle


async def admit(work: Work, admitted: ContributionAdmitted) -> None:
    item = await undecided(work, admitted)
    decide(work, admitted, item, "admitted")
    await replace_amended(work, item)
    tell(work, admitted, item, "notice-admitted")


async def replace_amended(work: Work, item: Contribution) -> None:
    """Put a new version in the place of the one it says anew; votes stay with the text they were given to."""
    former = await work.session.get(Contribution, item.amends) if item.amends else None
    if former and former.state == "admitted":
        former.state, former.merged_into = "merged", item.id


async def give_back_amended(work: Work, item: Contribution) -> None:
    """Show the former version again, of which this one no longer takes the place."""
    former = await work.session.get(Contribution, item.amends) if item.amends else None
    if former and former.merged_into == item.id:
        former.state, former.merged_into = "admitted", None


async def refuse(work: Work, refused: ContributionRefused) -> None:
    """Refuse under a charter article, which the author is told."""
    item = await undecided(work, refused)
    item.article = refused.article
    decide(work, refused, item, "refused", article=refused.article)
    tell(work, refused, item, "notice-refused", buttons=replies_to(item), article=refused.article)


def replies_to(item: Contribution) -> tuple[tuple[str, str], ...]:
    """Return what an author can do about a decision; a debate has gone on before its question could be said anew."""
    return REPLIES if item.kind != "live" else REPLIES[1:]


async def merge(work: Work, merged: ContributionMerged) -> None:
    """Put an item beside an admitted one of its kind and theme; both texts are kept, no vote moves."""
    item = await undecided(work, merged)
    target = await known(work, merged.into)
    if (target.theme, target.kind, target.state) != (item.theme, item.kind, "admitted"):
        raise Refused("merge", ref=item.reference, into=target.reference)
    item.merged_into = target.id
    decide(work, merged, item, "merged", into=target.reference)
    tell(work, merged, item, "notice-merged", into=target.reference)


async def known(work: Work, contribution: UUID) -> Contribution:
    item = await work.session.get(Contribution, contribution)
    if item is None:
        raise Refused("unknown_contribution")
    return item


async def undecided(work: Work, decision: Decision) -> Contribution:
    """Return what waits for a decision. Refuses `decided`, and `own_entry` to who typed it for somebody."""
    item = await known(work, decision.contribution)
    if item.state != "waiting":
        raise Refused("decided", ref=item.reference, state=item.state)
    if decision.by and item.entered_by == decision.by:
        raise Refused("own_entry", ref=item.reference)
    return item


def decide(work: Work, act: Decision, item: Contribution, state: str, **params: Param) -> None:
    item.state, item.decided_by, item.decided_at = state, act.by, act.occurred_at
    work.settle(act, state, ref=item.reference, contribution=str(item.id), **params)


async def unlease(work: Work, *contributions: UUID) -> None:
    for start in range(0, len(contributions), CHUNK):
        portion = contributions[start : start + CHUNK]
        await work.session.exec(delete(Lease).where(col(Lease.contribution).in_(portion)))


def tell(
    work: Work,
    cause: Event,
    item: Contribution,
    wording: str,
    *,
    buttons: Sequence[tuple[str, str]] = (),
    **params: Param,
) -> None:
    """Tell the author what became of their words; who has no chat is left alone. Each button gets the reference."""
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
            buttons=tuple((label, f"{wish}:{item.reference}") for label, wish in buttons),
        )
    )


def handlers() -> dict[str, Handler]:
    return {
        ItemRequested.kind: each(lease),
        BatchRequested.kind: each(lease_batch),
        ItemSkipped.kind: each(skip),
        ContributionAdmitted.kind: at_once(admit),
        ContributionRefused.kind: at_once(refuse),
        ContributionMerged.kind: at_once(merge),
    }
