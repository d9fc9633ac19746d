"""The ledger's own tables: receipts, the record, the outbox, counters."""

from uuid import UUID

from sqlmodel import Field, SQLModel


class Receipt(SQLModel, table=True):
    """A fact was worked into these tables, with this outcome."""

    fact: UUID = Field(primary_key=True)
    code: str
    params: str = "{}"


class Entry(SQLModel, table=True):
    """One link of the record: an accepted act behind a salted commitment.

    Erasure empties `salt` and `payload`; `commitment`, `previous` and `hash` stay, so the chain still holds.
    """

    __tablename__ = "record"

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    fact: UUID = Field(unique=True)
    kind: str
    commitment: str
    previous: str
    hash: str
    salt: str | None = None
    payload: str | None = None


class Head(SQLModel, table=True):
    """The end of the record's chain; its one row is locked by whoever appends."""

    __tablename__ = "record_head"

    id: int = Field(primary_key=True)
    seq: int
    hash: str


class Outgoing(SQLModel, table=True):
    """A consequence decided in a transaction and not yet told to the bus."""

    __tablename__ = "outbox"

    position: int | None = Field(default=None, primary_key=True)
    fact: UUID = Field(unique=True)
    kind: str
    payload: str


class Counter(SQLModel, table=True):
    """The last number given out for a kind of reference (`Q`, `O`, `T`, `S`, `M`)."""

    name: str = Field(primary_key=True)
    last: int
