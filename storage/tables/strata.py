"""What people said of themselves, sealed, the keys without which nobody can read it, and the city's shares."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Declaration(SQLModel, table=True):
    """What a citizen said of themselves; `sealed` opens with the key of the same citizen."""

    citizen: UUID = Field(primary_key=True)
    sealed: str
    declared_at: datetime = Field(sa_type=Moment)


class DeclarationKey(SQLModel, table=True):
    """The chance in a declaration's key; it follows from no fact, so that what it sealed dies with it everywhere."""

    __tablename__ = "declaration_key"

    citizen: UUID = Field(primary_key=True)
    key: bytes


class Target(SQLModel, table=True):
    """A city's shares of a stratum, JSON of value → per cent; of those not `undone` the last `version` counts."""

    id: UUID = Field(primary_key=True)
    stratum: str = Field(index=True)
    shares: str
    declared_at: datetime = Field(sa_type=Moment)
    version: int
    undone: bool = False
