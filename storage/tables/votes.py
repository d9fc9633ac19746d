"""Votes on statements and supports of questions: one row a person and a text."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Vote(SQLModel, table=True):
    citizen: UUID = Field(primary_key=True)
    statement: UUID = Field(primary_key=True, index=True)
    theme: str = Field(index=True)
    value: int
    cast_at: datetime = Field(sa_type=Moment)


class Support(SQLModel, table=True):
    citizen: UUID = Field(primary_key=True)
    question: UUID = Field(primary_key=True, index=True)
    theme: str = Field(index=True)
    given_at: datetime = Field(sa_type=Moment)
