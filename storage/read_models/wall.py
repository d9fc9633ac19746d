"""What is admitted, kept in memory like notes on a wall: read again only when the wall has changed.

A bot looks at the same few hundred texts with every message; to read and parse them each time is most of what
a message costs. One cheap query tells whether anything was put up or taken down since.
"""

from collections.abc import Iterable

from sqlalchemy import BigInteger, bindparam, cast, func
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select

from deliberation.letters import nearest, spelled_out
from deliberation.personal_data import mask
from storage.read_models.contributions import REFERENCE, ContributionView, admitted_of, masked
from storage.tables.contributions import Contribution

Mark = tuple[object, ...]

NUMBER = cast(func.substr(col(Contribution.reference), 3), BigInteger)
# What changes whenever a text is put up or taken down: how many there are, the newest decision, and sums that tell one
# set of references from another.
MARK = select(func.count(), func.max(col(Contribution.decided_at)), func.sum(NUMBER), func.sum(NUMBER * NUMBER)).where(
    col(Contribution.theme) == bindparam("theme"),
    col(Contribution.kind) == bindparam("kind"),
    col(Contribution.state) == "admitted",
)


class Wall:
    """The admitted texts of one kind in one theme, oldest first, as everybody may see them."""

    def __init__(self, items: Iterable[ContributionView] = (), mark: Mark = ()) -> None:
        self.items = tuple(map(masked, items))
        self.mark = mark
        self.by_reference = {item.reference: item for item in self.items}
        self._folded = [spelled_out(item.text) for item in self.items]

    def near(self, text: str, *, most: int = 3) -> list[ContributionView]:
        """Return what says the same as `text`, nearest first."""
        return [self.items[index] for index, _ in nearest(spelled_out(mask(text).text), self._folded)[:most]]


class Walls:
    """The walls of all themes; whatever is read from them is still admitted when it is read."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._kept: dict[tuple[str, str], Wall] = {}
        self._themes: dict[str, str] = {}  # a reference stays in its theme

    async def of(self, theme: str, kind: str) -> Wall:
        """Return the wall as it is now."""
        mark = await self._mark(theme, kind)
        wall = self._kept.get((theme, kind))
        if wall is None or wall.mark != mark:
            # read after its mark: if it changes in between, the next look sees that the mark is old
            wall = self._kept[theme, kind] = Wall(await admitted_of(self._engine, theme, kind), mark)
            self._themes.update(dict.fromkeys(wall.by_reference, theme))
        return wall

    def recall(self, reference: str, kind: str) -> ContributionView | None:
        """Return what was admitted at the last look: enough to name it in an act, which is decided elsewhere."""
        wall = self._kept.get((self._themes.get(reference, ""), kind))
        return wall.by_reference.get(reference) if wall else None

    async def find(self, reference: str, kind: str) -> ContributionView | None:
        """Return an admitted contribution of this kind; no other one can be reached through a reference."""
        if not REFERENCE.fullmatch(reference):
            return None
        theme = self._themes.get(reference) or await self._theme_of(reference)
        return (await self.of(theme, kind)).by_reference.get(reference) if theme else None

    async def _mark(self, theme: str, kind: str) -> Mark:
        async with self._engine.connect() as connection:
            return tuple((await connection.execute(MARK, {"theme": theme, "kind": kind})).one())

    async def _theme_of(self, reference: str) -> str | None:
        query = select(Contribution.theme).where(Contribution.reference == reference)
        async with self._engine.connect() as connection:
            return (await connection.execute(query)).scalar_one_or_none()
