"""Texts by key and language, from the Fluent catalogues in locales/; every face speaks through here."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from deliberation.language import RIGHT_TO_LEFT, locale

LOCALES = Path(__file__).with_name("locales")
FALLBACK = ("fr", "en")
SHAPES = {
    "fr": "EEEE d MMMM y 'à' HH:mm",
    "en": "EEEE d MMMM y 'at' HH:mm",
    "it": "EEEE d MMMM y, HH:mm",
    "es": "EEEE d 'de' MMMM 'de' y, HH:mm",
    "zh": "y年M月d日 EEEE HH:mm",
    "ar": "EEEE d MMMM y، HH:mm",
}
SEPARATORS = {"zh": "、", "ar": "، "}  # elsewhere ", "; CLDR's patterns end with "and", also where more was left out
LONG = 2000
MARK = "\ufdd0"  # no character: nothing that is written has it, and what has it nevertheless is put in last
MARKED = re.compile(f"{MARK}(\\w+){MARK}")


class UnknownWordingError(KeyError):
    """No language has a text for this key."""


class Wording:
    """The texts of one language.

    `say(key, name=value)` gives text for Telegram's HTML, where values are escaped; `say.plain` gives text for
    buttons, commands and toasts, where nothing is.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundles = [_bundle(code) for code in dict.fromkeys((language, *FALLBACK))]
        self._fixed: dict[str, str] = {}  # texts without variables, formatted once

    def __call__(self, key: str, **params: Any) -> str:
        return self._format(key, {name: _escaped(value) for name, value in params.items()})

    def plain(self, key: str, **params: Any) -> str:
        return self._format(key, params)

    def knows(self, key: str) -> bool:
        """Say whether this language itself has the key."""
        return self._bundles[0].has_message(key)

    def _format(self, key: str, params: dict[str, Any]) -> str:
        if params:
            return self._formatted(key, params)
        return self._fixed.get(key) or self._fixed.setdefault(key, self._formatted(key, params))

    def _formatted(self, key: str, params: dict[str, Any]) -> str:
        bundle, pattern = self._pattern(key)
        long = {name: value for name, value in params.items() if isinstance(value, str) and _is_long(value)}
        marks = {name: f"{MARK}{name}{MARK}" for name in long}
        shown = {name: _shown(value) for name, value in {**params, **marks}.items()}
        text, _errors = bundle.format_pattern(pattern, shown)
        return MARKED.sub(lambda found: long[found.group(1)], str(text)) if long else str(text)

    def _pattern(self, key: str) -> tuple[FluentBundle, Any]:
        """Return the text of a key in the first language that has it, and the bundle that speaks it."""
        for bundle in self._bundles:
            if bundle.has_message(key) and (pattern := bundle.get_message(key).value):
                return bundle, pattern
        raise UnknownWordingError(key)


@cache
def wording(language: str) -> Wording:
    """Return the texts of a language; a key that it lacks is taken from French, then from English."""
    return Wording(language)


def moment(when: datetime, language: str, timezone: str) -> str:
    """Return a date and time as people read it, in their city's time."""
    local = when.astimezone(ZoneInfo(timezone))
    return str(format_datetime(local, SHAPES[language], locale=locale(language)))


def listed(parts: Iterable[object], language: str) -> str:
    """Return several things one after the other, apart as the language sets them apart."""
    return SEPARATORS.get(language, ", ").join(map(str, parts))


def number(value: float, language: str) -> str:
    return str(format_decimal(value, locale=locale(language)))


def files(language: str) -> Iterator[Path]:
    """Yield the catalogues of a language, one a topic."""
    yield from sorted((LOCALES / language).glob("*.ftl"))


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([locale(language)], use_isolating=language in RIGHT_TO_LEFT)
    for file in files(language):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


def _is_long(value: str) -> bool:
    """Fluent refuses a part of more than 2,500 characters: longer ones are put in after it has done its work."""
    return len(value) > LONG or MARK in value


def _escaped(value: Any) -> Any:
    return escape(value, quote=False) if isinstance(value, str) else value


def _shown(value: Any) -> Any:
    """Fluent knows texts and numbers; yes and no are told as words that a catalogue can select by."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else value
