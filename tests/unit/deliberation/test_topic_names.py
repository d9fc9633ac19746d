"""Topics keep their number while texts come, leave and move."""

from hypothesis import given
from hypothesis import strategies as st

from deliberation.topic_names import numbered

MEMBERS = st.lists(st.integers(0, 5), min_size=1, max_size=40)  # the topic of each text


def members(topic_of: list[int]) -> list[list[int]]:
    return [[text for text, topic in enumerate(topic_of) if topic == each] for each in sorted(set(topic_of))]


def test_the_first_topics_are_numbered_from_one() -> None:
    assert numbered([[1, 2], [3]], {}, 0) == [1, 2]
    assert numbered([], {}, 0) == []


def test_a_topic_keeps_its_number_though_others_have_overtaken_it() -> None:
    assert numbered([[3, 4, 5], [1, 2]], {1: 1, 2: 1, 3: 2}, 2) == [2, 1]


def test_of_two_parts_the_one_with_more_texts_keeps_the_number_and_no_number_comes_back() -> None:
    before = dict.fromkeys(range(5), 7)
    assert numbered([[0, 1], [2, 3, 4]], before, 9) == [10, 7]


def test_together_as_many_texts_as_possible_keep_their_number() -> None:
    """The first topic shares most with 1, but were it 1, the second could not be."""
    assert numbered([[0, 1, 2, 3, 4], [5, 6, 7, 8]], {0: 1, 1: 1, 2: 1, 3: 2, 4: 2, 5: 1, 6: 1, 7: 1, 8: 1}, 2) == [
        2,
        1,
    ]


@given(MEMBERS, st.lists(st.integers(1, 9), max_size=40))
def test_numbers_are_different_and_new_ones_were_never_given(topic_of: list[int], known: list[int]) -> None:
    before = dict(enumerate(known))
    found = numbered(members(topic_of), before, 9)
    assert len(set(found)) == len(found) == len(set(topic_of))
    assert all(number > 9 or number in known for number in found)


@given(MEMBERS)
def test_the_same_topics_keep_all_their_numbers(topic_of: list[int]) -> None:
    here = members(topic_of)
    first = numbered(here, {}, 0)
    before = {text: number for texts, number in zip(here, first, strict=True) for text in texts}
    assert numbered(here[::-1], before, max(first)) == first[::-1]
