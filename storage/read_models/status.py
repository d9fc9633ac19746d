"""How much there is of everything, exactly."""

from dataclasses import dataclass

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.counts import TOTAL, TURNOUT
from storage.tables.contributions import Contribution
from storage.tables.people import Citizen
from storage.tables.sessions import Seat, Session

STATES = ("admitted", "refused", "waiting", "merged", "withdrawn")


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of an instance or of one theme; `contributions` holds received and the five states it is the sum of."""

    contributions: dict[str, int]
    votes: int
    supports: int
    sign_ups: int
    people: int


async def status_of(engine: AsyncEngine, theme: str | None = None) -> Status:
    """Count everything, or what belongs to one theme (`people` then are those who gave, voted or supported)."""
    async with AsyncSession(engine) as session:
        states = await _states(session, theme)
        return Status(
            contributions={"received": sum(states.values()), **states},
            votes=await _sum(session, "votes", theme),
            supports=await _sum(session, "supports", theme),
            sign_ups=await _sign_ups(session, theme),
            people=await _people(session, theme),
        )


async def _states(session: AsyncSession, theme: str | None) -> dict[str, int]:
    query = select(Contribution.state, func.count()).group_by(Contribution.state)
    if theme:
        query = query.where(Contribution.theme == theme)
    found = dict((await session.exec(query)).all())
    return {state: found.get(state, 0) for state in STATES}


async def _sum(session: AsyncSession, counted: str, theme: str | None) -> int:
    query = select(func.coalesce(func.sum(TOTAL.c[counted]), 0))
    return int((await session.exec(query.where(TOTAL.c.theme == theme) if theme else query)).one())


async def _sign_ups(session: AsyncSession, theme: str | None) -> int:
    query = select(func.count()).select_from(Seat)
    if theme:
        query = query.join(Session, Session.id == Seat.session).where(Session.theme == theme)  # type: ignore[arg-type]  # SQLModel types a column as its value
    return (await session.exec(query)).one()


async def _people(session: AsyncSession, theme: str | None) -> int:
    if theme is None:
        return (await session.exec(select(func.count()).select_from(Citizen))).one()
    acted = (
        select(Contribution.author).where(Contribution.theme == theme),
        select(TURNOUT.c.citizen).where(TURNOUT.c.theme == theme),
    )
    everyone = acted[0].union(*acted[1:]).subquery()
    return (await session.exec(select(func.count()).select_from(everyone))).one()
