"""A city's shares make a whole, in values that people can choose."""

import pytest

from deliberation.strata import ACTORS, AGES, ELSEWHERE, MOST, STRATA, answers_to, fault_in, said_of


@pytest.mark.parametrize(
    ("stratum", "shares", "fault"),
    [
        ("age", [("16-29", 30.0), ("30-44", 70.0)], None),
        ("age", [("16-29", 33.0), ("30-44", 33.0), ("45-59", 33.0)], None),
        ("age", [("16-29", 100.0)], "few"),
        ("age", [], "few"),
        ("age", [("16-29", 30.0), ("thirty", 70.0)], "unknown"),
        ("area", [("Centre", 30.0), ("centre", 70.0)], "twice"),
        ("area", [("Centre", 30.0), ("x" * 41, 70.0)], "long"),
        ("area", [("Centre", 30.0), ("", 70.0)], "long"),
        ("area", [(f"Area {n}", 100 / (MOST + 1)) for n in range(MOST + 1)], "many"),
        ("actor", [("farmer", 30.0), ("shop", 67.9)], "sum"),
        ("actor", [("farmer", 30.0), ("shop", 72.1)], "sum"),
    ],
)
def test_what_is_wrong_with_shares_is_named(stratum: str, shares: list[tuple[str, float]], fault: str | None) -> None:
    assert fault_in(stratum, shares) == fault


def test_one_can_always_live_elsewhere_but_only_once_there_are_areas() -> None:
    assert answers_to("area", ["Centre"]) == ("Centre", ELSEWHERE)
    assert answers_to("area", [ELSEWHERE, "Centre"]) == (ELSEWHERE, "Centre")
    assert (answers_to("area", []), answers_to("age", []), answers_to("actor", [])) == ((), tuple(AGES), ACTORS)


def test_whatever_can_be_said_is_kept_back_in_an_order_that_later_names_do_not_change() -> None:
    areas = ["Nord", ELSEWHERE, "Centre"]
    for stratum in STRATA:
        values = said_of(stratum, areas)
        assert (set(values), len(values)) == (set(answers_to(stratum, areas)), len(set(values)))
        assert said_of(stratum, [*areas, "Sud"])[: len(values)] == values
    assert said_of("area", []) == (ELSEWHERE,)


def test_ages_leave_no_year_out() -> None:
    spans = list(AGES.values())
    assert [first for first, _ in spans] == [0, *(last + 1 for _, last in spans[:-1] if last is not None)]
    assert spans[-1][1] is None
