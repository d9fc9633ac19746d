"""Themes as people see them."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import and_
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.phases import allows
from storage.tables.appointments import Appointment
from storage.tables.themes import Theme


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme; at `until`, if that was announced, it moves to the phase `then`."""

    slug: str
    title: str
    phase: str
    until: datetime | None = None
    then: str | None = None

    def allows(self, action: str) -> bool:
        """Say whether `action` (a word of deliberation.phases) is open now."""
        return allows(self.phase, action)


async def themes_of(engine: AsyncEngine, *, drafts: bool = False) -> tuple[ThemeView, ...]:
    """Return the themes, newest first; drafts are for moderators."""
    query = with_closing().order_by(col(Theme.created_at).desc(), col(Theme.slug))
    async with AsyncSession(engine) as session:
        found = (await session.exec(query)).all()
    return tuple(view(theme, closing) for theme, closing in found if drafts or theme.phase != "draft")


async def theme_of(engine: AsyncEngine, slug: str) -> ThemeView | None:
    """Return one theme, drafts too."""
    async with AsyncSession(engine) as session:
        found = (await session.exec(with_closing().where(Theme.slug == slug))).one_or_none()
    return view(*found) if found else None


@cache
def with_closing() -> Any:
    """Ask for themes, each with the move that is planned for it; built once, since every update asks."""
    closing = and_(col(Appointment.kind) == "closing", col(Appointment.about) == col(Theme.slug))
    return select(Theme, Appointment).join(Appointment, closing, isouter=True)


def view(theme: Theme, closing: Appointment | None) -> ThemeView:
    planned = (closing.at, closing.phase) if closing else (None, None)
    return ThemeView(theme.slug, theme.title, theme.phase, *planned)
