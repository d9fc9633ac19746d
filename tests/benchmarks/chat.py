"""How fast citizens are answered, beside a plain bot that commits each update, in one run.

A look-alike of the Bot API runs here; ours (bot, clerk, bus) and the plain bot run as processes of their own, one
after the other, and are driven by the same people with the same acts: consent, then a mix of questions, opinions,
votes and supports. Two loads: a hundred people who think in between (about 50 updates a second), which shows the
latency, and 50 updates under way at any time, which shows the throughput.

`python -m tests.benchmarks.chat [--seconds N] [--json]`
"""

import argparse
import asyncio
import csv
import json
import os
import random
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import click
import psutil
import uvloop

from bots.playground import Phone, Playground, playground
from bots.playground.accounts import BotAccount
from deploy.bus.embedded import nats_at
from tests.benchmarks.report import keep

ACTIVE, THINKING = 100, 2.0  # people, and seconds between two acts of one: 50 updates a second
CROWD, UNDER_WAY = 400, 50
STATEMENTS, QUESTIONS = 30, 30
PROFILE = tuple(os.environ.get("BENCH_PROFILE", "").split())  # a script that runs `-m module` under a profiler
MIX = {"ask": 25, "opinion": 15, "vote": 40, "support": 20}
START_SECONDS, PATIENCE = 60.0, 30.0
WORDS = (
    "viande élevage cantine boucher prairie abattoir marché légumes enfants prix climat santé vache ferme repas "
    "lentilles école ville paysan goût quartier semaine transport sol eau antibiotiques bio local emploi budget"
).split()

Load = Callable[["Crowd", float], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Measured:
    """One side under one load; latencies in milliseconds, CPU in seconds per 1,000 updates (all its processes)."""

    side: str
    load: str
    updates: int
    per_second: float
    cpu_per_1000: float
    cpu_by_process: dict[str, float]
    median: float
    p95: float
    p99: float


class Crowd:
    """People who use one bot."""

    def __init__(self, world: Playground, bot: BotAccount, people: int = CROWD) -> None:
        self._bot = bot
        self._chance = random.Random(7)
        self.phones = [world.person(f"P{number}", "fr") for number in range(people)]

    async def consent(self) -> None:
        """Have everybody start the bot and consent, 50 at a time."""
        room = asyncio.Semaphore(UNDER_WAY)

        async def one(phone: Phone) -> None:
            async with room:
                phone.starts(self._bot)
                await self._answer(phone)
                self._tap(phone, "j:fr:")
                await self._answer(phone)

        await asyncio.gather(*map(one, self.phones))
        self._bot.latencies.clear()

    async def act(self, phone: Phone) -> None:
        """Do one thing and wait for the first answer."""
        wish = self._chance.choices(list(MIX), list(MIX.values()))[0]
        if wish in {"ask", "opinion"}:
            phone.says(self._bot, f"/{wish} {sentence(self._chance)}")
        elif wish == "vote":
            self._tap(phone, f"v:{self._chance.choice('10')}:O-{self._chance.randint(1, STATEMENTS)}")
        else:
            self._tap(phone, f"qs:Q-{self._chance.randint(1, QUESTIONS)}:0")
        await self._answer(phone)

    def _tap(self, phone: Phone, data: str) -> None:
        phone.taps(self._bot, data, phone.shown(self._bot)[-1])

    async def _answer(self, phone: Phone) -> None:
        async with asyncio.timeout(PATIENCE):
            while phone.person.id in self._bot.asked_at:
                await phone.chat(self._bot).changed.wait()

    async def thinking(self, seconds: float, active: int = ACTIVE, pause: float = THINKING) -> int:
        """Have people act, each with a pause (s) before the next act; return how many acts were answered."""
        end, acts = time.perf_counter() + seconds, 0

        async def one(phone: Phone) -> None:
            nonlocal acts
            while (left := end - time.perf_counter()) > 0:
                thinking = self._chance.expovariate(1 / pause)
                await asyncio.sleep(min(thinking, left))
                if thinking < left:
                    await self.act(phone)
                    acts += 1

        await asyncio.gather(*map(one, self.phones[:active]))
        return acts

    async def pressing(self, seconds: float) -> int:
        """Keep 50 updates under way; return how many were answered."""
        end, acts = time.perf_counter() + seconds, 0
        resting = list(self.phones)

        async def one() -> None:
            nonlocal acts
            while time.perf_counter() < end:
                phone = resting.pop(0)
                await self.act(phone)
                resting.append(phone)
                acts += 1

        await asyncio.gather(*(one() for _ in range(UNDER_WAY)))
        return acts


def sentence(chance: random.Random) -> str:
    """Return a text that nobody wrote before."""
    return f"{' '.join(chance.sample(WORDS, 9))} {secrets.token_hex(4)} ?"


LOADS: dict[str, Load] = {
    f"{ACTIVE} people, {ACTIVE / THINKING:.0f} updates/s": Crowd.thinking,
    f"{UNDER_WAY} updates under way": Crowd.pressing,
}


async def measure(
    name: str, crowd: Crowd, bot: BotAccount, processes: Mapping[str, psutil.Process], seconds: float
) -> list[Measured]:
    found = []
    for label, load in LOADS.items():
        bot.latencies.clear()
        cpu, began = cpu_of(processes), time.perf_counter()
        acts = await load(crowd, seconds)
        took = time.perf_counter() - began
        spent = {part: 1000 * (now - cpu[part]) / acts for part, now in cpu_of(processes).items()}
        waits = sorted(1000 * wait for wait in bot.latencies)
        found.append(
            Measured(
                side=name,
                load=label,
                updates=acts,
                per_second=acts / took,
                cpu_per_1000=sum(spent.values()),
                cpu_by_process=spent,
                median=statistics.median(waits),
                p95=waits[int(0.95 * len(waits))],
                p99=waits[int(0.99 * len(waits))],
            )
        )
    return found


def cpu_of(processes: Mapping[str, psutil.Process]) -> dict[str, float]:
    """Return the seconds of CPU that each process has used so far, in user and kernel mode."""
    return {part: sum(process.cpu_times()[:2]) for part, process in processes.items()}


async def ours(world: Playground, home: Path, seconds: float) -> list[Measured]:
    bot = world.bot(f"1001:{secrets.token_hex(16)}", "palabre_bot")
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PALABRE_")} | {
        "PALABRE_HOME": str(home),
        "PALABRE_TELEGRAM_API": world.base_url,
        "PALABRE_CITIZEN_BOT_TOKEN": bot.token,
        "PALABRE_SECRET": secrets.token_hex(32),
        "PALABRE_LOG_LEVEL": "WARNING",
    }
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(nats_at(home))
        await seed(home, environ)
        clerk = await stack.enter_async_context(process(environ, "-m", "deploy.cli", "worker", "clerk"))
        face = await stack.enter_async_context(process(environ, "-m", "deploy.cli", "bot", "citizen"))
        server = next(each for each in psutil.Process().children() if each.name() == "nats-server")
        await listening(bot, face)
        crowd = Crowd(world, bot)
        await crowd.consent()
        processes = {"bus": server, "clerk": psutil.Process(clerk.pid), "bot": psutil.Process(face.pid)}
        return await measure("palabre", crowd, bot, processes, seconds)


