"""The words of all faces: complete, the same in each language, and safe whatever is put into them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

import pytest
from fluent.syntax import FluentParser, ast, visitor
from hypothesis import given
from hypothesis import strategies as some

from bots.citizen.commands import ENGLISH, menu_names
from bots.citizen.refusals import SAID
from bots.playground.entities import plain
from bots.wording import LOCALES, Wording, listed, moment, number, wording

ROOT = LOCALES.parent.parent
LANGUAGES = ("fr", "en", "it", "es", "zh", "ar")
OURS = (
    "charter",
    "citizen-*",
    "common",
    "notices*",
    "documents*",
)  # of the catalogues; each other face has its own test
PREFIXES = ("charter", "citizen", "document", "notice", "button", "error", "state", "phase", "kind")
SPEAKING = ("bots/**/*.py", "workers/*.py")
LITERAL = re.compile(r'f?"([^"\n]*)"')
HOSTILE = "<b>A & B</b> \"\u202equoted’ 'x' مرحبا\n\n</i> {$ref} &amp;"
REPLACED = re.compile(r"\{[^{}]*\}")


class Variables(visitor.Visitor):
    """Collect the names of the variables of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's own naming
        self.names.add(node.id.name)


@cache
def catalogue(language: str) -> dict[str, frozenset[str]]:
    """Return the keys of our catalogues in one language, each with its variables."""
    found = {}
    for file in sorted(file for pattern in OURS for file in (LOCALES / language).glob(f"{pattern}.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                variables = Variables()
                variables.visit(entry)
                assert entry.id.name not in found, f"{entry.id.name} is there twice"
                found[entry.id.name] = frozenset(variables.names)
    return found


def literals() -> Iterator[str]:
    for pattern in SPEAKING:
        for file in sorted(ROOT.glob(pattern)):
            if "playground" not in file.parts:
                yield from LITERAL.findall(file.read_text(encoding="utf-8"))


@cache
def spoken() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return the keys that code names, and patterns of those that it puts together."""
    names = set(literals())
    whole = {each for each in names if "{" not in each}
    made = {each for each in names - whole if each.split("-")[0] in PREFIXES}
    return frozenset(whole), tuple(re.compile(REPLACED.sub("[a-z0-9-]+", each)) for each in sorted(made))


def test_every_key_that_is_spoken_has_a_text_in_french_and_english() -> None:
    whole, _ = spoken()
    named = {each for each in whole if re.fullmatch(rf"(?:{'|'.join(PREFIXES)})-[a-z0-9-]+", each)}
    missing = {code: sorted(named - catalogue(code).keys()) for code in ("fr", "en")}
    assert missing == {"fr": [], "en": []}


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("citizen-refused", sorted(code.replace("_", "-") for code in SAID)),
        ("citizen-menu", ENGLISH),
        ("citizen-near", ("question", "opinion", "own")),
        ("citizen-appeal", ("open", "upheld", "overturned")),
        ("citizen-seat", ("seated", "waiting", "offered", "released")),
        ("state", ("waiting", "admitted", "refused", "merged", "withdrawn")),
        ("kind", ("question", "opinion", "testimony")),
        ("button-open", ("agenda", "summary")),
        ("document-section", ("topic", "common-ground", "contention", "uncertainty", "minority")),
        (
            "phase",
            ("draft announced collecting deliberating convening conference published answered archived").split(),
        ),
    ],
)
def test_words_put_together_exist(prefix: str, values: tuple[str, ...]) -> None:
    wanted = {f"{prefix}-{value}" for value in values}
    assert [sorted(wanted - catalogue(code).keys()) for code in ("fr", "en")] == [[], []]


def test_nothing_is_written_that_nobody_says() -> None:
    whole, made = spoken()
    unused = [key for key in catalogue("fr") if key not in whole and not any(each.fullmatch(key) for each in made)]
    assert unused == []


def test_french_and_english_say_the_same_with_the_same_variables() -> None:
    assert catalogue("fr") == catalogue("en")


@pytest.mark.parametrize("language", ["it", "es", "zh", "ar"])
def test_a_translation_uses_the_variables_of_the_original(language: str) -> None:
    known = catalogue("fr")
    strange = {key: used for key, used in catalogue(language).items() if not used <= known.get(key, frozenset())}
    assert strange == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_missing_in_any_language(language: str) -> None:
    assert sorted(catalogue("fr").keys() ^ catalogue(language).keys()) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("amount", [0, 1, 2, 12])
def test_every_text_is_html_that_telegram_takes_whatever_is_put_in(language: str, amount: int) -> None:
    say = Wording(language)
    for key, names in catalogue("fr").items():
        said = plain(say(key, **{name: amount if name in AMOUNTS else HOSTILE for name in names}))
        assert said.strip(), key
        assert "{" not in said.replace(HOSTILE, ""), key


AMOUNTS = frozenset(
    {"least", "most", "length", "over", "count", "votes", "supports", "supporters", "minutes", "free", "waiting"}
    | {"position", "done", "total", "items", "people", "texts", "participants", "statements", "size", "rank", "number"}
    | {"version", "article", "contributions", "seats", "letters"}
)


@given(some.text(max_size=80), some.text(max_size=80))
def test_what_people_write_comes_out_as_they_wrote_it(ref: str, text: str) -> None:
    assert plain(wording("en")("citizen-quoted", ref=ref, text=text)) == f"{ref}\n{text}"
    assert wording("en").plain("citizen-button-undo", ref=text) == f"↩ Undo {text}"


@pytest.mark.parametrize("length", [2000, 2001, 4000, 9000])
def test_long_words_are_told_whole(length: int) -> None:
    text = "&" * length
    assert plain(wording("fr")("citizen-quoted", ref="T-1", text=text)) == f"T-1\n{text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_menus_are_as_telegram_wants_them(language: str) -> None:
    say = wording(language)
    names = list(menu_names(language).values())
    assert [name for name in names if not re.fullmatch(r"[a-z0-9_]{1,32}", name)] == []
    assert len(set(names)) == len(ENGLISH)
    described = [say.plain(f"citizen-menu-{name}") for name in ENGLISH]
    assert [each for each in described if not 3 <= len(each) <= 256] == []
    city = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
    assert len(say.plain("citizen-about", city=city)) <= 512
    assert len(say.plain("citizen-about-short", city=city)) <= 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_in_passing_fits_a_toast(language: str) -> None:
    say = wording(language)
    toasts = ("flood", "gone", "draft-gone", "private-only", "vote-counted", "vote-undone")
    said = [say.plain(f"citizen-{key}") for key in toasts] + [say.plain("error-busy"), say.plain("error-sorry")]
    said += [say.plain(f"citizen-{key}", ref="Q-123456789") for key in ("supported", "unsupported")]
    assert [each for each in said if len(each) > 200] == []


def test_a_key_that_nobody_wrote_is_an_error() -> None:
    with pytest.raises(KeyError):
        wording("fr")("citizen-nonsense")


def test_a_missing_word_is_told_in_french() -> None:
    say = Wording("de")
    assert (say("agree"), say.knows("agree")) == ("D’accord", False)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "samedi 5 décembre 2026 à 18:30"),
        ("en", "Saturday 5 December 2026 at 18:30"),
        ("it", "sabato 5 dicembre 2026, 18:30"),
        ("es", "sábado 5 de diciembre de 2026, 18:30"),
        ("zh", "2026年12月5日 星期六 18:30"),
        ("ar", "السبت 5 ديسمبر 2026، 18:30"),
    ],
)
def test_a_moment_is_told_in_the_towns_time(language: str, told: str) -> None:
    assert moment(datetime(2026, 12, 5, 17, 30, tzinfo=UTC), language, "Europe/Paris") == told


def test_numbers_are_told_as_people_read_them() -> None:
    assert [number(12345.5, language) for language in ("en", "fr")] == ["12,345.5", "12\u202f345,5"]


@pytest.mark.parametrize(("language", "told"), [("fr", "Q-1, Q-2"), ("zh", "Q-1、Q-2"), ("ar", "Q-1، Q-2")])
def test_a_list_is_told_as_its_language_does(language: str, told: str) -> None:
    assert listed(["Q-1", "Q-2"], language) == told
