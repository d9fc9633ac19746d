"""The city's shares, as the bots need them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.tables.strata import Target


@dataclass(frozen=True, slots=True)
class TargetsView:
    """The shares of a stratum that count now, in per cent, in the order in which they were written."""

    id: UUID
    stratum: str
    shares: Mapping[str, float]


async def targets_of(engine: AsyncEngine) -> dict[str, TargetsView]:
    """Return the city's shares by stratum, for those that have any."""
    query = select(Target).where(~col(Target.undone)).order_by(col(Target.version))
    async with AsyncSession(engine) as session:
        rows = (await session.exec(query)).all()
    return {row.stratum: TargetsView(row.id, row.stratum, dict(json.loads(row.shares))) for row in rows}


async def areas_of(engine: AsyncEngine) -> tuple[str, ...]:
    """Return the areas that the city has named."""
    found = (await targets_of(engine)).get("area")
    return tuple(found.shares) if found else ()


async def areas_ever(engine: AsyncEngine) -> tuple[str, ...]:
    """Return every area that the city has named at any time, the one named first before the others."""
    query = select(Target.shares).where(Target.stratum == "area").order_by(col(Target.version))
    async with AsyncSession(engine) as session:
        rows = (await session.exec(query)).all()
    return tuple(dict.fromkeys(area for shares in rows for area in json.loads(shares)))
