"""Overwrite on the disk what was erased in the tables.

SQLite's `secure_delete` clears pages; the write-ahead log holds the old ones until it is cut. PostgreSQL leaves old
rows in its files until a table is written anew, and in its write-ahead log until that is used again.
"""

from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

HELD = (
    "address",
    "appeal",
    "citizen",
    "contribution",
    "declaration",
    "declaration_key",
    "draft",
    "erasure",
    "letter",
    "need",
    "need_key",
    "outbox",
    "publication",
    "record",
    "topic_edit",
)
KEYS = ("declaration_key", "need_key")  # without them what people need, and say they are, is noise
SETTLING = ("CHECKPOINT", "SELECT pg_switch_wal()")  # which the role may not be allowed to do


async def scrub(engine: AsyncEngine, tables: Sequence[str] = HELD) -> None:
    """Leave nothing of what was erased in the database's files, as far as the database lets us. Raises TimeoutError.

    On PostgreSQL `tables` are written anew.
    """
    await (_cut_log(engine) if engine.dialect.name == "sqlite" else _write_anew(engine, tables))


async def _cut_log(engine: AsyncEngine) -> None:
    """Write the log into the database and cut it to nothing. Raises TimeoutError while somebody reads an old state."""
    async with engine.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection  # no transaction is begun on it
        cursor = driver.cursor()  # type: ignore[union-attr]  # storage.sqlite's
        await cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, *_ = await cursor.fetchone()
        await cursor.close()
    if busy:
        raise TimeoutError("somebody reads an old state of the database")


async def _write_anew(engine: AsyncEngine, tables: Sequence[str]) -> None:
    async with engine.connect() as connection:
        alone = await connection.execution_options(isolation_level="AUTOCOMMIT")
        for table in tables:
            await alone.execute(text(f"VACUUM FULL {table}"))
        for statement in SETTLING:
            with suppress(DBAPIError):
                await alone.execute(text(statement))
