"""What people let us tell them."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.tables.columns import Moment


class Preference(SQLModel, table=True):
    """A citizen's choices; who has none here is told daily, and has not agreed to be contacted.

    `pace`: at_once, daily, off. `contact_since`: the consent to be contacted again and drawn for a panel.
    """

    citizen: UUID = Field(primary_key=True)
    pace: str = "daily"
    contact_since: datetime | None = Field(default=None, sa_type=Moment)
