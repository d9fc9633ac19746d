"""One at a time over all processes: a turn, held as long as its holder lives.

On PostgreSQL it is an advisory lock of a session of its own; on SQLite an flock beside the database file. The system
itself lets go of both when their holder dies, and only then: no clock decides who has gone.
"""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from functools import partial
from itertools import count

from sqlalchemy import NullPool, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from events.ending import ended
from storage.encryption import encrypted
from storage.engine import SILENCE, impatient

PAUSE = 0.1  # seconds between two looks whether the turn is free
PULSE = 2.0  # seconds between two looks whether the session still lives; then a server in silence is given up

Lost = asyncio.Event
OnWait = Callable[[], object]


class TurnLostError(RuntimeError):
    """The turn may be somebody else's by now: what was begun in it must not go on."""


def turn(engine: AsyncEngine, name: str, on_wait: OnWait) -> AbstractAsyncContextManager[Lost]:
    """Hold the turn `name`; wait for it first, which `on_wait` is told once. Yields an event: it has been lost."""
    return (_beside_file if engine.dialect.name == "sqlite" else _in_session)(engine, name, on_wait)


@asynccontextmanager
async def _beside_file(engine: AsyncEngine, name: str, on_wait: OnWait) -> AsyncIterator[Lost]:
    file = os.open(f"{engine.url.database}.{name}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        await _until(partial(_flocked, file), on_wait)
        yield Lost()  # nobody can take it away
    finally:
        os.close(file)


async def _flocked(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@asynccontextmanager
async def _in_session(engine: AsyncEngine, name: str, on_wait: OnWait) -> AsyncIterator[Lost]:
    lost = Lost()
    own = encrypted(
        create_async_engine(
            engine.url, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=impatient(SILENCE)
        )
    )
    async with own.connect() as session:
        driver = (await session.get_raw_connection()).driver_connection
        driver.add_termination_listener(lambda _connection: lost.set())  # type: ignore[union-attr]  # asyncpg's
        await _until(partial(_locked, session, name), on_wait)
        watching = asyncio.create_task(_watch(session, lost))
        try:
            yield lost
        finally:
            await ended(watching)


async def _locked(session: AsyncConnection, name: str) -> bool:
    key = func.hashtext(f"palabre {name}")
    return bool((await session.execute(select(func.pg_try_advisory_lock(key)))).scalar())


async def _watch(session: AsyncConnection, lost: Lost) -> None:
    """Notice a server that was cut off without a word; one that closes the session says so by itself."""
    while not lost.is_set():
        try:
            async with asyncio.timeout(PULSE):
                await session.execute(select(1))
        except (DBAPIError, OSError, TimeoutError):
            lost.set()
        with suppress(TimeoutError):
            async with asyncio.timeout(PULSE):
                await lost.wait()


async def _until(taken: Callable[[], Awaitable[bool]], on_wait: OnWait) -> None:
    for tries in count():
        if await taken():
            return
        if not tries:
            on_wait()
        await asyncio.sleep(PAUSE)
