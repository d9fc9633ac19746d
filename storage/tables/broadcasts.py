"""What moderators write to everybody in a theme, and who does not want to read it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Broadcast(SQLModel, table=True):
    """A message to the people of a theme; `recipients` were counted before it was sent.

    `state`: addressing while a letter is being written to one after the other, `addressed` of them so far; then
    addressed, for good; or stopped.
    """

    id: UUID = Field(primary_key=True)
    theme: str = Field(index=True)
    text: str
    place: str
    by: UUID
    recipients: int
    addressed: int = 0
    state: str = "addressing"
    sent_at: datetime = Field(sa_type=Moment)


class Mute(SQLModel, table=True):
    """A citizen wants no broadcasts of this theme."""

    citizen: UUID = Field(primary_key=True)
    theme: str = Field(primary_key=True)
