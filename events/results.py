"""Facts about what is published: agenda and summary, each after a second person has confirmed."""

from typing import Any, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from events.base import Event, Slug

Result = Literal["agenda", "summary"]


class PublicationRequested(Event):
    """A moderator wants exactly this agenda or summary published; `content` is what was shown."""

    kind: ClassVar[str] = "publication.requested"

    by: UUID
    theme: Slug
    result: Result
    input_hash: str = Field(max_length=64)
    content: dict[str, Any]


class PublicationConfirmed(Event):
    """A second person confirmed a requested publication."""

    kind: ClassVar[str] = "publication.confirmed"

    by: UUID
    publication: UUID


class ResultPublished(Event):
    """An agenda or a summary is public, in the version that this fact names."""

    kind: ClassVar[str] = "result.published"

    theme: Slug
    result: Result
    version: int
    publication: UUID
