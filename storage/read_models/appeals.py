"""Appeals and removals, as their authors and the moderators see them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.read_models.contributions import ContributionView, view
from storage.tables.contributions import Contribution
from storage.tables.moderation import Appeal, Removal


@dataclass(frozen=True, slots=True)
class AppealView:
    """The newest appeal for a contribution; `outcome` is open, upheld or overturned, `reason` is for moderators."""

    reason: str
    outcome: str
    article: int | None
    decision_at: datetime
    lodged_at: datetime
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class RemovalView:
    """A request to remove something; `state` is requested, confirmed or dropped."""

    id: UUID
    item: ContributionView
    article: int
    requested_by: UUID
    state: str


async def appeal_of(engine: AsyncEngine, contribution: UUID) -> AppealView | None:
    query = select(Appeal).where(Appeal.contribution == contribution).order_by(col(Appeal.lodged_at).desc()).limit(1)
    async with AsyncSession(engine) as session:
        found = (await session.exec(query)).one_or_none()
    if found is None:
        return None
    return AppealView(
        reason=found.reason,
        outcome=found.outcome,
        article=found.article,
        decision_at=found.decision_at,
        lodged_at=found.lodged_at,
        decided_at=found.decided_at,
    )


async def appeals_waiting(engine: AsyncEngine, *, against: UUID | None = None) -> int:
    """Count open appeals, or those that are against this member's own decisions."""
    query = (
        select(func.count())
        .select_from(Appeal)
        .join(Contribution, col(Contribution.id) == Appeal.contribution)
        .where(Appeal.outcome == "open", Contribution.state == "refused")
    )
    if against:
        query = query.where(or_(col(Appeal.against) == against, col(Appeal.beside) == against))
    async with AsyncSession(engine) as session:
        return (await session.exec(query)).one()


async def removal_by_id(engine: AsyncEngine, removal: UUID) -> RemovalView | None:
    async with AsyncSession(engine) as session:
        found = await session.get(Removal, removal)
        item = await session.get(Contribution, found.contribution) if found else None
    return _removal(found, item) if found and item else None


async def removals_requested(engine: AsyncEngine) -> tuple[RemovalView, ...]:
    """Return the requests that nobody has answered, oldest first; what is no longer shown needs no answer."""
    query = (
        select(Removal, Contribution)
        .join(Contribution, col(Contribution.id) == Removal.contribution)
        .where(Removal.state == "requested", Contribution.state == "admitted")
        .order_by(col(Removal.requested_at))
    )
    async with AsyncSession(engine) as session:
        return tuple(_removal(removal, item) for removal, item in (await session.exec(query)).all())


def _removal(found: Removal, item: Contribution) -> RemovalView:
    return RemovalView(found.id, view(item), found.article, found.requested_by, found.state)
