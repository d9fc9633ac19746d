"""Open the database: SQLite made safe against power cuts, or PostgreSQL."""

from typing import Any

from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage.encryption import encrypted
from storage.sqlite import connect

# FULL: with NORMAL a power cut loses commits of the write-ahead log. secure_delete: erased text leaves the file.
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
    "busy_timeout=10000",
    "cache_size=-32000",
)
SILENCE = 5.0  # seconds after which a part gives up a PostgreSQL that accepts and answers nothing
CONNECTIONS = 16  # kept open; what goes beyond is opened and closed again, which costs more than a query


def open_engine(url: str, *, silence: float | None = None) -> AsyncEngine:
    """Return an engine for `sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`; it connects on first use.

    `silence`: how many seconds a PostgreSQL may take over a statement before it counts as away; None: any number.
    """
    if not url.startswith("sqlite"):
        return _postgresql(url, silence)
    engine = create_async_engine(url, pool_size=CONNECTIONS, connect_args={"async_creator_fn": connect})
    event.listen(engine.sync_engine, "connect", _make_safe)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _postgresql(url: str, silence: float | None) -> AsyncEngine:
    limits = {"pool_timeout": silence, "connect_args": impatient(silence)} if silence else {}
    engine = encrypted(create_async_engine(url, pool_pre_ping=True, **limits))
    event.listen(engine.sync_engine, "handle_error", _leave)

    def leave_all(_connection: DBAPIConnection, entry: ConnectionPoolEntry, error: BaseException | None) -> None:
        """Where one connection was silent the others are too; SQLAlchemy would find out one by one, seconds each."""
        if isinstance(error, TimeoutError):
            engine.sync_engine.pool._invalidate(entry, error, _checkin=False)  # type: ignore[arg-type]  # noqa: SLF001 - nothing public marks them all; an entry does as well

    event.listen(engine.sync_engine, "invalidate", leave_all)
    return engine


def impatient(silence: float) -> dict[str, float]:
    """Return how asyncpg is told to leave a server in silence; without that it waits for ever."""
    return {"timeout": silence, "command_timeout": silence}


def _leave(context: ExceptionContext) -> None:
    """Leave a server in silence with all its connections: no other one would be answered either."""
    if isinstance(context.original_exception, TimeoutError):
        context.is_disconnect = True


def _make_safe(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Any) -> None:
    """Readers begin deferred; a writer states `immediate`, so that two never wait for each other's locks."""
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
