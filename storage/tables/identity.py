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
    """A message to one person that waits to be sent or was sent; at most one per piece of news.

    What has ended keeps no words: `params` and `buttons` are emptied.
    """

    id: UUID = Field(primary_key=True)
    person: UUID = Field(index=True)
    bot: str
    wording: str
    params: str
    buttons: str = "[]"
    state: str = Field(default="waiting", index=True)  # see storage.letters
    lane: int = 0  # 0 concerns the person alone, 1 can wait for the digest, 2 is told to many
    due_at: datetime = Field(sa_type=Moment)
    tries: int = 0
    after: int | None = None  # the greatest number of a message just before it was sent last, if known
    message: int | None = None  # its number in the chat, once it was sent
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    stands: str | None = None  # what it is about: the next letter about the same takes its place
    broadcast: UUID | None = Field(default=None, index=True)  # which it belongs to: many are told the same
    theme: str | None = None
