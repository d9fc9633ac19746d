"""Themes as people see them."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.phases import allows
from storage.tables.themes import Theme


@dataclass(frozen=True, slots=True)
class ThemeView:
    slug: str
    title: str
    phase: str

    def allows(self, action: str) -> bool:
        """Say whether `action` (a word of deliberation.phases) is open now."""
        return allows(self.phase, action)


async def themes_of(engine: AsyncEngine, *, drafts: bool = False) -> tuple[ThemeView, ...]:
    """Return the themes, newest first; drafts are for moderators."""
    query = select(Theme).order_by(col(Theme.created_at).desc(), col(Theme.slug))
    async with AsyncSession(engine) as session:
        found = (await session.exec(query)).all()
    return tuple(view(theme) for theme in found if drafts or theme.phase != "draft")


async def theme_of(engine: AsyncEngine, slug: str) -> ThemeView | None:
    """Return one theme, drafts too."""
    async with AsyncSession(engine) as session:
        theme = await session.get(Theme, slug)
    return view(theme) if theme else None


def view(theme: Theme) -> ThemeView:
    return ThemeView(slug=theme.slug, title=theme.title, phase=theme.phase)
