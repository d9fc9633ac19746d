"""Settings that lose what was acknowledged are seen: on SQLite, PostgreSQL, and nats-servers of every kind."""

import asyncio
import json
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

import pytest
from nats.aio.client import Client
from nats.errors import Error as NatsError
from nats.js.api import StorageType, StreamConfig
from sqlalchemy import event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from deploy.finding import Check
from deploy.settings import load
from deploy.watching import durability
from deploy.wiring import connection
from events import topology
from storage.engine import open_engine
from tests.conftest import Postgres

SAFE = Check("durability of the bus", "every fact is on the disk before it is acknowledged")
UNSAFE = Check("durability of the bus", "a power cut loses what was acknowledged", durability.OUTSIDE_MEND, unsafe=True)
UNSEEN = Check(
    "durability of the bus",
    "one copy of DEAD, FACTS, KV_DIALOGUES, and nothing shows that it is on the disk in time",
    durability.UNSEEN_MEND,
)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@asynccontextmanager
async def nats_server(folder: Path, name: str, port: int | None = None, **more: Any) -> AsyncIterator[dict[str, str]]:
    """Run an outside nats-server, killed at the end; yield how an instance is pointed at it."""
    port, monitor = port or free_port(), free_port()
    jetstream = {"store_dir": str(folder / name)} | more.pop("jetstream", {})
    settings = {"server_name": name, "listen": f"127.0.0.1:{port}", "http": f"127.0.0.1:{monitor}"}
    (folder / f"{name}.conf").write_text(json.dumps({**settings, "jetstream": jetstream, **more}), encoding="utf-8")
    program = str(Path(sys.executable).with_name("nats-server"))
    process = await asyncio.create_subprocess_exec(
        program, "-c", str(folder / f"{name}.conf"), stdout=DEVNULL, stderr=DEVNULL
    )
    try:
        yield {
            "PALABRE_NATS_URL": f"nats://127.0.0.1:{port}",
            "PALABRE_NATS_MONITOR_URL": f"http://127.0.0.1:{monitor}",
        }
    finally:
        process.kill()
        await process.wait()


async def verdict(environ: Mapping[str, str], *, copies: int = 1) -> Check:
    """Make the streams and look at them."""
    settings = load(environ)
    async with asyncio.timeout(30), connection(settings) as client:
        await made(client, copies)
        return await durability.of_bus(settings, client)


async def made(client: Client, copies: int) -> None:
    """Make the streams, once the servers have found each other, in so many copies."""
    js = client.jetstream(timeout=5)
    while copies > 1 and await lonely(client):  # noqa: ASYNC110 - a cluster does not tell when it has met
        await asyncio.sleep(0.1)
    await topology.apply(js)
    for stream in await durability.kept(js) if copies > 1 else ():
        await js.update_stream(stream.config.evolve(num_replicas=copies))


async def lonely(client: Client) -> bool:
    """Say whether a cluster does not take streams in three copies yet."""
    js = client.jetstream(timeout=1)
    try:
        await js.add_stream(StreamConfig(name="TRY", subjects=["try"], num_replicas=3))
        await js.delete_stream("TRY")
    except NatsError:
        return True
    return False


async def test_a_server_that_syncs_now_and_then_is_unsafe(tmp_path: Path) -> None:
    async with nats_server(tmp_path, "usual") as usual:
        assert await verdict(usual) == UNSAFE


async def test_a_server_that_always_syncs_is_safe(tmp_path: Path) -> None:
    async with nats_server(tmp_path, "always", jetstream={"sync_interval": "always"}) as always:
        assert await verdict(always) == SAFE


async def test_a_server_whose_monitoring_address_is_not_known_is_not_believed(tmp_path: Path) -> None:
    async with nats_server(tmp_path, "always", jetstream={"sync_interval": "always"}) as always:
        del always["PALABRE_NATS_MONITOR_URL"]
        assert await verdict(always) == UNSEEN


