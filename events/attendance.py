"""Who came to a debate: noted by those who organise it, or by people themselves with the code in the room."""

from typing import ClassVar
from uuid import UUID

from events.base import Event, fact_id


def door_of(code: str) -> UUID:
    """Return what facts say in place of the code that hangs in the room."""
    return fact_id("door", code)


class DoorOpened(Event):
    """An organiser hung a code up in the room; whoever shows it is there. The newest counts."""

    kind: ClassVar[str] = "door.opened"

    by: UUID
    session: UUID
    door: UUID


class SessionAttended(Event):
    """A citizen is at a debate: an organiser says so (`by`), or they have read the code in the room (`door`)."""

    kind: ClassVar[str] = "session.attended"

    session: UUID
    citizen: UUID
    by: UUID | None = None
    door: UUID | None = None


class AttendanceUndone(Event):
    """A citizen was not there after all: an organiser says so, or they do themselves (`by` is None)."""

    kind: ClassVar[str] = "session.attendance_undone"

    session: UUID
    citizen: UUID
    by: UUID | None = None


class WalkInCounted(Event):
    """Somebody came without having signed up, and without a chat; only their number is known."""

    kind: ClassVar[str] = "walk_in.counted"

    by: UUID
    session: UUID


class WalkInTakenBack(Event):
    """One fewer came without having signed up."""

    kind: ClassVar[str] = "walk_in.taken_back"

    by: UUID
    session: UUID
