"""Dated debates and the seats in them."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime, Field

from events.base import Event, Slug


class SessionPlanned(Event):
    """A moderator planned a debate; the fact's id is the session's id."""

    kind: ClassVar[str] = "session.planned"

    by: UUID | None
    theme: Slug
    title: str = Field(min_length=3, max_length=120)
    starts_at: AwareDatetime
    place: str = Field(min_length=2, max_length=200)
    capacity: int = Field(default=40, ge=1, le=100_000)
    minutes: int = Field(default=120, ge=15, le=1440)


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
