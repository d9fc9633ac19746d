"""Facts about what moderators change in an agenda; an item is named by a question in it, and may be grouped anew."""

from typing import ClassVar, Literal
from uuid import UUID

from pydantic import Field

from events.base import Event

Amended = Literal["place", "title"]


class AgendaItemPinned(Event):
    """A moderator put an item on the agenda; its minutes come off the time before it is shared."""

    kind: ClassVar[str] = "agenda.item_pinned"

    by: UUID
    question: UUID


class AgendaItemDropped(Event):
    """A moderator took an item off the agenda, for a reason that everybody can read."""

    kind: ClassVar[str] = "agenda.item_dropped"

    by: UUID
    question: UUID
    reason: str = Field(min_length=3, max_length=200)


class AgendaItemRetitled(Event):
    """A moderator gave an item another title."""

    kind: ClassVar[str] = "agenda.item_retitled"

    by: UUID
    question: UUID
    title: str = Field(min_length=3, max_length=120)


class AgendaAmendmentUndone(Event):
    """A moderator took back what was decided by hand about an item's place, or about its title."""

    kind: ClassVar[str] = "agenda.amendment_undone"

    by: UUID
    question: UUID
    amended: Amended
