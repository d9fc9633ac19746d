"""Where one person stands: from their own votes and the groups' means, the same for any order."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberation.standing import Standing, standing

NAMES = [f"O-{number}" for number in range(1, 11)]
FOR = dict.fromkeys(NAMES, 0.8)
AGAINST = dict.fromkeys(NAMES, -0.8)
GROUPS = {0: FOR, 1: AGAINST}
TOPICS = [NAMES[:3], NAMES[3:6], NAMES[6:]]
UNITING = {"O-1": 1, "O-2": -1, "O-3": 1, "U-1": 1, "U-2": -1}


def test_a_person_is_told_what_they_share_with_everybody_and_whom_they_are_near_to() -> None:
    """Seven agree, three disagree, the three of the second topic; `U-1` agree, `U-2` not voted on."""
    votes = {name: -1 if name in TOPICS[1] else 1 for name in NAMES} | {"U-1": 1}
    assert standing(votes, UNITING, GROUPS, TOPICS) == Standing(agreed=3, voted=4, nearest=0, nearer=((1, 1),))


def test_to_pass_is_to_have_voted_but_not_to_agree() -> None:
    found = standing({"O-1": 0, "O-2": 0}, UNITING, {}, [])
    assert found == Standing(agreed=0, voted=2, nearest=None, nearer=())


@pytest.mark.parametrize(("count", "nearest"), [(6, None), (7, 0)])
def test_seven_votes_are_enough_to_tell_which_group_is_nearest(count: int, nearest: int | None) -> None:
    assert standing(dict.fromkeys(NAMES[:count], 1), {}, GROUPS, []).nearest == nearest


@pytest.mark.parametrize(("count", "nearer"), [(2, ()), (3, ((0, 1),))])
def test_three_votes_are_enough_within_a_topic(count: int, nearer: tuple[tuple[int, int], ...]) -> None:
    votes = dict.fromkeys(NAMES[3:], 1) | dict.fromkeys(NAMES[:count], -1)
    assert standing(votes, {}, GROUPS, [NAMES[:3]]) == Standing(0, 0, 0, nearer)


def test_whoever_stands_between_two_groups_is_near_to_neither() -> None:
    votes = {name: number % 2 * 2 - 1 for number, name in enumerate(NAMES)}
    assert standing(votes, {}, GROUPS, [NAMES]) == Standing(0, 0, None, ())


@pytest.mark.parametrize("groups", [{}, {0: FOR}, {0: FOR, 1: {}}])
def test_without_two_groups_nobody_is_near_to_one(groups: dict[int, dict[str, float]]) -> None:
    assert standing(dict.fromkeys(NAMES, 1), {}, groups, TOPICS) == Standing(0, 0, None, ())


def test_nobody_voted_nobody_stands_anywhere() -> None:
    assert standing({}, UNITING, GROUPS, TOPICS) == Standing(0, 0, None, ())


@given(
    st.dictionaries(st.sampled_from(NAMES), st.sampled_from((-1, 0, 1))),
    st.lists(st.dictionaries(st.sampled_from(NAMES), st.floats(-1, 1), min_size=8), max_size=4),
    st.randoms(use_true_random=False),
)
def test_the_order_of_votes_and_statements_does_not_matter(
    votes: dict[str, int], means: list[dict[str, float]], chance: Any
) -> None:
    def shuffled(each: dict[str, Any]) -> dict[str, Any]:
        return dict(chance.sample(list(each.items()), len(each)))

    plain = standing(votes, UNITING, dict(enumerate(means)), TOPICS)
    other = standing(shuffled(votes), shuffled(UNITING), {n: shuffled(each) for n, each in enumerate(means)}, TOPICS)
    assert plain == other
    assert 0 <= plain.agreed <= plain.voted <= len(UNITING)


@pytest.mark.parametrize(
    ("votes", "groups"),
    [({"O-1": 2}, {}), ({"O-1": float("nan")}, {}), ({}, {0: {"O-1": float("nan")}}), ({}, {0: {"O-1": 1.5}})],
)
def test_what_is_no_vote_is_refused(votes: Any, groups: Any) -> None:
    with pytest.raises(ValueError, match="vote"):
        standing(votes, {}, groups, [])
