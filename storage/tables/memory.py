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

    Erasure takes `salt` away and leaves of `payload` what is nobody's; `commitment`, `previous` and `hash` stay, so the
    chain still holds.
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


class Erasure(SQLModel, table=True):
    """What the record's entries became when a person was erased: a line for each, `<seq> <SHA-256 of the payload>`.

    `fact` is the entry of the act, whose digest covers `listing`. `sought` is what is still looked for outside the
    tables (references and words, as JSON), nothing once the streams are clean; then the files are, and it is `done`.
    """

    fact: UUID = Field(primary_key=True)
    citizen: UUID = Field(unique=True)
    listing: str
    sought: str
    done: bool = Field(default=False, index=True)


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
    """The last number given out for a kind of reference (`Q`, `O`, `T`, `L`, `S`, `M`)."""

    name: str = Field(primary_key=True)
    last: int
