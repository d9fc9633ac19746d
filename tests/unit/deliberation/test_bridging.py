"""The bridging score: what both camps like stands above what the larger one alone loves, however large it is."""

from dataclasses import astuple
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from deliberation.opinion_map.bridging import FACTOR, INTERCEPT, Bridging, Fit, Side, bridging, fitted

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Votes = tuple[Ints, Ints, Ints]

LOVED, REFUSED, SHARED = 0, 8, 12  # by the larger camp, by the smaller one, by most on either side


def camps(large: int, small: int, *, seed: int = 0) -> Votes:
    """Eight statements are the larger camp's, four the smaller one's; of the last, 65 % like it on either side."""
    chance = np.random.default_rng(seed)
    shares = np.array([(0.95, 0.1)] * 8 + [(0.1, 0.95)] * 4 + [(0.65, 0.65)])
    participant, statement = np.divmod(np.arange((large + small) * len(shares)), len(shares))
    likely = shares[statement, (participant >= large).astype(int)]
    return participant, statement, np.where(chance.random(len(likely)) < likely, 1, -1)


def noise(people: int, statements: int, count: int, seed: int) -> Votes:
    chance = np.random.default_rng(seed)
    return chance.integers(0, people, count), chance.integers(0, statements, count), chance.integers(-1, 2, count)


def bits(found: Bridging) -> list[Any]:
    return [each.tobytes() if isinstance(each, np.ndarray) else each for each in astuple(found)[:-1]]


# What it is for


@pytest.mark.parametrize(("large", "small"), [(700, 300), (850, 150), (950, 50), (40, 20)])
def test_what_both_camps_like_stands_above_what_the_larger_camp_alone_loves(large: int, small: int) -> None:
    votes = camps(large, small)
    mean = np.bincount(votes[1], votes[2]) / np.bincount(votes[1])
    found = bridging(*votes)
    assert mean[LOVED] > mean[SHARED]  # by counting heads it is the other way round
    assert found.score.argmax() == SHARED
    assert found.score[REFUSED : REFUSED + 4].max() < found.score[SHARED]


def test_the_camps_stand_on_two_sides() -> None:
    leaning = bridging(*camps(60, 25)).leaning
    side = np.sign(leaning[0])
    assert (np.sign(leaning).astype(int) * int(side)).tolist() == [1] * 60 + [-1] * 25


def test_more_voters_make_a_narrower_interval() -> None:
    participant, statement, _ = camps(200, 100)
    kept = (statement != SHARED) | (participant % 10 == 0)
    few, many = (
        bridging(*(column[chosen] for column in camps(200, 100))) for chosen in (kept, np.full_like(kept, True))
    )
    assert (few.votes[SHARED], many.votes[SHARED]) == (30, 300)
    assert 2 * (many.high - many.low)[SHARED] < (few.high - few.low)[SHARED]
    assert (few.low <= few.score).all()
    assert (few.score <= few.high).all()


# By hand


def test_where_everybody_agrees_with_one_and_refuses_the_other_the_scores_are_those_computed_by_hand() -> None:
    """Ten people, one statement all +1, one all −1.

    Nobody leans, μ = 0; with two average votes beside the ten, b = ±10/12. What is left over of each vote is 1/6, and
    the error that over √12.
    """
    participant, statement = np.divmod(np.arange(20), 2)
    found = bridging(participant, statement, 1 - 2 * statement)
    margin = 1.959964 / 6 / np.sqrt(12)
    np.testing.assert_allclose(found.score, [10 / 12, -10 / 12], atol=2e-3)
    np.testing.assert_allclose(found.high - found.score, [margin, margin], atol=2e-3)
    np.testing.assert_allclose([found.mean, *found.leaning], 0, atol=5e-3)
    assert found.votes.tolist() == [10, 10]


def cost(votes: Votes, fit: Fit) -> float:
    """Return what the model minimises, written as it stands in the paper: means of squares."""
    participant, statement, value = votes
    missed = ((value - fit.expected(participant, statement)) ** 2).mean()
    ridges = [
        weight * (side[:, column] ** 2).mean()
        for side in (fit.people, fit.texts)
        for column, weight in ((0, INTERCEPT), (1, FACTOR))
    ]
    return float(missed + sum(ridges))


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=60, deadline=None)
def test_no_model_nearby_costs_less(seed: int) -> None:
    chance = np.random.default_rng(seed)
    participant, statement, value = camps(20, 12, seed=seed)
    kept = chance.random(len(value)) < 0.7
    kept[:13] = kept[::13] = True  # everybody and everything has a vote
    votes = participant[kept], statement[kept], value[kept]
    as_float = votes[2].astype(np.float64)
    found = fitted(Side.of(votes[0], votes[1], as_float), Side.of(votes[1], votes[0], as_float))
    for size in (0.3, 0.01):
        moved = Fit(
            found.mean + size * chance.normal(),
            found.people + size * chance.normal(size=found.people.shape),
            found.texts + size * chance.normal(size=found.texts.shape),
        )
        assert cost(votes, found) <= cost(votes, moved)


