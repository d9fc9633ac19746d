"""A mark in the database as long as it is being restored: nobody starts on one that is there by half."""

from sqlalchemy import Column, Connection, MetaData, String, Table, delete, insert, inspect, select
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.schema import CreateTable, DropTable

from storage.rights import RESTORING, show

MARK = Table(RESTORING, MetaData(), Column("source", String))  # no table of ours: no migration makes it


class HalfRestoredError(RuntimeError):
    """A restore was broken off: what is there by half must not be started; the message says what to do."""

    def __init__(self, source: str) -> None:
        super().__init__(f"the instance is there by half: `palabre restore {source}` was broken off, run it again")


async def mark(engine: AsyncEngine, source: str) -> None:
    """Note that the database is being restored from `source`, for every part to read."""
    async with engine.begin() as connection:
        await connection.execute(CreateTable(MARK, if_not_exists=True))
        await connection.execute(delete(MARK))
        await connection.execute(insert(MARK).values(source=source))
        await connection.run_sync(show)


async def unmark(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.execute(DropTable(MARK, if_exists=True))


async def restored_from(engine: AsyncEngine) -> str | None:
    """Return what the database is being restored from, or was when that was broken off; None if all of it is there."""
    async with engine.connect() as connection:
        if not await connection.run_sync(_is_marked):
            return None
        return (await connection.execute(select(MARK.c.source))).scalar() or "a backup"


def _is_marked(connection: Connection) -> bool:
    return inspect(connection).has_table(MARK.name)
