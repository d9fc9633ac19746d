"""Topics: what moderators changed about them, and under which number each is known."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class TopicEdit(SQLModel, table=True):
    """A topic was renamed, merged or parted, until that is undone; `number` orders the edits of a theme.

    `contributions` and `others` are ids as JSON: of a merger those named in the second topic, of a parting those that
    stay.
    """

    __tablename__ = "topic_edit"

    id: UUID = Field(primary_key=True)
    theme: str = Field(index=True)
    number: int
    kind: str
    contributions: str
    others: str = "[]"
    title: str | None = None
    by: UUID
    at: datetime = Field(sa_type=Moment)
    undone: bool = False


class Placing(SQLModel, table=True):
    """In which topic of its theme a contribution was found last; computed, and so no part of the record."""

    contribution: UUID = Field(primary_key=True)
    theme: str = Field(index=True)
    topic: int


class TopicCount(SQLModel, table=True):
    """The last number that a topic of a theme was given: none is given twice."""

    __tablename__ = "topic_count"

    theme: str = Field(primary_key=True)
    last: int
