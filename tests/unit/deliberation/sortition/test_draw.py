"""A panel by lot: quotas always kept, chances as equal as they can be, the same for everybody who repeats the draw."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import nan
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deliberation.sortition import Bound, Draw, InfeasibleQuotas, draw, substitutes
from deliberation.sortition.people import Id, pool_of
from deliberation.sortition.programme import fits, programme

Person = dict[str, Any]
Quotas = dict[str, dict[str, tuple[int, int]]]

# Two women and six men for a panel of four with two of each: each woman surely, each man one time in three.
WOMEN_ARE_FEW = [{"id": f"p{n}", "gender": "F" if n < 2 else "M"} for n in range(8)]
HALF_AND_HALF: Quotas = {"gender": {"F": (2, 2), "M": (2, 2)}}


def is_kept(panel: Sequence[Id], pool: Sequence[Person], quotas: Quotas, size: int) -> bool:
    by_id = {person["id"]: person for person in pool}
    counts = {feature: Counter(by_id[who][feature] for who in panel) for feature in quotas}
    return len({*panel}) == size and all(
        least <= counts[feature][value] <= most
        for feature, values in quotas.items()
        for value, (least, most) in values.items()
    )


def test_whoever_is_needed_is_drawn_and_the_others_share_what_is_left() -> None:
    drawn = draw(WOMEN_ARE_FEW, HALF_AND_HALF, 4, 0)
    expected = {person["id"]: 1.0 if person["gender"] == "F" else 1 / 3 for person in WOMEN_ARE_FEW}
    assert drawn.probabilities == pytest.approx(expected, abs=1e-6)
    assert drawn.bound == pytest.approx(1 / 3)
    assert is_kept(drawn.selected, WOMEN_ARE_FEW, HALF_AND_HALF, 4)


def test_without_quotas_everybody_has_the_same_chance() -> None:
    pool = [{"id": str(n), "here": "yes"} for n in range(30)]
    drawn = draw(pool, {"here": {"yes": (0, 30)}}, 3, "seed")
    assert drawn.probabilities == pytest.approx(dict.fromkeys((str(n) for n in range(30)), 0.1))
    assert {*Counter(who for panel in drawn.lottery for who in panel).values()} == {100}


def test_the_list_has_a_thousand_panels_and_the_drawn_one_stands_at_its_place() -> None:
    drawn = draw(WOMEN_ARE_FEW, HALF_AND_HALF, 4, 7)
    assert len(drawn.lottery) == 1000
    assert drawn.lottery[drawn.place] == drawn.selected


def test_the_order_of_the_pool_and_of_the_quotas_changes_nothing() -> None:
    backwards: Quotas = {"gender": {"M": (2, 2), "F": (2, 2)}}
    assert draw(WOMEN_ARE_FEW[::-1], backwards, 4, 0) == draw(WOMEN_ARE_FEW, HALF_AND_HALF, 4, 0)


def test_seed_zero_is_a_seed_like_any_other() -> None:
    places = [draw(WOMEN_ARE_FEW, HALF_AND_HALF, 4, seed).place for seed in (0, 0, 1, None, "")]
    assert places[0] == places[1]
    assert len({*places[1:]}) == 4


def test_of_a_household_one_is_drawn_at_most() -> None:
    pool = [{"id": f"p{n}", "home": f"h{n // 3}", "gender": "FM"[n % 2]} for n in range(12)]
    drawn = draw(pool, HALF_AND_HALF, 4, 3, household="home")
    homes: dict[Id, str] = {person["id"]: person["home"] for person in pool}
    assert {len({homes[who] for who in panel}) for panel in drawn.lottery} == {4}
    assert sum(drawn.probabilities.values()) == pytest.approx(4)


def test_whoever_fits_no_panel_has_no_chance_and_the_others_are_not_harmed() -> None:
    pool = [*WOMEN_ARE_FEW, {"id": "x", "gender": "X"}]
    quotas: Quotas = {"gender": {**HALF_AND_HALF["gender"], "X": (0, 1)}}
    drawn = draw(pool, quotas, 4, 0)
    assert drawn.probabilities["x"] == 0
    assert drawn.bound == pytest.approx(1 / 3)


def test_quotas_that_contradict_each_other_are_named_with_the_nearest_that_do_not() -> None:
    quotas: Quotas = {"gender": {"F": (3, 4), "M": (1, 4)}, "age": {"young": (0, 4), "old": (0, 4)}}
    pool = [{**person, "age": "young"} for person in WOMEN_ARE_FEW]
    with pytest.raises(InfeasibleQuotas) as raised:
        draw(pool, quotas, 4, 0)
    three_women = Bound("gender", "F", least=True, number=3)
    assert raised.value.conflict == (three_women,)
    assert raised.value.relaxation == ((three_women, 2),)
    assert str(raised.value) == (
        "no panel of 4 keeps all of these: gender = F: at least 3. A panel fits with gender = F: 2 instead of 3"
    )


def test_a_pool_that_is_too_small_is_said_to_be() -> None:
    with pytest.raises(InfeasibleQuotas, match="the pool has too few people"):
        draw(WOMEN_ARE_FEW[:3], {"gender": {"F": (0, 9), "M": (0, 9)}}, 4, 0)


def test_a_solver_that_has_no_answer_does_not_make_quotas_impossible() -> None:
    people = pool_of(WOMEN_ARE_FEW, HALF_AND_HALF)
    assert fits(programme(people, (), 4))
    model = programme(people, (), 4)
    model.setOptionValue("threads", 7)  # HiGHS refuses another number than that with which it began
    with pytest.raises(ArithmeticError, match="without an answer: kNotset"):
        fits(model)


@pytest.mark.parametrize(
    ("pool", "quotas", "size", "said"),
    [
        (WOMEN_ARE_FEW, HALF_AND_HALF, 0, "at least one seat"),
        (WOMEN_ARE_FEW, HALF_AND_HALF, nan, "at least one seat"),
        ([*WOMEN_ARE_FEW, {"id": "x", "gender": None}], HALF_AND_HALF, 4, "x: nothing is said of gender"),
        ([*WOMEN_ARE_FEW, {"id": "x", "gender": nan}], HALF_AND_HALF, 4, "x: nothing is said of gender"),
        ([*WOMEN_ARE_FEW, {"id": "x", "gender": ""}], HALF_AND_HALF, 4, "x: nothing is said of gender"),
        ([*WOMEN_ARE_FEW, {"id": "x"}], HALF_AND_HALF, 4, "x: nothing is said of gender"),
        ([*WOMEN_ARE_FEW, {"gender": "F"}], HALF_AND_HALF, 4, "None: nothing is said of id"),
        ([*WOMEN_ARE_FEW, {"id": "x", "gender": "?"}], HALF_AND_HALF, 4, r"no quota is given for gender = \?"),
        ([*WOMEN_ARE_FEW, WOMEN_ARE_FEW[0]], HALF_AND_HALF, 4, "an id comes twice"),
        (WOMEN_ARE_FEW, {"gender": {"F": (3, 2), "M": (0, 4)}}, 4, "is no quota"),
        (WOMEN_ARE_FEW, {"gender": {"F": (-1, 2), "M": (0, 4)}}, 4, "is no quota"),
        (WOMEN_ARE_FEW, {"gender": {"F": (0, nan), "M": (0, 4)}}, 4, "at least 0 and at most nan is no quota"),
        (WOMEN_ARE_FEW, {"gender": {"F": (0.5, 2), "M": (0, 4)}}, 4, "is no quota"),
    ],
)
def test_what_cannot_be_meant_is_refused(pool: list[Person], quotas: Any, size: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        draw(pool, quotas, size, 0)


def test_where_homes_count_somebody_whose_home_is_not_said_is_refused() -> None:
    with pytest.raises(ValueError, match="p0: nothing is said of home"):
        draw(WOMEN_ARE_FEW, HALF_AND_HALF, 4, 0, household="home")


@pytest.mark.parametrize("pool", [[], WOMEN_ARE_FEW[:1], WOMEN_ARE_FEW[:3]])
def test_of_nobody_or_too_few_no_panel_is_drawn(pool: list[Person]) -> None:
    with pytest.raises(InfeasibleQuotas) as raised:
        draw(pool, {"gender": {"F": (0, 4), "M": (0, 4)}}, 4, 0)
    assert (raised.value.conflict, raised.value.relaxation) == ((), ())
    assert str(raised.value).endswith("the pool has too few people (or households)")


def test_one_person_is_surely_drawn_for_one_seat() -> None:
    drawn = draw([{"id": "p"}], {}, 1, 0)
    assert drawn == Draw(("p",), {"p": 1.0}, [("p",)] * 1000, 1.0, drawn.place)


def test_whoever_is_all_of_the_pool_is_surely_drawn() -> None:
    drawn = draw(WOMEN_ARE_FEW, {"gender": {"F": (0, 8), "M": (0, 8)}}, 8, 0)
    assert drawn.probabilities == pytest.approx(dict.fromkeys((person["id"] for person in WOMEN_ARE_FEW), 1.0))
    assert {*drawn.lottery} == {tuple(person["id"] for person in WOMEN_ARE_FEW)}


def test_ids_and_values_may_be_numbers() -> None:
    pool = [{"id": n, "district": n % 2} for n in range(12)]
    drawn = draw(pool, {"district": {0: (1, 1), 1: (2, 2)}}, 3, 0)  # type: ignore[dict-item]  # as a table has them
    assert sorted(person % 2 for person in drawn.selected if isinstance(person, int)) == [0, 1, 1]
    came = substitutes(pool, {"district": {"0": (1, 1), "1": (2, 2)}}, drawn.selected, drawn.selected[:1], 0)
    assert {*came} & {*drawn.selected} == set()


VALUES = {"gender": "FM", "age": "abc", "place": "xy"}


@st.composite
def pools(draw: Any) -> tuple[list[Person], Quotas, int]:
    """A pool with quotas that a panel chosen from it keeps, one of each home: there is one, then."""
    count = draw(st.integers(1, 24))
    pool = [
        {
            "id": f"p{n}",
            "home": draw(st.integers(1, count)),
            **{feature: draw(st.sampled_from(among)) for feature, among in VALUES.items()},
        }
        for n in range(count)
    ]
    one_a_home = list({person["home"]: person for person in draw(st.permutations(pool))}.values())
    panel = one_a_home[: draw(st.integers(1, len(one_a_home)))]
    return pool, around(panel, draw(st.integers(0, 2))), len(panel)


def around(panel: Sequence[Person], slack: int) -> Quotas:
    counts = {feature: Counter(person[feature] for person in panel) for feature in VALUES}
    return {
        feature: {value: (max(0, counts[feature][value] - slack), counts[feature][value] + slack) for value in among}
        for feature, among in VALUES.items()
    }


@settings(max_examples=40, deadline=None)
@given(pools(), st.booleans())
def test_every_panel_keeps_every_quota_and_the_chances_sum_to_its_size(
    asked: tuple[list[Person], Quotas, int], homes_count: bool
) -> None:
    pool, quotas, size = asked
    drawn: Draw = draw(pool, quotas, size, 0, household="home" if homes_count else None)
    assert all(is_kept(panel, pool, quotas, size) for panel in {*drawn.lottery})
    home = {person["id"]: person["home"] for person in pool}
    assert not homes_count or {len({home[who] for who in panel}) for panel in drawn.lottery} == {size}
    assert sum(drawn.probabilities.values()) == pytest.approx(size, abs=1e-4)
    lowest = min((chance for chance in drawn.probabilities.values() if chance), default=0.0)
    assert drawn.bound - 1e-4 <= lowest <= drawn.bound + 1e-9


@settings(max_examples=15, deadline=None)
@given(pools(), st.randoms(use_true_random=False))
def test_no_order_of_people_or_quotas_changes_a_draw(asked: tuple[list[Person], Quotas, int], mixed: Any) -> None:
    pool, quotas, size = asked
    other = {feature: dict(reversed(values.items())) for feature, values in reversed(quotas.items())}
    once = draw(pool, quotas, size, 0, household="home")
    assert draw(mixed.sample(pool, len(pool)), other, size, 0, household="home") == once


@pytest.mark.parametrize("number", range(12))
def test_the_list_follows_every_chance_to_a_thousandth(number: int) -> None:
    chance = Random(number)
    pool = [{"id": f"p{n}", **{name: chance.choice(among) for name, among in VALUES.items()}} for n in range(30)]
    quotas = around(chance.sample(pool, 11), slack=number % 2)
    drawn = draw(pool, quotas, 11, 0)
    on_the_list = Counter(who for panel in drawn.lottery for who in panel)
    apart = {who: abs(on_the_list[who] - 1000 * likely) for who, likely in drawn.probabilities.items()}
    assert {who: far for who, far in apart.items() if far > 1 + 1e-3} == {}


def panels_within(pool: Sequence[Person], bounds: Sequence[Bound], size: int) -> Iterator[tuple[Person, ...]]:
    """Yield all panels that keep these bounds, by trying them all."""
    for panel in combinations(pool, size):
        counts = Counter((feature, person[feature]) for person in panel for feature in VALUES)
        numbers = [counts[bound.feature, bound.value] for bound in bounds]
        if all(n >= b.number if b.least else n <= b.number for n, b in zip(numbers, bounds, strict=True)):
            yield panel


def fewest_given_way(pool: Sequence[Person], bounds: Sequence[Bound], size: int) -> int:
    """Return by how many people, summed, the panel that is nearest to the bounds misses them."""
    return min(
        sum(max(0, b.number - n if b.least else n - b.number) for b in bounds for n in [counts[b.feature, b.value]])
        for panel in combinations(pool, size)
        for counts in [Counter((feature, person[feature]) for person in panel for feature in VALUES)]
    )


@st.composite
def hard_to_please(draw: Any) -> tuple[list[Person], Quotas, int]:
    """A tiny pool, and quotas that nobody has looked at beside it."""
    people = draw(st.lists(st.tuples(*map(st.sampled_from, VALUES.values())), min_size=2, max_size=6))
    pool = [{"id": f"p{n}", **dict(zip(VALUES, values, strict=True))} for n, values in enumerate(people)]
    sides = st.tuples(st.integers(0, 3), st.integers(0, 3)).map(lambda both: (min(both), max(both)))
    quotas = {feature: {value: draw(sides) for value in among} for feature, among in VALUES.items()}
    return pool, quotas, draw(st.integers(1, len(pool)))


@settings(max_examples=150, deadline=None)
@given(hard_to_please())
def test_where_no_panel_fits_the_conflict_is_smallest_and_the_relaxation_nearest(
    asked: tuple[list[Person], Quotas, int],
) -> None:
    pool, quotas, size = asked
    said = [
        Bound(feature, value, least=least, number=quotas[feature][value][0 if least else 1])
        for feature, least in product(VALUES, (True, False))
        for value in VALUES[feature]
    ]
    if any(panels_within(pool, said, size)):
        assert is_kept(draw(pool, quotas, size, 0).selected, pool, quotas, size)
        return
    with pytest.raises(InfeasibleQuotas) as raised:
        draw(pool, quotas, size, 0)
    conflict, moved = raised.value.conflict, dict(raised.value.relaxation)
    assert {*conflict} <= {*said}
    assert not any(panels_within(pool, conflict, size))
    assert all(any(panels_within(pool, [b for b in conflict if b != left_out], size)) for left_out in conflict)
    assert sum(abs(bound.number - number) for bound, number in moved.items()) == fewest_given_way(pool, said, size)
    eased = [Bound(b.feature, b.value, least=b.least, number=moved.get(b, b.number)) for b in said]
    assert any(panels_within(pool, eased, size))


def test_substitutes_come_from_the_same_seed_and_keep_the_quotas() -> None:
    drawn = draw(WOMEN_ARE_FEW, HALF_AND_HALF, 4, 0)
    gone = [who for who in drawn.selected if who not in {"p0", "p1"}][:1]
    came = substitutes(WOMEN_ARE_FEW, HALF_AND_HALF, drawn.selected, gone, 0)
    assert came == substitutes(WOMEN_ARE_FEW[::-1], HALF_AND_HALF, drawn.selected, gone, 0)
    assert is_kept([*({*drawn.selected} - {*gone}), *came], WOMEN_ARE_FEW, HALF_AND_HALF, 4)


def test_where_nobody_can_take_a_place_it_is_said() -> None:
    drawn = draw(WOMEN_ARE_FEW, HALF_AND_HALF, 4, 0)
    with pytest.raises(InfeasibleQuotas):
        substitutes(WOMEN_ARE_FEW, HALF_AND_HALF, drawn.selected, ["p0"], 0)


def test_a_substitute_is_of_no_household_that_sits() -> None:
    pool = [{"id": f"p{n}", "home": f"h{n % 5}", "gender": "FM"[n % 2]} for n in range(10)]
    drawn = draw(pool, HALF_AND_HALF, 4, 1, household="home")
    came = substitutes(
        pool, {"gender": {"F": (0, 4), "M": (0, 4)}}, drawn.selected, drawn.selected[:1], 1, household="home"
    )
    homes: dict[Id, str] = {person["id"]: person["home"] for person in pool}
    assert len({homes[who] for who in (*drawn.selected[1:], *came)}) == 4
