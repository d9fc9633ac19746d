"""Made and real programmes of conferences: no rule broken; optimal in seconds where ortools is installed."""

import importlib.util
import json
import random
import re
from dataclasses import replace
from itertools import combinations
from time import process_time

import pytest

from deliberation.timetable import (
    Discomfort,
    InfeasibleTimetable,
    Programme,
    Room,
    Session,
    Span,
    discomfort,
    timetable,
    violations,
)
from deliberation.timetable.grid import grid_of
from deliberation.timetable.programme import DAY
from deliberation.timetable.rules import rules_of
from deliberation.timetable.search import first_fit
from tests.integration.deliberation.evaluation import at_hand

HALVES = {"am": Span(0, 13 * 60), "pm": Span(13 * 60, DAY)}


def minute(clock: str, day: int = 0) -> int:
    hours, minutes = clock.split(":")
    return day * DAY + int(hours) * 60 + int(minutes)


def conference(name: str, *, all_seated: bool = True) -> Programme:
    """Read a made conference; who finds no seat in the largest room stands, unless `all_seated`."""
    told = json.loads(at_hand(f"timetable/synthetic_{name}.json").read_text(encoding="utf-8"))
    rooms = tuple(Room(room["id"], room["capacity"]) for room in told["rooms"])
    largest = max(room.seats for room in rooms)
    return Programme(
        sessions=tuple(
            Session(
                id=each["id"],
                minutes=each["minutes"],
                speakers=frozenset(each["speakers"]),
                seats=each["expected"] if all_seated else min(each["expected"], largest),
            )
            for each in told["sessions"]
        ),
        rooms=rooms,
        opening=tuple(
            Span(minute(begin, day), minute(end, day)) for day in range(told["days"]) for begin, end in told["blocks"]
        ),
        away={
            who: tuple(half(each["day"], each["half"]) for each in times) for who, times in told["unavailable"].items()
        },
    )


def half(day: int, name: str) -> Span:
    return Span(day * DAY + HALVES[name].starts, day * DAY + HALVES[name].ends)


def pycon() -> Programme:
    """Read the 69 talks of PyCon UK 2016, for two days in four rooms."""
    told = at_hand("timetable/pyconuk-2016-talks.yml").read_text(encoding="utf-8")
    talks = re.findall(r"duration: (\d+)\n(?:    tags: \[(\w+)\]\n)?    speaker:(.*)", told)
    sessions = tuple(
        Session(
            id=f"{number:02}",
            minutes=int(minutes),
            speakers=frozenset(filter(None, re.split(r" and ", speakers.strip()))),
            tags=frozenset(filter(None, [tag])),
        )
        for number, (minutes, tag, speakers) in enumerate(talks)
    )
    return replace(conference("40x3x2"), sessions=sessions, rooms=tuple(Room(name, 100) for name in "ABCD"), away={})


def wished(asked: Programme, people: int, each: int) -> Programme:
    """Let people wish to attend so many sessions each, the first ones more often."""
    chance, wanted = random.Random(0), dict[tuple[str, str], int]()
    ids = [session.id for session in asked.sessions]
    popular = [1 / (1 + place) for place in range(len(ids))]
    for _ in range(people):
        for pair in combinations(sorted({*chance.choices(ids, weights=popular, k=each)}), 2):
            wanted[pair] = wanted.get(pair, 0) + 1
    return replace(asked, want_both=wanted)


def test_forty_sessions_of_which_none_is_missed() -> None:
    asked = conference("40x3x2", all_seated=False)
    made = timetable(asked)
    assert violations(asked, made.places) == []
    assert (made.discomfort.total, made.is_optimal) == (0, True)


@pytest.mark.parametrize(("people", "each"), [(200, 4), (1000, 5)])
def test_the_search_saves_more_than_half_of_what_first_fit_costs(people: int, each: int) -> None:
    asked = wished(conference("40x3x2", all_seated=False), people, each)
    made = timetable(asked)
    assert violations(asked, made.places) == []
    assert made.discomfort.total < first_fits(asked).total / 2


def test_the_talks_of_a_real_conference_find_their_places() -> None:
    asked = wished(pycon(), 1000, 5)
    made = timetable(asked)
    assert (len(asked.sessions), violations(asked, made.places)) == (69, [])
    assert made.discomfort.total <= first_fits(asked).total


def first_fits(asked: Programme) -> Discomfort:
    grid = grid_of(asked, rules_of(asked))
    return discomfort(asked, grid.plan(first_fit(grid, 0) or ()))


@pytest.mark.skipif(
    importlib.util.find_spec("ortools") is None, reason='ortools is not installed: pip install "palabre[timetable]"'
)
@pytest.mark.parametrize(("people", "each"), [(50, 3), (200, 4), (400, 4)])
def test_forty_sessions_are_proven_optimal_within_five_seconds_from_the_worst_start(people: int, each: int) -> None:
    """In seconds of the one processor that it uses, so that a busy machine does not count."""
    from deliberation.timetable.exact import best  # noqa: PLC0415 - where it is installed

    asked = wished(conference("40x3x2", all_seated=False), people, each)
    grid = grid_of(asked, rules_of(asked))
    start, begun = first_fit(grid, 0) or [], process_time()
    chosen, least = best(grid, start, first_fits(asked).total)
    assert process_time() - begun <= 5
    assert violations(asked, grid.plan(chosen)) == []
    assert discomfort(asked, grid.plan(chosen)).total == least


def test_a_session_for_which_no_room_is_large_enough_is_named() -> None:
    assert impossible(conference("40x3x2")) == (
        "no timetable keeps all of these: S21 takes place (45 minutes); S21 needs 356 seats"
    )


def test_sessions_for_which_a_day_is_too_short_are_named() -> None:
    """Four parts of the day of an hour and a half take one session of three quarters or more each, or two of 45."""
    assert impossible(conference("12x1x1", all_seated=False)) == (
        "no timetable keeps all of these: S1 takes place (60 minutes); S10 takes place (60 minutes); "
        "S11 takes place (45 minutes); S2 takes place (60 minutes); S4 takes place (60 minutes)"
    )


def test_more_sessions_than_hours_are_told_in_one_sentence() -> None:
    asked = conference("40x3x2", all_seated=False)
    words = impossible(replace(asked, rooms=asked.rooms[1:]))
    assert re.sub(r"S\d+(, S\d+)+", "…", words) == (
        "no timetable keeps all of these: 37 sessions take place (1455 minutes, in rooms open for 1440): …"
    )


def impossible(asked: Programme) -> str:
    with pytest.raises(InfeasibleTimetable) as raised:
        timetable(asked)
    return str(raised.value)


def test_in_their_order_those_sessions_are_kept_that_still_fit() -> None:
    asked = conference("12x1x1")
    kept = replace(asked, sessions=())
    for session in asked.sessions:
        longer = replace(asked, sessions=(*kept.sessions, session))
        kept = longer if can_be_made(longer) else kept
    assert [session.id for session in kept.sessions] == ["S0", "S1", "S2", "S4", "S5", "S7"]
    assert violations(kept, timetable(kept).places) == []


def can_be_made(asked: Programme) -> bool:
    try:
        return bool(timetable(asked).places)
    except InfeasibleTimetable:
        return False
