"""What moderators change about topics: each topic is named by contributions in it, whatever it is found to be later."""

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from events.base import Event, Slug

# The topic in which most of these are: one of them may be withdrawn, or be found to belong elsewhere.
Named = Annotated[tuple[UUID, ...], Field(min_length=1, max_length=5)]
Texts = Annotated[tuple[UUID, ...], Field(max_length=500)]
Title = Annotated[str, Field(min_length=3, max_length=120)]


class TopicRenamed(Event):
    """A moderator gave a topic a title."""

    kind: ClassVar[str] = "topic.renamed"

    by: UUID
    theme: Slug
    contributions: Named
    title: Title


class TopicsMerged(Event):
    """A moderator made one topic of two; a title that the second (the target) was given stays."""

    kind: ClassVar[str] = "topic.merged"

    by: UUID
    theme: Slug
    contributions: Named
    target: Named


class TopicParted(Event):
    """A moderator made some contributions a topic of their own.

    `others` are those that were beside them and stay; what comes later goes to whichever of the two it is nearer to.
    """

    kind: ClassVar[str] = "topic.parted"

    by: UUID
    theme: Slug
    contributions: Annotated[Texts, Field(min_length=1)]
    others: Texts


class TopicEditUndone(Event):
    """A moderator took a change of a topic back; `edit` is the id of its fact."""

    kind: ClassVar[str] = "topic.edit_undone"

    by: UUID
    edit: UUID
