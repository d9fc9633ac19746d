"""What shall take place, and where and when it may.

Times are whole minutes from a midnight of the caller's choice: 1,980 is nine in the morning of the second day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

QUARTER = 15  # minutes: everything begins on this grid
DAY = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From a minute until another, which is no part of it."""

    starts: int
    ends: int

    def holds(self, other: "Span") -> bool:
        return self.starts <= other.starts and other.ends <= self.ends

    def meets(self, other: "Span") -> bool:
        return self.starts < other.ends and other.starts < self.ends


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """When and where a session begins."""

    starts: int
    room: str


@dataclass(frozen=True, slots=True)
class Room:
    """A room with seats and features (a ramp, an induction loop, …); `open` says when, if not whenever the house is."""

    id: str
    seats: int
    features: frozenset[str] = frozenset()
    open: tuple[Span, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session and what it needs.

    starts: the only minutes at which it may begin, where that is not free. after: sessions that have ended when it
    begins. apart: sessions that are never at the same time. tags: those who come for one come for the others.
    """

    id: str
    minutes: int
    speakers: frozenset[str] = frozenset()
    seats: int = 0
    features: frozenset[str] = frozenset()
    starts: frozenset[int] = frozenset()
    after: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Weights:
    """What a timetable should avoid, against each other.

    clash: a person who wants to attend two sessions and cannot. tag: how many people a tag in common stands for. gap: a
    quarter of an hour in which a speaker waits between two sessions of a day. move: a session that was announced
    elsewhere.
    """

    clash: int = 1
    tag: int = 1
    gap: int = 1
    move: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """All that a timetable is made from.

    opening: the hours of the house, breaks left out; a session lies within one of them. away: when speakers cannot.
    want_both: by pair of sessions, how many people want to attend both. previous: what was announced before.
    """

    sessions: tuple[Session, ...]
    rooms: tuple[Room, ...]
    opening: tuple[Span, ...]
    away: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    want_both: Mapping[tuple[str, str], int] = field(default_factory=dict)
    previous: Mapping[str, Place] = field(default_factory=dict)
    weights: Weights = Weights()

    def __post_init__(self) -> None:
        """Refuse what has no meaning. What cannot be kept is another thing: it is told with its reasons."""
        for wrong in _meaningless(self):
            raise ValueError(wrong)

    def room_minutes(self) -> int:
        """Return how long the rooms are open while the house is, summed."""
        return sum(
            max(0, min(hour.ends, part.ends) - max(hour.starts, part.starts))
            for room in self.rooms
            for part in (self.opening if room.open is None else room.open)
            for hour in self.opening
        )

    def pairs(self) -> dict[tuple[str, str], int]:
        """Return, by pair of sessions in order, the people who would miss one of them if both were at the same time."""
        found: dict[tuple[str, str], int] = {}
        for (one, other), people in self.want_both.items():
            pair = (min(one, other), max(one, other))
            found[pair] = found.get(pair, 0) + people
        ordered = sorted(self.sessions, key=lambda session: session.id)
        for place, first in enumerate(ordered):
            for second in ordered[place + 1 :]:
                if common := len(first.tags & second.tags) * self.weights.tag:
                    found[first.id, second.id] = found.get((first.id, second.id), 0) + common
        return {pair: people for pair, people in found.items() if people}


def _meaningless(programme: Programme) -> Iterator[str]:
    known = {session.id for session in programme.sessions}
    if len(known) < len(programme.sessions) or len({room.id for room in programme.rooms}) < len(programme.rooms):
        yield "an id comes twice"
    for session in programme.sessions:
        if session.minutes <= 0:
            yield f"{session.id} takes no time"
        if any(minute % QUARTER for minute in session.starts):
            yield f"{session.id} begins at a full quarter of an hour"
        if unknown := (session.after | session.apart) - known:
            yield f"{session.id} speaks of {min(unknown)}, which is no session"
        if session.id in session.apart:
            yield f"{session.id} cannot be apart from itself"
    for pair, people in programme.want_both.items():
        if not known.issuperset(pair) or pair[0] == pair[1] or people < 0:
            yield f"{people} people for {pair[0]} and {pair[1]}"
    weights = programme.weights
    if min(weights.clash, weights.tag, weights.gap, weights.move) < 0:
        yield "a weight is not negative"
