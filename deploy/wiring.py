"""The one place where the parts are made and joined; the real clock and the real connections are made here."""

import asyncio
import logging
import os
import re
import sqlite3
import ssl
from collections import deque
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack, asynccontextmanager, closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from alembic.util import CommandError
from asyncpg import PostgresError
from nats.aio.client import Client
from nats.errors import Error as NatsError
from nats.errors import NoServersError
from nats.js import JetStreamContext
from nats.js.errors import ServerError
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine

from deploy.bus.credentials import shown
from deploy.bus.embedded import nats_at
from deploy.bus.tls import bus_context
from deploy.roles import renewed
from deploy.settings import Settings
from deploy.watching.disk import room
from events import topology
from events.bus import LOST, NatsBus
from events.line import Line
from storage.addresses import AddressBook
from storage.engine import open_engine
from storage.ledger import outcome_of
from storage.migrations import is_current, is_unfilled
from storage.restoring import HalfRestoredError, restored_from

log = logging.getLogger(__name__)

T = TypeVar("T")

CONNECT_SECONDS = 5.0
SAID = 8  # of the last errors of a connection that does not come about, one may tell more than the others
LOCK_SECONDS = 2.0  # a batch of the clerk's, or an import's, may take so long
PASSWORD = re.compile(r"//[^/\s]*@")


class AwayError(ConnectionError):
    """Bus or database cannot be reached; the message is one line that says what to do."""


def now() -> datetime:
    """Return the present moment: the Clock that every part is given."""
    return datetime.now(UTC)  # noqa: TID251 - the one place where the clock is read


@dataclass(frozen=True, slots=True)
class Instance:
    """A running instance as one process sees it: its settings, memory and bus."""

    settings: Settings
    engine: AsyncEngine
    client: Client
    bus: NatsBus

    @property
    def addresses(self) -> AddressBook:
        return AddressBook(self.engine, self.settings.need("secret"))


@asynccontextmanager
async def instance(
    settings: Settings, *, prepare: bool = True, patience: float = CONNECT_SECONDS, silence: float | None = None
) -> AsyncIterator[Instance]:
    """Open memory and bus; `prepare` brings schema and topology up to date, else they must be.

    `silence`: how long a database may take over a statement, in seconds. Raises AwayError.
    """
    async with AsyncExitStack() as stack:
        engine = await stack.enter_async_context(memory(settings, prepare=prepare, patience=patience, silence=silence))
        client = await stack.enter_async_context(connection(settings, patience=patience))
        await _in_order(client.jetstream(), prepare=prepare)
        bus = NatsBus(client, recall=partial(outcome_of, engine))
        await bus.listen()
        yield Instance(settings, engine, client, bus)


@asynccontextmanager
async def memory(
    settings: Settings, *, prepare: bool = True, patience: float = CONNECT_SECONDS, silence: float | None = None
) -> AsyncIterator[AsyncEngine]:
    """Open the database. Raises AwayError, HalfRestoredError, NewerDatabaseError."""
    if settings.database_url is None:
        _make(settings.home)
    engine = open_engine(settings.database, silence=silence)
    try:
        await reachable(settings, _ready(engine, patience, prepare=prepare))
        yield engine
    finally:
        await engine.dispose()


def _make(home: Path) -> None:
    os.umask(0o077)
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AwayError(
            f"{home} cannot be made ({error.strerror}): set PALABRE_HOME to a folder that can be written"
        ) from None


def has_memory(settings: Settings) -> bool:
    """Say whether there is a database to look at; an outside one is looked for by connecting to it."""
    return settings.database_url is not None or (settings.home / "palabre.db").exists()


async def reachable(settings: Settings, asking: Awaitable[T]) -> T:
    """Ask the database; raise AwayError where it cannot be reached."""
    where = "PALABRE_DATABASE_URL" if settings.database_url else f"PALABRE_HOME ({settings.home})"
    try:
        return await asking
    except AwayError:
        raise
    except (DBAPIError, PostgresError, OSError, PoolTimeoutError) as error:
        cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
        raise AwayError(f"the database cannot be reached ({_short(cause)}): check {where}") from error
    except CommandError as error:
        raise AwayError(f"the database is of another version ({_short(error)}): update palabre") from error


async def answers(engine: AsyncEngine) -> None:
    """Ask the database whether it can be written: nobody keeps all others from it, there is room. Raises AwayError."""
    if engine.dialect.name == "sqlite":
        return await asyncio.to_thread(_can_write, Path(str(engine.url.database)))
    async with engine.connect() as connected:
        if (await connected.execute(text("SHOW transaction_read_only"))).scalar_one() == "on":
            see = "see whether it is a standby, and what default_transaction_read_only says"
            raise AwayError(f"the database can only be read: {see}")
    return None