def sparse(large: int, small: int) -> Votes:
    """Three in ten votes of two camps; everybody and everything has one."""
    participant, statement, value = camps(large, small)
    kept = np.random.default_rng(0).random(len(value)) < 0.3
    kept[:13] = kept[::13] = True
    return participant[kept], statement[kept], value[kept]


def equals(fit: Fit, shift: float) -> list[Fit]:
    """Return four models that expect the same votes: see `_settled` for what can move."""
    (mean, people, texts), base = (fit.mean, fit.people, fit.texts), np.array([shift, 0])
    return [
        Fit(mean + shift, people - base, texts),
        Fit(mean, people - base[::-1], texts + base * texts[:, [1]]),
        Fit(mean, people + base * people[:, [1]], texts - base[::-1]),
        Fit(mean, people * [1, 1 + shift], texts / [1, 1 + shift]),
    ]


@pytest.mark.parametrize("shift", [0.01, -0.01])
@pytest.mark.parametrize("sizes", [(85, 15), (30, 20)])
def test_of_all_models_that_expect_the_same_votes_it_is_the_cheapest(sizes: tuple[int, int], shift: float) -> None:
    participant, statement, value = votes = sparse(*sizes)
    as_float = value.astype(np.float64)
    found = fitted(Side.of(participant, statement, as_float), Side.of(statement, participant, as_float))
    expected = found.expected(participant, statement)
    for other in equals(found, shift):
        np.testing.assert_allclose(other.expected(participant, statement), expected, atol=1e-9)
        assert cost(votes, found) < cost(votes, other)


# The same bits


@given(st.integers(0, 2**32 - 1), st.integers(1, 12), st.integers(1, 9), st.integers(1, 80))
@settings(max_examples=60, deadline=None)
def test_order_and_repetition_change_no_bit(seed: int, people: int, statements: int, count: int) -> None:
    participant, statement, value = noise(people, statements, count, seed)
    last = {(who, what): each for who, what, each in zip(participant, statement, value, strict=True)}
    rows = np.array([(*pair, each) for pair, each in last.items()] * 2)
    np.random.default_rng(seed).shuffle(rows)
    assert bits(bridging(participant, statement, value)) == bits(bridging(*rows.T))


def test_numbers_without_votes_change_nothing() -> None:
    participant, statement, value = camps(60, 25)
    plain, apart = bridging(participant, statement, value), bridging(participant * 9 + 4, statement * 5 + 2, value)
    assert plain.score.tolist() == apart.score[2::5].tolist()
    assert plain.leaning.tolist() == apart.leaning[4::9].tolist()
    assert np.count_nonzero(apart.votes) == np.count_nonzero(apart.high) == len(plain.score)


def test_who_has_which_number_does_not_matter() -> None:
    participant, statement, value = camps(60, 25)
    people, texts = np.random.default_rng(1).permutation(85), np.random.default_rng(2).permutation(13)
    plain, other = bridging(participant, statement, value), bridging(people[participant], texts[statement], value)
    np.testing.assert_allclose(other.score[texts], plain.score, atol=1e-4)
    np.testing.assert_allclose(other.high[texts], plain.high, atol=1e-4)


def test_whoever_means_the_opposite_gets_the_opposite() -> None:
    participant, statement, value = camps(60, 25)
    plain, other = bridging(participant, statement, value), bridging(participant, statement, -value)
    np.testing.assert_allclose(other.score, -plain.score, atol=1e-4)
    np.testing.assert_allclose(other.low, -plain.high, atol=1e-4)


# The edges


def test_nobody_has_no_scores() -> None:
    found = bridging([], [], [])
    assert [len(each) for each in (found.score, found.low, found.high, found.votes, found.leaning)] == [0] * 5


@pytest.mark.parametrize(
    ("votes", "mean"),
    [
        (([3], [2], [1]), 1.0),
        (([0] * 4, range(4), [1] * 4), 1.0),
        ((range(40), [0] * 40, [1] * 40), 1.0),
        ((range(40), [0] * 40, [0] * 40), 0.0),
        (([0, 0, 1, 1], [0, 1, 0, 1], [-1] * 4), -1.0),
    ],
    ids=["one vote", "one person", "one statement", "all pass", "all disagree"],
)
def test_where_all_votes_are_equal_no_statement_stands_out(votes: Any, mean: float) -> None:
    found = bridging(*votes)
    assert found.mean == mean
    assert [float(np.abs(each).max()) for each in (found.score, found.low, found.high, found.leaning)] == [0.0] * 4


@pytest.mark.parametrize("value", [float("nan"), 2, -2, 0.5, "agree"])
def test_other_values_are_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"participant|vote"):
        bridging([0], [0], [value])
