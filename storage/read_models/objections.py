"""What guarantors object to."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.tables.moderation import Objection


@dataclass(frozen=True, slots=True)
class ObjectionView:
    """An objection as everybody reads it; `id` is for whoever takes it back."""

    id: UUID
    theme: str
    text: str
    raised_at: datetime


async def objections_of(engine: AsyncEngine, theme: str | None = None) -> tuple[ObjectionView, ...]:
    """Return what stands in a theme, or in all, oldest first."""
    query = select(Objection).order_by(col(Objection.raised_at), col(Objection.id))
    if theme:
        query = query.where(Objection.theme == theme)
    async with AsyncSession(engine) as session:
        found = (await session.exec(query)).all()
    return tuple(ObjectionView(each.id, each.theme, each.text, each.raised_at) for each in found)
