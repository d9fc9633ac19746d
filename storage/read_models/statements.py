"""The statements a citizen may vote on, one at a time."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import exists, func
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.tables.contributions import Contribution
from storage.tables.votes import Vote


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement to vote on; the reader has voted on `done` of `total`."""

    id: UUID
    reference: str
    text: str
    done: int
    total: int


async def next_statement(engine: AsyncEngine, theme: str, citizen: UUID) -> StatementView | None:
    """Return the admitted statement with the fewest votes that this citizen has not voted on, or None."""
    stands = (Contribution.theme == theme, Contribution.kind == "opinion", Contribution.state == "admitted")
    voted = exists().where(col(Vote.statement) == Contribution.id, col(Vote.citizen) == citizen)
    attention = select(func.count()).select_from(Vote).where(Vote.statement == Contribution.id).scalar_subquery()
    query = select(Contribution).where(*stands, ~voted).order_by(attention, col(Contribution.received_at)).limit(1)
    async with AsyncSession(engine) as session:
        found = (await session.exec(query)).one_or_none()
        total = (await session.exec(select(func.count()).select_from(Contribution).where(*stands))).one()
        done = (await session.exec(select(func.count()).select_from(Contribution).where(*stands, voted))).one()
    return StatementView(found.id, found.reference, found.text, done, total) if found else None


async def vote_of(engine: AsyncEngine, statement: UUID, citizen: UUID) -> int | None:
    """Return a citizen's own vote on a statement; nobody else's is ever returned."""
    async with AsyncSession(engine) as session:
        vote = await session.get(Vote, (citizen, statement))
    return vote.value if vote else None


async def votes_of(engine: AsyncEngine, theme: str, citizen: UUID) -> int:
    """Return on how many statements of a theme a citizen has voted."""
    async with AsyncSession(engine) as session:
        query = select(func.count()).select_from(Vote).where(Vote.theme == theme, Vote.citizen == citizen)
        return (await session.exec(query)).one()
