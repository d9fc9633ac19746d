"""A PostgreSQL that accepts and answers nothing is away: whoever asks it is told so in time, and asks again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from functools import partial

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bots.feed import is_away
from storage.engine import open_engine
from storage.turn import turn
from tests.conftest import Postgres
from tests.faults.proxy import Proxy, proxy
from workers.reception import away

pytestmark = pytest.mark.postgres

SILENCE = 0.5


@pytest.fixture
async def wire(postgres: Postgres) -> AsyncIterator[Proxy]:
    """What lies between us and the server."""
    async with proxy(partial(asyncio.open_unix_connection, postgres.socket)) as between:
        yield between


@pytest.fixture
async def engine(postgres: Postgres, wire: Proxy) -> AsyncIterator[AsyncEngine]:
    """An engine whose connections go through the wire."""
    name = await postgres.create("template1")
    through = open_engine(f"postgresql+asyncpg://postgres@127.0.0.1:{wire.port}/{name}", silence=SILENCE)
    yield through
    await through.dispose()
    await postgres.drop(name)


async def one(engine: AsyncEngine) -> int:
    async with engine.connect() as connected:
        return int((await connected.execute(text("SELECT 1"))).scalar_one())


async def test_connections_that_have_died_without_a_word_are_replaced(engine: AsyncEngine, wire: Proxy) -> None:
    async with AsyncExitStack() as several:
        for _ in range(5):
            await several.enter_async_context(engine.connect())
    wire.dies()
    async with asyncio.timeout(20 * SILENCE):
        with pytest.raises(TimeoutError) as silent:
            await one(engine)
        assert (is_away(silent.value), away(silent.value)) == (True, True)
        assert await one(engine) == 1


async def test_a_silence_in_the_middle_of_a_transaction_costs_every_connection(
    engine: AsyncEngine, wire: Proxy
) -> None:
    async with asyncio.timeout(20 * SILENCE):
        async with engine.connect() as first, engine.connect() as second:
            await asyncio.gather(*(each.execute(text("SELECT 1")) for each in (first, second)))
            wire.dies()
            with pytest.raises(TimeoutError):
                await first.execute(text("SELECT 1"))
            await second.invalidate()
        assert await one(engine) == 1


async def test_a_server_that_says_nothing_to_whoever_comes_is_given_up(engine: AsyncEngine, wire: Proxy) -> None:
    async with wire.stalled(), asyncio.timeout(10 * SILENCE):
        with pytest.raises(TimeoutError):
            await one(engine)
    assert await one(engine) == 1


async def test_a_turn_on_a_dead_connection_is_lost_and_can_be_left(engine: AsyncEngine, wire: Proxy) -> None:
    async with asyncio.timeout(30):
        async with turn(engine, "clerk", on_wait=list) as lost:
            wire.dies()
            await lost.wait()
        async with turn(engine, "clerk", on_wait=list) as again:
            assert not again.is_set()
