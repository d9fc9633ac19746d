"""Live questions: to which debate a contribution belongs, and what became of it there."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class LiveQuestion(SQLModel, table=True):
    """What a contribution of the kind `live` has beside its text and state."""

    __tablename__ = "live_question"

    contribution: UUID = Field(primary_key=True)
    session: UUID = Field(index=True)
    shortlisted_at: datetime | None = Field(default=None, sa_type=Moment)
    answered_at: datetime | None = Field(default=None, sa_type=Moment)
