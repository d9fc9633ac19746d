"""What follows a decision: appeals against it, and requests to remove what was shown."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Appeal(SQLModel, table=True):
    """An author asks for another look at a decision, that of `decision_at` under `article`.

    `against` made it, `beside` asked for it where it was a removal: neither decides here. `outcome`: open, upheld,
    overturned.
    """

    id: UUID = Field(primary_key=True)
    contribution: UUID = Field(index=True)
    reason: str
    lodged_at: datetime = Field(sa_type=Moment)
    decision_at: datetime = Field(sa_type=Moment)
    article: int | None = None
    against: UUID | None = None
    beside: UUID | None = None
    outcome: str = Field(default="open", index=True)
    decided_by: UUID | None = None
    decided_at: datetime | None = Field(default=None, sa_type=Moment)


class Removal(SQLModel, table=True):
    """Somebody wants an admitted contribution removed; `state`: requested, confirmed, dropped.

    `admitted_by` and `admitted_at` are the decision that a confirmed removal took the place of.
    """

    id: UUID = Field(primary_key=True)
    contribution: UUID = Field(index=True)
    article: int
    requested_by: UUID
    requested_at: datetime = Field(sa_type=Moment)
    state: str = "requested"
    decided_by: UUID | None = None
    decided_at: datetime | None = Field(default=None, sa_type=Moment)
    admitted_by: UUID | None = None
    admitted_at: datetime | None = Field(default=None, sa_type=Moment)


class Objection(SQLModel, table=True):
    """What a guarantor objects to, in public; one that was taken back is here no more."""

    id: UUID = Field(primary_key=True)
    theme: str = Field(index=True)
    by: UUID
    text: str
    raised_at: datetime = Field(sa_type=Moment)
