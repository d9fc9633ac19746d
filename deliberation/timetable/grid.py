"""The programme as whole numbers: the open quarters of an hour, numbered, and for each session where it may be.

A set of quarters is a whole number, one bit for each, so that two sessions are at the same time where `a & b` is not 0.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from deliberation.timetable.company import after_of, apart_of, people_of, together_of
from deliberation.timetable.options import Option, options_of
from deliberation.timetable.programme import DAY, QUARTER, Place, Programme, Span
from deliberation.timetable.rules import Rule


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
    options = tuple(options_of(programme, session, held, cells) for session in sessions)
    return Grid(
        minutes=minutes,
        sessions=tuple(number),
        rooms=tuple(room.id for room in programme.rooms),
        kinds=_kinds(programme),
        options=options,
        apart=apart_of(sessions, held, number),
        after=after_of(held, number),
        people=people_of(programme, number),
        together=together_of(sessions),
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


def _kinds(programme: Programme) -> tuple[tuple[int, ...], ...]:
    """Put rooms together that can stand for each other; none can where a place was announced."""
    found: dict[object, list[int]] = {}
    for number, room in enumerate(programme.rooms):
        kind = room.id if programme.previous else (room.seats, room.features, room.open)
        found.setdefault(kind, []).append(number)
    return tuple(tuple(numbers) for numbers in found.values())


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
