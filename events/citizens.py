"""Facts in the life of a citizen as a participant."""

from typing import ClassVar, Literal
from uuid import UUID

from pydantic import Field

from events.base import Event

Language = Literal["fr", "en", "it", "es", "zh", "ar"]

POSTER, PLACE = "theme-", "_"  # the payload of a link to a theme: `theme-<slug>`, or `theme-<slug>_<where it hangs>`


class CitizenJoined(Event):
    """A person read the privacy notice and agreed to take part; `source` is the poster's payload.

    In the record `language` is none and `source` empty once the person was erased.
    """

    kind: ClassVar[str] = "citizen.joined"

    citizen: UUID
    language: Language | None
    source: str = Field(default="", max_length=64)


class CitizenImported(Event):
    """A participant came in with an import from another platform or from paper."""

    kind: ClassVar[str] = "citizen.imported"

    citizen: UUID


class LanguageChosen(Event):
    """A citizen said in which language to be spoken to; in the record it is none once they were erased."""

    kind: ClassVar[str] = "citizen.language_chosen"

    citizen: UUID
    language: Language | None


class CitizenForgotten(Event):
    """A citizen wants to be erased everywhere; whoever writes from this account again is a stranger.

    The clerk adds `digest` as it enters the act into the record: the SHA-256 of what the record's entries became.
    """

    kind: ClassVar[str] = "citizen.forgotten"

    citizen: UUID
    digest: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
