"""What is arranged, as the timekeeper needs it."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.tables.appointments import Appointment


async def due_appointments(
    engine: AsyncEngine, now: datetime, most: int, *, but: Collection[str] = ()
) -> tuple[UUID, ...]:
    """Return the appointments whose moment has come, soonest first; none of the kinds in `but`."""
    query = select(Appointment.id).where(col(Appointment.at) <= now, col(Appointment.kind).not_in(but))
    async with AsyncSession(engine) as session:
        found = await session.exec(query.order_by(col(Appointment.at), col(Appointment.id)).limit(most))
        return tuple(found.all())


async def next_appointment(engine: AsyncEngine, now: datetime) -> datetime | None:
    """Return the soonest moment to come, or None when nothing is arranged."""
    async with AsyncSession(engine) as session:
        return (await session.exec(select(func.min(Appointment.at)).where(col(Appointment.at) > now))).one()
