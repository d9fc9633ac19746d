"""Is everything what the record says: the chain of hashes, the texts and counts, the published results."""

import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy import select as columns_of
from sqlalchemy.exc import DatabaseError, NoResultFound
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy.record import comparing
from deploy.record.replay import (
    PORTION,
    BrokenRecordError,
    Difference,
    Progress,
    differences,
    scratch,
    tables,
    work_again,
)
from deploy.record.stored import Rows, damage, misspelt, on_sqlite, rows_in, rows_stored
from deploy.settings import Settings
from deploy.wiring import memory
from events.citizens import CitizenForgotten
from storage.erasure import listed
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
    damaged: tuple[str, ...] = ()
    try:
        async with memory(settings) as engine, _still(engine) as session:
            damaged = await _read("database", damage(session))
            entries, fault = await _record(session)
            if fault:
                return Verdict(len(entries), (*damaged, fault))
            rows = rows_stored if on_sqlite(session) else rows_in  # the scratch database is SQLite, whatever ours is
            here = {table.name: await _read(table.name, rows(session, table)) for table in tables()}
        differing = await _worked_again(entries, here, rows, progress)
        async with memory(settings) as engine:
            streams = await _read("receipt", comparing.faults(settings, engine))
    except BrokenRecordError as broken:
        return Verdict(len(entries), (*damaged, str(broken)))
    faults = (*damaged, *map(str, differing), *streams)
    return Verdict(len(entries), faults, sum(entry.kind == CitizenForgotten.kind for entry in entries))


async def broken(engine: AsyncEngine) -> str | None:
    """Return where the record does not fit its chain, None where all of it does."""
    async with _still(engine) as session:
        try:
            return (await _record(session))[1]
        except BrokenRecordError as broken:
            return str(broken)


async def _record(session: AsyncSession) -> tuple[Sequence[Entry], str | None]:
    """Return all entries, and what is wrong with their chain. Raises BrokenRecordError."""
    entries, listings, head = await _read("record", _entries(session))
    return entries, _chain(entries, head, listings) or _misspelt(await misspelt(session))


async def _entries(session: AsyncSession) -> tuple[Sequence[Entry], Mapping[UUID, str], Head]:
    plain = columns_of(SQLModel.metadata.tables["record"]).order_by(
        col(Entry.seq)
    )  # entities take three times the memory
    entries = cast("Sequence[Entry]", (await (await session.connection()).execute(plain)).all())
    listings = dict((await session.exec(select(Erasure.fact, Erasure.listing))).all())
    return entries, listings, (await session.exec(select(Head))).one()


def _misspelt(entry: int | None) -> str | None:
    return f"entry {entry} of the record has an id that nobody would find" if entry else None


async def _read(table: str, reading: Awaitable[T]) -> T:
    """Wait for a table's rows; a changed byte may make what is no number, moment, id or text of it, or no row."""
    try:
        return await reading
    except (ValueError, TypeError, NoResultFound) as error:
        raise BrokenRecordError(f"{table}: a row cannot be read ({type(error).__name__})") from None
    except DatabaseError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        raise BrokenRecordError(f"{table}: a row cannot be read ({type(error.orig).__name__})") from None


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
    rows: Iterator[dict[str, Any]] = ({field: getattr(entry, field) for field in FIELDS} for entry in entries)
    if broken := first_break(rows, erased) or unlisted:
        return f"entry {broken} of the record does not fit the chain"
    end = (entries[-1].seq, entries[-1].hash) if entries else (0, head.hash)
    return None if (head.seq, head.hash) == end else f"the record ends at entry {end[0]}, its head says {head.seq}"


async def _worked_again(
    entries: Sequence[Entry],
    here: dict[str, Rows],
    rows: Callable[[AsyncSession, Table], Awaitable[Rows]],
    progress: Progress,
) -> list[Difference]:
    """Work the record again and compare table by table; what was compared is let go."""

    async def portions() -> AsyncIterator[Sequence[Entry]]:
        for start in range(0, len(entries), PORTION):
            yield entries[start : start + PORTION]

    async with scratch() as session:
        await work_again(session, portions(), len(entries), progress)
        found: list[Difference] = []
        for table in tables():
            found += differences(table, here.pop(table.name), await rows(session, table))
        return found
