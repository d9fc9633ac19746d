"""What people let us tell them, as bots and notifier need it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, exists
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.sql.elements import SQLCoreOperations
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.tables.preferences import Preference

CHUNK = 500  # ids in one query; databases bound the number of parameters
DAILY = "daily"


@dataclass(frozen=True, slots=True)
class Preferences:
    """When a citizen is told news, and since when they may be contacted again."""

    pace: str = DAILY
    contact_since: datetime | None = None


async def preferences_of(engine: AsyncEngine, citizen: UUID) -> Preferences:
    async with AsyncSession(engine) as session:
        found = await session.get(Preference, citizen)
    return Preferences(found.pace, found.contact_since) if found else Preferences()


async def paces_of(session: AsyncSession, people: Collection[UUID]) -> dict[UUID, str]:
    """Return the pace of each person: daily for who never chose."""
    ordered, chosen = sorted(people), dict.fromkeys(people, DAILY)
    for start in range(0, len(ordered), CHUNK):
        mine = col(Preference.citizen).in_(ordered[start : start + CHUNK])
        rows = await session.exec(select(Preference.citizen, Preference.pace).where(mine))
        chosen.update(rows.all())
    return chosen


def wants_none(person: SQLCoreOperations[UUID]) -> ColumnElement[bool]:
    """Return the condition for who wants no news of what they follow."""
    return exists().where(col(Preference.citizen) == person, col(Preference.pace) == "off")
