"""The record worked again from its first entry: what people did gives what the instance remembers, to the byte."""

import gc
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Table, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import SQLModel, col
from sqlmodel import select as rows_of
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy.record.stored import Rows, rows_stored
from deploy.settings import Settings
from deploy.wiring import memory
from events.base import Event
from events.catalogue import UnknownKindError, read
from storage.engine import open_engine
from storage.ledger import Work, writing
from storage.migrations import migrate
from storage.tables.appointments import Appointment
from storage.tables.attendance import Attendance, Door
from storage.tables.broadcasts import Broadcast, Mute
from storage.tables.contributions import Contribution, Lease, Skip
from storage.tables.live import LiveQuestion
from storage.tables.memory import Counter, Entry, Head
from storage.tables.moderation import Appeal, Objection, Removal
from storage.tables.needs import Need
from storage.tables.people import Citizen, Invitation, Member
from storage.tables.preferences import Preference
from storage.tables.results import Amendment, Publication
from storage.tables.sessions import Seat, Session
from storage.tables.strata import Declaration, Target
from storage.tables.themes import Theme
from storage.tables.topics import TopicEdit
from storage.tables.votes import Support, Vote
from workers.acquaintance import held, meet
from workers.clerk import handlers

Progress = Callable[[str, int, int], None]

PORTION = 500
SELDOM = (50_000, 50, 50)  # thresholds of the garbage collector
# What follows from the record alone. Receipts, record, outbox, addresses, keys, letters do not; the rest is computed.
REBUILT: tuple[type[SQLModel], ...] = (
    Theme, Citizen, Member, Invitation, Contribution, Appeal, Removal, Objection, Lease, Skip, Vote, Support, Session,
    Seat, Appointment, TopicEdit, Publication, Amendment, Broadcast, Mute, Preference, Need, Declaration, Target,
    Attendance, Door, LiveQuestion, Counter,
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
    async with memory(settings) as engine:
        return await rebuild(engine, progress)


async def rebuild(engine: AsyncEngine, progress: Progress) -> Replayed:
    async with writing(engine) as session, scratch() as again:
        await session.exec(rows_of(Head).with_for_update())
        entries = await work_again(again, _entries(session), await _length(session), progress)
        mended = [difference for table in tables() for difference in await _replaced(session, again, table)]
    return Replayed(entries, tuple(mended))


@asynccontextmanager
async def scratch() -> AsyncIterator[AsyncSession]:
    """Open an empty SQLite database of our own, in which all is worked faster, and nothing else is touched."""
    with TemporaryDirectory(prefix="palabre-again-") as folder:
        engine = open_engine(f"sqlite+aiosqlite:///{Path(folder) / 'scratch.db'}")
        try:
            await migrate(engine)
            async with writing(engine) as session:
                yield session
        finally:
            await engine.dispose()


async def _replaced(session: AsyncSession, again: AsyncSession, table: Table) -> list[Difference]:
    """Replace a table's rows by those that the record gives; return what differs by it."""
    before = await rows_stored(session, table)
    connection = await session.connection()
    await connection.execute(delete(table))
    founded = (await (await again.connection()).execute(select(table))).mappings()
    for rows in founded.partitions(PORTION):
        await connection.execute(insert(table), [{**row} for row in rows])
    return differences(table, before, await rows_stored(session, table))


async def work_again(
    session: AsyncSession, entries: AsyncIterator[Sequence[Entry]], total: int, progress: Progress
) -> int:
    """Work entries through the clerk's handlers, telling nobody; return how many.

    What was erased is worked like the rest: erasure leaves of an act what its decision needs.
    """
    worked = 0
    with _calm():
        async for portion in entries:
            await _work_portion(session, portion)
            worked += len(portion)
            progress("entries", worked, total)
    return worked


@contextmanager
def _calm() -> Iterator[None]:
    """Have the interpreter look for garbage less often: it would find none, in a fifth of the time."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


async def _work_portion(session: AsyncSession, portion: Sequence[Entry]) -> None:
    facts, work, decide = [fact_of(entry) for entry in portion], Work(session), handlers()
    with held(session):
        await meet(work, facts)
        for kind, run in groupby(facts, key=lambda fact: fact.kind):
            await decide[kind](work, list(run))
        await session.flush()
    for entry in portion:
        if (outcome := work.outcomes.get(entry.fact)) and outcome.refused:
            raise BrokenRecordError(f"entry {entry.seq} ({entry.kind}) was accepted and is refused when worked again")


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
