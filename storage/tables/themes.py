"""Themes and the phase each is in."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Theme(SQLModel, table=True):
    """A controversy; `language` is what texts are taken to be in of whose language nothing else is known."""

    slug: str = Field(primary_key=True)
    title: str
    phase: str
    language: str | None = None
    created_at: datetime = Field(sa_type=Moment)
