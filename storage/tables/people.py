"""Citizens (by UUID only) and the members who moderate."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Citizen(SQLModel, table=True):
    """A participant; `origin` is `chat`, `import` or `paper`, `banned_for` what they wrote before they were banned."""

    id: UUID = Field(primary_key=True)
    language: str | None = None
    origin: str
    source: str = ""
    banned_for: str | None = None
    joined_at: datetime = Field(sa_type=Moment)


class Member(SQLModel, table=True):
    """A person with a role; `name` (`M-<n>`) is what colleagues see."""

    id: UUID = Field(primary_key=True)
    name: str = Field(unique=True)
    role: str
    active: bool = True
    since: datetime = Field(sa_type=Moment)


class Invitation(SQLModel, table=True):
    """A one-time code, hashed, for one role."""

    code_hash: str = Field(primary_key=True)
    role: str
    expires_at: datetime = Field(sa_type=Moment)
    used_by: UUID | None = None
