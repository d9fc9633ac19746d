"""Debates and seats."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Session(SQLModel, table=True):
    """A dated debate (`S-<n>`); `sequence` counts how often it was moved or cancelled."""

    id: UUID = Field(primary_key=True)
    reference: str = Field(unique=True)
    theme: str = Field(index=True)
    title: str
    starts_at: datetime = Field(sa_type=Moment)
    minutes: int
    place: str
    capacity: int
    sequence: int = 0
    cancelled: bool = False


class Seat(SQLModel, table=True):
    """A citizen's place in a debate: `state` is seated, waiting or offered; `turn` orders those who wait."""

    session: UUID = Field(primary_key=True)
    citizen: UUID = Field(primary_key=True)
    state: str
    turn: int
    since: datetime = Field(sa_type=Moment)
