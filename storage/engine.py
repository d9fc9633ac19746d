"""Open the database: SQLite made safe against power cuts, or PostgreSQL."""

from typing import Any

from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

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
CONNECTIONS = 16  # kept open; what goes beyond is opened and closed again, which costs more than a query


def open_engine(url: str) -> AsyncEngine:
    """Return an engine for `sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`; it connects on first use."""
    if not url.startswith("sqlite"):
        return create_async_engine(url, pool_pre_ping=True)
    engine = create_async_engine(url, pool_size=CONNECTIONS, connect_args={"async_creator_fn": connect})
    event.listen(engine.sync_engine, "connect", _make_safe)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _make_safe(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Any) -> None:
    """Readers begin deferred; a writer states `immediate`, so that two never wait for each other's locks."""
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
