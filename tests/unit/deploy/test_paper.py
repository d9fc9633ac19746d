"""The paper of agenda and summary: whole, in six languages, harmless whatever people wrote, the same each time."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from bots.wording import wording
from deliberation.language import LANGUAGES
from deploy.paper import paper_of, unheard
from deploy.paper.matter import Matter, quoted
from workers.public_page.rendering import MOST, PAPER

NOON = datetime(2026, 12, 5, 12, tzinfo=UTC)
HOSTILE = '#eval("1+1") #read("/etc/passwd") \\ $ x $ *fort* _là_ = titre @ref <étiquette> // rien `code` [a](b) "q"'
AGENDA = {
    "version": 2,
    "time_budget_minutes": 60,
    "items": [
        {
            "rank": 1, "title": HOSTILE, "minutes": 20, "starts_at": NOON.isoformat(), "ends_at": NOON.isoformat(),
            "place": "Salle Claussat", "supporters": 34, "questions": [f"Q-{n}" for n in range(1, 8)],
            "paid_by": [{"group": 0, "minutes": 12}, {"group": "others", "minutes": 5}, {"group": None, "minutes": 3}],
            "why": "Personnes qui le demandent : 34.",
        }
    ],
    "not_selected": [{"title": "Le prix", "supporters": 3, "why": "Temps qui a manqué : 3 min."}],
}  # fmt: skip
SENTENCES = [
    {"text": "Moins de viande à la cantine !", "citations": ["O-2", "O-9"], "language": "fr"},
    {"text": "لحم أقل في المقصف", "citations": ["O-3"], "language": "ar"},
    {"text": "Reworded.", "original": "Exact words.", "citations": ["O-4"], "language": "en"},
]
SUMMARY = {
    "people": 12, "texts": 14, "version": 1, "language": "fr", "made_by": "a model",
    "sections": [{"title": "La cantine", "kind": "topic", "sentences": SENTENCES}],
}  # fmt: skip
MATTER = Matter(
    language="fr",
    timezone="Europe/Paris",
    city="Clermont-Ferrand",
    title="La viande",
    licence="etalab-2.0",
    agenda=AGENDA,
    summary=SUMMARY,
    since={"agenda": NOON, "summary": NOON},
    texts={"Q-1": HOSTILE, "Q-3": "Pourquoi ?"},
    head=(812, "ab" * 32),
)


def read(matter: Matter) -> PdfReader:
    return PdfReader(BytesIO(paper_of(matter, unheard)[PAPER]))


def words(found: PdfReader) -> str:
    """Return the text of all pages, white space folded: lines end where they fit."""
    marks = dict.fromkeys(map(ord, "\u2068\u2069\u00ad"))
    return " ".join(" ".join(page.extract_text() for page in found.pages).translate(marks).split())


def test_a_paper_says_what_it_is_and_holds_agenda_summary_and_how_to_check_them() -> None:
    found = read(MATTER)
    text = words(found)

    assert found.metadata is not None
    assert (found.metadata.title, found.metadata.author) == ("La viande", "Clermont-Ferrand")
    assert (str(found.root_object["/Lang"]), found.metadata.creation_date) == ("fr", None)
    expected = (
        "Sommaire", "Ordre du jour", "Version 2", "20 min", "Personnes qui le demandent : 34.", "groupe 1", "Q-3",
        "Q-7", "Ce qui n’a pas été retenu (1)", "Le prix", "Synthèse", "Moins de viande à la cantine !", "O-2, O-9",
        "Exact words.", "etalab-2.0", "812 écritures", "palabre verify", f"1 / {len(found.pages)}",
    )  # fmt: skip
    assert [each for each in expected if each not in text] == []


def test_what_people_wrote_is_never_markup() -> None:
    assert HOSTILE.replace(" ", "") in words(read(MATTER)).replace(" ", "")


def test_the_same_matter_gives_the_same_bytes() -> None:
    assert paper_of(MATTER, unheard) == paper_of(MATTER, unheard)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_paper_is_set_in_each_language_or_it_is_told_which_letters_to_install(code: str) -> None:
    told = list[str]()
    found = paper_of(replace(MATTER, language=code), told.append)

    if found:
        pages = PdfReader(BytesIO(found[PAPER]))
        assert str(pages.root_object["/Lang"])[:2] == code
        assert told == []
    else:
        assert (code, told) == ("zh", [f"{PAPER} is left out: no font here has the letters; install fonts-noto-cjk"])


def test_characters_that_no_font_has_are_never_left_out_silently() -> None:
    told = list[str]()
    sections = [{"title": "La cantine", "kind": "topic", "sentences": [{"text": "Un 𓀀𓀁 ici", "citations": ["O-2"]}]}]
    strange = {**SUMMARY, "sections": sections}
    found = paper_of(replace(MATTER, summary=strange), told.append)

    text = words(PdfReader(BytesIO(found[PAPER])))
    assert ("Un […] ici" in text, " ".join(wording("fr").plain("paper-lost", file="summary.html").split()) in text) == (
        True,
        True,
    )
    assert [("𓀀 𓀁" in line, "install" in line) for line in told] == [(True, True)]


def test_without_the_extra_there_is_no_paper_and_a_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    told = list[str]()

    assert (paper_of(MATTER, told.append), ["`pdf`" in line for line in told]) == ({}, [True])


def test_what_nobody_has_published_is_a_draft_and_nothing_at_all_is_no_paper() -> None:
    assert "Brouillon" in words(read(replace(MATTER, since={})))
    assert paper_of(replace(MATTER, agenda={}, summary={}), unheard) == {}


def test_a_long_paper_has_an_end() -> None:
    long = {**AGENDA, "items": AGENDA["items"] * 500}  # type: ignore[operator]  # JSON

    assert len(quoted(long)) == 3 * MOST
    assert f"Et encore {500 - MOST}, dans le fichier agenda.json" in words(read(replace(MATTER, agenda=long)))
