"""How much waits in the tables, and since when the oldest does: numbers and moments, nobody's words."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from events.citizens import CitizenForgotten
from storage.letter_states import UNSENT, WAITING
from storage.tables.contributions import Contribution
from storage.tables.identity import Letter
from storage.tables.memory import Entry, Erasure, Head, Outgoing

AT_ONCE = 0  # the lane of letters that concern one person alone: at no hour have they a reason to wait


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many items wait, and since when the oldest does."""

    waiting: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is on its way through the tables; `letters` are those whose time has come, and that wait for nothing."""

    queue: Backlog
    letters: Backlog
    erasures: Backlog
    outbox: int
    record: int


async def waiting_of(engine: AsyncEngine, now: datetime) -> Waiting:
    queue = await backlog_of(engine)
    async with AsyncSession(engine) as session:
        return Waiting(
            queue=queue,
            letters=await _letters(session, now),
            erasures=await erasures_open(session),
            outbox=(await session.exec(select(func.count()).select_from(Outgoing))).one(),
            record=(await session.exec(select(Head.seq))).one(),
        )


async def backlog_of(engine: AsyncEngine, theme: str | None = None) -> Backlog:
    query = select(func.count(), func.min(col(Contribution.received_at))).where(Contribution.state == "waiting")
    if theme:
        query = query.where(Contribution.theme == theme)
    async with AsyncSession(engine) as session:
        waiting, oldest = (await session.exec(query)).one()
    return Backlog(waiting, oldest)


async def _letters(session: AsyncSession, now: datetime) -> Backlog:
    due = (col(Letter.state).in_((*WAITING, *UNSENT)), Letter.due_at <= now, Letter.lane == AT_ONCE)
    return Backlog(*(await session.exec(select(func.count(), func.min(col(Letter.due_at))).where(*due))).one())


async def erasures_open(session: AsyncSession) -> Backlog:
    """Return how many people are being erased, and when the oldest of them asked for it."""
    query = select(Entry.payload).join(Erasure, col(Erasure.fact) == col(Entry.fact))
    rows = (await session.exec(query.where(col(Erasure.done).is_(False)))).all()
    asked = [CitizenForgotten.model_validate_json(str(payload)).occurred_at for payload in rows]
    return Backlog(len(asked), min(asked, default=None))
