"""The bus is away for minutes: killed, or connected and silent. People hear so at once, and Telegram keeps their words.

Telegram hands out a hundred updates from the first one on that is not confirmed: whoever writes when as many wait
already is answered with all the others, but not told so meanwhile. Here fewer wait.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median

from bots.playground import Phone
from tests.faults.load import Crowd, next_receipt
from tests.faults.oracle import Verdict, verdict_of
from tests.faults.table import Row, Sheet
from tests.faults.test_network import WAITS, joined
from tests.faults.town import PATIENCE, Town, sentence, town
from tests.servers import Node, free_ports

AT_ONCE = 1.0  # seconds until people are told that their words wait
WITNESSES = 30  # who write while the bus is away, one after the other


@asynccontextmanager
async def killed(bus: Node) -> AsyncIterator[None]:
    await bus.dies()
    yield
    await bus.rises()


@asynccontextmanager
async def frozen(bus: Node) -> AsyncIterator[None]:
    assert bus.server
    async with bus.server.frozen():
        yield


AWAY: dict[str, Callable[[Node], AbstractAsyncContextManager[None]]] = {"kill -9": killed, "SIGSTOP": frozen}


async def test_while_the_bus_is_away_telegram_keeps_what_people_write(
    tmp_path: Path, table: Sheet, chance: random.Random, full: bool
) -> None:
    seconds, acts = (600.0, 2_000) if full else (4.0, 100)
    bus, before, rows = Node("bus", free_ports(1)[0], tmp_path / "bus"), Verdict(), list[Row]()
    await bus.rises()
    try:
        async with town(tmp_path / "town", NATS_URL=bus.address) as here:
            witnesses, crowd = [await joined(here) for _ in range(WITNESSES)], Crowd(here, chance)
            await crowd.joins()
            for how, away in AWAY.items():
                await under_way(here, crowd, acts // 2 + chance.randrange(acts // 2))
                async with away(bus):
                    waits, early = await told(here, witnesses, chance, seconds)
                began = asyncio.get_running_loop().time()
                await next_receipt(here)
                recovery, found = asyncio.get_running_loop().time() - began, await verdict_of(here)
                row = row_of(found.since(before), waits, early)
                rows.append(table.add(replace(row, fault=f"bus away for {seconds:.0f} s ({how})", recovery_s=recovery)))
                before = found
    finally:
        await bus.dies()
    assert all(row.kept for row in rows)


def row_of(found: Verdict, waits: list[float], early: int) -> Row:
    why = f"{len(waits)} who wrote were told in {max(waits):.2f} s at most, {median(waits):.2f} s in the median"
    return Row(
        fault="",
        tries=1,
        facts=found.facts,
        lost=found.lost,
        twice=found.twice,
        recovery_s=None,
        bar=f"0 lost, 0 twice, told in {AT_ONCE:.0f} s",
        kept=found.kept and not early and max(waits) <= AT_ONCE,
        why="; ".join(filter(None, (why, f"{early} were confirmed all the same" if early else "", found.why))),
    )


async def under_way(here: Town, crowd: Crowd, acts: int) -> None:
    """Have people write until so much is confirmed; what is under way then stays so."""
    before = len(here.ledger.confirmed)
    writing = asyncio.create_task(crowd.writes(acts + 1, asyncio.Event()))
    async with asyncio.timeout(10 * PATIENCE):
        await here.ledger.until(lambda: len(here.ledger.confirmed) >= before + acts)
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)


async def told(here: Town, witnesses: list[Phone], chance: random.Random, seconds: float) -> tuple[list[float], int]:
    """Have people write as long as the bus is away, at the same distance.

    Returns how long each waited to hear that their words wait, and how many updates were confirmed nevertheless.
    """
    loop, asking = asyncio.get_running_loop(), list[asyncio.Task[float]]()
    updates = []
    end = loop.time() + seconds
    for left, phone in zip(range(len(witnesses), 0, -1), witnesses, strict=True):
        update = phone.says(here.citizens, f"/ask {sentence(chance)}")
        updates.append(update["update_id"])
        asking.append(asyncio.create_task(told_to_wait(here, phone, update["message"]["message_id"])))
        await asyncio.sleep((end - loop.time()) / left)  # so long it is away
    return await asyncio.gather(*asking), len(here.ledger.confirmed.keys() & set(updates))


async def told_to_wait(here: Town, phone: Phone, after: int) -> float:
    began = asyncio.get_running_loop().time()
    await phone.sees(here.citizens, WAITS, after=after, seconds=PATIENCE)
    return asyncio.get_running_loop().time() - began
