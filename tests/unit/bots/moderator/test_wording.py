"""The words of the moderator bot: the same in all six languages, and safe whatever is put into them."""

import re
from functools import cache

import pytest
from fluent.syntax import FluentParser, ast

from bots.moderator.app import MENU
from bots.moderator.desk import LANGUAGES
from bots.playground.entities import plain
from bots.wording import LOCALES, Wording, wording
from tests.unit.bots.test_wording import HOSTILE, Variables

SOURCES = (LOCALES.parent / "moderator").glob("*.py")
NAMED = re.compile(r'"((?:moderator|role|age|personal)-[a-z0-9-]+)"')
SIX = ("fr", "en", "it", "es", "zh", "ar")


@cache
def catalogue(language: str) -> dict[tuple[str, str], frozenset[str]]:
    """Return the keys of the moderators' catalogues in one language, by file, each with its variables."""
    found = {}
    for file in sorted((LOCALES / language).glob("moderator*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                variables = Variables()
                variables.visit(entry)
                found[file.name, entry.id.name] = frozenset(variables.names)
    return found


def test_moderators_are_spoken_to_in_six_languages() -> None:
    assert LANGUAGES == SIX


@pytest.mark.parametrize("language", SIX)
def test_each_language_says_the_same_with_the_same_variables(language: str) -> None:
    assert catalogue(language) == catalogue("fr")
    assert len(catalogue(language)) > 250


def test_every_key_that_is_named_has_a_text() -> None:
    named = {key for file in SOURCES for key in NAMED.findall(file.read_text(encoding="utf-8"))}
    assert sorted(named - {key for _, key in catalogue("fr")}) == []


@pytest.mark.parametrize("language", SIX)
@pytest.mark.parametrize("amount", [0, 1, 2, 5, 12])
def test_every_text_is_html_that_telegram_takes_whatever_is_put_in(language: str, amount: int) -> None:
    say = Wording(language)
    for (_, key), names in catalogue("fr").items():
        said = {plain(say(key, **dict.fromkeys(names, value))) for value in (amount, HOSTILE)}
        assert all(each.strip() for each in said), key
        assert not any("{" in each.replace(HOSTILE, "") for each in said), key


@pytest.mark.parametrize("language", SIX)
def test_menus_are_as_telegram_wants_them(language: str) -> None:
    say = wording(language)
    described = {name: say.plain(f"moderator-menu-{name}") for name in MENU}
    assert {name: text for name, text in described.items() if not 3 <= len(text) <= 256} == {}
    assert len(say.plain("moderator-about")) <= 120
