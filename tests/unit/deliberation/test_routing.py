"""What somebody is asked next: new first, then what promises most; by lot, which anyone can draw again."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliberation.routing import Offer, priority, route

counts = st.integers(0, 500)
weighed = st.dictionaries(st.text(max_size=4), st.floats(1e-9, 1), min_size=1, max_size=12)


def test_weights_are_those_computed_by_hand() -> None:
    """New: 1. Eight agree, two pass: (10/12 · 10/12)⁴ / 11. Two on either side: (4/6)⁴ / 5."""
    assert priority(0, 0, 0) == 1
    assert priority(8, 0, 2) == pytest.approx((100 / 144) ** 4 / 11)
    assert priority(2, 2, 0) == pytest.approx((2 / 3) ** 4 / 5)


@given(counts, counts, counts)
def test_a_new_statement_weighs_more_than_any_other_and_every_one_something(
    agree: int, disagree: int, passed: int
) -> None:
    assert 0 < priority(agree, disagree, passed) <= 1
    assert (priority(agree, disagree, passed) == 1) == (agree + disagree + passed == 0)


@given(counts, counts, counts)
def test_to_agree_and_to_disagree_weigh_alike_and_to_pass_less(agree: int, disagree: int, passed: int) -> None:
    assert priority(agree, disagree, passed) == priority(disagree, agree, passed)
    assert priority(agree + 1, 0, passed) > priority(agree, 0, passed + 1)


@given(counts)
def test_a_further_vote_on_what_is_clear_makes_room_for_others(agree: int) -> None:
    assert priority(agree + 1, 0, 0) < priority(agree, 0, 0)


@given(weighed, st.text(), st.randoms(use_true_random=False))
def test_a_draw_can_be_repeated_in_any_order(weights: dict[str, float], seed: str, chance: Any) -> None:
    shuffled = dict(chance.sample(list(weights.items()), len(weights)))
    drawn = route(weights, seed)
    assert drawn == route(shuffled, seed)
    assert drawn is not None
    assert drawn.propensity == pytest.approx(weights[drawn.name] / sum(weights.values()))


def test_statements_are_drawn_as_often_as_is_said() -> None:
    weights = {"O-1": 0.5, "O-2": 0.25, "O-3": 0.25}
    drawn = Counter(route(weights, f"seed {number}") for number in range(4000))
    said = {Offer("O-1", 0.5): 2000, Offer("O-2", 0.25): 1000, Offer("O-3", 0.25): 1000}
    assert drawn.keys() == said.keys()
    assert {offer: abs(drawn[offer] - often) < 120 for offer, often in said.items()} == dict.fromkeys(said, True)


def test_nothing_is_drawn_of_nothing_and_the_only_one_of_one() -> None:
    assert (route({}, "seed"), route({"O-1": 0.01}, "seed")) == (None, Offer("O-1", 1.0))


@pytest.mark.parametrize("weight", [0.0, -1.0, float("nan"), float("inf")])
def test_what_is_no_weight_is_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="weight"):
        route({"O-1": 1.0, "O-2": weight}, "seed")


@pytest.mark.parametrize("votes", [(-1, 0, 0), (0, -1, 0), (0, 0, -1), (float("nan"), 0, 0)])
def test_what_is_no_count_is_refused(votes: Any) -> None:
    with pytest.raises(ValueError, match="counted"):
        priority(*votes)
