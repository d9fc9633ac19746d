"""What a citizen has voted, statement by statement: for nobody's eyes but theirs."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.read_models.contributions import ContributionView, view
from storage.tables.contributions import Contribution
from storage.tables.votes import Vote

Cast = tuple[ContributionView, int]


async def cast_by(engine: AsyncEngine, citizen: UUID) -> tuple[Cast, ...]:
    """Return the statements that a citizen has voted on, each with the value, the newest vote first."""
    query = (
        select(Contribution, Vote.value)
        .join(Vote, col(Vote.statement) == Contribution.id)
        .where(Vote.citizen == citizen)
        .order_by(col(Vote.cast_at).desc(), Contribution.reference)
    )
    async with AsyncSession(engine) as session:
        return tuple((view(statement), value) for statement, value in (await session.exec(query)).all())
