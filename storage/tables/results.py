"""What is computed (drafts, which can be computed again) and what was published (which stays)."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Draft(SQLModel, table=True):
    """The newest computed `topics`, `map`, `agenda` or `summary` of a theme; `content` is its JSON document.

    `wording-<language>` is what a model wrote of the summary: it was checked, and is asked for again when it is gone.
    """

    theme: str = Field(primary_key=True)
    result: str = Field(primary_key=True)
    input_hash: str
    content: str
    computed_at: datetime = Field(sa_type=Moment)


class Publication(SQLModel, table=True):
    """A requested, and once confirmed published, agenda or summary; `version` is None until then."""

    id: UUID = Field(primary_key=True)
    theme: str = Field(index=True)
    result: str
    version: int | None = None
    input_hash: str
    content: str
    requested_by: UUID
    confirmed_by: UUID | None = None
    requested_at: datetime = Field(sa_type=Moment)
    published_at: datetime | None = Field(default=None, sa_type=Moment)


class Amendment(SQLModel, table=True):
    """What moderators decided about the agenda item that holds a question; the latest `turn` of an item stands.

    `what`: pinned or dropped (`words` is the reason) of its place, retitled (`words` is the title) of its title.
    """

    question: UUID = Field(primary_key=True)
    amended: str = Field(primary_key=True)  # place or title
    theme: str = Field(index=True)
    what: str
    words: str = ""
    turn: int
