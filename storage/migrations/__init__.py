"""The database's schema, step by step (Alembic)."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine


def config() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    return settings


async def migrate(engine: AsyncEngine, to: str = "head") -> list[str]:
    """Bring the schema up to a revision, the newest if none is said; return those before and after if they differ."""
    async with engine.connect() as connection:
        await connection.execution_options(immediate=True)
        before = await connection.run_sync(_revision)
        await connection.run_sync(_upgrade, to)
        after = await connection.run_sync(_revision)
        await connection.commit()
    return [] if before == after else [f"database schema: {before or 'empty'} → {after}"]


async def is_current(engine: AsyncEngine) -> bool:
    """Say whether the schema is the one that this version expects."""
    return await revision(engine) == newest()


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


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _upgrade(connection: Connection, to: str) -> None:
    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, to)
