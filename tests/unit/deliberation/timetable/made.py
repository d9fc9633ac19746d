"""Small programmes, of which every timetable can be tried."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as some

from deliberation.timetable import Place, Programme, Room, Rule, Session, Span, Weights, violations

NINE, TEN, NOON = 540, 600, 720
GIVEN = {"room", "closed", "grid"}  # codes of what no programme can leave out

MORNING = Span(NINE, TEN)
HALL, CELLAR = Room("hall", 100, frozenset({"ramp"})), Room("cellar", 20)


def programme(*sessions: Session, **more: Any) -> Programme:
    return Programme(**{"sessions": sessions, "rooms": (HALL,), "opening": (MORNING,), **more})


def talk(name: str, minutes: int = 30, **more: Any) -> Session:
    sets: dict[str, Any] = {key: frozenset(value) if isinstance(value, list) else value for key, value in more.items()}
    return Session(id=name, minutes=minutes, **sets)


def every_plan(asked: Programme, sessions: list[str]) -> Iterator[dict[str, Place]]:
    """Yield all ways to put these sessions anywhere."""
    minutes = [minute for span in asked.opening for minute in range(span.starts, span.ends, 15)]
    places = [Place(minute, room.id) for minute in minutes for room in asked.rooms]
    for chosen in product(places, repeat=len(sessions)):
        yield dict(zip(sessions, chosen, strict=True))


def can_be_kept(asked: Programme, rules: set[Rule]) -> bool:
    """Try all timetables of the sessions that take place by these rules."""
    sessions = [str(rule.parameters[0]) for rule in rules if rule.code == "takes_place"]
    return any(
        not [rule for rule in violations(asked, plan) if rule.code in GIVEN or rule in rules]
        for plan in every_plan(asked, sessions)
    )


def few(items: list[str]) -> some.SearchStrategy[frozenset[str]]:
    return some.frozensets(some.sampled_from(items), max_size=2) if items else some.just(frozenset())


@some.composite
def programmes(draw: some.DrawFn) -> Programme:
    names = ["a", "b", "c"][: draw(some.integers(1, 3))]
    opening = draw(
        some.sampled_from([(Span(540, 600),), (Span(540, 570), Span(585, 615)), (Span(540, 585), Span(1980, 2010))])
    )
    rooms = draw(some.sampled_from([(HALL,), (HALL, CELLAR), (CELLAR, Room("attic", 20))]))
    minutes = [minute for span in opening for minute in range(span.starts, span.ends, 15)]
    sessions = tuple(
        Session(
            id=name,
            minutes=draw(some.sampled_from([15, 20, 30, 45])),
            speakers=draw(few(["ada", "bo"])),
            seats=draw(some.sampled_from([0, 0, 50])),
            features=draw(some.sampled_from([frozenset(), frozenset(), frozenset({"ramp"})])),
            starts=draw(some.sampled_from([frozenset(), frozenset(minutes[1:3])])),
            after=draw(few([other for other in names if other != name])) if draw(some.booleans()) else frozenset(),
            apart=draw(few([other for other in names if other != name])),
            tags=draw(few(["meat", "bread"])),
        )
        for name in names
    )
    places = some.builds(Place, some.sampled_from(minutes), some.sampled_from([room.id for room in rooms]))
    return Programme(
        sessions=sessions,
        rooms=rooms,
        opening=opening,
        away=draw(some.sampled_from([{}, {"ada": (Span(550, 580),)}, {"bo": (Span(0, 590), Span(2000, 2010))}])),
        want_both=draw(some.dictionaries(some.sampled_from([("a", "b")]), some.integers(0, 5)))
        if len(names) > 1
        else {},
        previous=draw(some.dictionaries(some.sampled_from(names), places)),
        weights=Weights(move=2),
    )
