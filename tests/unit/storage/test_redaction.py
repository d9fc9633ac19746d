"""What erasure leaves: the acts as numbers, documents without the person's words, and nothing of others is touched."""

from typing import Any, get_type_hints
from uuid import UUID

import pytest

from deliberation.lengths import shortened
from deliberation.personal_data import MASK
from deliberation.rewording import Item, Judged, kept
from events.base import Event
from events.catalogue import catalogue, read
from events.citizens import CitizenJoined, LanguageChosen
from events.contributions import OpinionGiven
from events.results import PublicationRequested
from events.topics import TopicRenamed
from storage.redaction import EMPTIED, ERASED, NUMBERS, Sought, left_of
from tests.fakes import MEAT, NOON, person

WORDS = "Qui a vu mon   cochon violet, tél. 06 12 34 56 78, place de Jaude ?"
SHOWN = f"Qui a vu mon cochon violet, tél. {MASK}, place de Jaude ?"
LONG = f"Le cochon violet court encore, {'et encore ' * 20}."
ADA = Sought.of(person("ada"), {"Q-1": WORDS, "O-2": LONG})
OWN = {"citizen": person("ada"), "event_id": person("fact"), "city": "lyon", "occurred_at": NOON}


def test_every_act_of_a_citizen_says_what_erasure_leaves_of_it() -> None:
    own = {kind for kind, fact in catalogue().items() if get_type_hints(fact).get("citizen") is UUID}
    assert (set(EMPTIED) | NUMBERS, set(EMPTIED) & NUMBERS) == (own, set())


@pytest.mark.parametrize("kind", sorted(NUMBERS))
def test_an_act_that_stays_has_no_field_for_words(kind: str) -> None:
    free = {name for name, hint in get_type_hints(catalogue()[kind]).items() if hint in {str, str | None}}
    assert free - {"city", "theme", "digest"} == set()


@pytest.mark.parametrize(
    ("fact", "left"),
    [
        (
            OpinionGiven(**OWN, theme=MEAT, text=WORDS, language="fr", origin="id 7"),
            {"text": ERASED, "language": "und", "origin": "erased"},
        ),
        (CitizenJoined(**OWN, language="fr", source="ada-1987"), {"language": None, "source": ""}),
        (LanguageChosen(**OWN, language="fr"), {"language": None}),
    ],
    ids=["words", "consent", "language"],
)
def test_an_act_keeps_who_and_when(fact: Event, left: dict[str, object]) -> None:
    kept = left_of(fact, ADA)
    assert kept.model_dump() == {**fact.model_dump(), **left}
    assert read(kept.kind, kept.model_dump_json()) == kept  # so that it can be worked again


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (SHOWN, ERASED),
        (" ".join(WORDS.split()), ERASED),
        (f"{SHOWN} — personnes : 3, contributions : 4", f"{ERASED} — personnes : 3, contributions : 4"),
        (LONG[:40], LONG[:40]),  # the beginning alone is no form in which texts are shown
        ("Qui paie la cantine ?", "Qui paie la cantine ?"),
        ("Q-1", "Q-1"),
    ],
)
def test_words_are_taken_out_of_a_title_and_counts_stay(text: str, left: str) -> None:
    assert ADA.without({"title": text, "rank": 1}) == {"title": left, "rank": 1}


def test_a_title_that_was_cut_is_found_too() -> None:
    assert ADA.without([shortened(LONG)]) == [ERASED]


def test_a_sentence_is_taken_out_by_its_first_source() -> None:
    def sentence(text: str, *citations: str) -> dict[str, Any]:
        return {"text": text, "citations": list(citations)}

    mine, yours = sentence("Mon cochon.", "Q-1", "Q-7"), sentence("Ton bœuf.", "Q-7", "Q-1")
    assert ADA.without({"sections": [{"sentences": [mine, yours]}]}) == {
        "sections": [{"sentences": [sentence(ERASED, "Q-1", "Q-7"), yours]}]
    }


def test_what_a_model_made_of_a_sentence_goes_with_any_of_its_sources() -> None:
    made = {
        "text": "Un cochon court.",
        "original": "Ton bœuf.",
        "translations": {"en": "A pig runs."},
        "language": "fr",
    }
    left = {"text": "Ton bœuf.", "language": "fr"}
    assert ADA.without([{**made, "citations": ["Q-7", "Q-1"]}, {**made, "citations": ["Q-1", "Q-7"]}]) == [
        {**left, "citations": ["Q-7", "Q-1"]},
        {**left, "text": ERASED, "citations": ["Q-1", "Q-7"]},
    ]
    assert ADA.without({**made, "citations": ["Q-7"]}) == {**made, "citations": ["Q-7"]}
    [wording] = kept([Judged(Item("Ton bœuf.", ("Q-7", "Q-1"), "fr"), "Un bœuf.", ())])
    assert ADA.without(wording) != wording  # so that the draft is dropped


def test_short_words_are_taken_out_only_where_they_stand_alone() -> None:
    short = Sought.of(person("ada"), {"Q-1": "La viande ?"})
    assert short.without(["La viande ?", "La viande ? Oui."]) == [ERASED, "La viande ? Oui."]


def test_a_publication_is_asked_for_without_the_words() -> None:
    content = {"items": [{"title": SHOWN, "minutes": 30, "questions": ["Q-1"]}]}
    requested = PublicationRequested(
        event_id=person("fact"), city="lyon", occurred_at=NOON, by=person("mia"), theme=MEAT, result="agenda",
        input_hash="0" * 64, content=content,
    )  # fmt: skip
    left = {"items": [{"title": ERASED, "minutes": 30, "questions": ["Q-1"]}]}
    assert left_of(requested, ADA).model_dump() == {**requested.model_dump(), "content": left}


@pytest.mark.parametrize(("title", "left"), [(SHOWN, ERASED), ("Les cochons en ville", "Les cochons en ville")])
def test_a_topic_keeps_a_title_in_words_of_a_colleague_s_own(title: str, left: str) -> None:
    renamed = TopicRenamed(
        event_id=person("fact"), city="lyon", occurred_at=NOON, by=person("mia"), theme=MEAT,
        contributions=(person("Q-1"),), title=title,
    )  # fmt: skip
    kept = left_of(renamed, ADA)
    assert kept.model_dump() == {**renamed.model_dump(), "title": left}
    assert read(kept.kind, kept.model_dump_json()) == kept


def test_what_was_taken_out_once_is_left_alone() -> None:
    document = {"sections": [{"title": SHOWN, "sentences": [{"text": "x", "citations": ["Q-1"]}]}]}
    assert ADA.without(ADA.without(document)) == ADA.without(document)


def test_what_is_looked_for_is_written_down_and_read_again() -> None:
    assert Sought.read(ADA.written()) == ADA
    assert ADA | Sought.of(person("ben"), {}) == Sought(
        frozenset({str(person("ada")), str(person("ben"))}), ADA.references, ADA.words
    )
