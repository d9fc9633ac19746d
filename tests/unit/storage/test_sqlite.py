"""SQLite without a thread a connection: writers take turns, readers are not held up, who is cancelled left no trace."""

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import open_engine
from storage.ledger import writing
from storage.sqlite import Beside


@pytest.fixture
async def pile(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """A database with an empty pile of numbers."""
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'pile.db'}")
    async with writing(engine) as session:
        await session.exec(text("CREATE TABLE pile (number INTEGER PRIMARY KEY)"))  # type: ignore[call-overload]
    yield engine
    await engine.dispose()


async def add(pile: AsyncEngine, number: int) -> None:
    async with writing(pile) as session:
        await session.exec(text(f"INSERT INTO pile VALUES ({number})"))  # type: ignore[call-overload]


async def numbers(pile: AsyncEngine) -> list[int]:
    async with pile.connect() as connection:
        return [row[0] for row in await connection.execute(text("SELECT number FROM pile ORDER BY number"))]


async def test_many_writers_at_one_instant_all_have_their_turn(pile: AsyncEngine) -> None:
    await asyncio.gather(*(add(pile, number) for number in range(60)))
    assert await numbers(pile) == list(range(60))


async def test_what_runs_beside_is_waited_for_however_often_one_is_cancelled() -> None:
    """Nobody else may touch the connection meanwhile, and a rollback on the loop would hold up everybody."""
    beside, may_end = Beside(), threading.Event()
    doing = asyncio.create_task(beside.run(may_end.wait, 30))
    for _ in range(3):
        await asyncio.sleep(0)
        doing.cancel()
    waited, _ = await asyncio.wait({doing}, timeout=0.05)
    may_end.set()
    await asyncio.wait({doing})
    beside.close()
    assert (waited, doing.cancelled()) == (set(), True)


async def test_a_writer_that_waits_for_the_lock_does_not_hold_up_a_reader(pile: AsyncEngine) -> None:
    async with writing(pile) as session:
        await session.exec(text("INSERT INTO pile VALUES (1)"))  # type: ignore[call-overload]
        second = asyncio.create_task(add(pile, 2))
        assert await asyncio.wait_for(numbers(pile), 5) == []
        assert not second.done()
    await second
    assert await numbers(pile) == [1, 2]


async def test_a_writer_that_is_cancelled_leaves_no_trace_and_frees_the_lock(pile: AsyncEngine) -> None:
    written = asyncio.Event()

    async def never_ends() -> None:
        async with writing(pile) as session:
            await session.exec(text("INSERT INTO pile VALUES (1)"))  # type: ignore[call-overload]
            written.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ends())
    await written.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await add(pile, 2)
    assert await numbers(pile) == [2]


async def test_who_is_cancelled_while_waiting_for_the_lock_never_writes(pile: AsyncEngine) -> None:
    async with writing(pile) as session:
        await session.exec(text("INSERT INTO pile VALUES (1)"))  # type: ignore[call-overload]
        waiting = asyncio.create_task(add(pile, 2))
        await numbers(pile)
        waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await numbers(pile) == [1]


async def test_a_broken_rule_is_an_integrity_error(pile: AsyncEngine) -> None:
    await add(pile, 1)
    with pytest.raises(IntegrityError):
        await add(pile, 1)


async def test_what_was_committed_is_there_after_the_engine_is_closed(pile: AsyncEngine) -> None:
    await add(pile, 1)
    await pile.dispose()
    assert await numbers(pile) == [1]
