"""A timetable keeps all rules, or says which cannot be kept; it is comfortable, steady, and the same each time."""

import importlib.util
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings

from deliberation.timetable import (
    Discomfort,
    InfeasibleTimetable,
    Place,
    Programme,
    Rule,
    Session,
    Span,
    Timetable,
    Weights,
    discomfort,
    timetable,
    violations,
)
from deliberation.timetable.feasible import feasible
from deliberation.timetable.grid import grid_of
from deliberation.timetable.rules import rules_of
from deliberation.timetable.search import first_fit
from tests.unit.deliberation.timetable.made import (
    CELLAR,
    HALL,
    NINE,
    NOON,
    TEN,
    can_be_kept,
    every_plan,
    programme,
    programmes,
    talk,
)

exactly = pytest.mark.skipif(
    importlib.util.find_spec("ortools") is None, reason='ortools is not installed: pip install "palabre[timetable]"'
)


def lowest(asked: Programme) -> int | None:
    """Return the least discomfort of all right timetables."""
    plans = every_plan(asked, [session.id for session in asked.sessions])
    return min((discomfort(asked, plan).total for plan in plans if not violations(asked, plan)), default=None)


def outcome(asked: Programme) -> Timetable | InfeasibleTimetable:
    try:
        return timetable(asked)
    except InfeasibleTimetable as impossible:
        return impossible


@given(asked=programmes())
@settings(max_examples=60, deadline=None)
def test_a_timetable_is_found_wherever_there_is_one_and_keeps_all_rules(asked: Programme) -> None:
    least, made = lowest(asked), outcome(asked)
    assert isinstance(made, Timetable) == (least is not None)
    if isinstance(made, Timetable) and least is not None:
        assert violations(asked, made.places) == []
        assert made.discomfort == discomfort(asked, made.places)
        assert made.least <= least <= made.discomfort.total


@given(asked=programmes())
@settings(max_examples=60, deadline=None)
def test_of_a_conflict_no_rule_can_be_left_out(asked: Programme) -> None:
    made = outcome(asked)
    assume(isinstance(made, InfeasibleTimetable))
    if isinstance(made, InfeasibleTimetable):
        named = {*made.conflict}
        assert not can_be_kept(asked, named)
        assert [rule for rule in named if not can_be_kept(asked, named - {rule})] == []


@exactly
@given(asked=programmes())
@settings(max_examples=60, deadline=None)
def test_the_exact_method_is_as_comfortable_as_the_best_of_all(asked: Programme) -> None:
    least = lowest(asked)
    if least is None:
        with pytest.raises(InfeasibleTimetable):
            timetable(asked, method="exact")
    else:
        made = timetable(asked, method="exact")
        assert violations(asked, made.places) == []
        assert (made.discomfort.total, made.least, made.is_optimal) == (least, least, True)


@exactly
@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (
            programme(*(talk(name, starts=[NINE]) for name in "ab"), rooms=(HALL, CELLAR), want_both={("a", "b"): 3}),
            Discomfort(clashes=3, gaps=0, moves=0, total=3),
        ),
        (
            programme(
                *(talk(name, 15, speakers=["ada"], starts=[start]) for name, start in (("a", NINE), ("b", TEN - 15)))
            ),
            Discomfort(clashes=0, gaps=2, moves=0, total=2),
        ),
        (
            programme(
                talk("a", starts=[NINE]), talk("b"), previous={"a": Place(TEN, "hall"), "b": Place(NINE, "hall")}
            ),
            Discomfort(clashes=0, gaps=0, moves=2, total=20),
        ),
    ],
)
def test_what_nobody_can_be_spared_is_proven(asked: Programme, wanted: Discomfort) -> None:
    made = timetable(asked, method="exact")
    assert (made.discomfort, made.least) == (wanted, wanted.total)


@given(asked=programmes())
@settings(max_examples=40, deadline=None)
def test_the_integer_programme_finds_a_timetable_wherever_there_is_one(asked: Programme) -> None:
    grid = grid_of(asked, rules_of(asked))
    found = feasible(grid)
    assert (found is None) == (lowest(asked) is None)
    if found is not None:
        assert violations(asked, grid.plan(found)) == []


def test_what_stands_in_the_way_gives_place() -> None:
    """First fit begins with a at nine and b after it, which leaves nothing to c."""
    asked = programme(
        talk("a", 15, starts=[NINE, NINE + 45]),
        talk("b", 30, starts=[NINE, NINE + 15]),
        talk("c", 15, starts=[NINE + 15, NINE + 30]),
    )
    grid = grid_of(asked, rules_of(asked))
    found = first_fit(grid, 0)
    assert found is not None
    assert grid.plan(found) == {"a": Place(NINE + 45, "hall"), "b": Place(NINE, "hall"), "c": Place(NINE + 30, "hall")}


def test_a_programme_without_sessions_has_an_empty_timetable() -> None:
    assert timetable(programme()).places == {}


def test_whom_many_want_to_hear_both_are_not_at_the_same_time() -> None:
    asked = programme(talk("a"), talk("b"), talk("c"), talk("d"), rooms=(HALL, CELLAR), want_both={("a", "d"): 9})
    places = timetable(asked).places
    assert places["a"].starts != places["d"].starts
    assert timetable(asked).is_optimal


def test_a_speaker_does_not_wait_between_two_sessions() -> None:
    own = [talk(name, speakers=["ada"]) for name in "ab"]
    asked = programme(*own, *(talk(name) for name in "cdef"), opening=(Span(NINE, NOON),))
    places = timetable(asked).places
    assert abs(places["a"].starts - places["b"].starts) == 30


