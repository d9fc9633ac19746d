"""What was arranged to happen at a moment, and does."""

from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from events.base import Event, fact_id


class MomentCame(Event):
    """The moment of an appointment has come; what it means then is decided by whoever applies this fact."""

    kind: ClassVar[str] = "moment.came"

    appointment: UUID

    @classmethod
    def of(cls, appointment: UUID, city: str, now: datetime) -> Self:
        """Return the fact; its id is the appointment's own, so that the moment comes once, whoever says so."""
        return cls(event_id=fact_id(appointment, cls.kind), city=city, occurred_at=now, appointment=appointment)
