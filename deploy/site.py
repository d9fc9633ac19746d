"""The public pages as files: those of the city, and of each theme with its open data."""

import asyncio
from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncEngine

from bots.wording import moment, wording
from deliberation.language import LANGUAGES
from deploy.exports.open_data import LICENCE, open_data
from deploy.settings import Settings
from events.base import Clock
from storage.read_models.themes import ThemeView, themes_of
from workers.public_page.card import card_of
from workers.public_page.city import City
from workers.public_page.content import ThemeContent, content_of
from workers.public_page.rendering import Press, Printed


class Site:
    """All files of a city's public pages by path; of a theme that has not changed nothing is made again."""

    def __init__(self, settings: Settings, engine: AsyncEngine, clock: Clock) -> None:
        self._settings = settings
        self._engine = engine
        self._clock = clock
        self._words = {code: wording(code) for code in LANGUAGES}
        self._known: dict[str, tuple[City, Printed]] = {}

    async def files(self, bot: str | None, *, only: str | None = None) -> Mapping[str, bytes]:
        """Return everything as it is now, or what is about one theme; `bot` is the citizen bot's name, for links."""
        ours = self._settings
        city = City(ours.city_name, ours.city, ours.language, ours.web_url, bot, LICENCE)
        press = Press(city, self._words, lambda when, code: moment(when, code, ours.timezone))
        themes = [view for view in await themes_of(self._engine) if only in {None, view.slug}]
        at = self._clock()
        contents = [await content_of(self._engine, view, at) for view in themes]
        self._known = {content.view.slug: (city, await self._theme(press, content)) for content in contents}
        pages = await asyncio.to_thread(press.city_pages, contents)
        for _, printed in self._known.values():
            pages |= printed.pages
        return pages

    async def _theme(self, press: Press, content: ThemeContent) -> Printed:
        city, before = self._known.get(content.view.slug, (None, None))
        before = before if city == press.city else None
        if before and before.theme == content:
            return before
        data = await self._data(content.view)
        pages = await asyncio.to_thread(press.theme_pages, content, data, before)
        return Printed(content, pages | {f"data/{content.view.slug}/{name}": file for name, file in data.items()})

    async def _data(self, view: ThemeView) -> dict[str, bytes]:
        files = await open_data(self._engine, self._settings, view)
        card = await asyncio.to_thread(card_of, view.title, self._settings.city_name)
        return {**files, "card.png": card}
