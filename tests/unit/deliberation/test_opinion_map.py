"""The opinion map: the exact plane, groups that hold, the same bits for the same votes."""

from dataclasses import astuple
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.linalg import subspace_angles
from sklearn.metrics import adjusted_rand_score, silhouette_score

from deliberation.opinion_map import OpinionMap, assemble, opinion_map
from deliberation.opinion_map.clusters import agreement, k_means, k_means_of_each, silhouette
from deliberation.opinion_map.plane import Cells, drawn, nearby, plane

Ints = NDArray[np.int64]
Votes = tuple[Ints, Ints, Ints]

STATEMENTS = 12


def two_camps(people: int = 60, *, statements: int = STATEMENTS, seed: int = 0) -> Votes:
    """Half of the people agree with what the others refuse, on two statements in three; on the rest they are one."""
    chance = np.random.default_rng(seed)
    participant, statement = np.divmod(np.arange(people * statements), statements)
    camp = np.where(participant < people // 2, 1, -1)
    value = np.where(statement % 3 == 0, 1, camp)
    doubt = chance.random(len(value))
    value = np.where(doubt < 0.05, 0, np.where(doubt < 0.1, -value, value))
    return participant, statement, value


def noise(people: int, statements: int, count: int, seed: int) -> Votes:
    chance = np.random.default_rng(seed)
    return (
        chance.integers(0, people, count),
        chance.integers(0, statements, count),
        chance.integers(-1, 2, count),
    )


def same_bits(left: OpinionMap, right: OpinionMap) -> bool:
    """Compare whole maps, arrays by their bytes."""
    return [_bytes(each) for each in astuple(left)] == [_bytes(each) for each in astuple(right)]


def _bytes(value: Any) -> Any:
    return (value.shape, value.dtype, value.tobytes()) if isinstance(value, np.ndarray) else value


# The plane


def by_svd(votes: Votes) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return singular values, axes and Polis positions from numpy's SVD of the mean-imputed matrix."""
    held = assemble(*votes)
    matrix = np.full((held.participants, held.statements), np.nan)
    matrix[held.participant, held.statement] = held.value
    seen = ~np.isnan(matrix)
    mean = np.where(seen, matrix, 0).sum(axis=0) / seen.sum(axis=0)
    centred = np.where(seen, matrix, mean) - mean
    _, singular, axes = np.linalg.svd(centred, full_matrices=False)
    scale = np.sqrt(held.statements / np.maximum(seen.sum(axis=1), 1))
    return singular, axes[:2], centred @ axes[:2].T * scale[:, None]


@pytest.mark.parametrize(("people", "statements"), [(80, 9), (12, 40), (30, 30), (400, 60)])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_plane_is_that_of_the_singular_value_decomposition(people: int, statements: int, seed: int) -> None:
    votes = noise(people, statements, people * statements, seed)
    singular, axes, position = by_svd(votes)
    assert singular[1] > 1.001 * singular[2]  # else the plane is not unique
    found, found_axes = plane(assemble(*votes))
    assert subspace_angles(found_axes.T, axes.T).max() < 1e-6
    same_way = np.sign((found_axes * axes).sum(axis=1))
    np.testing.assert_allclose(found, position * same_way, atol=1e-8)
    np.testing.assert_allclose(opinion_map(*votes).position, found, atol=1e-9)


@given(st.integers(2, 14), st.integers(2, 14), st.integers(0, 2**32 - 1))
@settings(max_examples=100, deadline=None)
def test_the_axes_catch_as_much_as_the_best_plane_does(people: int, statements: int, seed: int) -> None:
    held = assemble(*noise(people, statements, people * statements, seed))
    assume(min(len(set(held.participant)), len(set(held.statement))) > 1)  # a plane needs two of each
    dense = np.zeros((held.participants, held.statements))
    mean = [held.value[held.statement == each].mean() if each in held.statement else 0 for each in range(statements)]
    dense[held.participant, held.statement] = held.value - np.array(mean)[held.statement]
    best = (np.linalg.svd(dense, compute_uv=False)[:2] ** 2).sum()
    _, axes = plane(held)
    assert ((dense @ axes.T) ** 2).sum() == pytest.approx(best, abs=1e-9)


def test_votes_on_one_line_have_no_second_axis() -> None:
    agree, split = [1, 1, 1], [1, -1, 1]
    participant, statement = np.divmod(np.arange(12), 4)
    position, axes = plane(assemble(participant, statement, np.array([agree, split, split, agree]).T.ravel()))
    np.testing.assert_allclose(axes @ axes.T, [[1, 0], [0, 0]], atol=1e-12)
    np.testing.assert_allclose(position[:, 1], 0, atol=1e-12)


def test_of_entries_that_are_alike_the_first_says_which_side_is_positive() -> None:
    participant, statement = np.divmod(np.arange(20 * 4), 4)
    value = np.where((statement < 2) == (participant < 10), 1, -1)
    position, axes = plane(assemble(participant, statement, value))
    np.testing.assert_allclose(axes[0], [0.5, 0.5, -0.5, -0.5], atol=1e-12)
    np.testing.assert_allclose(position[:, 0], [2.0] * 10 + [-2.0] * 10, atol=1e-12)


def test_numbers_of_people_and_statements_without_votes_cost_nothing_and_change_nothing() -> None:
    participant, statement, value = two_camps()
    plain = opinion_map(participant, statement, value)
    apart = opinion_map(participant * 1000 + 7, statement * 500 + 3, value)
    np.testing.assert_array_equal(apart.position[7::1000], plain.position)
    np.testing.assert_array_equal(apart.group_of[7::1000], plain.group_of)
    assert (apart.participants, apart.statements, apart.votes) == (60, STATEMENTS, 60 * STATEMENTS)
    assert np.count_nonzero(apart.group_of >= 0) == 60


# The same bits


def test_another_order_gives_the_same_bits() -> None:
    votes = two_camps()
    order = np.random.default_rng(1).permutation(len(votes[0]))
    assert same_bits(opinion_map(*votes), opinion_map(*(column[order] for column in votes)))


def test_of_arrays_read_backwards_the_last_vote_counts_too() -> None:
    columns = [np.array(column) for column in ([0, 0, 1], [0, 0, 1], [1, -1, 0])]
    assert assemble(*columns).value.tolist() == [-1, 0]
    assert assemble(*(column[::-1] for column in columns)).value.tolist() == [1, 0]


def test_repeated_votes_give_the_same_bits() -> None:
    votes = two_camps()
    assert same_bits(opinion_map(*votes), opinion_map(*(np.tile(column, 3) for column in votes)))


def test_the_kind_of_integers_does_not_matter() -> None:
    votes = two_camps()
    small = opinion_map(votes[0].astype(np.uint16), votes[1].astype(np.int8), votes[2].astype(np.int8))
    assert same_bits(opinion_map(*votes), small)
    assert same_bits(small, opinion_map(*(column.tolist() for column in votes)))


pairs = st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(-1, 1))


