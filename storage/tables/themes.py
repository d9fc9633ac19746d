"""Themes and the phase each is in."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Theme(SQLModel, table=True):
    slug: str = Field(primary_key=True)
    title: str
    phase: str
    created_at: datetime = Field(sa_type=Moment)
