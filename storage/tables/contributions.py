"""Citizens' words, their state, and the queue in which moderators see them."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Contribution(SQLModel, table=True):
    """A question (`Q-<n>`), opinion (`O-<n>`), testimony (`T-<n>`) or live question (`L-<n>`).

    `state`: waiting, admitted, refused, merged, withdrawn. `kind`: question, opinion, testimony, live. `amends`: the
    one that it says anew; admitted, it takes the place of that one, which is then merged into it. `entered_by`: who
    typed it. `language_source`: detected, history, chosen, theme, import, corrected; `language_confidence`: how sure
    the text itself makes it, 0…1.
    """

    id: UUID = Field(primary_key=True)
    reference: str = Field(unique=True)
    kind: str
    theme: str = Field(index=True)
    author: UUID = Field(index=True)
    text: str
    language: str
    language_confidence: float = 0.0
    language_source: str = "detected"
    state: str = Field(default="waiting", index=True)
    article: int | None = None
    merged_into: UUID | None = None
    decided_by: UUID | None = None
    decided_at: datetime | None = Field(default=None, sa_type=Moment)
    received_at: datetime = Field(sa_type=Moment)
    origin: str = "chat"
    amends: UUID | None = Field(default=None, index=True)
    entered_by: UUID | None = None


class Lease(SQLModel, table=True):
    """A waiting contribution is in one moderator's hands until `until`."""

    contribution: UUID = Field(primary_key=True)
    member: UUID
    until: datetime = Field(sa_type=Moment)


class Skip(SQLModel, table=True):
    """A moderator left this contribution to the others."""

    contribution: UUID = Field(primary_key=True)
    member: UUID = Field(primary_key=True)
