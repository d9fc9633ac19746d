"""Where and when a session may be: a quarter of an hour to begin in, and a room."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from deliberation.timetable.programme import QUARTER, Programme, Room, Session, Span
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


def options_of(
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
