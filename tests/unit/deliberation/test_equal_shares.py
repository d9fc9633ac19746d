"""The Method of Equal Shares beside a slow implementation in fractions, and the promises of the contract."""

import random
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from hashlib import sha256
from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deliberation.equal_shares import Miss, Selection, add1, ejr_plus_violations, equal_shares, exact
from deliberation.equal_shares.election import election_of
from deliberation.equal_shares.purchases import Outcome, purchase_throughout

Costs = dict[str, int]
Approvals = list[frozenset[str]]
Utility = Literal["cost", "cardinality"]

ITEMS = "abcdef"
NOTHING = Selection(selected=(), payments={}, filled=(), missed={})


@st.composite
def elections(draw: st.DrawFn) -> tuple[Costs, Approvals, int]:
    items = ITEMS[: draw(st.integers(1, len(ITEMS)))]
    costs = {item: draw(st.integers(0, 60)) for item in items}
    approvals = draw(st.lists(st.frozensets(st.sampled_from(items)), max_size=7))
    return costs, approvals, draw(st.integers(0, 150))


# The method as its paper tells it: fractions, no types of voters, no bounds on prices.


def slowly(costs: Costs, approvals: Approvals, budget: int, utility: Utility, tie_seed: str) -> tuple[Any, Any, Any]:
    """Return what is selected, paid and filled, with Add1 and the utilitarian fill."""
    count = {item: sum(item in approved for approved in approvals) for item in costs}

    def tie(item: str) -> tuple[Fraction, int, str]:
        return Fraction(costs[item], count[item]), -count[item], sha256(f"{tie_seed}|{item}".encode()).hexdigest()

    supported = [item for item in costs if count[item]]
    share = Fraction(budget, max(1, len(approvals)))
    paid = bought_slowly(costs, approvals, share, utility, tie)
    while len(paid) < len(supported):
        share = Fraction(share.numerator // share.denominator + 1)
        more = bought_slowly(costs, approvals, share, utility, tie)
        if sum(costs[item] for item in more) > budget:
            break
        paid = more
    left, filled = budget - sum(costs[item] for item in paid), []
    for item in sorted(set(supported) - paid.keys(), key=lambda item: (-count[item], tie(item))):
        if costs[item] <= left:
            filled.append(item)
            left -= costs[item]
    return (*paid, *filled), paid, tuple(filled)


def bought_slowly(
    costs: Costs, approvals: Approvals, share: Fraction, utility: Utility, tie: Any
) -> dict[str, dict[int, Fraction]]:
    left = dict.fromkeys(range(len(approvals)), share)
    supporters = {item: [voter for voter in left if item in approvals[voter]] for item in costs}
    free = [item for item in costs if costs[item] == 0 and supporters[item]]
    paid = {item: dict.fromkeys(supporters[item], Fraction(0)) for item in sorted(free, key=tie)}
    while True:
        offers = []
        for item in set(costs) - paid.keys():
            held = [left[voter] for voter in supporters[item]]
            if held and sum(held) >= costs[item]:
                payment = highest_payment(costs[item], sorted(held))
                offers.append((payment / costs[item] if utility == "cost" else payment, tie(item), item, payment))
        if not offers:
            return paid
        _, _, item, payment = min(offers)
        paid[item] = {voter: min(left[voter], payment) for voter in supporters[item]}
        for voter, amount in paid[item].items():
            left[voter] -= amount


def highest_payment(cost: int, held: list[Fraction]) -> Fraction:
    """Return p with Σ min(held, p) = cost: the poorest give all they have, the others share the rest evenly."""
    rest = Fraction(cost)
    for position, amount in enumerate(held):
        if amount * (len(held) - position) >= rest:
            return rest / (len(held) - position)
        rest -= amount
    raise AssertionError("they hold enough")


@given(elections(), st.sampled_from(["cost", "cardinality"]), st.sampled_from(["", "2026-11-22"]))
@settings(max_examples=150, deadline=None)
def test_the_quick_way_and_the_slow_way_choose_the_same(
    election: tuple[Costs, Approvals, int], utility: Utility, tie_seed: str
) -> None:
    chosen = equal_shares(*election, utility=utility, tie_seed=tie_seed)
    selected, paid, filled = slowly(*election, utility, tie_seed)
    assert (chosen.selected, chosen.filled) == (selected, filled)
    assert {item: rounded(payers) for item, payers in chosen.payments.items()} == {
        item: rounded(payers) for item, payers in paid.items()
    }


@given(elections(), st.sampled_from(["cost", "cardinality"]), st.lists(st.integers(0, 2), min_size=6, max_size=6))
@settings(max_examples=100, deadline=None)
def test_prices_that_floats_cannot_tell_apart_are_told_apart(
    election: tuple[Costs, Approvals, int], utility: Utility, more: list[int]
) -> None:
    costs, approvals, budget = election
    vast = {item: cost * 10**17 + more[place] for place, (item, cost) in enumerate(costs.items())}
    chosen = equal_shares(vast, approvals, budget * 10**17, utility=utility, completion=None)
    count = {item: sum(item in approved for approved in approvals) for item in costs}

    def tie(item: str) -> tuple[Fraction, int, str]:
        return Fraction(vast[item], count[item]), -count[item], sha256(f"|{item}".encode()).hexdigest()

    share = Fraction(budget * 10**17, max(1, len(approvals)))
    assert chosen.selected == tuple(bought_slowly(vast, approvals, share, utility, tie))


@given(elections(), st.sampled_from(["cost", "cardinality"]))
@settings(max_examples=100, deadline=None)
def test_the_amounts_of_a_purchase_are_its_cost_exactly(
    election: tuple[Costs, Approvals, int], utility: Utility
) -> None:
    costs, approvals, budget = election
    voted = election_of(costs, approvals, utility, "")
    ledger = exact.purchase(voted, Fraction(budget, max(1, len(approvals))))
    everybody = np.arange(len(voted.weights))
    assert ledger.held(everybody) == len(approvals) * ledger.share - sum(costs[voted.items[n]] for n in ledger.bought)
    assert all(held >= 0 for held in ledger.each(everybody))


@given(elections(), st.sampled_from(["cost", "cardinality"]))
@settings(max_examples=60, deadline=None)
def test_floats_and_fractions_raise_the_parts_as_far_and_a_wrong_word_is_not_confirmed(
    election: tuple[Costs, Approvals, int], utility: Utility
) -> None:
    costs, approvals, budget = election
    voted, part = election_of(costs, approvals, utility, ""), Fraction(budget, max(1, len(approvals)))
    quick, slow = (add1.raised(voted, part, Fraction(budget), step) for step in (add1.quickly, add1.exactly))
    assert (quick.share, quick.bought) == (slow.share, slow.bought)
    ledger = exact.purchase(voted, quick.share)
    assert add1.confirmed(ledger, quick, Fraction(budget))
    assert not add1.confirmed(
        ledger, Outcome(quick.share, (*quick.bought, 99), quick.payments, False), Fraction(budget)
    )


@given(elections(), st.integers(1, 40), st.integers(2, 40))
@settings(max_examples=100, deadline=None)
def test_what_surely_is_the_same_with_every_part_between_is_the_same(
    election: tuple[Costs, Approvals, int], part: int, further: int
) -> None:
    costs, approvals, _ = election
    voted = election_of(costs, approvals, "cost", "")
    before = add1.exactly(voted, Fraction(part), None)
    if purchase_throughout(voted, Fraction(part + further), before):
        between = [exact.purchase(voted, Fraction(part + step)).bought for step in range(further + 1)]
        assert between == [list(before.bought)] * len(between)


@given(elections())
@settings(max_examples=150, deadline=None)
def test_so_many_more_supporters_would_have_sufficed_and_one_less_not(election: tuple[Costs, Approvals, int]) -> None:
    costs, approvals, part = election
    chosen = equal_shares(costs, approvals, part * len(approvals), completion=None)
    spent = [
        sum(Fraction(payers.get(voter, 0)) for payers in chosen.payments.values()) for voter in range(len(approvals))
    ]
    for item, miss in chosen.missed.items() if part and approvals else ():
        held = sum(part - spent[voter] for voter, approved in enumerate(approvals) if item in approved)
        assert miss.short == pytest.approx(float(max(0, costs[item] - held)), abs=1e-6)
        assert held + (miss.more - 1) * part < costs[item] + 1e-6 or (miss.more == 1 and not costs[item])
        joined = [*approvals, *[frozenset({item})] * miss.more]
        assert item in equal_shares(costs, joined, part * len(joined), completion=None).selected


@given(elections(), st.integers(1, 4), st.data())
@settings(max_examples=100, deadline=None)
def test_an_item_that_wins_more_supporters_is_not_lost_for_it(
    election: tuple[Costs, Approvals, int], joining: int, data: st.DataObject
) -> None:
    """It holds while the parts stay as they are: who joins brings theirs."""
    costs, approvals, part = election
    chosen = equal_shares(costs, approvals, part * len(approvals), completion=None)
    item = data.draw(st.sampled_from(sorted(costs)))
    joined = [*approvals, *[frozenset({item})] * joining]
    again = equal_shares(costs, joined, part * len(joined), completion=None)
    assert item in again.selected or item not in chosen.selected


@given(elections(), st.integers(2, 3), st.sampled_from(["cost", "cardinality"]))
@settings(max_examples=100, deadline=None)
def test_a_town_twice_as_large_chooses_the_same(
    election: tuple[Costs, Approvals, int], times: int, utility: Utility
) -> None:
    costs, approvals, budget = election
    once = equal_shares(costs, approvals, budget, utility=utility, completion=None)
    twice = equal_shares(costs, approvals * times, budget, utility=utility, completion=None)
    assert twice.selected == once.selected


@given(elections(), st.sampled_from(["add1", None]))
@settings(max_examples=100, deadline=None)
def test_payments_sum_to_costs_and_nobody_pays_for_what_they_do_not_want_or_beyond_the_budget(
    election: tuple[Costs, Approvals, int], completion: Literal["add1"] | None
) -> None:
    costs, approvals, budget = election
    chosen = equal_shares(*election, completion=completion)
    assert {item: round(sum(payers.values()), 6) for item, payers in chosen.payments.items()} == {
        item: costs[item] for item in chosen.selected if item not in chosen.filled
    }
    assert all(item in approvals[voter] for item, payers in chosen.payments.items() for voter in payers)
    assert sum(costs[item] for item in chosen.selected) <= budget
    assert sorted([*chosen.selected, *chosen.missed]) == sorted(costs)


@given(elections())
@settings(max_examples=100, deadline=None)
def test_without_completion_nobody_pays_more_than_their_share(election: tuple[Costs, Approvals, int]) -> None:
    costs, approvals, budget = election
    chosen = equal_shares(costs, approvals, budget, completion=None)
    spent = [sum(payers.get(voter, 0.0) for payers in chosen.payments.values()) for voter in range(len(approvals))]
    assert [each for each in spent if each > budget / len(approvals) + 1e-6] == []
    assert chosen.filled == ()


@given(elections(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_another_order_of_items_and_voters_changes_nothing(
    election: tuple[Costs, Approvals, int], chance: random.Random
) -> None:
    costs, approvals, budget = election
    order = chance.sample(range(len(approvals)), len(approvals))
    items = chance.sample(list(costs), len(costs))
    once = equal_shares(costs, approvals, budget)
    again = equal_shares({item: costs[item] for item in items}, [approvals[voter] for voter in order], budget)
    assert (again.selected, again.filled, again.missed) == (once.selected, once.filled, once.missed)
    assert {
        item: {order[voter]: paid for voter, paid in payers.items()} for item, payers in again.payments.items()
    } == (once.payments)


def test_a_thousand_random_elections_leave_no_group_short() -> None:
    chance = random.Random(20261122)
    short = []
    for _ in range(1000):
        costs, approvals, budget = an_election(chance)
        for completion in ("add1", None):
            chosen = equal_shares(costs, approvals, budget, completion=completion)
            short += ejr_plus_violations(costs, approvals, budget, set(chosen.selected))
    assert short == []


def test_the_check_on_proportionality_can_fail() -> None:
    costs, approvals = {"a": 60, "b": 40}, [{"a"}] * 6 + [{"b"}] * 4
    assert ejr_plus_violations(costs, approvals, 100, {"a"}) == ["b"]
    assert ejr_plus_violations(costs, approvals, 100, {"a", "b"}) == []


def test_each_group_gets_its_share_of_the_time() -> None:
    meat, plants = {"farm", "butcher", "fair"}, {"beans", "lentils"}
    approvals = [meat] * 60 + [plants] * 40
    chosen = equal_shares(dict.fromkeys(sorted(meat | plants), 20), approvals, 100)
    assert set(chosen.selected) == meat | plants
    assert {item: sorted(payers) for item, payers in chosen.payments.items() if item in plants} == {
        "beans": list(range(60, 100)),
        "lentils": list(range(60, 100)),
    }


def test_what_was_missed_says_by_how_much() -> None:
    chosen = equal_shares({"a": 60, "b": 60}, [{"a"}] * 2 + [{"b"}], 90, completion=None)
    assert chosen == Selection(
        selected=("a",), payments={"a": {0: 30.0, 1: 30.0}}, filled=(), missed={"b": Miss(short=30.0, more=1)}
    )


def test_a_small_agenda_reckoned_by_hand() -> None:
    """Each holds 10. "a" takes 6 + 6, as cheap as "b" but less by supporter; then one has 4 left for "b", the other
    gives 9; "c" costs 6 and its one supporter has 4. With parts of 11 they give 5 + 8, and 5 are left for "c"; parts of
    12 would buy all three, for 31.
    """
    costs, approvals = {"a": 12, "b": 13, "c": 6}, [{"a", "c"}, {"a", "b"}, {"b"}]
    assert equal_shares(costs, approvals, 30, completion=None) == Selection(
        selected=("a", "b"),
        payments={"a": {0: 6.0, 1: 6.0}, "b": {1: 4.0, 2: 9.0}},
        filled=(),
        missed={"c": Miss(short=2.0, more=1)},
    )
    assert equal_shares(costs, approvals, 30) == Selection(
        selected=("a", "b"),
        payments={"a": {0: 6.0, 1: 6.0}, "b": {1: 5.0, 2: 8.0}},
        filled=(),
        missed={"c": Miss(short=1.0, more=1)},
    )


def test_one_person_gets_what_they_want_as_far_as_the_time_goes() -> None:
    chosen = equal_shares({"a": 30, "b": 20, "c": 20}, [{"a", "b"}], 50)
    assert (set(chosen.selected), chosen.missed) == ({"a", "b"}, {"c": Miss(short=20.0, more=1)})


def test_all_who_want_the_same_pay_the_same() -> None:
    chosen = equal_shares({"a": 30, "b": 20}, [{"a", "b"}] * 4, 40)
    assert chosen == Selection(
        selected=("b",),
        payments={"b": dict.fromkeys(range(4), 5.0)},
        filled=(),
        missed={"a": Miss(short=2.0, more=1)},  # the parts have risen to 12
    )


def test_what_costs_more_than_the_whole_budget_is_missed() -> None:
    chosen = equal_shares({"palace": 1000}, [{"palace"}] * 10, 100)
    assert (chosen.selected, chosen.missed) == ((), {"palace": Miss(short=10.0, more=1)})


def test_ties_go_by_cost_per_supporter_then_supporters_then_the_public_seed() -> None:
    assert equal_shares({"dear": 20, "cheap": 10}, [{"dear", "cheap"}] * 2, 30).selected == ("cheap", "dear")
    assert equal_shares({"one": 5, "two": 10}, [{"one"}, {"two"}, {"two"}], 15).selected == ("two", "one")
    twins, approvals = dict.fromkeys(ITEMS, 10), [set(ITEMS)] * 3
    for seed in ("", "a", "b"):
        by_hash = sorted(ITEMS, key=lambda item: sha256(f"{seed}|{item}".encode()).hexdigest())
        assert equal_shares(twins, approvals, 60, tie_seed=seed).selected == tuple(by_hash)


def test_what_costs_nothing_is_taken_if_anybody_wants_it() -> None:
    chosen = equal_shares({"free": 0, "unwanted": 0, "a": 10}, [{"free", "a"}], 10)
    assert chosen == Selection(
        selected=("free", "a"),
        payments={"free": {0: 0.0}, "a": {0: 10.0}},
        filled=(),
        missed={"unwanted": Miss(short=0.0, more=1)},
    )


def test_the_fill_takes_what_still_fits_and_nobody_pays_for_it() -> None:
    chosen = equal_shares({"big": 60, "b": 40, "c": 40}, [{"big"}, {"big"}, {"b"}, {"c"}], 100)
    by_hash = min("bc", key=lambda item: sha256(f"|{item}".encode()).hexdigest())
    assert (chosen.selected, chosen.filled) == (("big", by_hash), (by_hash,))
    assert chosen.payments == {"big": {0: 30.0, 1: 30.0}}


@pytest.mark.parametrize("completion", ["add1", None])
def test_nobody_or_nothing_gives_an_empty_agenda(completion: Literal["add1"] | None) -> None:
    assert equal_shares({}, [], 0, completion=completion) == NOTHING
    assert equal_shares({}, [set(), set()], 100, completion=completion) == NOTHING
    assert equal_shares({"a": 10}, [], 100, completion=completion).selected == ()
    assert equal_shares({"a": 10}, [{"a"}], 0, completion=completion).selected == ()


def test_costs_may_be_a_list() -> None:
    assert equal_shares([10, 20], [{0}, {1}, {1}], 30).selected == (1, 0)


def test_a_budget_smaller_than_the_number_of_people_is_shared_in_parts() -> None:
    chosen = equal_shares({"a": 3, "b": 2}, [{"a"}] * 6 + [{"b"}] * 4, 5, completion=None)
    assert set(chosen.selected) == {"a", "b"}


def test_a_dear_item_of_one_person_does_not_make_add1_count_for_ever() -> None:
    costs = {"all": 10, "mine": 10**9, "yours": 10**9}
    chosen = equal_shares(costs, [{"all", "mine"}, {"all", "yours"}, {"all"}], 10**9 + 10)
    assert (chosen.selected[0], len(chosen.selected), len(chosen.filled)) == ("all", 2, 1)


@pytest.mark.parametrize(
    ("costs", "approvals", "budget"),
    [
        ({"a": -1}, [{"a"}], 10),
        ({"a": 1}, [{"a"}], -10),
        ({"a": float("nan")}, [{"a"}], 10),
        ({"a": 1}, [{"a"}], float("nan")),
        ({"a": 1}, [{"a"}], float("inf")),
        ({"a": 1}, [{"a", "b"}], 10),
        ([1, 2], [{2}], 10),
    ],
)
def test_negative_and_unknown_values_are_refused(
    costs: Any, approvals: Sequence[AbstractSet[Any]], budget: Any
) -> None:
    with pytest.raises(ValueError, match=r"negative|without a cost"):
        equal_shares(costs, approvals, budget)


@pytest.mark.parametrize("wrong", [{"utility": "joy"}, {"completion": "add2"}])
def test_an_unknown_rule_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="utility is"):
        equal_shares({"a": 1}, [{"a"}], 1, **wrong)


def an_election(chance: random.Random) -> tuple[Costs, Approvals, int]:
    costs = {item: chance.randint(1, 60) for item in ITEMS}
    keen = chance.random()
    people = range(chance.randint(1, 12))
    approvals = [frozenset(item for item in costs if chance.random() < keen) for _ in people]
    return costs, approvals, chance.randint(0, 200)


def rounded(payers: Mapping[int, float | Fraction]) -> dict[int, float]:
    return {voter: round(float(amount), 6) for voter, amount in payers.items()}
