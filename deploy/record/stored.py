"""What a SQLite file holds, byte for byte: two values may be read alike and not be the same.

An id in capitals is read like the id and found by nobody; of a moment, whatever stands between date and time is.
PostgreSQL has one way only to keep a value, and sums over its pages.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Dialect, LargeBinary, Row, String, Table, TypeDecorator, cast, func, select, text
from sqlmodel import col
from sqlmodel import select as rows_of
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.tables.memory import Entry

Rows = Mapping[tuple[Any, ...], Row[Any]]

SHOWN = 3  # lines about one file


class _Bytes(TypeDecorator[str]):
    """The bytes of a value, as text; those that are none are written in hexadecimal."""

    impl = LargeBinary
    cache_ok = True

    def process_result_value(self, value: bytes | None, _dialect: Dialect) -> str | None:
        return None if value is None else value.decode("utf-8", "backslashreplace")


async def rows_in(session: AsyncSession, table: Table) -> Rows:
    """Return a table's rows by their primary keys, as they are read."""
    return await _rows(session, table, select(table))


async def rows_stored(session: AsyncSession, table: Table) -> Rows:
    """Return a table's rows by their primary keys, as they are stored on SQLite; elsewhere as they are read."""
    if not on_sqlite(session):
        return await rows_in(session, table)
    return await _rows(session, table, select(*[cast(each, _Bytes).label(each.name) for each in table.columns]))


async def _rows(session: AsyncSession, table: Table, query: Any) -> Rows:
    found = (await (await session.connection()).execute(query)).all()
    return {tuple(getattr(row, column.name) for column in table.primary_key): row for row in found}


def on_sqlite(session: AsyncSession) -> bool:
    return session.get_bind().dialect.name == "sqlite"


async def damage(session: AsyncSession) -> tuple[str, ...]:
    """Say where SQLite's file is no database any more: pages, rows without their index, an index without its row."""
    if not on_sqlite(session):
        return ()
    lines = (await (await session.connection()).execute(text(f"PRAGMA integrity_check({SHOWN})"))).scalars().all()
    return tuple(f"the database file is damaged: {' '.join(line.split())}" for line in lines if line != "ok")


async def misspelt(session: AsyncSession) -> int | None:
    """Return the first entry of the record whose act has an id that is not written as ids are."""
    if not on_sqlite(session):
        return None
    written = cast(col(Entry.fact), String)
    query = rows_of(Entry.seq).where(written != func.lower(written)).order_by(col(Entry.seq)).limit(1)
    return (await session.exec(query)).first()
