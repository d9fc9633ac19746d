"""Removals: what everybody could read is taken away by two persons, and its author may appeal."""

from uuid import UUID

from sqlmodel import col, select

from events.news import NewsAddressed
from events.removals import RemovalConfirmed, RemovalDropped, RemovalRequested
from storage.ledger import Handler, Refused, Work, each
from storage.tables.contributions import Contribution
from storage.tables.moderation import Removal
from workers import tidings
from workers.contributions import SUPPORTED
from workers.moderation import known, replies_to, tell
from workers.publications import colleagues

REQUESTED, CONFIRMED, DROPPED = "requested", "confirmed", "dropped"


async def request(work: Work, requested: RemovalRequested) -> None:
    """Ask the other moderators to agree; until one does, everything stays as it is."""
    item = await shown(work, requested.contribution)
    if await pending(work, item.id):
        raise Refused("removal_pending", ref=item.reference)
    work.session.add(
        Removal(
            id=requested.event_id,
            contribution=item.id,
            article=requested.article,
            requested_by=requested.by,
            requested_at=requested.occurred_at,
        )
    )
    asked = await colleagues(work, requested.by)
    for colleague in asked:
        work.emit(call_to_confirm(requested, item, colleague))
    work.settle(requested, "removal_requested", ref=item.reference, removal=str(requested.event_id), others=len(asked))


async def shown(work: Work, contribution: UUID) -> Contribution:
    """Return an admitted contribution. Refuses `unknown_contribution`, `decided`."""
    item = await known(work, contribution)
    if item.state != "admitted":
        raise Refused("decided", ref=item.reference, state=item.state)
    return item


async def pending(work: Work, contribution: UUID) -> Removal | None:
    query = select(Removal).where(Removal.contribution == contribution, col(Removal.state) == REQUESTED)
    return (await work.session.exec(query)).first()


def call_to_confirm(requested: RemovalRequested, item: Contribution, colleague: UUID) -> NewsAddressed:
    return NewsAddressed.following(
        requested,
        colleague,
        person=colleague,
        audience="moderator",
        wording="notice-removal-requested",
        params={"ref": item.reference, "article": requested.article},
        theme=item.theme,
        buttons=(("button-see", f"removal:{requested.event_id}"),),
    )


async def confirm(work: Work, confirmed: RemovalConfirmed) -> None:
    """Show it to nobody any more; who voted on it keeps the vote, which is not counted."""
    removal = await asked_for(work, confirmed.removal)
    if removal.requested_by == confirmed.by:
        raise Refused("second_person")
    item = await shown(work, removal.contribution)
    removal.state, removal.decided_by, removal.decided_at = CONFIRMED, confirmed.by, confirmed.occurred_at
    removal.admitted_by, removal.admitted_at = item.decided_by, item.decided_at
    item.state, item.article = "refused", removal.article
    item.decided_by, item.decided_at = confirmed.by, confirmed.occurred_at
    work.settle(confirmed, "removed", ref=item.reference, contribution=str(item.id), article=removal.article)
    tell(work, confirmed, item, "notice-removed", buttons=replies_to(item), article=removal.article)
    if item.kind in SUPPORTED:
        await tidings.spread(work, confirmed, item.theme, "gone", item.reference)


async def drop(work: Work, dropped: RemovalDropped) -> None:
    """Leave it where it is."""
    removal = await asked_for(work, dropped.removal)
    item = await known(work, removal.contribution)
    removal.state, removal.decided_by, removal.decided_at = DROPPED, dropped.by, dropped.occurred_at
    work.settle(dropped, "removal_dropped", ref=item.reference)


async def asked_for(work: Work, removal: UUID) -> Removal:
    """Return a request that nobody has answered. Refuses `unknown_removal`, `removal_settled`."""
    found = await work.session.get(Removal, removal)
    if found is None:
        raise Refused("unknown_removal")
    if found.state != REQUESTED:
        raise Refused("removal_settled")
    return found


def restore(item: Contribution, removal: Removal) -> None:
    """Show again what was removed a moment ago; the request waits as before."""
    item.state, item.article = "admitted", None
    item.decided_by, item.decided_at = removal.admitted_by, removal.admitted_at
    removal.state, removal.decided_by, removal.decided_at = REQUESTED, None, None
    removal.admitted_by, removal.admitted_at = None, None


def handlers() -> dict[str, Handler]:
    return {
        RemovalRequested.kind: each(request),
        RemovalConfirmed.kind: each(confirm),
        RemovalDropped.kind: each(drop),
    }
