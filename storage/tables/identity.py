"""The one table that knows Telegram, and the letters on their way to people."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Address(SQLModel, table=True):
    """Where a person is reached: the account's number, sealed; found again by a keyed hash."""

    lookup: str = Field(primary_key=True)
    person: UUID = Field(index=True, unique=True)
    bot: str
    sealed: bytes
    reachable: bool = True


class Letter(SQLModel, table=True):
    """A message to one person that waits to be sent or was sent; at most one per piece of news."""

    id: UUID = Field(primary_key=True)
    person: UUID = Field(index=True)
    bot: str
    wording: str
    params: str
    buttons: str = "[]"
    state: str = Field(default="waiting", index=True)  # waiting, sending, sent, failed, unreachable, stopped
    due_at: datetime = Field(sa_type=Moment)
    tries: int = 0
    message: int | None = None
    broadcast: UUID | None = Field(default=None, index=True)  # which it belongs to: many are told the same
