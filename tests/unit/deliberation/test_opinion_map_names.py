"""Groups keep their number and people their side from one map to the next."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberation.opinion_map import OpinionMap, opinion_map
from deliberation.opinion_map.names import facing, named
from tests.unit.deliberation.test_opinion_map import Votes, same_bits, two_camps

labels = st.lists(st.integers(-1, 3), max_size=30)


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ([0, 0, 1, 1], [1, 1, 0, 0], [1, 0]),
        ([0, 0, 1, 1], [0, 0, 1, 1], [0, 1]),
        ([0, 0, 1, 1, 2], [1, 1, 0, 0, -1], [1, 0, 2]),  # a new group gets a new number
        ([0, 0, 1, 1], [2, 2, 0, 1], [2, 0]),  # one of three groups is gone, and its number with it
        ([0, 0, 0, 1], [0, 0, 1, 1], [0, 1]),
        ([0, 0, 0, 1, 1], [0, 0, 1, 0, 0], [1, 0]),  # together three people keep their number, else two
        ([0, 1], [-1, -1], [0, 1]),
        ([0, 1], [], [0, 1]),
        ([0, 0, 1], [1, 1, -1, 0], [1, 2]),  # number 0 was another group's
    ],
)  # fmt: skip
def test_numbers_are_those_of_the_groups_before(now: list[int], before: list[int], expected: list[int]) -> None:
    found = named(np.array(now), max(now) + 1, np.array(before, dtype=np.int64))
    assert found.tolist() == expected


def test_without_a_map_before_numbers_are_counted() -> None:
    assert named(np.array([0, 1, 2]), 3, None).tolist() == [0, 1, 2]


@given(labels, labels)
def test_no_other_naming_lets_more_people_keep_their_number(now: list[int], before: list[int]) -> None:
    count = max(now, default=-1) + 1
    found = named(np.array(now, dtype=np.int64), count, np.array(before, dtype=np.int64))
    assert len(set(found.tolist())) == count

    def staying(names: tuple[int, ...]) -> int:
        return sum(names[new] == old for new, old in zip(now, before, strict=False) if new >= 0)

    assert staying(tuple(found.tolist())) == max(staying(names) for names in permutations(range(8), count))


def test_people_do_not_change_sides() -> None:
    before = np.array([[1.0, 2.0], [-1.0, 1.0]])
    turned = facing(np.array([[-1.0, 2.0], [1.0, 1.0], [3.0, 3.0]]), before)
    assert turned.tolist() == [[1.0, 2.0], [-1.0, 1.0], [-3.0, 3.0]]


def turned(drawn: OpinionMap) -> OpinionMap:
    """Return the same map with the other numbers (of two groups) and seen from the other side."""
    return replace(drawn, position=-drawn.position, group_of=np.array([1, 0, -1])[drawn.group_of])


def three_more(votes: Votes) -> Votes:
    """Return the votes and those of three more people, who think as the last one does."""
    participant, statement, value = votes
    last = participant == participant.max()
    return (
        np.concatenate((participant, *(participant[last] + each for each in (1, 2, 3)))),
        np.concatenate((statement, *[statement[last]] * 3)),
        np.concatenate((value, *[value[last]] * 3)),
    )


def test_a_later_map_keeps_the_numbers_and_sides_of_the_one_before() -> None:
    votes = two_camps()
    before = turned(opinion_map(*votes))
    later = opinion_map(*three_more(votes), previous=before)
    assert later.group_of[:60].tolist() == before.group_of.tolist()
    assert ((later.position[:60] * before.position).sum(axis=0) > 0).all()
    assert {group.id: group.size for group in later.groups} == dict(enumerate(np.bincount(later.group_of).tolist()))


def test_a_map_before_changes_names_only() -> None:
    votes = two_camps()
    plain = opinion_map(*votes)
    assert same_bits(opinion_map(*votes, previous=plain), plain)
    other = opinion_map(*votes, previous=turned(plain))
    assert [replace(group, id=1 - group.id) for group in other.groups] == list(plain.groups)
    assert (other.common_ground, other.contention, other.stability) == (
        plain.common_ground, plain.contention, plain.stability,
    )  # fmt: skip
    assert same_bits(turned(replace(other, groups=plain.groups)), plain)
    assert set(other.representative) == {0, 1}
