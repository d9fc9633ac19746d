"""What among a theme's admitted texts says the same as another text; only admitted texts are ever looked at."""

import asyncio
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine

from deliberation.kinship import MOST, Debate
from deliberation.language import detect
from deliberation.similarity import Embedder, may_agree
from storage.read_models.themes import themes_of
from storage.read_models.wall import Wall, Walls

KINDS = ("question", "opinion")
LOOKED_AT = 12  # that are near in meaning; some of them say the opposite


@dataclass(frozen=True, slots=True)
class Shelf:
    """A wall with its texts as they are compared."""

    wall: Wall
    debate: Debate


class Kinship:
    """Answer from memory: vectors are made when texts are put up, beside the loop, not while somebody waits.

    `remembered` embeds what is admitted and keeps it; of a text that is asked about nothing is kept.
    """

    def __init__(self, engine: AsyncEngine, embed: Embedder, remembered: Embedder) -> None:
        self._engine = engine
        self._walls = Walls(engine)
        self._embed = embed
        self._remembered = remembered
        self._shelves: dict[tuple[str, str], Shelf] = {}
        self._filling = asyncio.Lock()

    async def of(self, theme: str, kind: str, text: str) -> tuple[str, ...]:
        """Return the references of texts that say the same, nearest first."""
        shelf = await self._shelf(theme, kind)
        found = await asyncio.to_thread(self._near, text, shelf)
        return tuple(shelf.wall.items[index].reference for index in found)

    async def fill(self) -> None:
        """Have the vectors of all open themes ready, and what tells languages: who asks does not wait for either."""
        await asyncio.to_thread(detect, "bonjour")
        for theme in await themes_of(self._engine):
            for kind in KINDS:
                await self._shelf(theme.slug, kind)

    async def _shelf(self, theme: str, kind: str) -> Shelf:
        wall = await self._walls.of(theme, kind)
        async with self._filling:
            shelf = self._shelves.get((theme, kind))
            if shelf is None or shelf.wall is not wall:
                shelf = await asyncio.to_thread(self._filled, wall)
                self._shelves[theme, kind] = shelf
        return shelf

    def _filled(self, wall: Wall) -> Shelf:
        return Shelf(wall, Debate.of(self._remembered([item.text for item in wall.items])))

    def _near(self, text: str, shelf: Shelf) -> list[int]:
        items, language = shelf.wall.items, detect(text).code
        found = shelf.debate.kin(self._embed([text]), most=LOOKED_AT) if items else []
        return [
            index
            for index, _ in found
            if may_agree(text, items[index].text, one_language=language == items[index].language)
        ][:MOST]
