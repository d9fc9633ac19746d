"""One clerk at a time: who comes second stands by, and goes on where the first stopped, died, or lost its turn."""

import asyncio
import logging
import signal
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy.imports.importing import applied
from deploy.reading import clerk_at_work, notifier_at_work
from deploy.settings import Settings
from deploy.wiring import Instance, instance
from events.citizens import CitizenImported
from storage.tables.memory import Entry
from tests.conftest import Postgres
from tests.fakes import NOON, person
from tests.integration.deploy.conftest import Command
from tests.servers import server

pytestmark = pytest.mark.nats

AT_WORK = "clerk: at work"
STANDS_BY = "clerk: another one is at work; this one stands by"


def arrival(n: int) -> CitizenImported:
    return CitizenImported(event_id=person(f"arrival {n}"), city="lyon", occurred_at=NOON, citizen=person(n))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def settings(request: pytest.FixtureRequest, palabre: Command) -> Settings:
    """The settings of an instance of this test's own, on either database."""
    if request.param == "postgresql":
        postgres: Postgres = request.getfixturevalue("postgres")
        palabre.environ["PALABRE_DATABASE_URL"] = postgres.url(asyncio.run(postgres.create()))
    return palabre.settings


async def decided(parts: Instance, n: int) -> bool:
    """Have an arrival decided, within ten seconds."""
    async with asyncio.timeout(10):
        while not await parts.bus.decide(arrival(n)):
            pass  # each try is answered by the bus
    return True


async def recorded(parts: Instance) -> list[UUID]:
    """Return the facts of the record in its order."""
    async with AsyncSession(parts.engine) as session:
        return list((await session.exec(select(Entry.fact).order_by(col(Entry.seq)))).all())


async def test_the_second_clerk_stands_by_and_goes_on_when_the_first_stops(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "deploy.reading")
    async with instance(settings) as one, instance(settings) as other, AsyncExitStack() as first:
        await first.enter_async_context(clerk_at_work(one))
        async with clerk_at_work(other):
            await other.bus.publish_all([arrival(n) for n in range(300)])
            await applied(other)
            assert caplog.messages == [AT_WORK, STANDS_BY]
            assert await recorded(other) == [arrival(n).event_id for n in range(300)]
            stopping = asyncio.create_task(first.aclose())
            assert await decided(other, 300)
            await stopping
    assert [line for line in caplog.messages if line in {AT_WORK, STANDS_BY}] == [AT_WORK, STANDS_BY, AT_WORK]


async def test_a_clerk_that_is_killed_is_followed_at_once_by_the_one_that_stands_by(
    palabre: Command, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "deploy.reading")
    async with server(tmp_path) as bus:
        palabre.environ["PALABRE_NATS_URL"] = bus.address
        async with instance(palabre.settings) as parts:
            killed = await palabre.start("worker", "clerk")
            assert await decided(parts, 0)
            async with clerk_at_work(parts):
                assert caplog.messages == [STANDS_BY]
                killed.send_signal(signal.SIGKILL)
                began = time.monotonic()
                assert await decided(parts, 1)
                assert time.monotonic() - began < 5
            assert await recorded(parts) == [arrival(n).event_id for n in (0, 1)]
            await killed.communicate()


async def test_the_second_notifier_sends_nothing_while_the_first_is_at_work(settings: Settings) -> None:
    desk: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

    @dataclass
    class Sending:
        """A post that says when it begins and ends; it has nothing to send."""

        name: str

        async def receive(self, news: Sequence[Any]) -> None:
            raise NotImplementedError

        async def run(self, stop: asyncio.Event) -> None:
            desk.put_nowait((self.name, "begins"))
            await stop.wait()
            desk.put_nowait((self.name, "ends"))

    async with instance(settings) as one, instance(settings) as other, AsyncExitStack() as first:
        await first.enter_async_context(notifier_at_work(one, lambda: nullcontext(Sending("first"))))
        async with notifier_at_work(other, lambda: nullcontext(Sending("second"))):
            await first.aclose()
            seen = [await asyncio.wait_for(desk.get(), 10) for _ in range(3)]
    assert seen == [("first", "begins"), ("first", "ends"), ("second", "begins")]


@pytest.mark.postgres
async def test_a_clerk_whose_session_is_ended_stops_until_it_has_its_turn_again(
    palabre: Command, postgres: Postgres, postgresql_engine: AsyncEngine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "deploy.reading")
    palabre.environ["PALABRE_DATABASE_URL"] = postgres.url(str(postgresql_engine.url.database))
    async with instance(palabre.settings) as parts, clerk_at_work(parts):
        assert await decided(parts, 0)
        async with postgresql_engine.connect() as other:
            await other.execute(
                text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted")
            )
        assert await decided(parts, 1)
        assert await recorded(parts) == [arrival(n).event_id for n in (0, 1)]


async def test_what_was_in_hand_when_the_bus_was_killed_comes_again_before_anything_newer(
    palabre: Command, tmp_path: Path
) -> None:
    async with AsyncExitStack() as buses:
        first = await buses.enter_async_context(server(tmp_path))
        palabre.environ["PALABRE_NATS_URL"] = first.address
        async with instance(palabre.settings) as parts, clerk_at_work(parts):
            await parts.bus.publish_all([arrival(n) for n in range(1000)])
            assert await parts.bus.decide(arrival(1000))
            first.process.kill()
            await first.process.wait()
            await buses.enter_async_context(server(tmp_path, port=int(first.address.rsplit(":", 1)[1])))
            async with asyncio.timeout(20):  # less than the bus alone would take to offer them again
                await parts.bus.publish_all([arrival(n) for n in range(1001, 1100)])
                await applied(parts)
            assert await recorded(parts) == [arrival(n).event_id for n in range(1100)]
