"""The questions that citizens support."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, case, func
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select

from storage.counts import BACKING
from storage.read_models.contributions import ContributionView
from storage.read_models.wall import Wall
from storage.tables.votes import Support

NOBODY = UUID(int=0)
NONE = (0, False)
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


class Questions:
    """The questions on a theme's wall in the order in which a citizen sees them; `view` tells more about one."""

    def __init__(self, wall: Wall, citizen: UUID | None, supports: Mapping[UUID, tuple[int, bool]]) -> None:
        self._citizen = citizen
        self._supports = supports
        most_first = sorted(wall.items, key=lambda item: -supports.get(item.id, NONE)[0])  # of equals the oldest first
        self.items = tuple(_by_turns(most_first))

    def view(self, item: ContributionView) -> QuestionView:
        supporters, supported = self._supports.get(item.id, NONE)
        mine = item.author == self._citizen
        return QuestionView(item.id, item.reference, item.text, supporters, supported=supported, mine=mine)


async def supporters_of(engine: AsyncEngine, theme: str) -> dict[UUID, int]:
    """Return how many people support each question of a theme; one that nobody supports is not in it."""
    query = select(BACKING.c.question, BACKING.c.people).where(BACKING.c.theme == theme)
    async with engine.connect() as connection:
        return {row.question: row.people for row in await connection.execute(query)}


async def questions_of(engine: AsyncEngine, wall: Wall, theme: str, citizen: UUID | None) -> Questions:
    """Return the questions on a theme's wall: by turns the most and the least supported."""
    async with engine.connect() as connection:
        rows = await connection.execute(SUPPORTERS, {"theme": theme, "citizen": citizen or NOBODY})
        return Questions(wall, citizen, {question: (supporters, bool(own)) for question, supporters, own in rows})


def _by_turns(ranked: Sequence[ContributionView]) -> Iterable[ContributionView]:
    """Yield from the top and from the bottom alternately, so that a new question is seen as well."""
    top, bottom = 0, len(ranked) - 1
    while top <= bottom:
        yield ranked[top]
        if top < bottom:
            yield ranked[bottom]
        top, bottom = top + 1, bottom - 1
