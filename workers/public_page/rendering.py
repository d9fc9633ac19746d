"""The pages of a city and of its themes as bytes by path; the same content gives the same bytes."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from babel.dates import format_date, format_timedelta
from babel.numbers import format_decimal
from jinja2 import Environment, PackageLoader, StrictUndefined

from deliberation.disclosure import SMALLEST
from deliberation.language import LANGUAGES, direction, locale
from deliberation.phases import PHASES
from deliberation.rewording import in_language
from workers.public_page.bars import bar_of
from workers.public_page.city import ENDONYMS, City, Moment, Words
from workers.public_page.content import SIDES, ThemeContent
from workers.public_page.poster import code_of
from workers.public_page.sheets import Sheet, page_of, sheets_of

PAPER = "agenda-and-summary.pdf"
FIRST, MOST = 8, 60  # of a list on the theme's first page, and on a page of its own; the rest is in the files
TEMPLATES = {
    "index.html": "theme.html",
    **{name: name for name in ("agenda.html", "map.html", "summary.html", "record.html", "poster.html", "feed.atom")},
}


@dataclass(frozen=True, slots=True)
class Printed:
    """A theme's pages by path, and what they were made of."""

    theme: ThemeContent
    pages: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Press:
    """What prints pages: whose they are, in which words, and how moments are told."""

    city: City
    words: Mapping[str, Words]
    moment: Moment

    def city_pages(self, themes: Sequence[ThemeContent]) -> dict[str, bytes]:
        """Return the entrance, a page of the city in each language, the page for a missing one, and the assets."""
        pages = {f"{code}/index.html": self._render("city.html", code, f"{code}/", themes=themes) for code in LANGUAGES}
        entrance = self._render("city.html", self.city.language, "", themes=themes)
        missing = self._render("missing.html", self.city.language, "404.html")
        assets = {_style_path(): _asset("palabre.css"), "assets/icon.svg": _asset("icon.svg")}
        return {"index.html": entrance, "404.html": missing, **pages, **assets}

    def theme_pages(
        self, theme: ThemeContent, data: Collection[str], before: Printed | None = None
    ) -> dict[str, bytes]:
        """Return a theme's pages in the six languages; `data`: the names of its open data.

        Contributions that are the same as before are not printed again: there may be hundreds of such pages.
        """
        sheets = sheets_of(theme)
        link = self.city.bot_link(f"theme-{theme.view.slug}")
        common = {
            "theme": theme,
            "page_of": page_of(sheets),
            "link": link,
            "qr": code_of(link) if link else None,
            "files": sorted(data),
            "paper": PAPER if PAPER in data else None,
        }
        pages = dict[str, bytes]()
        for code in LANGUAGES:
            folder = f"{code}/{theme.view.slug}"
            for name, template in TEMPLATES.items():
                path = f"{folder}/{name}"
                pages[path] = self._render(template, code, path.removesuffix("index.html"), **common)
            pages |= self._sheets(code, folder, sheets, before)
        return pages

    def _sheets(self, code: str, folder: str, sheets: Sequence[Sheet], before: Printed | None) -> dict[str, bytes]:
        """Return the pages of contributions in one language."""
        known = {sheet.path: sheet for sheet in sheets_of(before.theme)} if before else {}
        return {
            (path := f"{folder}/{sheet.path}"): before.pages[path]
            if before and known.get(sheet.path) == sheet
            else self._render("contributions.html", code, path, theme=sheet, sheet=sheet)
            for sheet in sheets
        }

    def _render(self, template: str, code: str, path: str, **values: Any) -> bytes:
        """Print a page; `up` leads from it to the root, so that a folder of files works wherever it lies."""
        inside = path.partition("/")[2] if path[:2] in LANGUAGES else ""
        up = "../" * path.count("/")
        context = {
            "city": self.city,
            "language": code,
            "direction": direction(code),
            "languages": ENDONYMS,
            "say": self.words[code].plain,
            "moment": lambda when: self.moment(_moment(when), code),
            "phases": PHASES[1:],
            "sides": SIDES,
            "up": up,
            "data": f"{up}data/{inside.partition('/')[0]}/",
            "path": path,
            "inside": inside,
            "style": _style_path(),
            "few": SMALLEST,
            "first": FIRST,
            "most": MOST,
            **values,
        }
        return _pages().get_template(template).render(context).encode()


def _moment(when: object) -> datetime:
    return when if isinstance(when, datetime) else datetime.fromisoformat(str(when))


@lru_cache(maxsize=1000)  # of ten thousand contributions many came on the same day
def _day(day: date, language: str) -> str:
    return str(format_date(day, "long", locale=locale(language)))


def _number(value: int, language: str) -> str:
    return str(format_decimal(value, locale=locale(language)))


def _unbroken(title: str) -> str:
    """Return a title in which no line begins with a colon, nor ends with an opening quotation mark."""
    return re.sub(r" (?=[:;!?»])|(?<=«) ", "\u00a0", title)


def _duration(seconds: int, language: str) -> str:
    return str(format_timedelta(seconds, locale=locale(language)))


@cache
def _asset(name: str) -> bytes:
    return files("workers.public_page").joinpath("assets", name).read_bytes()


@cache
def _style_path() -> str:
    """Return a path that changes with what it leads to: a browser may keep it for ever."""
    return f"assets/palabre-{sha256(_asset('palabre.css')).hexdigest()[:12]}.css"


@cache
def _pages() -> Environment:
    pages = Environment(
        loader=PackageLoader("workers.public_page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["bar"] = bar_of
    pages.filters["duration"] = _duration
    pages.filters["day"] = _day
    pages.filters["number"] = _number
    pages.filters["unbroken"] = _unbroken
    pages.filters["in_language"] = in_language
    return pages