async def test_what_another_server_says_proves_nothing(tmp_path: Path) -> None:
    async with (
        nats_server(tmp_path, "usual") as usual,
        nats_server(tmp_path, "always", jetstream={"sync_interval": "always"}) as other,
    ):
        assert await verdict({**usual, "PALABRE_NATS_MONITOR_URL": other["PALABRE_NATS_MONITOR_URL"]}) == UNSEEN


async def test_three_copies_are_safe_and_two_are_not(tmp_path: Path) -> None:
    ports = [free_port() for _ in range(3)]
    routes = [f"nats://127.0.0.1:{port}" for port in ports]
    async with AsyncExitStack() as stack:
        servers = [
            await stack.enter_async_context(
                nats_server(
                    tmp_path, f"s{port}", cluster={"name": "c", "listen": f"127.0.0.1:{port}", "routes": routes}
                )
            )
            for port in ports
        ]
        assert await verdict(servers[0], copies=3) == Check("durability of the bus", "3 copies of every fact or more")
        del servers[0]["PALABRE_NATS_MONITOR_URL"]
        assert await verdict(servers[0], copies=2) == UNSEEN


async def test_a_stream_in_memory_is_unsafe(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        always = await stack.enter_async_context(nats_server(tmp_path, "always", jetstream={"sync_interval": "always"}))
        async with connection(load(always)) as client:
            await client.jetstream().add_stream(
                StreamConfig(name=topology.DEAD, subjects=["dead.*"], storage=StorageType.MEMORY)
            )
            found = await durability.of_bus(load(always), client)

    assert (found.found, found.unsafe) == ("DEAD in memory only", True)


async def test_sqlite_as_every_part_opens_it_is_safe(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'palabre.db'}")
    found = await durability.of_database(engine)
    await engine.dispose()

    assert found == Check("durability of the database", "commits survive a power cut")


async def test_sqlite_that_does_not_wait_for_the_disk_is_unsafe(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'palabre.db'}")
    event.listen(engine.sync_engine, "connect", be_hasty)
    found = await durability.of_database(engine)
    await engine.dispose()

    assert found == Check("durability of the database", "synchronous is 1", "set synchronous = 2", unsafe=True)


def be_hasty(connection: DBAPIConnection, _entry: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()


@pytest.mark.postgres
async def test_postgresql_that_does_not_wait_for_the_disk_is_unsafe(postgresql_engine: AsyncEngine) -> None:
    assert await durability.of_database(postgresql_engine) == Check(
        "durability of the database", "fsync is off", "set fsync = on", unsafe=True
    )


@pytest.mark.postgres
async def test_postgresql_that_waits_for_the_disk_is_safe_unless_a_role_or_database_does_not(
    postgres: Postgres,
) -> None:
    async with postgres.durable():
        name = await postgres.create()
        engine, owner = open_engine(postgres.url(name)), create_async_engine(postgres.url(name))
        assert await durability.of_database(engine) == Check(
            "durability of the database", "commits survive a power cut"
        )
        async with owner.begin() as connected:
            await connected.execute(text("CREATE ROLE hasty"))
            await connected.execute(text("ALTER ROLE hasty SET synchronous_commit = off"))
            await connected.execute(text(f"ALTER DATABASE {name} SET synchronous_commit = off"))
        found = await durability.of_database(engine)  # by a connection from before: others are seen all the same
        await engine.dispose()
        anew = await durability.of_database(engine)
        async with owner.begin() as connected:
            await connected.execute(text("DROP ROLE hasty"))
        for each in (engine, owner):
            await each.dispose()
        await postgres.drop(name)

    assert (found.unsafe, found.found) == (
        True,
        f"synchronous_commit is off for database {name}, synchronous_commit is off for role hasty",
    )
    assert found.mend == (f"ALTER DATABASE {name} RESET synchronous_commit; ALTER ROLE hasty RESET synchronous_commit")
    assert anew.found == f"synchronous_commit is off, {found.found}"
