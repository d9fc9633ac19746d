"""Live questions, as people in the room see them and as whoever leads the debate does."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, case, func, literal
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select

from deliberation.debates import LONGEST, takes_live
from deliberation.personal_data import mask
from storage.counts import BACKING
from storage.read_models.sessions import SessionView, sessions_of
from storage.read_models.themes import themes_of
from storage.tables.contributions import Contribution
from storage.tables.live import LiveQuestion
from storage.tables.sessions import Session
from storage.tables.votes import Support

ANSWERED, SHORTLISTED, ADMITTED, WAITING = "answered", "shortlisted", "admitted", "waiting"
FOR_LEADERS = (WAITING, SHORTLISTED, ADMITTED, ANSWERED)
FOR_ALL = (SHORTLISTED, ADMITTED, ANSWERED)


@dataclass(frozen=True, slots=True)
class LiveView:
    """A live question; `standing` is one of the words above. Personal data is masked once it is admitted."""

    id: UUID
    reference: str
    text: str
    standing: str
    supporters: int
    supported: bool
    mine: bool
    asked_at: datetime


async def live_of(engine: AsyncEngine, session: UUID, citizen: UUID | None) -> tuple[LiveView, ...]:
    """Return what was admitted, as everybody may read it: what is to be put next, then the most supported."""
    return await _of(engine, session, citizen, FOR_ALL)


async def live_for_leaders(engine: AsyncEngine, session: UUID) -> tuple[LiveView, ...]:
    """Return what waits to be admitted too, before all else."""
    return await _of(engine, session, None, FOR_LEADERS)


async def _of(engine: AsyncEngine, session: UUID, citizen: UUID | None, shown: tuple[str, ...]) -> tuple[LiveView, ...]:
    states = ["admitted", "waiting"] if WAITING in shown else ["admitted"]
    asked = select(col(LiveQuestion.contribution)).where(col(LiveQuestion.session) == session)
    supports = _supports(asked, citizen).subquery()
    query = (
        select(Contribution, LiveQuestion, supports.c.people, supports.c.own)
        .join(LiveQuestion, col(LiveQuestion.contribution) == col(Contribution.id))
        .join(supports, supports.c.question == col(Contribution.id), isouter=True)
        .where(col(LiveQuestion.session) == session, col(Contribution.state).in_(states))
    )
    async with engine.connect() as connection:
        rows = (await connection.execute(query)).all()
    return tuple(sorted((_view(row, citizen) for row in rows), key=lambda view: _place(view, shown)))


def _supports(asked: Any, citizen: UUID | None) -> Any:
    """Count the supports of questions, and say which a citizen supports; whoever leads a debate sees sums only."""
    if citizen is None:
        sums = select(BACKING.c.question, BACKING.c.people, literal(0).label("own"))
        return sums.where(BACKING.c.question.in_(asked))
    own = func.max(case((col(Support.citizen) == citizen, 1), else_=0)).label("own")
    counted: Any = select(col(Support.question).label("question"), func.count().label("people"), own)
    return counted.where(col(Support.question).in_(asked)).group_by(col(Support.question))


def _place(view: LiveView, shown: tuple[str, ...]) -> tuple[int, int, datetime, str]:
    """Order by standing; what is neither chosen nor decided on yet by support, all else by age."""
    supporters = view.supporters if view.standing == ADMITTED else 0
    return shown.index(view.standing), -supporters, view.asked_at, view.reference


def _view(row: Row[Any], citizen: UUID | None) -> LiveView:
    standing = _standing(row)
    return LiveView(
        id=row.id,
        reference=row.reference,
        text=row.text if standing == WAITING else mask(row.text).text,
        standing=standing,
        supporters=row.people or 0,
        supported=bool(row.own),
        mine=row.author == citizen,
        asked_at=row.received_at,
    )


def _standing(row: Row[Any]) -> str:
    if row.state != "admitted":
        return WAITING
    if row.answered_at is not None:
        return ANSWERED
    return ADMITTED if row.shortlisted_at is None else SHORTLISTED


async def live_debates(engine: AsyncEngine, now: datetime) -> tuple[SessionView, ...]:
    """Return the debates that take live questions now, soonest first."""
    phases = {theme.slug: theme.phase for theme in await themes_of(engine)}
    return tuple(
        each
        for each in await sessions_of(engine, after=now - LONGEST)
        if not each.cancelled
        and each.theme in phases
        and takes_live(phases[each.theme], each.starts_at, each.minutes, now)
    )


async def fate_of(engine: AsyncEngine, contribution: UUID) -> tuple[str, str] | None:
    """Return what became of an admitted live question (admitted, shortlisted, answered), and the debate's title."""
    query = (
        select(Contribution.state, LiveQuestion.shortlisted_at, LiveQuestion.answered_at, Session.title)
        .join(LiveQuestion, col(LiveQuestion.contribution) == col(Contribution.id))
        .join(Session, col(Session.id) == col(LiveQuestion.session))
        .where(col(Contribution.id) == contribution, Contribution.state == "admitted")
    )
    async with engine.connect() as connection:
        row = (await connection.execute(query)).one_or_none()
    return (_standing(row), row.title) if row else None
