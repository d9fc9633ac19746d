"""What moderators changed holds: in the order of their acts, whatever is said later, and no text is lost by it."""

import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from deliberation.similarity import Vectors, word_statistics
from deliberation.topic_edits import Edit, Edited, Merged, Parted, Renamed
from deliberation.topics import Topics, topics

CANTEEN = ["La cantine sert trop de viande", "La cantine sert trop peu de viande", "La cantine sert de la viande"]
ROADS = [f"Les routes sont pleines de {what}" for what in ("camions", "voitures", "motos")]
TEXTS = CANTEEN + ROADS
NAMES = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3, unique=True).map(tuple)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(Renamed, NAMES, st.sampled_from(["Un titre", "Un autre"])),
    st.builds(Merged, NAMES, NAMES),
    st.builds(Parted, NAMES, NAMES),
)


def found(texts: list[str], *edits: Edit) -> Topics:
    return topics(texts, embed=word_statistics, edits=edits)


def groups(topics: Topics, texts: list[str]) -> set[frozenset[str]]:
    return {frozenset(texts[index] for index in members) for members in topics.members}


def desk(labels: list[int], space: list[list[float]]) -> Edited:
    vectors: Vectors = np.array(space, dtype=np.float32)
    return Edited(np.array(labels), [f"text {n}" for n in range(len(labels))], vectors)


def named(*numbers: int) -> tuple[str, ...]:
    return tuple(f"text {n}" for n in numbers)


def test_before_anybody_changed_them_there_are_two_topics() -> None:
    assert groups(found(TEXTS), TEXTS) == {frozenset(CANTEEN), frozenset(ROADS)}


def test_a_title_stays_with_its_topic_and_the_last_one_counts() -> None:
    assert found(TEXTS, Renamed((CANTEEN[0],), "Cantine")).titles[0] == "Cantine"
    renamed = found(
        TEXTS, Renamed((ROADS[0],), "Trafic"), Renamed((CANTEEN[0],), "Cantine"), Renamed((ROADS[1],), "Rue")
    )
    assert renamed.titles == ("Cantine", "Rue")


def test_two_topics_are_one_with_the_title_of_the_second() -> None:
    titles = Renamed((CANTEEN[0],), "Cantine"), Renamed((ROADS[0],), "Trafic")
    assert found(TEXTS, *titles, Merged((CANTEEN[1],), (ROADS[1],))).titles == ("Trafic",)
    assert found(TEXTS, titles[0], Merged((CANTEEN[1],), (ROADS[1],))).titles == ("Cantine",)


def test_texts_are_a_topic_of_their_own_with_all_that_say_the_same() -> None:
    texts = [*TEXTS, CANTEEN[0]]
    parted = found(texts, Parted((CANTEEN[0],), (CANTEEN[1], CANTEEN[2])))
    assert groups(parted, texts) == {frozenset({CANTEEN[0]}), frozenset(CANTEEN[1:]), frozenset(ROADS)}
    assert parted.topic_of[0] == parted.topic_of[-1]


def test_texts_of_several_topics_can_be_one() -> None:
    parted = found(TEXTS, Parted((CANTEEN[0], ROADS[0]), (CANTEEN[1], CANTEEN[2])))
    assert groups(parted, TEXTS) == {frozenset({CANTEEN[0], ROADS[0]}), frozenset(CANTEEN[1:]), frozenset(ROADS[1:])}


def test_an_edit_acts_on_what_the_edits_before_have_made() -> None:
    parted = Parted((CANTEEN[0],), (CANTEEN[1], CANTEEN[2]))
    again = found(TEXTS, parted, Merged((CANTEEN[0],), (ROADS[0],)))
    assert groups(again, TEXTS) == {frozenset({CANTEEN[0], *ROADS}), frozenset(CANTEEN[1:])}


def test_what_comes_later_goes_to_the_nearer_of_what_was_parted() -> None:
    """Texts 0 and 1 were parted from 2 and 3; since then came 4, beside the former, and 5, beside the latter."""
    table = desk([0] * 6, [[1, 0], [1, 0.1], [0, 1], [0.1, 1], [0.9, 0.2], [0.2, 0.9]])
    table.apply(Parted(named(0, 1), named(2, 3)))
    assert table.labels.tolist() == [1, 1, 0, 0, 1, 0]


def test_what_comes_later_and_is_found_beside_parted_texts_alone_follows_them_if_it_is_not_the_most() -> None:
    table = desk([0, 1, 1, 2, 2, 2], [[1, 0]] * 6)
    table.apply(Parted(named(1, 3), named(0)))
    assert table.labels.tolist() == [0, 3, 3, 3, 2, 2]


def test_most_of_the_named_texts_decide_which_topic_is_meant_of_equals_the_first() -> None:
    for names, topic in ((named(0, 2, 3), 1), (named(0, 2), 0), (named(2, 0), 1)):
        table = desk([0, 0, 1, 1], [[1, 0]] * 4)
        table.apply(Renamed(names, "Titre"))
        assert table.titles == {topic: "Titre"}


def test_an_edit_of_which_nothing_is_left_changes_nothing() -> None:
    gone = ("Ce que personne ne dit plus",)
    edits = Renamed(gone, "Titre"), Merged(gone, (ROADS[0],)), Merged((ROADS[0],), gone), Parted(gone, (ROADS[0],))
    assert found(TEXTS, *edits) == found(TEXTS)


@given(st.lists(EDITS, max_size=6), st.lists(st.sampled_from(TEXTS), min_size=1, max_size=9), st.randoms())
@settings(max_examples=150, deadline=None)
def test_no_text_is_lost_and_the_order_of_texts_changes_nothing(
    edits: list[Edit], texts: list[str], chance: random.Random
) -> None:
    order = chance.sample(range(len(texts)), len(texts))
    once, again = found(texts, *edits), found([texts[index] for index in order], *edits)
    assert [once.topic_of[index] for index in order] == list(again.topic_of)
    assert (once.titles, once.keywords) == (again.titles, again.keywords)
    assert sorted(index for members in once.members for index in members) == list(range(len(texts)))
    assert [len(members) for members in once.members] == sorted(map(len, once.members), reverse=True)


@given(st.lists(st.sampled_from(TEXTS), max_size=9))
@settings(max_examples=60, deadline=None)
def test_a_parting_survives_whatever_is_said_later(later: list[str]) -> None:
    texts = [*TEXTS, *later]
    parted = found(texts, Parted((CANTEEN[0],), (CANTEEN[1], CANTEEN[2])))
    assert parted.topic_of[0] not in {parted.topic_of[1], parted.topic_of[2]}


@given(st.lists(st.sampled_from(TEXTS), max_size=9))
@settings(max_examples=60, deadline=None)
def test_a_merger_and_a_title_survive_whatever_is_said_later(later: list[str]) -> None:
    texts = [*TEXTS, *later]
    merged = found(texts, Merged((CANTEEN[0],), (ROADS[0],)), Renamed((CANTEEN[1],), "La ville"))
    assert merged.topic_of[0] == merged.topic_of[len(CANTEEN)]
    assert merged.titles[merged.topic_of[1]] == "La ville"
