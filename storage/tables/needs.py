"""What people need to take part, sealed, and the keys without which nobody can read it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Need(SQLModel, table=True):
    """What a citizen needs to take part in a debate; `sealed` opens with the key beside it."""

    session: UUID = Field(primary_key=True)
    citizen: UUID = Field(primary_key=True)
    sealed: str
    stated_at: datetime = Field(sa_type=Moment)


class NeedKey(SQLModel, table=True):
    """The chance in a need's key; it follows from no fact, so that what it sealed dies with it everywhere."""

    __tablename__ = "need_key"

    session: UUID = Field(primary_key=True)
    citizen: UUID = Field(primary_key=True)
    key: bytes
