"""A disk that is full or failed, under load: nothing is confirmed that is not kept, people are told, it all goes on."""

import asyncio
import random
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial

import pytest
import pytest_asyncio

from tests.faults.disks import Disk, disk
from tests.faults.load import Crowd, next_receipt
from tests.faults.oracle import Verdict, told, verdict_of
from tests.faults.table import NOTHING, Row, Sheet
from tests.faults.town import PATIENCE, Town, town

pytestmark = pytest.mark.asyncio(loop_scope="module")

WAITS = re.compile("(Rien n’est perdu|Votre message est bien enregistré)")  # what people are told meanwhile
TRIES = {"disk full": 1, "disk full, then kill -9": 1, "disk read-only, then mounted again": 1}
TOLD = 3  # people, before the disk is mended
STOP_SECONDS = 10.0

Break = Callable[[], Awaitable[float]]


@dataclass
class Place:
    """A town on a disk of its own; `before`: what had come of its promises at the last look."""

    town: Town
    disk: Disk
    before: Verdict = field(default_factory=Verdict)
    longest_stop: float = 0.0

    def fault(self, name: str) -> Break:
        """Return what breaks the disk, waits until people know, and mends it; it returns when it was mended."""
        faults: dict[str, Break] = {
            "disk full": partial(self.fills, killed=False),
            "disk full, then kill -9": partial(self.fills, killed=True),
            "disk read-only, then mounted again": self.fails,
        }
        return faults[name]

    async def fills(self, *, killed: bool) -> float:
        async with self.disk.filled():
            await self.people_are_told()
            if killed:
                await self.town.kill_everything()
        mended = asyncio.get_running_loop().time()
        if killed:
            await self.town.rises()
        return mended

    async def fails(self) -> float:
        """Have the kernel allow nobody to write any more; to mend that, nobody may use the disk."""
        await self.disk.fails()
        await self.people_are_told()
        self.longest_stop = max(self.longest_stop, await self.town.stops())
        await self.disk.mend()
        mended = asyncio.get_running_loop().time()
        await self.town.rises()
        return mended

    async def people_are_told(self) -> None:
        """Wait until so many more were told that their message waits, by a message or, of a tap, above their chat."""
        before = self._told()
        async with asyncio.timeout(PATIENCE):
            while self._told() < before + TOLD:  # noqa: ASYNC110 - the ledger does not tell of what stands above chats
                await asyncio.sleep(0.05)

    def _told(self) -> int:
        toasts = (toast["text"] for chat in self.town.citizens.chats.values() for toast in chat.toasts)
        return sum(told(self.town.ledger.sent, WAITS).values()) + sum(bool(WAITS.search(text)) for text in toasts)

    async def verdict(self) -> Verdict:
        """Return what came of the promises since the last look."""
        now, before = await verdict_of(self.town), self.before
        self.before = now
        return now.since(before)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def place(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Place]:
    folder = tmp_path_factory.mktemp("disk")
    async with disk(folder / "home") as drive, town(folder) as founded:
        yield Place(founded, drive)


@pytest.mark.parametrize("fault", TRIES)
async def test_what_was_confirmed_is_there_once(
    fault: str, place: Place, table: Sheet, chance: random.Random, full: bool
) -> None:
    tries, acts = (20, 4_000) if full else (TRIES[fault], 160)
    ledger, broken, longest = place.town.ledger, place.fault(fault), 0.0
    crowd, began = Crowd(place.town, chance), len(ledger.confirmed)
    async with asyncio.TaskGroup() as group:
        enough = asyncio.Event()
        group.create_task(crowd.writes(acts, enough))
        for point in sorted(chance.sample(range(acts // 5, acts * 4 // 5), tries)):
            await ledger.until(lambda point=point: len(ledger.confirmed) >= began + point)  # type: ignore[misc]  # mypy#12557: a default
            mended = await broken()
            await next_receipt(place.town)
            longest = max(longest, asyncio.get_running_loop().time() - mended)
        enough.set()
    found = await place.verdict()
    stopped = place.longest_stop < STOP_SECONDS
    row = table.add(
        Row(
            fault=fault,
            tries=tries,
            facts=found.facts,
            lost=found.lost,
            twice=found.twice,
            recovery_s=longest,
            bar=NOTHING,
            kept=found.kept and stopped,
            why=found.why if stopped else f"it took {place.longest_stop:.1f} s to stop",
        )
    )
    assert row.kept
