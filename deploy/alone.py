"""Nobody else is at work on an instance: what is to be replaced is in no other hand, and nobody begins meanwhile."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from nats.js import JetStreamContext
from nats.js.errors import NotFoundError
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from events import topology

STOP = "stop `palabre up`, or every part and command of it, then try again"
# Who is connected to our database besides ourselves; workers of the server itself have no user.
OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename IS NOT NULL "
    "AND pid <> pg_backend_pid() AND leader_pid IS NULL"
)


class InUseError(RuntimeError):
    """Something is at work on the instance; the message is one line that says what to do."""


async def readers_at_work(js: JetStreamContext) -> list[str]:
    """Return which readers of the facts somebody waits at."""
    found = []
    for reader in topology.readers():
        try:
            info = await js.consumer_info(topology.FACTS, reader.name)
        except NotFoundError:
            continue
        found += [reader.name] if info.num_waiting else []
    return found


@contextmanager
def own_server_alone(home: Path) -> Iterator[None]:
    """Hold the data folder's bus, so that nobody uses it whom we do not let. Raises InUseError.

    Whoever starts a server holds `lock`, whoever uses somebody else's shares `guests` (see deploy.bus.embedded).
    """
    with _held(home / "nats" / "guests"):
        with _held(home / "nats" / "lock"):
            pass  # nobody's server runs; ours takes it next, and nobody can become its guest
        yield


@contextmanager
def _held(file: Path) -> Iterator[None]:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    held = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise InUseError(f"palabre runs on {file.parent.parent}: {STOP}") from None
    finally:
        os.close(held)


async def database_alone(engine: AsyncEngine) -> None:
    """See that nobody else has the database open: every part keeps a connection while it lives. Raises InUseError."""
    if engine.dialect.name == "sqlite":
        _file_alone(Path(str(engine.url.database)))
        return
    async with engine.connect() as connection:
        others = (await connection.execute(text(OTHERS))).scalar_one()
    if others:
        raise InUseError(f"{others} others are connected to the database: {STOP}")


def _file_alone(file: Path) -> None:
    """Leave the write-ahead log, as only the last who has the file open can; what is damaged is in nobody's use."""
    try:
        with closing(sqlite3.connect(file, timeout=1)) as database:
            database.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError:
        raise InUseError(f"{file} is open elsewhere: {STOP}") from None
    except sqlite3.DatabaseError:
        return
