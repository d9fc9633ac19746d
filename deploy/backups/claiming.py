"""What is to be replaced by a restore: in nobody's hands, wanted no more, and marked before it goes."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from nats.aio.client import Client
from sqlalchemy import Connection, func, inspect, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import SQLModel

from deploy.alone import InUseError, database_alone, readers_at_work
from deploy.backups.archive import ERASED, ArchiveError
from deploy.backups.rotation import erasures_beside
from deploy.backups.unpacking import Source, members
from deploy.bus.embedded import nats_at
from deploy.bus.streams import length
from deploy.reading import ERASURES
from deploy.settings import Settings
from deploy.watching.presence import who_is_here
from deploy.wiring import connection, reachable
from events.citizens import CitizenForgotten
from events.topology import DEAD, FACTS
from storage.engine import open_engine
from storage.erasure import erasures, note, noted
from storage.restoring import mark, restored_from, unmark

REPLACE = "to replace it, add --force"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for.

    `force`: replace what is there. `strangers`: leave the accounts out, of which the secret is lost. `erased`: a file
    of erasures that neither the old database nor the data folder knows.
    """

    source: Source
    force: bool = False
    strangers: bool = False
    erased: Path | None = None


async def make_room(settings: Settings, wanted: Wanted) -> None:
    """See that nobody is at work and nothing is lost that is still wanted; keep who was erased; mark what goes."""
    engine = open_engine(settings.database)
    file = Path(str(engine.url.database)) if engine.dialect.name == "sqlite" else None
    try:
        if file and not file.exists():
            await _observe_bus(settings, free=wanted.force)
            _keep_erasures(settings, wanted, [])
            return
        before = await reachable(settings, _observe_database(engine, file, wanted))
        await _observe_bus(settings, free=wanted.force or before.broken_off)
        _keep_erasures(settings, wanted, before.erased)
        if before.legible:
            await _claim(engine, wanted.source, before)
    finally:
        await engine.dispose()


@dataclass(frozen=True, slots=True)
class Before:
    """The database that is to be replaced."""

    legible: bool
    broken_off: bool = False
    erased: Sequence[CitizenForgotten] = ()


async def _observe_database(engine: AsyncEngine, file: Path | None, wanted: Wanted) -> Before:
    """Return what the old database is. Raises InUseError, ArchiveError."""
    await database_alone(engine)
    try:
        broken_off = await restored_from(engine) is not None
        many = await _rows(engine)
        erased = await erasures(engine) if many and await _has(engine, "erasure") else []
    except DatabaseError:
        if file is None:
            raise
        if not wanted.force:
            raise ArchiveError(f"{file} is damaged; {REPLACE}") from None
        return Before(legible=False)
    if many and not wanted.force and not broken_off:
        raise ArchiveError(f"there is an instance already, with {many} rows in its database; {REPLACE}")
    return Before(legible=True, broken_off=broken_off, erased=erased)


async def _rows(engine: AsyncEngine) -> int:
    """Count the rows of all our tables; a record that is empty has a head too."""
    async with engine.connect() as connection:
        here = set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))
        ours = [
            table for table in SQLModel.metadata.sorted_tables if table.name in here and table.name != "record_head"
        ]
        counts = [await connection.execute(select(func.count()).select_from(table)) for table in ours]
    return sum(int(count.scalar_one()) for count in counts)


async def _has(engine: AsyncEngine, name: str) -> bool:
    def look(connection: Connection) -> bool:
        return inspect(connection).has_table(name)

    async with engine.connect() as connection:
        return await connection.run_sync(look)


async def _observe_bus(settings: Settings, *, free: bool) -> None:
    """See that nobody is at work on the bus, and that it is empty unless it may be emptied. Raises InUseError."""
    if settings.nats_url is None and (free or not (settings.home / "nats" / "store").exists()):
        return
    async with alone_on_bus(settings) as client:
        js = client.jetstream()
        parts = [part.name for part in await who_is_here(client, settings.city)] if settings.nats_url else []
        if at_work := [*parts, *await readers_at_work(js)]:
            raise InUseError(f"{at_work[0]} is at work: stop every part of palabre, then try again")
        if not free and (many := await length(js, FACTS) + await length(js, DEAD)):
            raise ArchiveError(f"there is an instance already, with {many} facts on its bus; {REPLACE}")


def _keep_erasures(settings: Settings, wanted: Wanted, erased: Sequence[CitizenForgotten]) -> None:
    """Write down who was erased, by all that is known, before what knows it is replaced."""
    given = _given(wanted.erased) if wanted.erased else []
    held = [content.read().splitlines() for name, content in members(wanted.source) if name == ERASED]
    saved = [CitizenForgotten.model_validate_json(line) for lines in held for line in lines]
    beside = noted(erasures_beside(wanted.source.file, settings.city))
    note(settings.home / ERASURES, [*saved, *beside, *given, *erased])


def _given(file: Path) -> list[CitizenForgotten]:
    if acts := noted(file):
        return acts
    raise ArchiveError(f"{file} names nobody who was erased: give the {ERASURES} of the instance's data folder")


async def _claim(engine: AsyncEngine, source: Source, before: Before) -> None:
    """Mark the database, then see once more that nobody has it: who comes later sees the mark."""
    await mark(engine, str(source))
    await engine.dispose()
    try:
        await database_alone(engine)
    except InUseError:
        if not before.broken_off:
            await unmark(engine)
        raise


@asynccontextmanager
async def alone_on_bus(settings: Settings) -> AsyncIterator[Client]:
    """Connect to the bus; to a server of our own, of which nobody becomes a guest."""
    async with AsyncExitStack() as stack:
        url = settings.nats_url or await stack.enter_async_context(nats_at(settings.home, own=True))
        yield await stack.enter_async_context(connection(settings.model_copy(update={"nats_url": url})))
