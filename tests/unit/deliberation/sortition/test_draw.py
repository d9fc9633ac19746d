"""A panel by lot: quotas always kept, chances as equal as they can be, the same for everybody who repeats the draw."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deliberation.sortition import Bound, Draw, InfeasibleQuotas, draw, substitutes

Person = dict[str, str]
Quotas = dict[str, dict[str, tuple[int, int]]]

# Two women and six men for a panel of four with two of each: each woman surely, each man one time in three.
WOMEN_ARE_FEW = [{"id": f"p{n}", "gender": "F" if n < 2 else "M"} for n in range(8)]
HALF_AND_HALF: Quotas = {"gender": {"F": (2, 2), "M": (2, 2)}}


def is_kept(panel: Sequence[str], pool: Sequence[Person], quotas: Quotas, size: int) -> bool:
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
    homes = {person["id"]: person["home"] for person in pool}
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


@pytest.mark.parametrize(
    ("pool", "quotas", "size", "said"),
    [
        (WOMEN_ARE_FEW, HALF_AND_HALF, 0, "at least one seat"),
        ([*WOMEN_ARE_FEW, {"id": "x", "gender": "?"}], HALF_AND_HALF, 4, r"no quota is given for gender = \?"),
        ([*WOMEN_ARE_FEW, WOMEN_ARE_FEW[0]], HALF_AND_HALF, 4, "an id comes twice"),
        (WOMEN_ARE_FEW, {"gender": {"F": (3, 2), "M": (0, 4)}}, 4, "is no quota"),
        (WOMEN_ARE_FEW, {"gender": {"F": (-1, 2), "M": (0, 4)}}, 4, "is no quota"),
    ],
)
def test_what_cannot_be_meant_is_refused(pool: list[Person], quotas: Quotas, size: int, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        draw(pool, quotas, size, 0)


@st.composite
def pools(draw: Any) -> tuple[list[Person], Quotas, int]:
    """A pool with quotas that a panel chosen from it keeps: there is one, then."""
    values = {"gender": "FM", "age": "abc", "place": "xy"}
    count = draw(st.integers(4, 24))
    pool = [
        {"id": f"p{n}", **{feature: draw(st.sampled_from(among)) for feature, among in values.items()}}
        for n in range(count)
    ]
    size = draw(st.integers(1, count))
    panel = draw(st.permutations(pool))[:size]
    counts = {feature: Counter(person[feature] for person in panel) for feature in values}
    slack = st.integers(0, 2)
    quotas = {
        feature: {v: (max(0, counts[feature][v] - draw(slack)), counts[feature][v] + draw(slack)) for v in among}
        for feature, among in values.items()
    }
    return pool, quotas, size


@settings(max_examples=40, deadline=None)
@given(pools())
def test_every_panel_keeps_every_quota_and_the_chances_sum_to_its_size(
    asked: tuple[list[Person], Quotas, int],
) -> None:
    pool, quotas, size = asked
    drawn: Draw = draw(pool, quotas, size, 0)
    assert all(is_kept(panel, pool, quotas, size) for panel in {*drawn.lottery})
    assert sum(drawn.probabilities.values()) == pytest.approx(size, abs=1e-4)
    lowest = min((chance for chance in drawn.probabilities.values() if chance), default=0.0)
    assert drawn.bound - 1e-4 <= lowest <= drawn.bound + 1e-9


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
    homes = {person["id"]: person["home"] for person in pool}
    assert len({homes[who] for who in (*drawn.selected[1:], *came)}) == 4
