"""The record worked again from its first entry: what people did gives what the instance remembers, to the byte."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Table, delete, func
from sqlmodel import SQLModel, col
from sqlmodel import select as rows_of
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy.settings import Settings
from deploy.stored import Rows, rows_stored
from deploy.wiring import memory
from events.base import Event
from events.catalogue import UnknownKindError, read
from storage.ledger import Work, writing
from storage.tables.appointments import Appointment
from storage.tables.broadcasts import Broadcast, Mute
from storage.tables.contributions import Contribution, Lease, Skip
from storage.tables.memory import Counter, Entry, Head
from storage.tables.people import Citizen, Invitation, Member
from storage.tables.results import Publication
from storage.tables.sessions import Seat, Session
from storage.tables.themes import Theme
from storage.tables.votes import Support, Vote
from workers.clerk import handlers

Progress = Callable[[str, int, int], None]

PORTION = 500
# What follows from the record alone. Receipts, record, outbox, addresses and letters do not; drafts are computed.
REBUILT: tuple[type[SQLModel], ...] = (
    Theme, Citizen, Member, Invitation, Contribution, Lease, Skip, Vote, Support, Session, Seat, Appointment,
    Publication, Broadcast, Mute, Counter,
)  # fmt: skip


class BrokenRecordError(ValueError):
    """An entry of the record cannot be worked again; the message names it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not what the record gives: `columns` differ, or the row is `missing` or `unfounded`."""

    table: str
    row: str
    what: str

    def __str__(self) -> str:
        return f"{self.table} {self.row}: {self.what}"


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many entries were worked again, and what was mended by it."""

    entries: int
    mended: tuple[Difference, ...]


async def replay(settings: Settings, progress: Progress) -> Replayed:
    """Rebuild all tables that follow from the record, in one transaction. Raises BrokenRecordError."""
    async with memory(settings) as engine, writing(engine) as session:
        await session.exec(rows_of(Head).with_for_update())
        before = {table: await rows_stored(session, table) for table in tables()}
        for table in tables():
            await session.exec(delete(table))
        entries = await work_again(session, _entries(session), await _length(session), progress)
        mended = [
            difference
            for table in tables()
            for difference in differences(table, before[table], await rows_stored(session, table))
        ]
    return Replayed(entries, tuple(mended))


async def work_again(
    session: AsyncSession, entries: AsyncIterator[Sequence[Entry]], total: int, progress: Progress
) -> int:
    """Work entries through the clerk's handlers, telling nobody; return how many.

    What was erased is worked like the rest: erasure leaves of an act what its decision needs.
    """
    decide, worked = handlers(), 0
    async for portion in entries:
        facts = [fact_of(entry) for entry in portion]
        work = Work(session)
        for kind, run in groupby(facts, key=lambda fact: fact.kind):
            await decide[kind](work, list(run))
        await session.flush()
        session.expunge_all()
        refused = [fact for fact in facts if (outcome := work.outcomes.get(fact.event_id)) and outcome.refused]
        if refused:
            entry = next(entry for entry in portion if entry.fact == refused[0].event_id)
            raise BrokenRecordError(f"entry {entry.seq} ({entry.kind}) was accepted and is refused when worked again")
        worked += len(facts)
        progress("entries", worked, total)
    return worked


def fact_of(entry: Entry) -> Event:
    """Return the act behind an entry. Raises BrokenRecordError."""
    try:
        return read(entry.kind, str(entry.payload))
    except UnknownKindError:
        raise BrokenRecordError(
            f"entry {entry.seq} is of a kind that this version does not know: {entry.kind}"
        ) from None
    except ValueError:
        raise BrokenRecordError(f"entry {entry.seq} ({entry.kind}) cannot be read") from None


async def _entries(session: AsyncSession) -> AsyncIterator[Sequence[Entry]]:
    last = 0
    while True:
        query = rows_of(Entry).where(col(Entry.seq) > last).order_by(col(Entry.seq)).limit(PORTION)
        portion = (await session.exec(query)).all()
        if not portion:
            return
        last = portion[-1].seq
        session.expunge_all()
        yield portion


async def _length(session: AsyncSession) -> int:
    return (await session.exec(rows_of(func.count()).select_from(Entry))).one()


def tables() -> list[Table]:
    return [SQLModel.metadata.tables[str(each.__tablename__)] for each in REBUILT]


def differences(table: Table, here: Rows, founded: Rows) -> list[Difference]:
    """Compare the rows that are here with those that the record gives."""
    found = []
    for key in sorted(here.keys() | founded.keys(), key=str):
        row = here.get(key) or founded[key]
        name = str(row._mapping.get("reference") or " ".join(map(str, key)))  # noqa: SLF001 - SQLAlchemy's public name
        if key not in here:
            found.append(Difference(table.name, name, "is missing"))
        elif key not in founded:
            found.append(Difference(table.name, name, "is not in the record"))
        elif changed := [c.name for c in table.columns if getattr(here[key], c.name) != getattr(founded[key], c.name)]:
            found.append(Difference(table.name, name, f"{', '.join(changed)} is not what the record says"))
    return found
