"""What every fact on the bus has in common."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, ClassVar, Self
from uuid import UUID, uuid5

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator

Clock = Callable[[], datetime]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,47}$")]
Param = str | int | bool | None

NUL = "\0"  # PostgreSQL keeps none: no fact holds it, and a face takes it out of what people send

FACTS = UUID("6f1f5a52-58f0-5d0c-9d55-5a1e3c6d9b10")


def fact_id(*parts: object) -> UUID:
    """Return the id that the same cause gives again: redelivery and retry find the same fact."""
    return uuid5(FACTS, "/".join(map(str, parts)))


class Event(BaseModel):
    """Something that happened; never edited, never taken back, only followed.

    Reading is tolerant (unknown fields are ignored), so that an old worker understands a newer fact;
    a change of meaning is a new kind.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    kind: ClassVar[str]

    event_id: UUID
    city: Slug
    occurred_at: AwareDatetime
    caused_by: UUID | None = None

    @field_validator("*")
    @classmethod
    def _that_can_be_kept(cls, value: object) -> object:
        if isinstance(value, str) and NUL in value:
            raise ValueError("holds the character NUL, which no database keeps")
        return value

    @property
    def subject(self) -> str:
        """Return the NATS subject this fact travels on."""
        return f"palabre.{self.city}.{self.kind}"

    @property
    def trail(self) -> dict[str, str]:
        """Return the opaque ids by which log and traces follow a fact: its own, its cause's, what it is about."""
        found = {"fact": self.event_id, "cause": self.caused_by, "about": getattr(self, "contribution", None)}
        return {name: str(each) for name, each in found.items() if isinstance(each, UUID)}

    @classmethod
    def following(cls, cause: "Event", *distinct: object, **fields: object) -> Self:
        """Return a consequence of `cause`; its id derives from the cause, so that a retry finds it again.

        `distinct` tells several consequences of one kind apart.
        """
        return cls.model_validate(
            {
                "event_id": fact_id(cause.event_id, cls.kind, *distinct),
                "city": cause.city,
                "occurred_at": cause.occurred_at,
                "caused_by": cause.event_id,
                **fields,
            }
        )


class Outcome(BaseModel):
    """What was decided about an act: a code that a face can say in any language, with its parameters.

    Codes of refusals begin with `refused.`; every other code means that the act took effect.
    """

    model_config = ConfigDict(frozen=True)

    fact: UUID
    code: str
    params: dict[str, Param] = {}

    @property
    def refused(self) -> bool:
        return self.code.startswith("refused.")
