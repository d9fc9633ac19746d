"""Debates with their seats; citizens see numbers, never who comes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.tables.appointments import Appointment
from storage.tables.sessions import Seat, Session


@dataclass(frozen=True, slots=True)
class SessionView:
    """A debate; `mine` is the reader's seat (seated, waiting, offered) or None, `position` their place in line."""

    id: UUID
    reference: str
    theme: str
    title: str
    starts_at: datetime
    minutes: int
    place: str
    capacity: int
    seated: int
    waiting: int
    mine: str | None
    position: int | None
    sequence: int = 0  # how often it was moved or cancelled
    cancelled: bool = False
    offered: int = 0  # of the seats that are taken: kept for somebody who has not answered yet

    @property
    def coming(self) -> int:
        """Return how many come: neither those who wait nor those who are being asked."""
        return self.seated - self.offered

    @property
    def free(self) -> int:
        return max(0, self.capacity - self.seated)


@dataclass(frozen=True, slots=True)
class SignUpView:
    """One sign-up as organisers see it: a person without a name, in the order in which they asked."""

    citizen: UUID
    state: str
    since: datetime


async def sessions_of(
    engine: AsyncEngine, theme: str | None = None, *, citizen: UUID | None = None, after: datetime | None = None
) -> tuple[SessionView, ...]:
    """Return the debates of a theme (or of all), soonest first; `after` leaves out those that began before it."""
    query = select(Session).order_by(col(Session.starts_at), col(Session.reference))
    if theme:
        query = query.where(Session.theme == theme)
    if after:
        query = query.where(col(Session.starts_at) > after)
    async with AsyncSession(engine) as session:
        debates = (await session.exec(query)).all()
        return tuple([view(debate, await _seats(session, debate.id), citizen) for debate in debates])


async def session_by_reference(
    engine: AsyncEngine, reference: str, *, citizen: UUID | None = None
) -> SessionView | None:
    async with AsyncSession(engine) as session:
        query = select(Session).where(Session.reference == reference.strip().upper())
        debate = (await session.exec(query)).one_or_none()
        return view(debate, await _seats(session, debate.id), citizen) if debate else None


async def signups_of(engine: AsyncEngine, session_id: UUID) -> tuple[SignUpView, ...]:
    async with AsyncSession(engine) as session:
        return tuple(SignUpView(seat.citizen, seat.state, seat.since) for seat in await _seats(session, session_id))


async def reminders_of(engine: AsyncEngine, session_id: UUID) -> tuple[datetime, ...]:
    """Return when those who come to a debate are still to be reminded of it, soonest first."""
    arranged = col(Appointment.kind) == "reminder", col(Appointment.about) == str(session_id)
    async with AsyncSession(engine) as session:
        return tuple((await session.exec(select(Appointment.at).where(*arranged).order_by(col(Appointment.at)))).all())


async def _seats(session: AsyncSession, debate: UUID) -> list[Seat]:
    query = select(Seat).where(Seat.session == debate).order_by(col(Seat.turn))
    return list((await session.exec(query)).all())


def view(debate: Session, seats: list[Seat], citizen: UUID | None) -> SessionView:
    line = [seat.citizen for seat in seats if seat.state == "waiting"]
    mine = next((seat.state for seat in seats if seat.citizen == citizen), None)
    return SessionView(
        id=debate.id,
        reference=debate.reference,
        theme=debate.theme,
        title=debate.title,
        starts_at=debate.starts_at,
        minutes=debate.minutes,
        place=debate.place,
        capacity=debate.capacity,
        seated=len(seats) - len(line),
        waiting=len(line),
        mine=mine,
        position=line.index(citizen) + 1 if citizen in line else None,
        sequence=debate.sequence,
        cancelled=debate.cancelled,
        offered=sum(seat.state == "offered" for seat in seats),
    )
