"""Topics: what moderators changed about them, and under which number a contribution's is known."""

import json
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.read_models.results import draft_of
from storage.tables.topics import Placing, TopicCount, TopicEdit


@dataclass(frozen=True, slots=True)
class TopicEditView:
    """A change that is in force; `others`: of a merger those in the second topic, of a parting those that stay."""

    id: UUID
    kind: str
    contributions: tuple[UUID, ...]
    others: tuple[UUID, ...]
    title: str | None


async def edits_of(engine: AsyncEngine, theme: str) -> tuple[TopicEditView, ...]:
    """Return the changes of a theme's topics that were not undone, oldest first."""
    query = select(TopicEdit).where(TopicEdit.theme == theme, col(TopicEdit.undone).is_(False))
    async with AsyncSession(engine) as session:
        found = (await session.exec(query.order_by(col(TopicEdit.number)))).all()
    return tuple(
        TopicEditView(each.id, each.kind, _read(each.contributions), _read(each.others), each.title) for each in found
    )


def _read(ids: str) -> tuple[UUID, ...]:
    return tuple(UUID(each) for each in json.loads(ids))


async def placings_of(engine: AsyncEngine, theme: str) -> tuple[dict[UUID, int], int]:
    """Return the number of each contribution's topic, and the last number that was ever given in the theme."""
    async with AsyncSession(engine) as session:
        rows = (await session.exec(select(Placing.contribution, Placing.topic).where(Placing.theme == theme))).all()
        count = await session.get(TopicCount, theme)
    return dict(rows), count.last if count else 0


async def topic_number_of(engine: AsyncEngine, contribution: UUID) -> int | None:
    """Return the number of a contribution's topic, None while it is in none."""
    async with AsyncSession(engine) as session:
        found = await session.get(Placing, contribution)
    return found.topic if found else None


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic as it was found last; `contributions` are references, the most central first."""

    id: int
    title: str
    keywords: tuple[str, ...]
    people: int
    contributions: tuple[str, ...]


async def topics_of(engine: AsyncEngine, theme: str) -> tuple[TopicView, ...]:
    """Return the topics of a theme, largest first; none before they were computed."""
    draft = await draft_of(engine, theme, "topics")
    return tuple(
        TopicView(each["id"], each["title"], tuple(each["keywords"]), each["people"], tuple(each["contributions"]))
        for each in (draft.content["topics"] if draft else ())
        if "contributions" in each  # a draft of before is made anew within seconds
    )