async def plain(world: Playground, home: Path, seconds: float) -> list[Measured]:
    bot = world.bot(f"1002:{secrets.token_hex(16)}", "plain_bot")
    arguments = ("-m", "tests.benchmarks.plain_bot", world.base_url, bot.token, str(home / "plain.db"))
    async with process(dict(os.environ), *arguments) as face:
        await listening(bot, face)
        crowd = Crowd(world, bot)
        await crowd.consent()
        return await measure("plain bot", crowd, bot, {"bot": psutil.Process(face.pid)}, seconds)


async def seed(home: Path, environ: dict[str, str]) -> None:
    """Bring in a theme with statements to vote on and questions to support."""
    chance, file = random.Random(3), home / "seed.csv"
    with file.open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines)
        rows.writerow(["kind", "id", "author", "text", "language", "target", "value", "created_at"])
        for kind, count in (("opinion", STATEMENTS), ("question", QUESTIONS)):
            for number in range(count):
                rows.writerow([kind, f"{kind}{number}", f"a{number}", sentence(chance), "fr", "", "", ""])
    arguments = (
        "-m",
        "deploy.cli",
        "import",
        str(file),
        "--theme",
        "la-viande",
        "--admit",
        "--create-theme",
        "La viande",
    )
    async with process(environ, *arguments, quiet=True) as importing:
        if await importing.wait():
            raise SystemExit("the theme could not be brought in")


@asynccontextmanager
async def process(
    environ: dict[str, str], *arguments: str, quiet: bool = False
) -> AsyncIterator[asyncio.subprocess.Process]:
    output = asyncio.subprocess.DEVNULL if quiet else None
    started = await asyncio.create_subprocess_exec(
        sys.executable, *PROFILE, *arguments, env=environ, stdout=sys.stderr, stderr=output
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.terminate()
            await started.wait()


async def listening(bot: BotAccount, face: asyncio.subprocess.Process) -> None:
    """Wait until the bot asks for updates."""
    async with asyncio.timeout(START_SECONDS):
        while not bot.polling:
            if face.returncode is not None:
                raise SystemExit("the bot ended before it began")
            await asyncio.sleep(0.05)


def table(found: Sequence[Measured]) -> str:
    """Return ours beside the peer's, with the ratio."""
    lines = [f"{'':36}{'palabre':>10}{'plain bot':>11}{'ratio':>8}"]
    for load in LOADS:
        mine, theirs = (
            next(each for each in found if (each.side, each.load) == (side, load)) for side in ("palabre", "plain bot")
        )
        lines.append(load)
        for field, label in FIELDS.items():
            a, b = getattr(mine, field), getattr(theirs, field)
            lines.append(f"  {label:34}{a:10.1f}{b:11.1f}{a / b:8.2f}")
    return "\n".join(lines)


FIELDS = {
    "per_second": "updates/s",
    "cpu_per_1000": "CPU seconds per 1,000 updates",
    "median": "first answer, median ms",
    "p95": "first answer, p95 ms",
    "p99": "first answer, p99 ms",
}


async def run(seconds: float, sides: Sequence[str]) -> list[Measured]:
    found: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="palabre-bench-") as folder:
        for name, side in (("palabre", ours), ("plain", plain)):
            if name in sides:
                async with playground() as world:
                    found += await side(world, Path(folder), seconds)
    return found


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--seconds", type=float, default=12.0, help="of each load")
    arguments.add_argument("--only", choices=["palabre", "plain"])
    arguments.add_argument("--json", action="store_true")
    chosen = arguments.parse_args()
    found = uvloop.run(run(chosen.seconds, [chosen.only] if chosen.only else ["palabre", "plain"]))
    keep("chat", [asdict(each) for each in found])
    if chosen.json or chosen.only:
        click.echo(json.dumps([asdict(each) for each in found], indent=1))
    else:
        click.echo(table(found))


if __name__ == "__main__":
    main()
