"""The pages of a city and of its themes as bytes by path; the same content gives the same bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from babel.dates import format_timedelta
from jinja2 import Environment, PackageLoader, StrictUndefined

from deliberation.disclosure import SMALLEST
from deliberation.language import LANGUAGES
from deliberation.phases import PHASES
from deliberation.rewording import in_language
from storage.read_models.contributions import ContributionView
from workers.public_page.bars import bar_of
from workers.public_page.city import ENDONYMS, RIGHT_TO_LEFT, City, Moment, Words
from workers.public_page.content import ThemeContent
from workers.public_page.poster import code_of

TEXTS_A_PAGE = 200
BABEL = {"zh": "zh_Hans"}  # Babel's names, where they are others


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

    def theme_pages(self, theme: ThemeContent) -> dict[str, bytes]:
        """Return all pages of a theme in the six languages."""
        portions = [theme.texts[at : at + TEXTS_A_PAGE] for at in range(0, len(theme.texts), TEXTS_A_PAGE)]
        page_of = {text.reference: n for n, portion in enumerate(portions, start=1) for text in portion}
        pages = dict[str, bytes]()
        for code in LANGUAGES:
            pages |= self._theme_in(code, theme, portions, page_of)
        return pages

    def _theme_in(
        self,
        code: str,
        theme: ThemeContent,
        portions: Sequence[Sequence[ContributionView]],
        page_of: Mapping[str, int],
    ) -> dict[str, bytes]:
        """Return a theme's pages in one language."""
        folder, link = f"{code}/{theme.view.slug}", self.city.bot_link(f"theme-{theme.view.slug}")
        common = {"theme": theme, "page_of": page_of, "link": link}
        texts = {
            f"{folder}/texts-{n}.html": {"portion": portion, "page": n, "pages": len(portions)}
            for n, portion in enumerate(portions, start=1)
        }
        return {
            f"{folder}/index.html": self._render("theme.html", code, f"{folder}/", **common),
            f"{folder}/feed.atom": self._render("feed.atom", code, f"{folder}/feed.atom", **common),
            f"{folder}/poster.html": self._render(
                "poster.html", code, f"{folder}/poster.html", **common, qr=code_of(link) if link else None
            ),
            **{
                path: self._render("contributions.html", code, path, **common, **values)
                for path, values in texts.items()
            },
        }

    def _render(self, template: str, code: str, path: str, **values: Any) -> bytes:
        """Print a page; `up` leads from it to the root, so that a folder of files works wherever it lies."""
        inside = path.partition("/")[2] if path[:2] in LANGUAGES else ""
        context = {
            "city": self.city,
            "language": code,
            "direction": "rtl" if code in RIGHT_TO_LEFT else "ltr",
            "languages": ENDONYMS,
            "say": self.words[code].plain,
            "moment": lambda when: self.moment(_moment(when), code),
            "phases": PHASES[1:],
            "up": "../" * path.count("/"),
            "path": path,
            "inside": inside,
            "style": _style_path(),
            "few": SMALLEST,
            **values,
        }
        return _pages().get_template(template).render(context).encode()


def _moment(when: object) -> datetime:
    return when if isinstance(when, datetime) else datetime.fromisoformat(str(when))


def _duration(seconds: int, language: str) -> str:
    return str(format_timedelta(seconds, locale=BABEL.get(language, language)))


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
    pages.filters["in_language"] = in_language
    return pages
