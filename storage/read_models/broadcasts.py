"""Broadcasts: whom one would reach, and how far it has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, exists, func, or_
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.counts import TURNOUT
from storage.tables.broadcasts import Broadcast, Mute
from storage.tables.contributions import Contribution
from storage.tables.identity import Letter
from storage.tables.people import Citizen
from storage.tables.sessions import Seat, Session
from storage.tables.votes import Support, Vote

FIRST = UUID(int=0)  # before every citizen

THEME: Any = bindparam("theme")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a broadcast has come; of `recipients` people so many have their message by now.

    `state` is addressing, addressed or stopped; `waiting` counts letters that may still leave.
    """

    id: UUID
    theme: str
    state: str
    recipients: int
    sent: int
    unreachable: int
    failed: int
    waiting: int

    @property
    def over(self) -> bool:
        """Say whether nothing leaves any more: who was erased since is in none of the counts."""
        begun = self.sent + self.unreachable + self.failed > 0
        return not self.waiting and (self.state == "stopped" or (self.state == "addressed" and begun))


async def recipients_of(engine: AsyncEngine, theme: str) -> int:
    """Count the people whom a broadcast of this theme would reach."""
    voted = col(Citizen.id).in_(select(TURNOUT.c.citizen).where(TURNOUT.c.theme == THEME))
    query = select(func.count()).select_from(Citizen).where(*_in_chat(voted), wants_to_read())
    async with AsyncSession(engine) as session:
        return (await session.exec(query, params={"theme": theme})).one()


async def portion_of(session: AsyncSession, theme: str, after: UUID, most: int) -> Sequence[UUID]:
    """Return the next people of a broadcast, in the order of their ids.

    Each is looked up by keys: what a portion costs does not grow with the votes of the theme.
    """
    reader = (*takes_part(), wants_to_read(), col(Citizen.id) > after)
    query = select(Citizen.id).where(*reader).order_by(col(Citizen.id)).limit(most)
    return (await session.exec(query, params={"theme": theme})).all()


def takes_part() -> list[ColumnElement[bool]]:
    """Return the conditions for who wrote, voted, supported or signed up in a theme, and has a chat."""
    person = col(Citizen.id)
    voted = exists().where(col(Vote.citizen) == person, _here(Vote.theme))
    return _in_chat(voted, exists().where(col(Support.citizen) == person, _here(Support.theme)))


def _in_chat(*voted: ColumnElement[bool]) -> list[ColumnElement[bool]]:
    """Return the conditions, given those for who voted or supported."""
    person = col(Citizen.id)
    debates = select(Session.id).where(col(Session.theme) == THEME)
    wrote = exists().where(col(Contribution.author) == person, _here(Contribution.theme))
    signed_up = exists().where(col(Seat.citizen) == person, col(Seat.session).in_(debates))
    return [col(Citizen.origin) == "chat", or_(wrote, *voted, signed_up)]


def wants_to_read() -> ColumnElement[bool]:
    return ~exists().where(col(Mute.citizen) == col(Citizen.id), col(Mute.theme) == THEME)


def _here(theme: str) -> ColumnElement[bool]:
    """Compare a theme without its index: SQLite would look through all votes of the theme for each person."""
    found: ColumnElement[bool] = func.coalesce(col(theme), "") == THEME
    return found


async def newest_of(engine: AsyncEngine, theme: str) -> Progress | None:
    """Return the broadcast that was sent last in a theme."""
    query = select(Broadcast).where(Broadcast.theme == theme).order_by(col(Broadcast.sent_at).desc()).limit(1)
    async with AsyncSession(engine) as session:
        found = (await session.exec(query)).one_or_none()
        return await _progress(session, found) if found else None


async def progress_of(engine: AsyncEngine, broadcast: UUID) -> Progress | None:
    async with AsyncSession(engine) as session:
        found = await session.get(Broadcast, broadcast)
        return await _progress(session, found) if found else None


async def _progress(session: AsyncSession, broadcast: Broadcast) -> Progress:
    query = select(Letter.state, func.count()).where(Letter.broadcast == broadcast.id).group_by(Letter.state)
    letters = dict((await session.exec(query)).all())
    ended = {state: letters.pop(state, 0) for state in ("sent", "unreachable", "failed")}
    letters.pop("stopped", None)
    return Progress(
        id=broadcast.id,
        theme=broadcast.theme,
        state=broadcast.state,
        recipients=broadcast.recipients,
        waiting=sum(letters.values()),
        **ended,
    )
