"""Messages from the city to everybody who takes part in a theme."""

from typing import ClassVar
from uuid import UUID

from pydantic import Field

from events.base import Event, Slug

LONGEST = 3500  # characters: with its frame a message stays within Telegram's 4,096


class BroadcastSent(Event):
    """A moderator sent a message to the people of a theme; the fact's id is the broadcast's id.

    `place` is the city's name as people read it; `recipients` how many there were when the message was looked over.
    """

    kind: ClassVar[str] = "broadcast.sent"

    by: UUID
    theme: Slug
    text: str = Field(min_length=1, max_length=LONGEST)
    place: str = Field(min_length=1, max_length=100)
    recipients: int = Field(ge=1)


class BroadcastContinued(Event):
    """A portion of a broadcast's letters is written, `addressed` so far; it goes on behind the citizen `after`.

    `after` is None when nobody is left.
    """

    kind: ClassVar[str] = "broadcast.continued"

    broadcast: UUID
    addressed: int = Field(ge=0)
    after: UUID | None


class BroadcastStopped(Event):
    """A moderator stopped a broadcast: what has not left yet does not leave."""

    kind: ClassVar[str] = "broadcast.stopped"

    by: UUID
    broadcast: UUID


class BroadcastsMuted(Event):
    """A citizen wants no broadcasts of a theme any more."""

    kind: ClassVar[str] = "broadcast.muted"

    citizen: UUID
    theme: Slug


class BroadcastsUnmuted(Event):
    """A citizen wants the broadcasts of a theme again."""

    kind: ClassVar[str] = "broadcast.unmuted"

    citizen: UUID
    theme: Slug
