"""kill -9 of each part, of the bus, of the database and of the whole tree, at points of progress, under load."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio

from bots.playground.accounts import Ledger
from tests.faults.load import Crowd, next_receipt
from tests.faults.oracle import verdict_of
from tests.faults.table import NOTHING, Row, Sheet
from tests.faults.town import Town, town

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def here(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    async with town(tmp_path_factory.mktemp("kill")) as founded:
        yield founded


async def killed_under_load(
    crowd: Crowd, kill: Callable[[], Awaitable[None]], chance: random.Random, *, tries: int, acts: int
) -> float:
    """Kill something `tries` times while people write; return the longest time until words are received again."""
    ledger, enough, longest = crowd.town.ledger, asyncio.Event(), 0.0
    began, loop = len(ledger.confirmed), asyncio.get_running_loop()
    writing = asyncio.create_task(crowd.writes(acts, enough))
    for point in sorted(chance.sample(range(acts // 10, acts * 8 // 10), tries)):
        await reached(ledger, began + point, chance.randrange(8))
        at = loop.time()
        await kill()
        await next_receipt(crowd.town)
        longest = max(longest, loop.time() - at)
    enough.set()
    await writing
    return longest


async def reached(ledger: Ledger, confirmed: int, sent: int) -> None:
    """Wait until so many updates are confirmed, and then for so many messages more: in the middle of something."""
    await ledger.until(lambda: len(ledger.confirmed) >= confirmed)
    before = len(ledger.sent)
    await ledger.until(lambda: len(ledger.sent) >= before + sent)


async def test_the_citizen_bot(here: Town, table: Sheet, chance: random.Random, full: bool) -> None:
    crowd = Crowd(here, chance, 60)
    await crowd.joins()
    longest = await killed_under_load(crowd, lambda: here.kill("citizen bot"), chance, tries=3, acts=600)
    found = await verdict_of(here)
    row = table.add(
        Row(
            "citizen bot",
            3,
            found.facts,
            found.lost,
            found.twice,
            longest,
            NOTHING,
            not found.lost + found.twice,
            f"{found.said_again} receipts said again",
        )
    )
    assert row.kept
