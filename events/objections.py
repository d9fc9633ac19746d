"""Facts of the guarantor, who watches over the debate and may object to how it is led."""

from typing import ClassVar
from uuid import UUID

from pydantic import Field

from events.base import Event, Slug


class ObjectionRaised(Event):
    """A guarantor objects, in words that everybody can read."""

    kind: ClassVar[str] = "objection.raised"

    by: UUID
    theme: Slug
    text: str = Field(min_length=15, max_length=1000)


class ObjectionTakenBack(Event):
    """A guarantor takes an objection of their own back."""

    kind: ClassVar[str] = "objection.taken_back"

    by: UUID
    objection: UUID
