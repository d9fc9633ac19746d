"""Is a timetable right, and how comfortable is it? Read from the programme alone, whoever made the timetable."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from deliberation.timetable.programme import DAY, QUARTER, Place, Programme, Session, Span
from deliberation.timetable.rules import Rule

Plan = Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Discomfort:
    """What a timetable asks of people.

    clashes: people, by pair of sessions, who miss one of two that they want. gaps: quarters of an hour in which
    speakers wait. moves: sessions that were announced elsewhere. total: all of it, weighted.
    """

    clashes: int
    gaps: int
    moves: int
    total: int


def violations(programme: Programme, plan: Plan) -> list[Rule]:
    """Return the rules that a timetable breaks; none, and it can be published."""
    known = {session.id: session for session in programme.sessions}
    placed = {
        which: Span(plan[which].starts, plan[which].starts + known[which].minutes) for which in plan.keys() & known
    }
    broken = {Rule("unknown", (which,)) for which in plan.keys() - known}
    for session in programme.sessions:
        if session.id not in placed:
            broken.add(Rule("takes_place", (session.id, session.minutes)))
            continue
        broken.update(_alone(programme, session, plan[session.id], placed[session.id]))
        broken.update(Rule("after", (session.id, earlier)) for earlier in session.after
                      if earlier in placed and placed[earlier].ends > placed[session.id].starts)  # fmt: skip
    for one, other in combinations(sorted(placed), 2):
        if placed[one].meets(placed[other]):
            broken.update(_at_once(known[one], known[other], plan))
    return sorted(broken, key=str)


def _alone(programme: Programme, session: Session, place: Place, span: Span) -> Iterator[Rule]:
    """Yield what a session breaks, whatever the others do."""
    room = next((room for room in programme.rooms if room.id == place.room), None)
    hours = [programme.opening] if room is None or room.open is None else [programme.opening, room.open]
    if room is None or not all(any(part.holds(span) for part in each) for each in hours):
        yield Rule("closed", (session.id, place.room))
    if room is not None and room.seats < session.seats:
        yield Rule("seats", (session.id, session.seats))
    for feature in session.features - (room.features if room else frozenset()):
        yield Rule("feature", (session.id, feature))
    if session.starts and place.starts not in session.starts:
        yield Rule("starts", (session.id,))
    if place.starts % QUARTER:
        yield Rule("grid", (session.id,))
    for speaker in session.speakers:
        for away in programme.away.get(speaker, ()):
            if away.meets(span):
                yield Rule("away", (speaker, away.starts, away.ends))


def _at_once(one: Session, other: Session, plan: Plan) -> Iterator[Rule]:
    """Yield what two sessions break by being at the same time."""
    for speaker in one.speakers & other.speakers:
        yield Rule("speaker", (speaker,))
    if other.id in one.apart or one.id in other.apart:
        yield Rule("apart", (one.id, other.id))
    if plan[one.id].room == plan[other.id].room:
        yield Rule("room", (one.id, other.id, plan[one.id].room))


def discomfort(programme: Programme, plan: Plan) -> Discomfort:
    """Return what a complete timetable asks of people."""
    spans = {each.id: Span(plan[each.id].starts, plan[each.id].starts + each.minutes) for each in programme.sessions}
    clashes = sum(people for (one, other), people in programme.pairs().items() if spans[one].meets(spans[other]))
    gaps = sum(_waiting(programme, own) for own in _days_of_speakers(programme, spans))
    moves = sum(1 for which, place in programme.previous.items() if which in spans and plan[which] != place)
    weights = programme.weights
    return Discomfort(clashes, gaps, moves, clashes * weights.clash + gaps * weights.gap + moves * weights.move)


def _days_of_speakers(programme: Programme, spans: Mapping[str, Span]) -> list[list[Span]]:
    """Return the spans of each speaker on each day."""
    found: dict[tuple[str, int], list[Span]] = {}
    for session in programme.sessions:
        for speaker in session.speakers:
            span = spans[session.id]
            found.setdefault((speaker, span.starts // DAY), []).append(span)
    return list(found.values())


def _waiting(programme: Programme, own: list[Span]) -> int:
    """Count the quarters between somebody's first and last session in which the house is open and they have none."""
    first, last = min(span.starts for span in own), max(span.ends for span in own)
    quarters = [Span(minute, minute + QUARTER) for minute in range(first, last, QUARTER)]
    idle = [each for each in quarters if not any(each.meets(span) for span in own)]
    return sum(1 for each in idle if any(each.meets(part) for part in programme.opening))
