"""A backup of a whole instance, beside what runs or without: the database at one moment, then the streams to their end.

In this order whatever the database holds was told on the bus before, and what the bus holds beyond it is applied after
a restore. PALABRE_SECRET is not in it, nor a token.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest, digest
from importlib.metadata import version
from pathlib import Path
from secrets import token_hex
from typing import Any

from nats.aio.client import Client
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import SQLModel

from deploy.archive import ERASED, ArchiveError, Manifest, Secret, Writing, stream_member, table_member, writing
from deploy.comparing import worked
from deploy.reading import ERASURES
from deploy.replay import Progress
from deploy.settings import Settings
from deploy.streams import STREAMS, length, messages
from deploy.wiring import connection, has_memory, reachable
from events.base import Clock
from events.topology import DEAD, FACTS, readers
from storage import rows
from storage.engine import open_engine
from storage.erasure import erasures, noted
from storage.migrations import is_current, newest
from storage.restoring import HalfRestoredError, restored_from
from storage.tables.memory import Head


@dataclass(frozen=True, slots=True)
class Saved:
    """What a backup holds: entries of the record, facts and dead letters on the bus, and bytes in the file.

    `unread`: how many messages the streams count and could not hand over.
    """

    file: Path
    size: int
    entries: int
    facts: int
    dead: int
    unread: int


async def backup(settings: Settings, file: Path, *, force: bool, clock: Clock, progress: Progress) -> Saved:
    """Write all of an instance into one file. Raises ArchiveError, AwayError, HalfRestoredError."""
    secret = settings.need("secret")
    if not has_memory(settings):
        raise ArchiveError(f"there is nothing to back up in {settings.home}: set PALABRE_HOME to the folder of one")
    moment = clock().isoformat()
    with writing(file, force=force) as archive:
        async with _database(settings) as engine, connection(settings) as client:
            reached = {reader.name: await worked(client.jetstream(), reader.name) for reader in readers()}
            head = await _tables(engine, archive, progress)
            unread = sum([await _stream(client, stream, archive, progress) for stream in STREAMS])
            await archive.add(ERASED, _erased(settings, engine), _nobody)
        archive.close(
            Manifest(
                palabre=version("palabre"),
                schema_revision=newest(),
                city=settings.city,
                moment=moment,
                head=head.seq,
                head_hash=head.hash,
                secret=_sealed(secret),
                worked=reached,
                columns={name: dict(columns) for name, columns in rows.tables().items()},
            )
        )
    lines = {name: member.lines for name, member in archive.members.items()}
    return Saved(file, file.stat().st_size, head.seq, lines[stream_member(FACTS)], lines[stream_member(DEAD)], unread)


@asynccontextmanager
async def _database(settings: Settings) -> AsyncIterator[AsyncEngine]:
    """Open the database as it is: a backup changes nothing in it, not even its schema."""
    engine = open_engine(settings.database)
    try:
        if source := await reachable(settings, restored_from(engine)):
            raise HalfRestoredError(source)
        if not await reachable(settings, is_current(engine)):
            raise ArchiveError("the database is of another version: run `palabre migrate`, or back it up with that one")
        yield engine
    finally:
        await engine.dispose()


async def _tables(engine: AsyncEngine, archive: Writing, progress: Progress) -> Any:
    """Write every table as of one moment; return the head of the record then."""
    async with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            await connection.execution_options(isolation_level="REPEATABLE READ")
        head = (await connection.execute(select(Head.seq, Head.hash))).one()  # type: ignore[call-overload]
        for name in rows.tables():
            total = await _count(connection, name)
            await archive.add(table_member(name), rows.lines(connection, name), _told(progress, name, total))
    return head


async def _count(connection: AsyncConnection, name: str) -> int:
    counting = select(func.count()).select_from(SQLModel.metadata.tables[name])
    return int((await connection.execute(counting)).scalar_one())


async def _stream(client: Client, stream: str, archive: Writing, progress: Progress) -> int:
    """Write a stream as it is now; return how many messages it could not hand over."""
    total = await length(client.jetstream(), stream)
    await archive.add(stream_member(stream), _lines(client, stream), _told(progress, stream, total))
    return max(0, total - archive.members[stream_member(stream)].lines)


async def _lines(client: Client, stream: str) -> AsyncIterator[list[bytes]]:
    async for portion in messages(client, stream):
        yield [message.line() for message in portion]


async def _erased(settings: Settings, engine: AsyncEngine) -> AsyncIterator[list[bytes]]:
    """Yield who was erased until now: from the database, and from what was written down beside it."""
    acts = {act.event_id: act for act in [*noted(settings.home / ERASURES), *await erasures(engine)]}
    yield [act.model_dump_json().encode() + b"\n" for act in acts.values()]


def _told(progress: Progress, name: str, total: int) -> Callable[[int], None]:
    def told(done: int) -> None:
        progress(name, done, max(done, total))

    return told


def _nobody(_done: int) -> None:
    """Show no progress of what is short."""


def _sealed(secret: str) -> Secret:
    salt = token_hex(16)
    return Secret(salt=salt, check=_check(secret, salt))


def is_of(secret: str, sealed: Secret) -> bool:
    """Say whether a backup was made with this PALABRE_SECRET."""
    return compare_digest(_check(secret, sealed.salt), sealed.check)


def _check(secret: str, salt: str) -> str:
    return digest(secret.encode(), f"backup/{salt}".encode(), sha256).hex()


def text(saved: Saved) -> str:
    """Say what was saved, what was not, and how it comes back."""
    unread = f"{saved.unread} messages of the streams could not be read: see `palabre verify`\n" if saved.unread else ""
    return (
        f"{saved.file}: {saved.size / 1_000_000:.1f} MB, {saved.entries} entries of the record, "
        f"{saved.facts} facts and {saved.dead} dead letters on the bus\n"
        f"{unread}"
        "Not in it: PALABRE_SECRET and the bots' tokens. Keep the secret too, and elsewhere: "
        "without it no account can be opened.\n"
        f"To bring it back: palabre restore {saved.file}"
    )
