"""Is everything what the record says: the chain of hashes, the texts and counts, the published results."""

from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy import comparing
from deploy.replay import PORTION, BrokenRecordError, Progress, Rows, differences, rows_in, tables, work_again
from deploy.settings import Settings
from deploy.wiring import memory
from events.citizens import CitizenForgotten
from storage.engine import open_engine
from storage.erasure import listed
from storage.ledger import writing
from storage.migrations import migrate
from storage.record import first_break
from storage.tables.memory import Entry, Erasure, Head

T = TypeVar("T")

FIELDS = ("seq", "fact", "kind", "commitment", "previous", "hash", "salt", "payload")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many entries were checked, how many people were erased, and every fault that was found.

    No fault means that all is as it was recorded.
    """

    entries: int
    faults: tuple[str, ...]
    erasures: int = 0


async def verify(settings: Settings, progress: Progress) -> Verdict:
    """Check the chain, work the record again in a scratch database and compare row by row, then look at the streams."""
    entries: Sequence[Entry] = ()
    try:
        async with memory(settings) as engine, _still(engine) as session:
            entries, fault = await _record(session)
            if fault:
                return Verdict(len(entries), (fault,))
            here = {table.name: await _read(table.name, rows_in(session, table)) for table in tables()}
        founded = await _worked_again(entries, progress)
        async with memory(settings) as engine:
            streams = await _read("receipt", comparing.faults(settings, engine))
    except BrokenRecordError as broken:
        return Verdict(len(entries), (str(broken),))
    faults = [str(each) for table in tables() for each in differences(table, here[table.name], founded[table.name])]
    return Verdict(len(entries), (*faults, *streams), sum(entry.kind == CitizenForgotten.kind for entry in entries))


async def broken(engine: AsyncEngine) -> str | None:
    """Return where the record does not fit its chain, None where all of it does."""
    async with _still(engine) as session:
        try:
            return (await _record(session))[1]
        except BrokenRecordError as broken:
            return str(broken)


async def _record(session: AsyncSession) -> tuple[Sequence[Entry], str | None]:
    """Return all entries, and what is wrong with their chain. Raises BrokenRecordError."""
    entries = (await _read("record", session.exec(select(Entry).order_by(col(Entry.seq))))).all()
    listings = dict((await session.exec(select(Erasure.fact, Erasure.listing))).all())
    session.expunge_all()
    return entries, _chain(entries, (await session.exec(select(Head))).one(), listings)


async def _read(table: str, reading: Awaitable[T]) -> T:
    """Wait for a table's rows; a changed byte may make what is no number, moment or id of it."""
    try:
        return await reading
    except (ValueError, TypeError) as error:
        raise BrokenRecordError(f"{table}: a row cannot be read ({type(error).__name__})") from None


@asynccontextmanager
async def _still(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """Open a session that sees one moment, whatever is written meanwhile."""
    async with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            await connection.execution_options(isolation_level="REPEATABLE READ")
        async with AsyncSession(connection) as session:
            yield session


def _chain(entries: Sequence[Entry], head: Head, listings: Mapping[UUID, str]) -> str | None:
    """Return what is wrong with the chain, or None."""
    erased, unlisted = listed(entries, listings)
    rows: list[dict[str, Any]] = [{field: getattr(entry, field) for field in FIELDS} for entry in entries]
    if broken := first_break(rows, erased) or unlisted:
        return f"entry {broken} of the record does not fit the chain"
    end = (entries[-1].seq, entries[-1].hash) if entries else (0, head.hash)
    return None if (head.seq, head.hash) == end else f"the record ends at entry {end[0]}, its head says {head.seq}"


async def _worked_again(entries: Sequence[Entry], progress: Progress) -> dict[str, Rows]:
    async def portions() -> AsyncIterator[Sequence[Entry]]:
        for start in range(0, len(entries), PORTION):
            yield entries[start : start + PORTION]

    with TemporaryDirectory(prefix="palabre-verify-") as folder:
        engine = open_engine(f"sqlite+aiosqlite:///{Path(folder) / 'scratch.db'}")
        try:
            await migrate(engine)
            async with writing(engine) as session:
                await work_again(session, portions(), len(entries), progress)
                return {table.name: await rows_in(session, table) for table in tables()}
        finally:
            await engine.dispose()
