"""Votes one by one leave what votes at once would: the same sums, the same plane, the same map."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.linalg import subspace_angles

from deliberation.opinion_map import VoteState, assemble, opinion_map
from deliberation.opinion_map.plane import drawn, plane

Given = list[tuple[int, int, int]]

given_votes = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 5), st.integers(-1, 1)), min_size=1, max_size=60)


def after(votes: Given) -> VoteState:
    state = VoteState()
    for participant, statement, value in votes:
        state.put(participant, statement, value)
    return state


def told(state: VoteState) -> list[Any]:
    """Return all that a state says, to be compared with another's, whatever room either keeps."""
    votes = state.votes()
    size = votes.statements
    tables = (state.both, state.sums, state.products)
    return [
        (votes.participants, size),
        [column.tolist() for column in (votes.participant, votes.statement, votes.value)],
        [(table.dtype, table[:size, :size].tobytes(), int(np.abs(table).sum())) for table in tables],
    ]


def debate(seed: int, people: int = 40, statements: int = 12) -> Given:
    chance = np.random.default_rng(seed)
    seen = chance.random((people, statements)) < 0.8
    camp = np.where(np.arange(people) < people // 2, 1, -1)[:, None]
    value = np.where(chance.random((people, statements)) < 0.15, 0, np.where(np.arange(statements) % 3 == 0, 1, camp))
    return [(int(who), int(what), int(value[who, what])) for who, what in np.argwhere(seen)]


def columns(votes: Given) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    participant, statement, value = np.array(votes, dtype=np.int64).reshape(-1, 3).T
    return participant, statement, value


def test_counts_of_three_votes_are_those_made_by_hand() -> None:
    state = after([(0, 0, 1), (0, 1, -1), (1, 1, -1)])
    assert state.both[:2, :2].tolist() == [[1, 1], [1, 2]]
    assert state.sums[:2, :2].tolist() == [[1, 1], [-1, -2]]
    assert state.products[:2, :2].tolist() == [[1, -1], [-1, 2]]


@given(given_votes, st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_the_order_of_votes_leaves_no_trace(votes: Given, chance: Any) -> None:
    kept = [(*pair, value) for pair, value in {(who, what): value for who, what, value in votes}.items()]
    shuffled = chance.sample(kept, len(kept))
    assert told(after(shuffled)) == told(after(kept))


@given(given_votes, st.integers(1, 3))
@settings(max_examples=80, deadline=None)
def test_votes_one_by_one_at_once_or_repeated_leave_the_same_state(votes: Given, times: int) -> None:
    assert told(after(votes * times)) == told(after(votes)) == told(VoteState.of(*columns(votes)))


@given(given_votes, given_votes)
@settings(max_examples=80, deadline=None)
def test_a_vote_taken_back_leaves_no_trace(votes: Given, further: Given) -> None:
    votes = [*votes, (6, 5, 0)]  # the highest numbers are known with and without the further votes
    stays = {(who, what): value for who, what, value in votes}
    state = after(votes)
    for who, what, value in further:
        state.put(who, what, value)
    for who, what, _ in further:
        state.take_back(who, what)
        if (who, what) in stays:
            state.put(who, what, stays[who, what])
    assert told(state) == told(after(votes))


def test_taking_back_what_was_never_given_changes_nothing() -> None:
    state = after([(0, 0, 1)])
    for pair in ((0, 1), (5, 0), (-1, 0), (0, -1)):
        state.take_back(*pair)
    assert told(state) == told(after([(0, 0, 1)]))


@given(st.integers(0, 2**32 - 1), st.integers(3, 30), st.integers(3, 12))
@settings(max_examples=50, deadline=None)
def test_the_square_of_the_centred_matrix_is_the_one_of_its_votes(seed: int, people: int, statements: int) -> None:
    state = after([*debate(seed, people, statements), (0, 0, 1)])
    votes = state.votes()
    matrix = np.full((votes.participants, votes.statements), np.nan)
    matrix[votes.participant, votes.statement] = votes.value
    matrix = matrix[:, votes.texts()]
    centred = np.nan_to_num(matrix - np.nanmean(matrix, axis=0))
    np.testing.assert_allclose(state.square(votes), centred.T @ centred, atol=1e-9)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("people", "statements"), [(40, 12), (9, 30)])
def test_the_plane_after_votes_one_by_one_is_that_of_all_votes(seed: int, people: int, statements: int) -> None:
    votes = debate(seed, people, statements)
    state = after(votes)
    position, axes = plane(assemble(*columns(votes)))
    found = drawn(state.votes(), state.square(state.votes()))
    assert subspace_angles(found.axes[:2].T, axes.T).max() < 1e-6
    np.testing.assert_allclose(found.position, position, atol=1e-8)


def test_the_map_after_votes_one_by_one_shows_what_that_of_all_votes_shows() -> None:
    votes = debate(3, people=60)
    once, found = opinion_map(*columns(votes)), after(votes).opinion_map()
    np.testing.assert_allclose(found.position, once.position, atol=1e-8)
    assert found.group_of.tolist() == once.group_of.tolist()
    assert (found.groups, found.common_ground, found.contention) == (once.groups, once.common_ground, once.contention)
    assert len(found.groups) == 2


def test_without_votes_there_is_an_empty_map() -> None:
    found = VoteState().opinion_map()
    assert (found.position.shape, found.groups, found.participants, found.votes) == ((0, 2), (), 0, 0)
    state = after([(0, 0, 1)])
    state.take_back(0, 0)
    assert (state.opinion_map().participants, state.opinion_map().statements) == (0, 0)


@pytest.mark.parametrize("vote", [(0, 0, 2), (0, 0, float("nan")), (-1, 0, 1), (0, -1, 1), (10_000_000, 10_000_000, 1)])
def test_other_values_and_numbers_are_refused_and_leave_no_trace(vote: Any) -> None:
    state = after([(0, 0, 1)])
    with pytest.raises(ValueError, match=r"participants|vote"):
        state.put(*vote)
    assert told(state) == told(after([(0, 0, 1)]))
