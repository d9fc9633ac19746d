"""A published result is shown and exported without what may no longer be shown."""

import pytest

from deliberation.lengths import shortened
from deliberation.pruning import Prune

KEPT = "La cantine devrait servir moins de viande."
GONE = "La cantine devrait fermer le vendredi, comme je l’ai dit à la directrice de l’école."
LONG = "La cantine devrait rester ouverte le mercredi parce que " + "les enfants y mangent bien, " * 5
PHONE = "Appelez le 06 12 34 56 78 pour savoir ce qu’on mange à la cantine."

PRUNE = Prune({"O-1": KEPT, "Q-1": LONG}, [GONE, KEPT, PHONE, LONG[:-5]])


def test_a_sentence_goes_with_the_contribution_it_quotes() -> None:
    sentences = [
        {"text": KEPT, "citations": ["O-1", "O-2"]},
        {"text": "devrait fermer le vendredi", "citations": ["O-2"]},
    ]

    assert PRUNE.document({"sections": [{"title": "Cantine", "sentences": sentences}]}) == {
        "sections": [{"title": "Cantine", "sentences": [{"text": KEPT, "citations": ["O-1"]}]}]
    }


MADE = {"original": KEPT, "text": "Moins de viande à la cantine.", "translations": {"en": "Less meat at the canteen."}}


@pytest.mark.parametrize(
    ("citations", "left"),
    [
        (["O-1", "Q-1"], [{**MADE, "citations": ["O-1", "Q-1"], "language": "fr"}]),
        (["O-1", "O-2"], [{"text": KEPT, "citations": ["O-1"], "language": "fr"}]),
        (["O-2", "O-1"], []),
    ],
)
def test_what_a_model_wrote_goes_with_any_contribution_it_rests_on(
    citations: list[str], left: list[dict[str, object]]
) -> None:
    kept = {"text": KEPT, "citations": ["O-1"]}
    section = {"title": "Cantine", "sentences": [{**MADE, "citations": citations, "language": "fr"}, kept]}
    [pruned] = PRUNE.document({"sections": [section]})["sections"]
    assert pruned["sentences"] == [*left, kept]


def test_a_section_goes_with_its_last_sentence() -> None:
    section = {"title": "Cantine", "sentences": [{"text": GONE, "citations": ["O-2", "O-1"]}]}
    assert PRUNE.document({"people": 2, "sections": [section]}) == {"people": 2, "sections": []}


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (f"{GONE[:70]}… — 4 personnes", "…"),
        (GONE, "…"),
        ("Appelez le ▒▒▒ pour savoir ce qu’on mange à la cantine.", "…"),
        (KEPT, KEPT),
        (KEPT[:30], KEPT[:30]),
        (shortened(LONG), shortened(LONG)),
        (f"{shortened(LONG)} — personnes : 4", f"{shortened(LONG)} — personnes : 4"),
        ("Ordre du jour", "Ordre du jour"),
    ],
)
def test_a_title_that_quotes_what_is_gone_and_nothing_else_is_left_out(title: str, shown: str) -> None:
    assert PRUNE.document({"title": title}) == {"title": shown}


def test_such_a_title_is_taken_from_a_question_that_stands() -> None:
    item = {"rank": 1, "title": GONE, "questions": ["Q-2", "Q-1"], "why": "12 personnes"}
    assert PRUNE.document({"items": [item]}) == {
        "items": [{"rank": 1, "title": shortened(LONG), "questions": ["Q-1"], "why": "12 personnes"}]
    }


def test_a_section_keeps_what_is_counted_behind_its_title() -> None:
    sentences = [{"text": KEPT, "citations": ["O-1"]}]
    section = {"title": f"{GONE} — personnes : 4", "sentences": sentences}
    assert PRUNE.document({"sections": [section]}) == {
        "sections": [{"title": f"{KEPT} — personnes : 4", "sentences": sentences}]
    }


def test_an_item_without_a_question_says_what_it_is_told_to_say() -> None:
    prune = Prune({"O-1": KEPT}, [GONE, "Et le pain ?"], left_out="retirée")
    items = [{"title": title, "questions": ["Q-2"]} for title in (GONE, "Et le pain ?", "Le pain")]
    assert prune.document({"items": items}) == {
        "items": [{"title": title, "questions": []} for title in ("retirée", "retirée", "Le pain")]
    }


def test_an_item_keeps_the_questions_that_stand() -> None:
    assert PRUNE.document({"items": [{"rank": 1, "questions": ["Q-1", "Q-2"]}]}) == {
        "items": [{"rank": 1, "questions": ["Q-1"]}]
    }


def test_a_row_of_the_map_goes_with_its_statement() -> None:
    rows = [{"statement": "O-1", "agree": 0.5}, {"statement": "O-2", "agree": 0.9}]

    assert PRUNE.document({"votes": 12, "common_ground": rows}) == {"votes": 12, "common_ground": rows[:1]}
