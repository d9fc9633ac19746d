"""SQLite for asyncio without a thread a connection: what is quick runs at once, what may wait runs beside.

aiosqlite changes threads at every step of every statement: sixteen times for one citizen's message, which took half
of the processor. Here a statement runs where it stands; a read takes some tens of microseconds. What waits, for the
lock of another writer or for the disk, is done in a thread: BEGIN IMMEDIATE and COMMIT.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, Self

WAITS = ("BEGIN IMMEDIATE", "PRAGMA WAL_CHECKPOINT", "VACUUM")


class Beside:
    """A thread for what waits, started when something does; one a connection, so that no commit waits for another."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "sqlite")

    async def run(self, work: Callable[..., object], *arguments: object) -> None:
        """Do the work, to its end even if we are cancelled: nobody else may touch the connection meanwhile."""
        doing = asyncio.get_running_loop().run_in_executor(self._thread, partial(work, *arguments))
        try:
            await asyncio.shield(doing)
        except asyncio.CancelledError:
            while not doing.done():
                with suppress(asyncio.CancelledError):  # however often we are told
                    await asyncio.wait({doing})
            raise

    def close(self) -> None:
        self._thread.shutdown(wait=False)


class Cursor:
    """A cursor as SQLAlchemy's asyncio side expects it."""

    def __init__(self, cursor: sqlite3.Cursor, beside: Beside) -> None:
        self._cursor = cursor
        self._beside = beside

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> Self:
        if statement.upper().startswith(WAITS):
            await self._beside.run(self._cursor.execute, statement, parameters)
        else:
            self._cursor.execute(statement, parameters)
        return self

    async def executemany(self, statement: str, parameters: Iterable[Sequence[Any]]) -> Self:
        self._cursor.executemany(statement, parameters)
        return self

    async def fetchone(self) -> Any:
        return self._cursor.fetchone()

    async def fetchmany(self, size: int | None = None) -> list[Any]:
        return self._cursor.fetchmany(size or self._cursor.arraysize)

    async def fetchall(self) -> list[Any]:
        return self._cursor.fetchall()

    async def close(self) -> None:
        self._cursor.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


class Connection:
    """A connection as SQLAlchemy's asyncio side expects it; it is used by one task at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection: sqlite3.Connection | None = connection
        self._beside = Beside()

    @property
    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            raise ValueError("connection closed")
        return self._connection

    def cursor(self) -> Cursor:
        return Cursor(self._open.cursor(), self._beside)

    async def commit(self) -> None:
        if self._open.in_transaction:
            await self._beside.run(self._open.commit)

    async def rollback(self) -> None:
        self._open.rollback()

    async def create_function(self, name: str, count: int, function: Callable[..., Any], **options: Any) -> None:
        self._open.create_function(name, count, function, **options)

    async def close(self) -> None:
        self.stop()

    def stop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            self._beside.close()


async def connect(database: str, **options: Any) -> Connection:
    """Open a database file; nothing begins a transaction by itself."""
    return Connection(sqlite3.connect(database, **{**options, "check_same_thread": False, "isolation_level": None}))
