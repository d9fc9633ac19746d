"""What people need to take part in a debate: told to those who organise it, and to nobody else."""

from typing import ClassVar
from uuid import UUID

from pydantic import Field

from events.base import Event


class NeedStated(Event):
    """A citizen said what they need to take part; the newest counts.

    The words are `sealed` with a key that lies in the database alone and is deleted with the need (storage.needs): in
    the record, in streams and in dead letters they are then unreadable. After an erasure it is empty.
    """

    kind: ClassVar[str] = "need.stated"

    session: UUID
    citizen: UUID
    sealed: str = Field(max_length=4000, pattern=r"^[A-Za-z0-9_=-]*$")


class NeedTakenBack(Event):
    """A citizen needs nothing any more."""

    kind: ClassVar[str] = "need.taken_back"

    session: UUID
    citizen: UUID
