"""Where people came from: by the links on posters, of which each may say where it hangs."""

from sqlalchemy import func, or_
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from events.citizens import PLACE, POSTER
from storage.tables.people import Citizen


async def sources_of(engine: AsyncEngine, theme: str) -> tuple[tuple[str, int], ...]:
    """Return how many people came to a theme by its links, by the place that a link names ("" for none), most first."""
    link = f"{POSTER}{theme}"
    ours = or_(col(Citizen.source) == link, col(Citizen.source).startswith(f"{link}{PLACE}", autoescape=True))
    query = select(Citizen.source, func.count()).where(ours).group_by(Citizen.source)
    async with AsyncSession(engine) as session:
        found = (await session.exec(query.order_by(func.count().desc(), Citizen.source))).all()
    return tuple((source.removeprefix(link).removeprefix(PLACE), people) for source, people in found)
