"""A published result is exported without what may no longer be shown."""

from deploy.pruning import Prune

KEPT = "La cantine devrait servir moins de viande."
GONE = "La cantine devrait fermer le vendredi, comme je l’ai dit à la directrice de l’école."

PRUNE = Prune(["O-1", "Q-1"], [KEPT], [GONE, KEPT])


def test_a_sentence_goes_with_the_contribution_it_quotes() -> None:
    sentences = [
        {"text": KEPT, "citations": ["O-1", "O-2"]},
        {"text": "devrait fermer le vendredi", "citations": ["O-2"]},
    ]

    assert PRUNE.document({"sections": [{"title": "Cantine", "sentences": sentences}]}) == {
        "sections": [{"title": "Cantine", "sentences": [{"text": KEPT, "citations": ["O-1"]}]}]
    }


def test_a_title_that_quotes_what_is_gone_is_left_out() -> None:
    titles = [f"{GONE[:70]}… — 4 personnes", GONE, KEPT, f"{KEPT[:30]}"]

    assert [PRUNE.document({"title": title}) for title in titles] == [
        {"title": "…"},
        {"title": "…"},
        {"title": KEPT},
        {"title": KEPT[:30]},
    ]


def test_an_item_keeps_the_questions_that_stand() -> None:
    assert PRUNE.document({"items": [{"rank": 1, "questions": ["Q-1", "Q-2"]}]}) == {
        "items": [{"rank": 1, "questions": ["Q-1"]}]
    }


def test_a_row_of_the_map_goes_with_its_statement() -> None:
    rows = [{"statement": "O-1", "agree": 0.5}, {"statement": "O-2", "agree": 0.9}]

    assert PRUNE.document({"votes": 12, "common_ground": rows}) == {"votes": 12, "common_ground": rows[:1]}
