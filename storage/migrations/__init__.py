"""The database's schema, step by step (Alembic).

A step that leaves columns to be filled from the record says so (`replay = True`), and a mark in the database says that
it has not been done yet: whoever opens the database next does it.
"""

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, MetaData, String, Table, delete, insert, inspect
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.schema import CreateTable, DropTable

from storage.turn import turn

log = logging.getLogger(__name__)

UNFILLED = Table("unfilled", MetaData(), Column("since", String))  # no table of ours: no migration makes it


class NewerDatabaseError(RuntimeError):
    """A newer version of palabre wrote the database; the message says what to do."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"the database is of a newer version of palabre (its schema is {found}, this one knows {newest()}): "
            "update palabre, or restore a backup that was made before (see UPGRADING.md)"
        )


def config() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    return settings


async def migrate(engine: AsyncEngine, to: str = "head") -> list[str]:
    """Bring the schema up to a revision, the newest if none is said; return those before and after if they differ.

    Of several processes one does it, and the others wait. Raises NewerDatabaseError.
    """
    async with turn(engine, "schema", _stand_by), engine.connect() as connection:
        await connection.execution_options(immediate=True)
        before = await connection.run_sync(_revision)
        if before and not knows(before):
            raise NewerDatabaseError(before)
        await connection.run_sync(_upgrade, to)
        after = await connection.run_sync(_revision)
        if before and before != after and _leaves_unfilled(before, after):
            await connection.run_sync(_mark, before)
        await connection.commit()
    return [] if before == after else [f"database schema: {before or 'empty'} → {after}"]


async def is_current(engine: AsyncEngine) -> bool:
    """Say whether the schema is the one that this version expects. Raises NewerDatabaseError."""
    found = await revision(engine)
    if found == newest():
        return True
    if found and not knows(found):
        raise NewerDatabaseError(found)
    return False


def newest() -> str:
    """Return the revision that this version expects."""
    return str(ScriptDirectory.from_config(config()).get_current_head())


def knows(revision: str) -> bool:
    """Say whether this version can begin at a revision."""
    return revision in {each.revision for each in ScriptDirectory.from_config(config()).walk_revisions()}


async def revision(engine: AsyncEngine) -> str | None:
    """Return the schema's revision, None where there is no schema yet."""
    async with engine.connect() as connection:
        return await connection.run_sync(_revision)


async def is_unfilled(engine: AsyncEngine) -> bool:
    """Say whether columns wait to be filled from the record."""
    async with engine.connect() as connection:
        return await connection.run_sync(lambda sync: inspect(sync).has_table(UNFILLED.name))


async def filled(engine: AsyncEngine) -> None:
    """Note that they are filled."""
    async with engine.begin() as connection:
        await connection.execute(DropTable(UNFILLED, if_exists=True))


def _stand_by() -> None:
    log.info("another process brings the database's schema up to date")


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _upgrade(connection: Connection, to: str) -> None:
    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, to)


def _leaves_unfilled(before: str, after: str | None) -> bool:
    """Say whether a step between two revisions leaves columns to be filled from the record."""
    steps = ScriptDirectory.from_config(config()).iterate_revisions(after, before)
    return any(getattr(step.module, "replay", False) for step in steps)


def _mark(connection: Connection, since: str) -> None:
    connection.execute(CreateTable(UNFILLED, if_not_exists=True))
    connection.execute(delete(UNFILLED))
    connection.execute(insert(UNFILLED).values(since=since))
