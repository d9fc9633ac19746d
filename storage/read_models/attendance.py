"""Who came to a debate: numbers, and who is meant by a sign."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.debates import AFTERWARDS, LONGEST, door_is_open
from storage.read_models.sessions import SessionView, sessions_of
from storage.tables.attendance import Attendance, Door
from storage.tables.sessions import Seat


@dataclass(frozen=True, slots=True)
class AttendanceView:
    """The numbers of a debate: of `signed_up` people with a seat `came`; `walk_ins` came without one."""

    signed_up: int
    came: int
    walk_ins: int

    @property
    def absent(self) -> int:
        return self.signed_up - self.came

    @property
    def present(self) -> int:
        return self.came + self.walk_ins


async def attendance_of(engine: AsyncEngine, session: UUID) -> AttendanceView:
    """Count; who has a seat is asked now, so that nobody is counted twice whatever came before or after."""
    async with AsyncSession(engine) as reading:
        seated = set(
            (await reading.exec(select(Seat.citizen).where(Seat.session == session, Seat.state == "seated"))).all()
        )
        here = set((await reading.exec(select(Attendance.citizen).where(Attendance.session == session))).all())
        door = await reading.get(Door, session)
    return AttendanceView(len(seated), len(seated & here), len(here - seated) + (door.walk_ins if door else 0))


async def is_here(engine: AsyncEngine, session: UUID, citizen: UUID) -> bool:
    async with AsyncSession(engine) as reading:
        return await reading.get(Attendance, (session, citizen)) is not None


async def open_debates(engine: AsyncEngine, now: datetime) -> tuple[SessionView, ...]:
    """Return the debates whose door is open now, soonest first."""
    debates = await sessions_of(engine, after=now - LONGEST - AFTERWARDS)
    return tuple(each for each in debates if not each.cancelled and door_is_open(each.starts_at, each.minutes, now))


async def who_came(engine: AsyncEngine, session: UUID) -> frozenset[UUID]:
    async with AsyncSession(engine) as reading:
        return frozenset((await reading.exec(select(Attendance.citizen).where(Attendance.session == session))).all())
