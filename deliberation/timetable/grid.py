"""The programme as whole numbers: the open quarters of an hour, numbered, and for each session where it may be.

A set of quarters is a whole number, one bit for each, so that two sessions are at the same time where `a & b` is not 0.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from deliberation.timetable.programme import DAY, QUARTER, Place, Programme, Room, Session, Span
from deliberation.timetable.rules import Rule


@dataclass(frozen=True, slots=True)
class Option:
    """A session's place: its first quarter, its room, and all its quarters as bits."""

    first: int
    room: int
    bits: int

    def cells(self) -> range:
        """Return the numbers of its quarters."""
        return range(self.first, self.bits.bit_length())


@dataclass(frozen=True, slots=True)
class Grid:
    """Sessions by number, with their options and what they are to each other.

    kinds: rooms that differ in nothing but their name. apart: whom a session must not meet. after: pairs of an earlier
    and a later one. people: by session and other one, how much it costs when they are at the same time. together:
    sessions of each speaker who has several. days: the quarters of each day. kept: the option that was announced.
    """

    minutes: tuple[int, ...]
    sessions: tuple[str, ...]
    rooms: tuple[str, ...]
    kinds: tuple[tuple[int, ...], ...]
    options: tuple[tuple[Option, ...], ...]
    apart: tuple[frozenset[int], ...]
    after: tuple[tuple[int, int], ...]
    people: tuple[Mapping[int, int], ...] = field(repr=False)
    together: tuple[tuple[int, ...], ...]
    days: tuple[int, ...]
    kept: Mapping[int, Option | None]
    gap: int
    move: int

    def lengths(self, session: int) -> int:
        """Return how many quarters a session takes."""
        return self.options[session][0].bits.bit_count() if self.options[session] else 0

    def plan(self, chosen: Collection[Option]) -> dict[str, Place]:
        """Return the chosen options, one for each session, as people read them."""
        return {
            session: Place(self.minutes[option.first], self.rooms[option.room])
            for session, option in zip(self.sessions, chosen, strict=True)
        }


def grid_of(programme: Programme, rules: Collection[Rule]) -> Grid:
    """Return the grid on which just these rules are kept, and no other."""
    held = frozenset(rules)
    sessions = [each for each in programme.sessions if Rule("takes_place", (each.id, each.minutes)) in held]
    number = {session.id: place for place, session in enumerate(sessions)}
    minutes = _quarters(programme.opening)
    cells = {minute: cell for cell, minute in enumerate(minutes)}
    options = tuple(_options(programme, session, held, cells) for session in sessions)
    return Grid(
        minutes=minutes,
        sessions=tuple(number),
        rooms=tuple(room.id for room in programme.rooms),
        kinds=_kinds(programme),
        options=options,
        apart=_apart(sessions, held, number),
        after=tuple((number[str(earlier)], number[str(later)]) for later, earlier in _pairs(held, "after", number)),
        people=_people(programme, number),
        together=_together(sessions),
        days=_days(minutes),
        kept={number[which]: _found(options[number[which]], programme, place, cells)
              for which, place in programme.previous.items() if which in number},
        gap=programme.weights.gap,
        move=programme.weights.move,
    )  # fmt: skip


def _quarters(opening: tuple[Span, ...]) -> tuple[int, ...]:
    """Return the minutes at which the quarters begin in which the house is open."""
    found = {m for span in opening for m in range(span.starts // QUARTER * QUARTER, span.ends, QUARTER)}
    return tuple(sorted(found))


def _options(
    programme: Programme, session: Session, held: Collection[Rule], cells: Mapping[int, int]
) -> tuple[Option, ...]:
    away = [
        span
        for speaker in session.speakers
        for span in programme.away.get(speaker, ())
        if Rule("away", (speaker, span.starts, span.ends)) in held
    ]
    starts = sorted(session.starts) if Rule("starts", (session.id,)) in held else list(cells)
    times = [Span(start, start + session.minutes) for start in starts]
    times = [
        time
        for time in times
        if any(part.holds(time) for part in programme.opening) and not any(span.meets(time) for span in away)
    ]
    size = -(-session.minutes // QUARTER)
    return tuple(
        Option(cells[time.starts], number, ((1 << size) - 1) << cells[time.starts])
        for time in times
        for number, room in enumerate(programme.rooms)
        if _suits(room, session, held) and (room.open is None or any(part.holds(time) for part in room.open))
    )


def _suits(room: Room, session: Session, held: Collection[Rule]) -> bool:
    if room.seats < session.seats and Rule("seats", (session.id, session.seats)) in held:
        return False
    return not any(Rule("feature", (session.id, feature)) in held for feature in session.features - room.features)


def _kinds(programme: Programme) -> tuple[tuple[int, ...], ...]:
    """Put rooms together that can stand for each other; none can where a place was announced."""
    found: dict[object, list[int]] = {}
    for number, room in enumerate(programme.rooms):
        kind = room.id if programme.previous else (room.seats, room.features, room.open)
        found.setdefault(kind, []).append(number)
    return tuple(tuple(numbers) for numbers in found.values())


def _pairs(held: Collection[Rule], code: str, number: Mapping[str, int]) -> list[tuple[str | int, ...]]:
    return sorted(
        rule.parameters for rule in held if rule.code == code and all(each in number for each in rule.parameters)
    )


def _apart(sessions: list[Session], held: Collection[Rule], number: Mapping[str, int]) -> tuple[frozenset[int], ...]:
    found: list[set[int]] = [set() for _ in sessions]
    for one, other in _pairs(held, "apart", number):
        found[number[str(one)]].add(number[str(other)])
        found[number[str(other)]].add(number[str(one)])
    by_speaker: dict[str, list[int]] = {}
    for place, session in enumerate(sessions):
        for speaker in session.speakers:
            if Rule("speaker", (speaker,)) in held:
                by_speaker.setdefault(speaker, []).append(place)
    for own in by_speaker.values():
        for place in own:
            found[place].update(set(own) - {place})
    return tuple(frozenset(each) for each in found)


def _people(programme: Programme, number: Mapping[str, int]) -> tuple[Mapping[int, int], ...]:
    found: list[dict[int, int]] = [{} for _ in number]
    for (one, other), people in programme.pairs().items():
        if one in number and other in number and people * programme.weights.clash:
            found[number[one]][number[other]] = found[number[other]][number[one]] = people * programme.weights.clash
    return tuple(found)


def _together(sessions: list[Session]) -> tuple[tuple[int, ...], ...]:
    own: dict[str, list[int]] = {}
    for place, session in enumerate(sessions):
        for speaker in sorted(session.speakers):
            own.setdefault(speaker, []).append(place)
    return tuple(tuple(each) for each in own.values() if len(each) > 1)


def _days(minutes: tuple[int, ...]) -> tuple[int, ...]:
    found: dict[int, int] = {}
    for cell, minute in enumerate(minutes):
        found[minute // DAY] = found.get(minute // DAY, 0) | 1 << cell
    return tuple(found.values())


def _found(options: tuple[Option, ...], programme: Programme, place: Place, cells: Mapping[int, int]) -> Option | None:
    """Return the option that is this place; None where it cannot be kept any more."""
    rooms = [room.id for room in programme.rooms]
    return next(
        (each for each in options if each.first == cells.get(place.starts) and rooms[each.room] == place.room), None
    )