def test_what_was_announced_stays_where_it_was_when_a_session_comes_in() -> None:
    before = programme(talk("a"), talk("b"), opening=(Span(NINE, NOON),))
    announced = timetable(before).places
    after = replace(
        before, sessions=(talk("new", starts=[announced["a"].starts]), *before.sessions), previous=announced
    )
    made = timetable(after)
    assert made.places["b"] == announced["b"]
    assert made.discomfort == Discomfort(clashes=0, gaps=0, moves=1, total=10)


def test_a_move_is_worth_it_where_enough_people_gain() -> None:
    asked = programme(
        *(talk(name) for name in "ab"),
        rooms=(HALL, CELLAR),
        previous={"a": Place(NINE, "hall"), "b": Place(NINE, "cellar")},
    )
    assert timetable(replace(asked, want_both={("a", "b"): 9})).places == asked.previous
    assert timetable(replace(asked, want_both={("a", "b"): 11})).discomfort.moves == 1
    assert timetable(replace(asked, want_both={("a", "b"): 9}, weights=Weights(clash=2))).discomfort.moves == 1


def test_the_same_seed_gives_the_same_timetable_in_any_order_of_equal_things() -> None:
    pairs = {(one, other): ord(one) * ord(other) % 7 for one in "abcdef" for other in "abcdef" if one < other}
    asked = programme(*(talk(name) for name in "abcdef"), rooms=(HALL, CELLAR), opening=(Span(NINE, TEN + 30),))
    once = replace(asked, want_both=pairs)
    turned = replace(asked, want_both={(other, one): people for (one, other), people in reversed(pairs.items())})
    assert timetable(once, seed=5) == timetable(once, seed=5) == timetable(turned, seed=5)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (programme(talk("a", seats=101)), "a takes place (30 minutes); a needs 101 seats"),
        (programme(talk("a", 61)), "a takes place (61 minutes)"),
        (programme(talk("a", features=["loop", "ramp"])), "a takes place (30 minutes); a needs a room with loop"),
        (
            programme(talk("a"), talk("b", 45), talk("c", 15)),
            "a takes place (30 minutes); b takes place (45 minutes)",
        ),
        (
            programme(
                talk("a", speakers=["ada"]), talk("b"), away={"ada": (Span(0, NINE + 15), Span(NINE + 40, NOON))}
            ),
            (
                "a takes place (30 minutes); ada is away from day 1 00:00 to day 1 09:15; "
                "ada is away from day 1 09:40 to day 1 12:00"
            ),
        ),
        (
            programme(talk("a", after=["b"]), talk("b", after=["c"]), talk("c", after=["a"]), opening=(Span(0, NOON),)),
            (
                "a takes place (30 minutes); b takes place (30 minutes); c takes place (30 minutes); "
                "a comes after b; b comes after c; c comes after a"
            ),
        ),
        (
            programme(talk("a", after=["b"]), talk("b"), rooms=(HALL, CELLAR), opening=(Span(NINE, NINE + 45),)),
            "a takes place (30 minutes); b takes place (30 minutes); a comes after b",
        ),
        (
            programme(*(talk(name, 60, speakers=["ada"]) for name in "ab"), rooms=(HALL, CELLAR)),
            "a takes place (60 minutes); b takes place (60 minutes); ada is in one place at a time",
        ),
        (
            programme(talk("a", 45, apart=["b"]), talk("b"), talk("c", 15), rooms=(HALL, CELLAR)),
            "a takes place (45 minutes); b takes place (30 minutes); a and b are not at the same time",
        ),
        (
            programme(talk("a", starts=[NINE]), talk("b", starts=[NINE])),
            (
                "a takes place (30 minutes); b takes place (30 minutes); a begins at one of its fixed times; "
                "b begins at one of its fixed times"
            ),
        ),
    ],
)
def test_what_cannot_be_kept_together_is_named_and_nothing_else(asked: Programme, words: str) -> None:
    with pytest.raises(InfeasibleTimetable) as raised:
        timetable(asked)
    assert str(raised.value) == f"no timetable keeps all of these: {words}"


def test_a_conflict_has_codes_and_parameters_for_every_language() -> None:
    with pytest.raises(InfeasibleTimetable) as raised:
        timetable(programme(talk("a", seats=101), talk("b")))
    assert raised.value.conflict == (Rule("takes_place", ("a", 30)), Rule("seats", ("a", 101)))


@pytest.mark.parametrize(
    ("sessions", "more", "words"),
    [
        ([talk("a"), talk("a")], {}, "an id comes twice"),
        ([talk("a")], {"rooms": (HALL, HALL)}, "an id comes twice"),
        ([talk("a", 0)], {}, "a takes no time"),
        ([talk("a", starts=[NINE + 5])], {}, "a begins at a full quarter of an hour"),
        ([talk("a", after=["z"])], {}, "a speaks of z, which is no session"),
        ([talk("a", apart=["a"])], {}, "a cannot be apart from itself"),
        ([talk("a"), talk("b")], {"want_both": {("a", "z"): 1}}, "1 people for a and z"),
        ([talk("a"), talk("b")], {"want_both": {("a", "a"): 1}}, "1 people for a and a"),
        ([talk("a"), talk("b")], {"want_both": {("a", "b"): -1}}, "-1 people for a and b"),
        ([talk("a")], {"weights": Weights(move=-1)}, "a weight is not negative"),
    ],
)
def test_what_has_no_meaning_is_refused(sessions: list[Session], more: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=f"^{words}$"):
        programme(*sessions, **more)
