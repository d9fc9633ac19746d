"""Facts about what was shown and is to be shown no more: it takes two persons."""

from typing import ClassVar
from uuid import UUID

from pydantic import Field

from events.base import Event


class RemovalRequested(Event):
    """A moderator wants an admitted contribution removed under an article of the charter; until then it stays."""

    kind: ClassVar[str] = "removal.requested"

    by: UUID
    contribution: UUID
    article: int = Field(ge=1, le=99)


class RemovalConfirmed(Event):
    """A second person agreed: the contribution is shown to nobody any more, its votes are kept and not counted."""

    kind: ClassVar[str] = "removal.confirmed"

    by: UUID
    removal: UUID


class RemovalDropped(Event):
    """The request to remove something was dropped, by whoever made it or by a colleague: it stays."""

    kind: ClassVar[str] = "removal.dropped"

    by: UUID
    removal: UUID
