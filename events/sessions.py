"""Dated debates and the seats in them."""

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import AwareDatetime, Field

from events.base import Event, Slug

Reminders = Annotated[tuple[AwareDatetime, ...], Field(max_length=8)]


class SessionPlanned(Event):
    """A moderator planned a debate; the fact's id is the session's id.

    `reminders` are the moments at which those who have a seat are reminded: reckoned in the city's time once, where the
    debate was planned, since rules for the clocks change and a record must not.
    """

    kind: ClassVar[str] = "session.planned"

    by: UUID | None
    theme: Slug
    title: str = Field(min_length=3, max_length=120)
    starts_at: AwareDatetime
    place: str = Field(min_length=2, max_length=200)
    capacity: int = Field(default=40, ge=1, le=100_000)
    minutes: int = Field(default=120, ge=15, le=1440)
    reminders: Reminders = ()


class SessionMoved(Event):
    """A moderator gave a debate another time; its reminders are those of the new one."""

    kind: ClassVar[str] = "session.moved"

    by: UUID | None
    session: UUID
    starts_at: AwareDatetime
    reminders: Reminders = ()


class SessionCancelled(Event):
    """A moderator called a debate off."""

    kind: ClassVar[str] = "session.cancelled"

    by: UUID | None
    session: UUID


class SeatRequested(Event):
    """A citizen wishes to come; the worker decides who has the seat."""

    kind: ClassVar[str] = "seat.requested"

    session: UUID
    citizen: UUID


class SeatReleased(Event):
    """A citizen no longer comes, or no longer waits."""

    kind: ClassVar[str] = "seat.released"

    session: UUID
    citizen: UUID


class SeatAccepted(Event):
    """A waiting citizen took the seat that was offered."""

    kind: ClassVar[str] = "seat.accepted"

    session: UUID
    citizen: UUID
