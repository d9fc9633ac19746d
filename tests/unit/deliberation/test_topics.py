"""Topics: every text in one, the same whatever the order, titles that can be read."""

import random
from time import process_time
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deliberation.lengths import TITLE, shortened
from deliberation.similarity import unit, word_statistics
from deliberation.topic_edits import Parted
from deliberation.topics import MOST_AT_ONCE, Topics, group, topics

CONCERNS = {
    "canteen": [
        "Pourquoi la cantine sert-elle de la viande tous les jours ?",
        "La cantine peut-elle servir moins de viande chaque jour ?",
        "Why does the canteen serve meat every day?",
        "¿Por qué el comedor sirve carne todos los días?",
        "为什么学校食堂每天都供应肉？",
    ],
    "price": [
        "Combien coûte un kilo de viande bio au marché ?",
        "Le prix de la viande bio au marché est-il juste ?",
        "How much does a kilo of organic meat cost?",
        "¿Cuánto cuesta un kilo de carne ecológica?",
        "有机肉一公斤多少钱？",
    ],
    "slaughter": [
        "Faut-il des caméras dans les abattoirs ?",
        "Pourquoi ne pas filmer les abattoirs avec des caméras ?",
        "Should there be cameras in slaughterhouses?",
        "¿Debe haber cámaras en los mataderos?",
        "屠宰场应该安装摄像头吗？",
    ],
}
TEXTS = [text for each in CONCERNS.values() for text in each] * 3
CONCERN_OF = [concern for concern, each in CONCERNS.items() for _ in each] * 3


def crudely(texts: list[str], **options: object) -> Topics:
    return topics(texts, embed=word_statistics, **options)  # type: ignore[arg-type]


def test_texts_of_one_concern_share_a_topic_across_languages() -> None:
    """The only test here that loads the model."""
    found = topics(TEXTS)
    pairs = {(concern, topic) for concern, topic in zip(CONCERN_OF, found.topic_of, strict=True)}
    assert len(pairs) == len(found.titles) == 3
    assert all(title in CONCERNS[concern] for concern, topic in pairs for title in [found.titles[topic]])
    assert found == topics(TEXTS, languages=["fr"] * len(TEXTS), seed=5)


@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=40), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_another_order_gives_the_same_topics(texts: list[str], chance: random.Random) -> None:
    order = chance.sample(range(len(texts)), len(texts))
    once, again = crudely(texts), crudely([texts[index] for index in order])
    assert [once.topic_of[index] for index in order] == list(again.topic_of)
    assert (once.titles, once.keywords) == (again.titles, again.keywords)
    assert [texts[index] for index in once.medoid] == [texts[order[index]] for index in again.medoid]


@given(st.lists(st.text(max_size=30), max_size=40))
@settings(max_examples=60, deadline=None)
def test_every_text_has_a_topic_the_largest_first(texts: list[str]) -> None:
    found = crudely(texts)
    sizes = np.bincount(found.topic_of, minlength=len(found.titles)).tolist() if texts else []
    assert len(found.topic_of) == len(texts)
    assert sizes == sorted(sizes, reverse=True)
    assert 0 not in sizes
    assert len(found.titles) == len(found.medoid) == len(found.keywords) == len(sizes)
    assert all(found.topic_of[index] == topic for topic, index in enumerate(found.medoid))
    assert all(len(title) <= TITLE for title in found.titles)


def test_equal_texts_share_a_topic() -> None:
    found = crudely(["Moins de viande", "Où me garer en ville ?", "Moins de viande", "Moins de viande"])
    assert found.topic_of == (0, 1, 0, 0)
    assert found.titles == ("Moins de viande", "Où me garer en ville ?")


def test_no_text_gives_no_topic_and_one_gives_one() -> None:
    assert topics([]) == Topics((), (), (), (), ())
    assert crudely(["La viande"]) == Topics((0,), ("La viande",), (0,), (("viande",),), ((0,),))


def many(count: int) -> tuple[list[str], np.ndarray[Any, np.dtype[np.float32]]]:
    """Return texts that speak of fifty concerns, and where each lies."""
    chance, middles = np.random.default_rng(0), np.eye(50, 64, dtype=np.float32)
    vectors = middles[np.arange(count) % 50] + chance.normal(0, 0.02, (count, 64)).astype(np.float32)
    return [f"concern {n % 50} text {n}" for n in range(count)], unit(vectors)


@pytest.mark.parametrize("count", [MOST_AT_ONCE, MOST_AT_ONCE + 1, 10_000])
def test_however_many_texts_there_are_each_is_in_the_topic_of_its_concern(count: int) -> None:
    texts, vectors = many(count)
    start = process_time()
    labels = group(texts, vectors)
    assert process_time() - start < 10  # seconds; it takes one
    assert {len(set(labels[concern::50].tolist())) for concern in range(50)} == {1}
    assert len(set(labels.tolist())) == 50


def test_among_very_many_texts_topics_and_edits_stay_as_more_come() -> None:
    texts, vectors = many(10_000)
    place = {text: index for index, text in enumerate(texts)}
    parted = Parted((texts[0],), tuple(texts[50:400:50]))

    def found(given: list[str]) -> Topics:
        return topics(given, embed=lambda asked: vectors[[place[text] for text in asked]], edits=[parted])

    before, after = found(texts[:9_000]), found(texts)
    assert (len(before.titles), len(after.titles)) == (51, 51)
    assert sorted(index for members in after.members for index in members) == list(range(10_000))
    assert after.topic_of[0] not in {after.topic_of[index] for index in range(50, 400, 50)}
    pairs = set(zip(before.topic_of, after.topic_of, strict=False))
    assert len(pairs) == 51  # whoever shared a topic shares one


def test_keywords_are_what_the_others_do_not_speak_of_as_people_write_it() -> None:
    cameras, prices = "Des caméras dans les abattoirs", "Le juste prix au marché"
    found = crudely([cameras, f"{cameras} ?", prices, f"{prices} !"])
    assert [set(words) for words in found.keywords] == [{"caméras", "abattoirs"}, {"juste", "prix", "marché"}]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Une  question\ncourte ?", "Une question courte ?"),
        ("m" * 120, "m" * 120),
        ("m" * 121, "m" * 119 + "…"),
        ("mot " * 40, "mot " * 28 + "mot…"),
    ],
)
def test_a_title_is_cut_at_a_words_end(text: str, short: str) -> None:
    assert len(shortened(text)) <= TITLE
    assert shortened(text) == short
