"""What is to happen at a moment."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Appointment(SQLModel, table=True):
    """An arrangement, kept until its moment has come or it was called off; what is not here does not happen.

    `kind`: reminder, offer or needs (`about` a session, an offer for one `person`; what people need is forgotten),
    closing (`about` a theme; `phase` is the next one), appeals (the team is told of those that wait).
    """

    id: UUID = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment, index=True)
    kind: str
    about: str = Field(index=True)
    person: UUID | None = Field(default=None, index=True)
    phase: str | None = None
