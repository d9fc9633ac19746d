"""Tables filled with what a backup holds: in an empty database of the backup's own version, which is then brought up.

On SQLite that is a file beside, which takes the place of the old one when it is whole.
"""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import IO

from sqlalchemy import bindparam, delete, make_url, text, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import col

from deploy.backups.archive import Manifest, table_member
from deploy.backups.unpacking import Source, members
from deploy.record.replay import Progress
from deploy.record.upgrading import fill
from deploy.roles import renewed
from storage import rows
from storage.engine import open_engine
from storage.ledger import writing
from storage.migrations import migrate
from storage.restoring import MARK
from storage.tables.identity import Letter

BESIDE = ("-wal", "-shm", "-journal")  # files of SQLite's beside a database
LOCK = ".schema"  # of storage.turn, beside a draft of which nobody else knows

# What a schema of PostgreSQL holds, by its mark in the catalogue: a newer version's tables too, no extension's.
KINDS = {"r": "TABLE", "p": "TABLE", "v": "VIEW", "m": "MATERIALIZED VIEW", "S": "SEQUENCE"}
HELD = text("""
SELECT relkind::text, quote_ident(relname) FROM pg_class
WHERE relnamespace = current_schema()::regnamespace AND relkind::text IN :kinds AND relname <> :kept
AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
ORDER BY relkind = 'S'
""").bindparams(bindparam("kinds", tuple(KINDS), expanding=True), kept=MARK.name)


@asynccontextmanager
async def in_place_of(url: str) -> AsyncIterator[AsyncEngine]:
    """Open an empty database that takes the place of the old one at the end."""
    place = Path(str(make_url(url).database)) if url.startswith("sqlite") else None
    draft = place and place.with_name(f"{place.name}.restored")
    if draft:
        _remove(draft)
    engine = open_engine(str(make_url(url).set(database=str(draft))) if draft else url)
    try:
        if draft is None:
            await _empty(engine)
        yield engine
    finally:
        await engine.dispose()
    if draft and place:
        Path(f"{draft}{LOCK}").unlink(missing_ok=True)
        _remove(place, but_itself=True)
        draft.replace(place)


def _remove(file: Path, *, but_itself: bool = False) -> None:
    for suffix in (*BESIDE, *([] if but_itself else [""])):
        Path(f"{file}{suffix}").unlink(missing_ok=True)


async def _empty(engine: AsyncEngine) -> None:
    """Drop what is there, whichever version made it, but for the mark that it is being replaced."""
    async with engine.begin() as connection:
        for kind, name in (await connection.execute(HELD)).all():
            await connection.exec_driver_sql(f"DROP {KINDS[kind]} IF EXISTS {name} CASCADE")


async def load(
    engine: AsyncEngine, source: Source, manifest: Manifest, left_out: Collection[str], progress: Progress
) -> None:
    """Fill the tables of the backup's version, all or none, and bring the schema up to date."""
    await migrate(engine, manifest.schema_revision)
    wanted = {table_member(name): name for name in manifest.columns if name not in left_out}
    async with engine.connect() as connection:
        await connection.execution_options(immediate=True)
        for name, columns in manifest.columns.items():
            await connection.execute(delete(rows.described(name, columns)))
        for member, content in members(source):
            if member in wanted:
                await _fill(connection, wanted[member], manifest, content, progress)
        await connection.commit()
    await migrate(engine)
    await fill(engine, progress)
    async with engine.begin() as connection:
        await rows.go_on_counting(connection)
    await renewed(engine)


async def _fill(
    connection: AsyncConnection, name: str, manifest: Manifest, content: IO[bytes], progress: Progress
) -> None:
    columns, done, total = manifest.columns[name], 0, manifest.members[table_member(name)].lines
    table = rows.described(name, columns)
    while portion := list(islice(content, rows.PORTION)):
        await rows.put(connection, table, columns, portion)
        progress(name, done := done + len(portion), total)


async def doubt_letters(engine: AsyncEngine, now: datetime) -> int:
    """Have letters that waited and are due sent at most once: they may have been sent since. Return how many."""
    due = col(Letter.state) == "waiting", col(Letter.due_at) <= now
    async with writing(engine) as session:
        return (await session.exec(update(Letter).where(*due).values(state="again"))).rowcount