def _can_write(file: Path) -> None:
    see = f"see whether its disk is full, and who holds {file}"
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", LOCK_SECONDS, uri=True)) as connected:
            connected.execute("BEGIN IMMEDIATE")
            connected.rollback()
    except sqlite3.Error as error:
        raise AwayError(f"the database cannot be written ({_short(error)}): {see}") from error
    if room(file.parent).is_full:  # a transaction begins on a full disk all the same, and fails at its end
        raise AwayError(f"the database cannot be written (its disk is full): make room on the disk of {file.parent}")


async def _ready(engine: AsyncEngine, patience: float, *, prepare: bool) -> None:
    async with asyncio.timeout(patience):
        if source := await restored_from(engine):  # which a part may ask before it may ask anything else
            raise HalfRestoredError(source)
        current = await is_current(engine) and not await is_unfilled(engine)
    if not current and not prepare:
        raise AwayError("the database's schema is of another version: run `palabre migrate`")
    if not current:
        from deploy.record.upgrading import bring_up  # noqa: PLC0415 - works the record again, for which it needs the workers

        await bring_up(engine)
        for change in await renewed(engine):
            log.info("%s", change)


async def _in_order(js: JetStreamContext, *, prepare: bool) -> None:
    if prepare:
        try:
            changes = await topology.apply(js)
        except ServerError as error:
            mend = "`palabre topology --from-record` may mend it"
            raise AwayError(f"the bus cannot be put in order ({_short(error)}): {mend}") from error
        for change in changes:
            log.info("%s", change)
    elif outdated := await topology.outdated(js):
        raise AwayError(f"the bus lacks {', '.join(outdated)}: run `palabre topology`")


@asynccontextmanager
async def connection(settings: Settings, *, patience: float = CONNECT_SECONDS) -> AsyncIterator[Client]:
    """Connect to the bus: an outside server, or the data folder's own.

    Raises AwayError, EmbeddedServerError, SettingsError.
    """
    async with AsyncExitStack() as stack:
        urls = str(settings.nats_url or await stack.enter_async_context(nats_at(settings.home)))
        client = await _connected(urls.split(","), line(settings), patience)
        try:
            yield client
        finally:
            with suppress(*LOST):
                await client.close()


def line(settings: Settings) -> Line:
    """Return a connection to the bus, not open yet, with all that shows who we are and who they are.

    Raises SettingsError: what is wrong with a file is said before anything is waited for.
    """
    context, given = bus_context(settings), shown(settings.nats_creds)
    return Line(secure=True, tls=context, **given) if context else Line(**given)


async def _connected(urls: list[str], client: Line, patience: float) -> Line:
    """Connect for the first time within `patience` seconds; later losses are waited out."""
    errors = deque[Exception](maxlen=SAID)

    async def surface(error: Exception) -> None:
        """Log what the server says out of band."""
        if not client.is_connected:
            errors.append(error)
        if client.is_connected and not isinstance(error, NoServersError):
            log.warning("bus: %s", _short(error))

    try:
        async with asyncio.timeout(patience):
            await client.connect(
                urls,
                connect_timeout=3,
                allow_reconnect=True,
                max_reconnect_attempts=-1,
                reconnect_time_wait=0.25,
                ping_interval=5,  # a server that is connected and silent is left after two of them
                error_cb=surface,
                pending_size=16 * 1024 * 1024,
            )
    except (NatsError, OSError, TimeoutError, ValueError) as error:
        told = next((each for each in errors if _refuses(each)), errors[-1] if errors else error)
        raise AwayError(f"the bus cannot be reached ({_short(told)}): check {_setting_of(told)}") from error
    return client


def _refuses(error: BaseException) -> bool:
    """Say whether a server does not let us in; it hangs up as it says so, and often only that is heard."""
    return "authorization" in str(error).lower()


def _setting_of(error: BaseException) -> str:
    """Return the setting that may be the cause of a connection that did not come about."""
    if _refuses(error):
        return "PALABRE_NATS_CREDS"
    return "PALABRE_NATS_CA and PALABRE_NATS_URL" if isinstance(error, ssl.SSLError) else "PALABRE_NATS_URL"


def _short(error: BaseException) -> str:
    """Return an error's first line without what may stand in an address: a user and a password."""
    line = next(iter(str(error).splitlines()), "") or type(error).__name__
    return PASSWORD.sub("//", line)[:160]
