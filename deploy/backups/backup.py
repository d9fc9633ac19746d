"""A backup of a whole instance, beside what runs or without: the database at one moment, then the streams to their end.

In this order whatever the database holds was told on the bus before, and what the bus holds beyond it is applied after
a restore. PALABRE_SECRET is not in it, nor a token. Where PALABRE_BACKUP_RECIPIENT is set it is sealed.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
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

from deploy.backups.archive import ERASED, ArchiveError, Manifest, Secret, Writing, stream_member, table_member, writing
from deploy.backups.rotation import erasures_beside, name_of, note, remove_old
from deploy.backups.sealing import recipients
from deploy.bus.streams import STREAMS, length, messages
from deploy.reading import ERASURES
from deploy.record.comparing import worked
from deploy.record.replay import Progress
from deploy.settings import Settings
from deploy.wiring import connection, has_memory, reachable
from events.base import Clock
from events.citizens import CitizenForgotten
from events.topology import DEAD, FACTS, readers
from storage import rows
from storage.engine import open_engine
from storage.erasure import erasures, noted
from storage.erasure import note as note_erased
from storage.migrations import is_current, is_unfilled, newest
from storage.restoring import HalfRestoredError, restored_from
from storage.tables.memory import Head


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: a file, or a folder in which it gets a name of its own.

    `force`: overwrite the file. `keep`: for how many days the others in the folder stay; None: for ever.
    """

    place: Path
    force: bool = False
    keep: int | None = None

    def file_in(self, city: str, moment: datetime, *, sealed: bool) -> Path:
        """Return where to write. Raises ArchiveError."""
        if self.place.is_dir():
            return self.place / name_of(city, moment, sealed=sealed)
        if self.keep is not None:
            raise ArchiveError(f"{self.place} is no folder: with --keep name the folder in which the backups are")
        return self.place

    def make_room(self, city: str, moment: datetime) -> int:
        """Remove what is older than wanted; return how many."""
        return 0 if self.keep is None else len(remove_old(self.place, city, self.keep, moment))


@dataclass(frozen=True, slots=True)
class Saved:
    """What a backup holds: entries of the record, facts and dead letters on the bus, and bytes in the file.

    `unread`: how many messages the streams count and could not hand over. `removed`: older backups that went.
    """

    file: Path
    sealed: bool
    size: int
    entries: int
    facts: int
    dead: int
    unread: int
    removed: int


async def backup(settings: Settings, wanted: Wanted, clock: Clock, progress: Progress) -> Saved:
    """Write all of an instance into one file. Raises ArchiveError, AwayError, HalfRestoredError."""
    secret = settings.need("secret")
    if not has_memory(settings):
        raise ArchiveError(f"there is nothing to back up in {settings.home}: set PALABRE_HOME to the folder of one")
    moment, keys = clock(), recipients(settings.backup_recipient or "")
    file = wanted.file_in(settings.city, moment, sealed=bool(keys))
    with writing(file, keys, force=wanted.force) as archive:
        async with _database(settings) as engine, connection(settings) as client:
            reached = {reader.name: await worked(client.jetstream(), reader.name) for reader in readers()}
            head = await _tables(engine, archive, progress)
            unread = sum([await _stream(client, stream, archive, progress) for stream in STREAMS])
            erased = await _erased(settings, engine)
            await archive.add(ERASED, _acts(erased), _nobody)
        archive.close(
            Manifest(
                palabre=version("palabre"),
                schema_revision=newest(),
                city=settings.city,
                moment=moment.isoformat(),
                head=head.seq,
                head_hash=head.hash,
                secret=_sealed(secret),
                worked=reached,
                columns={name: dict(columns) for name, columns in rows.tables().items()},
            )
        )
    removed = wanted.make_room(settings.city, moment)
    _note(settings, wanted, moment, file, erased, sealed=bool(keys))
    lines = {name: member.lines for name, member in archive.members.items()}
    facts, dead = lines[stream_member(FACTS)], lines[stream_member(DEAD)]
    return Saved(file, bool(keys), file.stat().st_size, head.seq, facts, dead, unread, removed)


@asynccontextmanager
async def _database(settings: Settings) -> AsyncIterator[AsyncEngine]:
    """Open the database as it is: a backup changes nothing in it, not even its schema."""
    engine = open_engine(settings.database)
    try:
        if source := await reachable(settings, restored_from(engine)):
            raise HalfRestoredError(source)
        if not await reachable(settings, is_current(engine)) or await is_unfilled(engine):
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


async def _erased(settings: Settings, engine: AsyncEngine) -> list[CitizenForgotten]:
    """Return who was erased until now: from the database, and from what was written down beside it."""
    acts = {act.event_id: act for act in [*noted(settings.home / ERASURES), *await erasures(engine)]}
    return list(acts.values())


async def _acts(erased: Sequence[CitizenForgotten]) -> AsyncIterator[list[bytes]]:
    yield [act.model_dump_json().encode() + b"\n" for act in erased]


def _note(
    settings: Settings, wanted: Wanted, at: datetime, file: Path, erased: Sequence[CitizenForgotten], *, sealed: bool
) -> None:
    """Write down that there is a whole backup, and beside it who was erased: older ones lie there too.

    In a container the data folder may be for others to write; who watches looks where the backups are.
    """
    places = [settings.home / "backups", *([wanted.place] if wanted.place.is_dir() else [])]
    failed = [error for place in places if (error := _noted_in(place, at, file, sealed=sealed))]
    if len(failed) == len(places):
        mend = "set PALABRE_HOME to a folder that can be written"
        raise ArchiveError(f"{file} is whole, but that cannot be noted ({failed[0].strerror}): {mend}")
    if wanted.place.is_dir():
        note_erased(erasures_beside(file, settings.city), erased)


def _noted_in(folder: Path, at: datetime, file: Path, *, sealed: bool) -> OSError | None:
    try:
        note(folder, at, file, sealed=sealed)
    except OSError as error:
        return error
    return None


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
    removed = f"{saved.removed} older ones were removed\n" if saved.removed else ""
    key = " --identity …, the file with the secret key" if saved.sealed else ""
    return (
        f"{saved.file}: {saved.size / 1_000_000:.1f} MB, {saved.entries} entries of the record, "
        f"{saved.facts} facts and {saved.dead} dead letters on the bus\n"
        f"{unread}{removed}"
        "Not in it: PALABRE_SECRET and the bots' tokens. Keep the secret too, and elsewhere: "
        "without it no account can be opened.\n"
        f"To bring it back: palabre restore {saved.file}{key}"
    )
