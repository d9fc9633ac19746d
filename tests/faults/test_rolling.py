"""SIGTERM under load: the instance is stopped and started again, or each part gives way to a new one in its turn.

What may overlap does: a clerk, a notifier, a cartographer stand by until the old one has gone; with a webhook a bot's
new process is told to Telegram before the old one stops. Of two bots that poll Telegram sends one away: the old one
stops first. In the last round Telegram keeps a few answers to itself, so that there is something to wait for.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from bots.playground import Phone
from tests.faults.load import Crowd, empties_the_queue
from tests.faults.oracle import (
    LETTER,
    RECEIPT,
    admit_everything,
    every_letter_has_left,
    heard,
    promised_by,
    said_again,
    verdict_of,
)
from tests.faults.siege import Attack, on_postgresql, two_free_ports
from tests.faults.table import NOTHING, Row, Sheet
from tests.faults.town import PATIENCE, Town, town
from tests.integration.deploy.house import House, Part

BAR = 10.0  # seconds for each part to stop
STAFF = ("clerk", "cartographer", "notifier", "citizen", "moderator")
BOTS = ("citizen", "moderator")
CASES = {"instance": ("all",), "polling": STAFF, "webhook": BOTS}  # what gives way, one after the other
IN_FULL = ("cartographer", "moderator")
SPEAKING = ("all", "notifier", "citizen")  # who wait for Telegram
LETTERS = 30  # on the pile at once
HANGING = 3  # answers that Telegram keeps to itself


@dataclass
class Staff(Town):
    """An instance whose parts are processes of their own, as in containers."""

    webhook: bool = False
    at_work: dict[str, Part] = field(default_factory=dict)
    stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def rises(self) -> None:
        self.at_work = dict(zip(STAFF, await asyncio.gather(*map(self.begins, STAFF)), strict=True))

    async def begins(self, name: str) -> Part:
        """Start a part and wait until it is ready: at work, or standing by."""
        folder = self.folder / f"staff-{next(self._numbers)}"
        folder.mkdir()
        part = await self.stack.enter_async_context(House(folder, self.environ).part(name, **self._door(name)))
        await part.until(200)
        return part

    def _door(self, name: str) -> dict[str, str]:
        """Return what leads Telegram to a new process: with a webhook each has an address of its own."""
        if not self.webhook or name not in BOTS:
            return {}
        port = two_free_ports()
        listen = {"URL": f"http://127.0.0.1:{port}/telegram", "LISTEN": f"127.0.0.1:{port}", "SECRET": "only-telegram"}
        return {f"PALABRE_WEBHOOK_{key}": value for key, value in listen.items()}

    async def replaces(self, name: str, before: Callable[[], Awaitable[None]]) -> float:
        """Put a new process in an old one's place; return how long the old one took to stop, once `before` was done."""
        old, alone = self.at_work[name], name in BOTS and not self.webhook
        new = None if alone else await self.begins(name)
        await before()
        took = await old.stops(PATIENCE)
        self.at_work[name] = new or await self.begins(name)
        return took

    async def stops(self) -> float:
        """End whatever runs, at the end."""
        await self.stack.aclose()
        return 0.0


@asynccontextmanager
async def founded(case: str, folder: Path) -> AsyncIterator[Town]:
    """Found a town that runs as the case wants it."""
    async with AsyncExitStack() as stack:
        if case == "instance":
            yield await stack.enter_async_context(town(folder))
            return
        outside, _ = await stack.enter_async_context(on_postgresql(folder))
        yield await stack.enter_async_context(town(folder, partial(Staff, webhook=case == "webhook"), **outside))


@dataclass
class Shifts:
    """One replacement after the other, and how long each old part took to stop."""

    here: Town
    crowd: Crowd
    turns: Sequence[str]
    rounds: int
    hanging: bool = True
    took: list[float] = field(default_factory=list)

    async def next(self) -> None:
        turn, place = divmod(len(self.took), len(self.turns))
        name, last = self.turns[place], turn == self.rounds - 1
        self.took.append(await self._replaced(name, partial(self._prepared, name, last=last)))

    async def _replaced(self, name: str, before: Callable[[], Awaitable[None]]) -> float:
        if isinstance(self.here, Staff):
            return await self.here.replaces(name, before)
        await before()
        took = await self.here.stops()
        assert self.here.tree
        assert self.here.tree.returncode == 0
        await self.here.rises()
        return took

    async def _prepared(self, name: str, *, last: bool) -> None:
        """See to it that somebody who is just to stop has much to do, or to wait for."""
        if name == "notifier":  # with two at work for a moment
            await self.crowd.asks(LETTERS)
            await admit_everything(self.here)
        if last and self.hanging and name in SPEAKING:
            await self._keep_waiting()

    async def _keep_waiting(self) -> None:
        """Have Telegram leave a few messages without an answer."""
        waiting = self.here.world.faults.planned.setdefault("sendmessage", [])
        waiting += ["hang"] * HANGING
        async with asyncio.timeout(PATIENCE):
            await self.here.ledger.until(lambda: not waiting)


async def moderates(here: Town, member: Phone) -> None:
    """Publish whatever comes in, so that letters leave all the time."""
    while True:
        await empties_the_queue(here, member)
        seen = len(here.ledger.sent)
        await here.ledger.until(lambda seen=seen: len(here.ledger.sent) > seen)  # type: ignore[misc]  # mypy#12557: a default


@pytest.mark.parametrize("case", CASES)
async def test_a_rolling_restart_loses_nothing(
    case: str, tmp_path: Path, table: Sheet, chance: random.Random, full: bool
) -> None:
    rounds, acts = (10, 20_000) if full else (1, 80)
    async with founded(case, tmp_path) as here:
        member, crowd = await here.member("moderator"), Crowd(here, chance, people=1_000 if full else 30)
        turns = [each for each in CASES[case] if full or each not in IN_FULL]
        shifts, enough = Shifts(here, crowd, turns, rounds, hanging=full or case != "webhook"), asyncio.Event()
        await crowd.joins()
        async with asyncio.TaskGroup() as group:
            group.create_task(crowd.writes(acts, enough, under_way=8))
            moderating = group.create_task(moderates(here, member))
            attack = Attack(here.ledger, shifts.next, chance, RECEIPT)
            tries = rounds * len(shifts.turns)
            longest = await attack.run((acts // 5, acts * 4 // 5), tries, progress_of(here))
            enough.set()
            moderating.cancel()
        row = table.add(await outcome(here, case, shifts, longest))
    assert row.kept


def progress_of(here: Town) -> Callable[[], int]:
    return lambda: len(here.ledger.confirmed)


async def outcome(here: Town, case: str, shifts: Shifts, longest: float) -> Row:
    """Count what was promised, what came of it, and who was told twice that their words are published.

    Receipts are said again only of what was answered behind an update that Telegram kept waiting: it cannot be
    confirmed before that one.
    """
    found = await verdict_of(here)
    await every_letter_has_left(here)
    texts, letters = promised_by(here.ledger.confirmed.values()).texts.total(), len(heard(here))
    lost, twice = found.lost + texts - letters, found.twice + said_again(here.ledger.sent, LETTER)
    slowest = max(shifts.took)
    return Row(
        fault=f"rolling restart: {case}",
        tries=len(shifts.took),
        facts=found.facts + texts,
        lost=lost,
        twice=twice,
        recovery_s=longest,
        bar=f"{NOTHING}, stops in {BAR:.0f} s",
        kept=found.kept and lost == twice == 0 and slowest <= BAR,
        why=", ".join([f"longest stop {slowest:.1f} s", f"{texts} letters", *filter(None, [found.why])]),
    )
