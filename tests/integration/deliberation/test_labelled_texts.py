"""The project's own labelled texts: what is promised about texts holds on each machine."""

from collections import Counter

import pytest

from deliberation.language import LANGUAGES
from deliberation.personal_data import mask
from tests.benchmarks import scores
from tests.fixtures.texts import labelled, marked


def of(name: str, *columns: str) -> list[list[str]]:
    return [[row[column] for row in labelled(name)] for column in columns]


def test_there_are_enough_of_them_in_six_languages() -> None:
    personal, civic, rude = (labelled(name) for name in ("personal_data", "civic", "rude"))
    assert len(personal) >= 200
    assert len(civic) >= 200
    assert {row["language"] for row in personal} == {row["language"] for row in civic} == set(LANGUAGES)
    assert len(rude) >= 60
    copies = Counter((row["copy"], row["language"]) for row in labelled("pairs"))
    assert {pair: count >= 16 for pair, count in copies.items()} == {
        (copy, language): True for copy in (True, False) for language in LANGUAGES
    }
    assert all(count >= 120 for count in Counter(row["language"] for row in labelled("short")).values())
    concerns = Counter((row["concern"], row["language"]) for row in labelled("concerns"))
    assert len(concerns) == 16 * len(LANGUAGES)
    assert set(concerns.values()) == {2}


@pytest.mark.parametrize("row", labelled("personal_data"), ids=lambda row: row["text"][:40])
def test_personal_data_goes_and_nothing_else(row: dict[str, str]) -> None:
    text, spans = marked(row["text"])
    assert tuple((each.start, each.end) for each in mask(text, region=row["region"]).found) == spans


def test_civic_texts_stay_whatever_the_region() -> None:
    touched = [
        row["text"]
        for row in labelled("civic")
        for region in ("FR", "IT", "ES", "GB", "MA", "CN")
        if mask(row["text"], region=region).found
    ]
    assert len(set(touched)) <= 0.01 * len(labelled("civic"))


def test_near_copies_are_told_from_other_statements() -> None:
    found = scores.copies(labelled("pairs"))
    assert found.f1 >= 0.97
    assert found.f1 > scores.copies_by_letters(labelled("pairs"))
    assert found.f1 > scores.copies_by_meaning(labelled("pairs"))


def test_topics_are_concerns_and_no_languages() -> None:
    texts, concerns, languages = of("concerns", "text", "concern", "language")
    assert scores.by_topic(texts, concerns) >= scores.by_words(texts, concerns, 16) + 0.05
    assert scores.by_topic(texts, concerns) >= 0.38
    assert scores.by_topic(texts, languages) <= 0.05


def test_kin_are_nearer_once_the_debates_own_mean_is_taken_out() -> None:
    texts, concerns = of("concerns", "text", "concern")
    assert scores.kin(texts, concerns) >= scores.kin(texts, concerns, lambda vectors: vectors) + 0.05


def test_the_language_of_a_short_message_is_known() -> None:
    texts, languages = of("short", "text", "language")
    rows = list(zip(texts, languages, strict=True))
    assert scores.known_languages(rows) >= 0.99
    assert scores.known_languages([row for row in rows if row[1] == "fr"]) >= 0.99


def test_rude_words_are_hinted_at_and_innocent_ones_hardly_ever() -> None:
    found = scores.rude(labelled("rude"))
    assert found.precision >= 0.95
    assert found.recall >= 0.95


def test_each_sentence_of_a_summary_stands_in_what_it_cites() -> None:
    assert scores.exact_share(of("civic", "text")[0] + of("concerns", "text")[0]) == 1.0
