"""The words of the page: complete in six languages, and the page asks for none that is not there."""

import re
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bots.playground import page
from bots.playground.words import PAGE, page_language, sentence, words
from bots.wording import LOCALES
from events.catalogue import catalogue as kinds
from tests.unit.bots.test_wording import Variables

SIX = ("fr", "en", "it", "es", "zh", "ar")
STATIONS = ("citizen", "bot", "bus", "clerk", "cartographer", "notifier")
SAID = re.compile(r"""data-(?:say|label)="([a-z-]+)"|\bwords(?:\.([a-z]+)|\["([a-z-]+)"\])|\bsay\("([a-z-]+)"\)""")


@cache
def catalogue(language: str) -> dict[str, frozenset[str]]:
    """Return the keys of the playground's words in one language, each with its variables."""
    found = {}
    for entry in FluentParser().parse((LOCALES / language / "playground.ftl").read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = frozenset(variables.names)
    return found


def sources() -> str:
    files = sorted(Path(page.FOLDER).iterdir())
    return "\n".join(file.read_text(encoding="utf-8") for file in files if file.suffix in {".html", ".js"})


@pytest.mark.parametrize("language", SIX)
def test_each_language_says_the_same_with_the_same_variables(language: str) -> None:
    assert catalogue(language) == catalogue("fr")


def test_everything_that_is_written_is_said_somewhere() -> None:
    told = {f"playground-{key}" for key in PAGE}
    told |= {f"playground-{station}-any" for station in STATIONS}
    told |= {f"playground-bus-{kind.replace('.', '-').replace('_', '-')}" for kind in kinds()}
    told |= {f"playground-{key}" for key in ("clerk-refused", "citizen-message", "citizen-callback-query")}
    assert sorted(catalogue("fr").keys() - told) == []


def test_the_page_asks_for_no_word_that_is_not_there() -> None:
    asked = {next(filter(None, found)) for found in SAID.findall(sources())} - {"direction"}
    assert sorted(asked - set(PAGE)) == []
    assert len(asked) > 30


@pytest.mark.parametrize("language", SIX)
def test_every_word_has_a_text_with_holes_for_what_the_page_puts_in(language: str) -> None:
    told = words(language)
    assert set(told) == {*PAGE, "direction"}
    assert all(each.strip() for each in told.values())
    assert "{people}" in told["crowd-ready"]
    assert told["direction"] == ("rtl" if language == "ar" else "ltr")


@pytest.mark.parametrize("language", SIX)
def test_every_kind_of_fact_is_told_in_a_sentence(language: str) -> None:
    told = {sentence("bus", kind, language) for kind in kinds()}
    assert len(told) > 20
    assert all(len(each) > 5 for each in told)
    decided = {sentence("clerk", code, language) for code in ("received", "admitted", "refused.phase")}
    assert len(decided) == 2


def test_a_language_that_nobody_speaks_here_is_english() -> None:
    assert [page_language(each) for each in ("ar", "de", "")] == ["ar", "en", "en"]
