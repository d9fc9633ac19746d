"""Who came to a debate."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Attendance(SQLModel, table=True):
    """A citizen was at a debate, with a seat in it or without."""

    session: UUID = Field(primary_key=True)
    citizen: UUID = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment)


class Door(SQLModel, table=True):
    """The door of a debate: what its code in the room stands for, and how many came of whom nothing is known."""

    session: UUID = Field(primary_key=True)
    code: UUID | None = None
    walk_ins: int = 0
