"""Everything that is stored about one person, for that person alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import SQLModel, select

from storage.tables.appointments import Appointment
from storage.tables.attendance import Attendance
from storage.tables.broadcasts import Mute
from storage.tables.contributions import Contribution
from storage.tables.identity import Address, Letter
from storage.tables.live import LiveQuestion
from storage.tables.moderation import Appeal
from storage.tables.needs import Need, NeedKey
from storage.tables.people import Citizen
from storage.tables.preferences import Preference
from storage.tables.sessions import Seat, Session
from storage.tables.strata import Declaration, DeclarationKey
from storage.tables.votes import Support, Vote

CHUNK = 500  # ids in one query; databases bound the number of parameters

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """A table that holds something of people: in which column it says whose, and what of a row is theirs to read.

    Where that column is `contribution`, a row is of whoever gave that one.
    """

    name: str
    table: type[SQLModel]
    person: str
    columns: tuple[str, ...]


# Who decided about a text is left out: that is somebody else's. A letter is told by its kind and its time: its words
# stand in the chat, and are emptied here once it was sent.
SECTIONS = (
    Section("citizen", Citizen, "id", ("joined_at", "language", "origin", "source", "banned_for")),
    Section("address", Address, "person", ("bot", "reachable")),
    Section("choices", Preference, "citizen", ("pace", "contact_since")),
    Section(
        "contributions",
        Contribution,
        "author",
        tuple(
            "received_at reference kind theme text language state article amends merged_into decided_at origin".split()
        ),
    ),
    Section("appeals", Appeal, "contribution", ("lodged_at", "contribution", "reason", "outcome", "decided_at")),
    Section("live_questions", LiveQuestion, "contribution", ("contribution", "session", "answered_at")),
    Section("votes", Vote, "citizen", ("cast_at", "theme", "statement", "value")),
    Section("supports", Support, "citizen", ("given_at", "theme", "question")),
    Section("seats", Seat, "citizen", ("since", "session", "state")),
    Section("needs", Need, "citizen", ("stated_at", "session")),  # the face that asks opens the words
    Section("need_keys", NeedKey, "citizen", ("session",)),
    Section("about_me", Declaration, "citizen", ("declared_at",)),  # the face that asks opens what was said
    Section("about_me_keys", DeclarationKey, "citizen", ("citizen",)),
    Section("attendance", Attendance, "citizen", ("at", "session")),
    Section("appointments", Appointment, "person", ("at", "kind", "about")),
    Section("muted", Mute, "citizen", ("theme",)),
    Section("letters", Letter, "person", ("due_at", "wording", "theme", "state", "ended_at")),
)


async def everything_of(engine: AsyncEngine, citizen: UUID) -> dict[str, list[Line]]:
    """Return what is stored about a person, by section, oldest first; contributions and debates by their references."""
    async with engine.connect() as connection:
        found = {section.name: await _rows(connection, section, citizen) for section in SECTIONS}
        names = await _references(connection, {str(value) for rows in found.values() for row in rows for value in row})
    return {
        section.name: [
            {column: _told(value, names) for column, value in zip(section.columns, row, strict=True)}
            for row in found[section.name]
        ]
        for section in SECTIONS
    }


async def _rows(connection: AsyncConnection, section: Section, citizen: UUID) -> Sequence[Row[Any]]:
    columns = [getattr(section.table, name) for name in section.columns]
    whose = getattr(section.table, section.person)
    given = select(Contribution.id).where(Contribution.author == citizen)
    query = select(*columns).where(whose.in_(given) if section.person == "contribution" else whose == citizen)
    return (await connection.execute(query.order_by(columns[0]))).all()


async def _references(connection: AsyncConnection, values: Iterable[str]) -> dict[str, str]:
    """Return the public references of the contributions and debates among some ids."""
    ids = sorted(UUID(value) for value in values if _is_id(value))
    names = {}
    for start in range(0, len(ids), CHUNK):
        for table in (Contribution, Session):
            query = select(table.id, table.reference).where(table.id.in_(ids[start : start + CHUNK]))  # type: ignore[attr-defined]  # SQLModel types a column as its value
            names.update({str(row[0]): row[1] for row in (await connection.execute(query)).all()})
    return names


def _is_id(value: str) -> bool:
    try:
        return str(UUID(value)) == value
    except ValueError:
        return False


def _told(value: object, names: dict[str, str]) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return names.get(str(value), value) if isinstance(value, str | UUID) else value
