"""Tables as lines of JSON and back, the same from SQLite and from PostgreSQL: what a backup is made of.

A table is described by its columns and the kind of each, so that a later version reads what an earlier one wrote.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, Float, Integer, LargeBinary, MetaData, String, Table, Uuid, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import SQLModel

from storage.tables.columns import Moment

PORTION = 1000  # rows

Columns = Mapping[str, str]  # the kind of each column, by name
Coding = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a column holds: its type in Python and in the database, and how a value is written in JSON and read."""

    python: type
    column: Callable[[], TypeEngine[Any]]
    write: Coding | None = None
    read: Coding | None = None


def _bytes(value: bytes) -> str:
    return b64encode(value).decode()


KINDS = {
    "integer": Kind(int, Integer),
    "number": Kind(float, Float),
    "boolean": Kind(bool, Boolean),
    "text": Kind(str, String),
    "uuid": Kind(UUID, Uuid, str, UUID),
    "moment": Kind(datetime, Moment, datetime.isoformat, datetime.fromisoformat),
    "bytes": Kind(bytes, LargeBinary, _bytes, b64decode),
}
NAMES = {kind.python: name for name, kind in KINDS.items()}


def tables() -> dict[str, Columns]:
    """Return all tables of this version with their columns."""
    return {
        table.name: {column.name: _kind(column.type) for column in table.columns}
        for table in SQLModel.metadata.sorted_tables
    }


def _kind(column: TypeEngine[Any]) -> str:
    plain = column.impl_instance if isinstance(column, TypeDecorator) else column
    return NAMES[plain.python_type]


async def lines(connection: AsyncConnection, name: str) -> AsyncIterator[list[bytes]]:
    """Read a table of this version in the order of its keys, a portion of lines at a time."""
    table = SQLModel.metadata.tables[name]
    columns = tables()[name]
    coded = [(place, write) for place, kind in enumerate(columns.values()) if (write := KINDS[kind].write)]
    async with connection.stream(select(table).order_by(*table.primary_key)) as rows:
        async for portion in rows.partitions(PORTION):
            yield [_line(list(columns), row, coded) for row in portion]


def _line(names: Sequence[str], row: Sequence[Any], coded: Sequence[tuple[int, Coding]]) -> bytes:
    values = list(row)
    for place, write in coded:
        if values[place] is not None:
            values[place] = write(values[place])
    return json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False).encode() + b"\n"


def described(name: str, columns: Columns) -> Table:
    """Return a table as some version had it."""
    return Table(name, MetaData(), *(Column(column, KINDS[kind].column()) for column, kind in columns.items()))


async def put(connection: AsyncConnection, table: Table, columns: Columns, written: Sequence[bytes]) -> None:
    """Write lines into a table."""
    coded = {column: read for column, kind in columns.items() if (read := KINDS[kind].read)}
    await connection.execute(insert(table), [_row(line, coded) for line in written])


def _row(line: bytes, coded: Mapping[str, Coding]) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(line)
    for column, read in coded.items():
        if row[column] is not None:
            row[column] = read(row[column])
    return row


async def go_on_counting(connection: AsyncConnection) -> None:
    """Have PostgreSQL number new rows behind those that were put in with their numbers; SQLite does so by itself."""
    for table in SQLModel.metadata.sorted_tables if connection.dialect.name == "postgresql" else ():
        for column in table.primary_key:
            numbers = (await connection.execute(select(func.pg_get_serial_sequence(table.name, column.name)))).scalar()
            if numbers:
                following = func.coalesce(func.max(column), 0) + 1
                await connection.execute(select(func.setval(numbers, following, False)))
