"""Power cuts: at one instant nothing reaches the disk any more, and every process is gone; what was confirmed is there.

The file system of the data folder is shut down without its journal: what was not synced until then is lost, as it
would be with the machine. Telegram, which was elsewhere, remembers what it saw confirmed.
"""

import asyncio
import random
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from deploy.record.verifying import verify
from tests.faults.disks import Disk, disk
from tests.faults.load import Crowd, next_receipt
from tests.faults.oracle import verdict_of
from tests.faults.table import Row, Sheet
from tests.faults.town import Town, town

pytestmark = pytest.mark.asyncio(loop_scope="module")

BAR = "0 lost, 0 twice, verify holds"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def drive(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Disk]:
    async with disk(tmp_path_factory.mktemp("power") / "home") as made:
        yield made


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def here(drive: Disk) -> AsyncIterator[Town]:
    async with town(drive.place.parent) as founded:
        yield founded


async def test_after_a_power_cut_all_that_was_confirmed_is_there_once(
    drive: Disk, here: Town, table: Sheet, chance: random.Random, full: bool
) -> None:
    cuts, acts = (20, 10_000) if full else (1, 200)
    crowd = Crowd(here, chance, people=200) if full else Crowd(here, chance)
    longest, faults, began = 0.0, list[str](), len(here.ledger.confirmed)
    async with asyncio.TaskGroup() as group:
        enough = asyncio.Event()
        group.create_task(crowd.writes(acts, enough))
        for point in sorted(chance.sample(range(acts // 5, acts * 4 // 5), cuts)):
            await in_the_middle(here, began + point, chance)
            longest = max(longest, await cut(drive, here))
            faults += await verified(here)
        enough.set()
    found = await verdict_of(here)
    faults += await verified(here)
    row = table.add(
        Row(
            fault="power cut",
            tries=cuts,
            facts=found.facts,
            lost=found.lost,
            twice=found.twice,
            recovery_s=longest,
            bar=BAR,
            kept=found.kept and not faults,
            why="; ".join(faults[:2]) or found.why,
        )
    )
    assert row.kept


async def in_the_middle(here: Town, point: int, chance: random.Random) -> None:
    """Wait until so many acts are confirmed, and then for a few answers more."""
    await here.ledger.until(lambda: len(here.ledger.confirmed) >= point)
    sent, more = len(here.ledger.sent), chance.randrange(8)
    await here.ledger.until(lambda: len(here.ledger.sent) >= sent + more)


async def cut(drive: Disk, here: Town) -> float:
    """Cut the power and start everything again; return the seconds from the start until words are received again."""
    drive.is_cut_off()
    await here.kill_everything()
    await drive.mend()
    clock = asyncio.get_running_loop().time
    began = clock()
    await here.rises()
    await next_receipt(here)
    return clock() - began


async def verified(here: Town) -> tuple[str, ...]:
    """Return what `palabre verify` finds, beside all that goes on."""
    return (await verify(here.settings, lambda *_: None)).faults
