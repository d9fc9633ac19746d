"""What people say of themselves, so that it is seen who is not heard yet; and the city's shares to hold it against."""

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from events.base import Event

Stratum = Literal["age", "area", "actor"]
Percent = Annotated[float, Field(gt=0, le=100)]


class StrataDeclared(Event):
    """A citizen said of themselves what they like to say; the newest counts, and says all that is said.

    It is `sealed` with a key that lies in the database alone and is deleted with it (storage.strata). After an erasure
    it is empty.
    """

    kind: ClassVar[str] = "strata.declared"

    citizen: UUID
    sealed: str = Field(max_length=1000, pattern=r"^[A-Za-z0-9_=-]*$")


class StrataTakenBack(Event):
    """A citizen wants nothing of that kept any more."""

    kind: ClassVar[str] = "strata.taken_back"

    citizen: UUID


class TargetsDeclared(Event):
    """A moderator wrote down the city's shares of a stratum; the areas among them are what people choose from."""

    kind: ClassVar[str] = "targets.declared"

    by: UUID | None
    stratum: Stratum
    shares: dict[str, Percent] = Field(max_length=30)


class TargetsUndone(Event):
    """A moderator took the newest shares of a stratum back: those before count again, if there are any."""

    kind: ClassVar[str] = "targets.undone"

    by: UUID | None
    declared: UUID