@given(st.lists(pairs, min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_sorting_votes_and_filling_a_grid_with_them_come_to_the_same(given_votes: list[tuple[int, int, int]]) -> None:
    people, texts, values = np.array(given_votes, dtype=np.int64).T
    near, far = assemble(people, texts, values), assemble(people * 1_000_000, texts * 1_000_000, values)
    assert [(each // 1_000_000).tolist() for each in (far.participant, far.statement)] == [
        near.participant.tolist(), near.statement.tolist(),
    ]  # fmt: skip
    assert far.value.tolist() == near.value.tolist()


@given(st.lists(pairs, min_size=1, max_size=60), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_last_vote_of_a_pair_counts(given_votes: list[tuple[int, int, int]], chance: Any) -> None:
    last = {(participant, statement): value for participant, statement, value in given_votes}
    kept = [(*pair, value) for pair, value in last.items()]
    chance.shuffle(kept)
    assert same_bits(opinion_map(*zip(*given_votes, strict=True)), opinion_map(*zip(*kept, strict=True)))


def test_a_seed_chooses_the_starts_and_the_same_seed_the_same_map() -> None:
    votes = two_camps()
    assert same_bits(opinion_map(*votes, seed=7), opinion_map(*votes, seed=7))
    assert opinion_map(*votes, seed=0).groups == opinion_map(*votes, seed=7).groups


# Groups


def test_two_camps_are_found_with_what_sets_them_apart_and_what_unites_them() -> None:
    found = opinion_map(*two_camps())
    assert [group.size for group in found.groups] == [30, 30]
    assert sorted(found.group_of.tolist()) == [0] * 30 + [1] * 30
    assert len(set(found.group_of[:30].tolist())) == 1
    assert found.stability > 0.9
    assert {row.statement for row in found.common_ground} == {0, 3, 6, 9}
    assert {row.statement for row in found.contention} == set(range(12)) - {0, 3, 6, 9}
    first = int(found.group_of[0])
    assert {(row.statement % 3 == 0, row.side) for row in found.representative[first]} == {(False, "agree")}
    assert {(row.statement % 3 == 0, row.side) for row in found.representative[1 - first]} == {(False, "disagree")}
    assert all(row.repness > 1 for rows in found.representative.values() for row in rows)


def test_counts_and_shares_of_a_row_are_those_of_the_votes() -> None:
    votes = two_camps()
    for row in opinion_map(*votes).contention:
        values = votes[2][votes[1] == row.statement]
        assert (row.agree, row.disagree, row.votes) == ((values == 1).mean(), (values == -1).mean(), len(values))


@pytest.mark.parametrize("few", [9, 5, 1])
def test_a_camp_of_fewer_than_ten_people_is_not_shown(few: int) -> None:
    participant, statement, value = two_camps(60)
    kept = participant < 30 + few
    found = opinion_map(participant[kept], statement[kept], value[kept])
    assert [group.size for group in found.groups if group.size < 10] == []
    assert np.bincount(found.group_of[found.group_of >= 0]).tolist() == [group.size for group in found.groups]


@given(st.integers(0, 2**32 - 1), st.integers(1, 80), st.integers(1, 15), st.floats(0.05, 1))
@settings(max_examples=40, deadline=None)
def test_no_group_is_ever_small_or_unstable(seed: int, people: int, statements: int, share: float) -> None:
    found = opinion_map(*noise(people, statements, max(1, int(people * statements * share)), seed))
    sizes = np.bincount(found.group_of[found.group_of >= 0]).tolist()
    assert sizes == [group.size for group in found.groups]
    assert [size for size in sizes if size < 10] == []
    assert found.stability >= 0.6 if found.groups else found.stability == 0
    assert sizes == sorted(sizes, reverse=True)


def test_where_opinions_are_random_there_are_no_camps() -> None:
    assert opinion_map(*noise(200, 40, 4000, 5)).groups == ()


def test_who_voted_on_little_is_not_placed() -> None:
    participant, statement, value = two_camps()
    kept = (participant != 3) | (statement < 6)
    found = opinion_map(participant[kept], statement[kept], value[kept])
    assert np.flatnonzero(found.group_of < 0).tolist() == [3]


def test_without_groups_everybody_is_one_and_disagreement_still_shows() -> None:
    participant, statement = np.divmod(np.arange(16 * 3), 3)
    value = np.where(statement == 0, 1, np.where(statement == 1, np.where(participant % 2, 1, -1), 0))
    found = opinion_map(participant, statement, value)
    assert found.groups == ()
    assert [row.statement for row in found.common_ground] == [0]
    assert [row.statement for row in found.contention] == [1]
    assert [row.statement for row in found.uncertain] == [2]


# The edges


def test_nobody_gives_an_empty_map() -> None:
    found = opinion_map([], [], [])
    assert (found.groups, found.common_ground, found.contention, found.uncertain) == ((), (), (), ())
    assert (found.position.shape, found.group_of.shape) == ((0, 2), (0,))
    assert (found.participants, found.statements, found.votes) == (0, 0, 0)


@pytest.mark.parametrize(
    "votes",
    [
        ([0], [0], [1]),
        ([0] * 5, range(5), [1, 0, -1, 1, 1]),
        (range(40), [0] * 40, [1, -1] * 20),
        ([person for person in range(40) for _ in range(8)], list(range(8)) * 40, [1] * 320),
        ([person for person in range(40) for _ in range(8)], list(range(8)) * 40, [0] * 320),
        ([9], [4], [-1]),
    ],
    ids=["one vote", "one voter", "one statement", "all agree", "all pass", "late numbers"],
)
def test_one_voter_or_constant_votes_give_a_map_without_groups(votes: Any) -> None:
    found = opinion_map(*votes)
    assert found.groups == ()
    assert (found.position == 0).all()
    assert (found.group_of == -1).all()
    assert len(found.position) == len(found.group_of) == max(votes[0]) + 1


@pytest.mark.parametrize(
    "votes",
    [
        ([0, 1], [0], [1]),
        ([0], [0], [1, 1]),
        ([0], [0], [2]),
        ([0], [0], [-2]),
        ([-1], [0], [1]),
        ([0], [-1], [1]),
        ([0.5], [0], [1]),
        ([0], [0], [float("nan")]),
        ([[0]], [[0]], [[1]]),
        (["a"], [0], [1]),
    ],
)
def test_other_values_or_lengths_are_refused(votes: Any) -> None:
    with pytest.raises(ValueError, match=r"participant|vote"):
        opinion_map(*votes)


# The parts, beside scikit-learn


@pytest.mark.parametrize("k", [2, 3, 5])
def test_silhouette_and_agreement_are_those_of_scikit_learn(k: int) -> None:
    chance = np.random.default_rng(k)
    points = chance.normal(size=(120, 2))
    labels, _ = k_means(points, k, 0)
    other = chance.integers(0, k, 120)
    assert silhouette(points, labels) == pytest.approx(silhouette_score(points, labels))
    assert agreement(labels, other) == pytest.approx(adjusted_rand_score(labels, other))
    assert agreement(labels, labels) == 1.0


def test_a_part_of_the_votes_is_placed_as_its_own_plane_would_be() -> None:
    held = assemble(*two_camps(200, statements=30))
    seen = np.random.default_rng(0).random(len(held.value)) < 0.9
    exactly, _ = plane(held.without(~seen))
    found = nearby(Cells.of(held), seen[None], drawn(held).axes)[0]
    same_way = np.sign((found * exactly).sum(axis=0))
    assert np.abs(found * same_way - exactly)[:, 0].max() < 1e-6 * np.abs(exactly).max()
    assert agreement(k_means(found, 2, 0)[0], k_means(exactly, 2, 0)[0]) == 1.0


def test_many_clouds_and_numbers_of_groups_at_once_come_out_as_each_by_itself() -> None:
    clouds = np.random.default_rng(5).normal(size=(3, 700, 2)) + 8 * np.random.default_rng(6).integers(
        0, 2, (3, 700, 2)
    )
    labels, centres = k_means_of_each(clouds, (2, 4), 1)
    assert (labels.shape, centres.shape) == ((3, 2, 700), (3, 2, 4, 2))
    for number, cloud in enumerate(clouds):
        for those, at, k in zip(labels[number], centres[number], (2, 4), strict=True):
            alone, alone_at = k_means(cloud, k, 1)
            assert agreement(alone, those) == 1.0
            assert len(set(those.tolist())) == k
            np.testing.assert_allclose(sorted(at[:k].tolist()), sorted(alone_at.tolist()), atol=1e-4)


def test_centres_are_the_means_of_their_people_who_have_no_nearer_one() -> None:
    points = np.random.default_rng(4).normal(size=(6000, 2))  # more than the starts are tried on
    labels, centres = k_means(points, 4, 0)
    np.testing.assert_array_equal(((points[:, None] - centres) ** 2).sum(axis=2).argmin(axis=1), labels)
    np.testing.assert_allclose([points[labels == each].mean(axis=0) for each in range(4)], centres, atol=0.05)
