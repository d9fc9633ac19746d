"""What a citizen lets us tell them: news of what they follow, and whether we may come back to them."""

from typing import ClassVar, Literal
from uuid import UUID

from events.base import Event

Pace = Literal["at_once", "daily", "off"]


class NotificationsChosen(Event):
    """A citizen said when to be told news of what they follow; who never said is told daily."""

    kind: ClassVar[str] = "notifications.chosen"

    citizen: UUID
    pace: Pace


class ContactAllowed(Event):
    """A citizen agreed to be contacted again and drawn for a panel: a consent of its own, beside taking part."""

    kind: ClassVar[str] = "contact.allowed"

    citizen: UUID


class ContactWithdrawn(Event):
    """A citizen wants to be contacted no more, nor drawn."""

    kind: ClassVar[str] = "contact.withdrawn"

    citizen: UUID
