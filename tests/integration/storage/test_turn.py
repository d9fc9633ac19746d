"""A turn is held by one process at a time, passes on when its holder goes, and is known to be lost when it is."""

import asyncio
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import open_engine
from storage.turn import turn
from tests.conftest import Postgres

HOLD = """
import asyncio, sys
from storage.engine import open_engine
from storage.turn import turn

async def hold():
    async with turn(open_engine(sys.argv[1]), "clerk", on_wait=sys.exit):
        print("mine", flush=True)
        await asyncio.Event().wait()

asyncio.run(hold())
"""


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/palabre.db"
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.url(asyncio.run(postgres.create("template1")))


async def taking(engine: AsyncEngine, name: str = "clerk", on_wait: Callable[[], object] = lambda: None) -> bool:
    async with turn(engine, name, on_wait):
        return True


async def test_who_comes_second_waits_and_has_it_when_the_first_leaves(url: str) -> None:
    first, second, waits = open_engine(url), open_engine(url), asyncio.Event()
    async with turn(first, "clerk", waits.set):
        assert not waits.is_set()
        waiting = asyncio.create_task(taking(second, on_wait=waits.set))
        await asyncio.wait_for(waits.wait(), 5)
        assert not waiting.done()
        assert await asyncio.wait_for(taking(second, "notifier"), 5)
    assert await asyncio.wait_for(waiting, 5)


async def test_who_waits_may_stop_waiting(url: str) -> None:
    waits = asyncio.Event()
    async with turn(open_engine(url), "clerk", waits.set):
        waiting = asyncio.create_task(taking(open_engine(url), on_wait=waits.set))
        await asyncio.wait_for(waits.wait(), 5)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    assert await asyncio.wait_for(taking(open_engine(url)), 5)


async def test_a_killed_holder_has_it_no_longer(url: str) -> None:
    killed = await asyncio.create_subprocess_exec(sys.executable, "-c", HOLD, url, stdout=asyncio.subprocess.PIPE)
    assert killed.stdout
    assert await asyncio.wait_for(killed.stdout.readline(), 30) == b"mine\n"
    waits = asyncio.Event()
    waiting = asyncio.create_task(taking(open_engine(url), on_wait=waits.set))
    await asyncio.wait_for(waits.wait(), 5)
    killed.send_signal(signal.SIGKILL)
    began = time.monotonic()
    assert await waiting
    assert time.monotonic() - began < 2
    await killed.wait()


@pytest.mark.postgres
async def test_a_session_that_the_server_ends_is_a_turn_that_is_lost(postgresql_engine: AsyncEngine) -> None:
    async with turn(postgresql_engine, "clerk", lambda: None) as lost:
        async with postgresql_engine.connect() as other:
            await other.execute(
                text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted")
            )
        await asyncio.wait_for(lost.wait(), 1)
        assert await asyncio.wait_for(taking(postgresql_engine), 5)
