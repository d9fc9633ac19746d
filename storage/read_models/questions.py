"""The questions that citizens support."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, case, func
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select

from storage.read_models.wall import Wall
from storage.tables.votes import Support

NOBODY = UUID(int=0)
OWN = case((col(Support.citizen) == bindparam("citizen"), 1), else_=0)
SUPPORTERS = (
    select(col(Support.question), func.count(), func.max(OWN))
    .where(col(Support.theme) == bindparam("theme"))
    .group_by(col(Support.question))
)


@dataclass(frozen=True, slots=True)
class QuestionView:
    """An admitted question with its number of supporters, and whether the reader is one of them."""

    id: UUID
    reference: str
    text: str
    supporters: int
    supported: bool
    mine: bool


async def questions_of(engine: AsyncEngine, wall: Wall, theme: str, citizen: UUID | None) -> Sequence[QuestionView]:
    """Return the questions on a theme's wall: by turns the most and the least supported."""
    async with engine.connect() as connection:
        rows = await connection.execute(SUPPORTERS, {"theme": theme, "citizen": citizen or NOBODY})
        counted = {question: (supporters, bool(own)) for question, supporters, own in rows}
    seen = [
        QuestionView(each.id, each.reference, each.text, *counted.get(each.id, (0, False)), mine=each.author == citizen)
        for each in wall.items
    ]
    return tuple(_by_turns(sorted(seen, key=lambda question: -question.supporters)))  # of equals the oldest first


def _by_turns(ranked: Sequence[QuestionView]) -> Iterable[QuestionView]:
    """Yield from the top and from the bottom alternately, so that a new question is seen as well."""
    top, bottom = 0, len(ranked) - 1
    while top <= bottom:
        yield ranked[top]
        if top < bottom:
            yield ranked[bottom]
        top, bottom = top + 1, bottom - 1
