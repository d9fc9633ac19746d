"""What an instance bears: a whole `palabre up`, and citizens who write, vote and support through the look-alike.

Each citizen acts again and again with a pause in between. Every few seconds a line says how many were answered, how
long they waited, how many facts wait for each reader, and what each part computes; the last line sums up.

`python -m tests.benchmarks.load [--people N] [--pause S] [--seconds N] [--database URL]`, or `make load ARGS=…`
"""

import argparse
import asyncio
import secrets
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import click
import nats
import psutil
import uvloop
from nats.js import JetStreamContext

from bots.playground import playground
from bots.playground.accounts import BotAccount
from deploy.bus.embedded import nats_at
from deploy.demo.stage import both_listen, environ_of, running_up
from events import topology
from tests.benchmarks.chat import Crowd, cpu_of, seed
from tests.benchmarks.report import keep

EVERY = 5.0  # seconds between two lines
HEAD = f"{'s':>5} {'answers/s':>10} {'median ms':>10} {'p95':>7} {'p99':>7}  waiting facts         CPU, cores by part"


@dataclass(frozen=True, slots=True)
class Line:
    """A few seconds of the load: milliseconds from a message to its first answer, cores of CPU by part."""

    at: float
    answers_per_second: float
    median: float
    p95: float
    p99: float
    waiting: dict[str, int]
    cores: dict[str, float]

    def __str__(self) -> str:
        waiting = " ".join(f"{name} {count}" for name, count in self.waiting.items())
        cores = " ".join(f"{part} {share:.2f}" for part, share in self.cores.items() if share >= 0.005)
        waits = f"{self.median:10.0f} {self.p95:7.0f} {self.p99:7.0f}"
        return f"{self.at:5.0f} {self.answers_per_second:10.1f} {waits}  {waiting:20}  {cores}"


class Watch:
    """Looks at bot, bus and processes now and then."""

    def __init__(self, bot: BotAccount, bus: JetStreamContext, processes: Mapping[str, psutil.Process]) -> None:
        self._bot, self._bus, self._processes = bot, bus, processes
        self._began = self._at = time.perf_counter()
        self._first = self._cpu = cpu_of(processes)
        self._waits: list[float] = []

    async def look(self) -> Line:
        """Return what happened since the last look."""
        new = list(self._bot.latencies)
        self._bot.latencies.clear()
        self._waits += new
        line = await self._line(new, self._at, self._cpu)
        self._at, self._cpu = time.perf_counter(), cpu_of(self._processes)
        return line

    async def whole(self) -> Line:
        return await self._line(self._waits, self._began, self._first)

    async def _line(self, waits: Sequence[float], since: float, cpu: Mapping[str, float]) -> Line:
        now = time.perf_counter()
        ms = sorted(1000 * wait for wait in waits) or [0.0]
        waiting = {
            each.name: (await self._bus.consumer_info(topology.FACTS, each.name)).num_pending or 0
            for each in topology.readers()
        }
        return Line(
            at=now - self._began,
            answers_per_second=len(waits) / (now - since),
            median=statistics.median(ms),
            p95=ms[int(0.95 * len(ms))],
            p99=ms[int(0.99 * len(ms))],
            waiting=waiting,
            cores={part: (spent - cpu[part]) / (now - since) for part, spent in cpu_of(self._processes).items()},
        )


async def run(people: int, pause: float, seconds: float, database: str | None) -> Line:
    with tempfile.TemporaryDirectory(prefix="palabre-load-") as folder:
        home = Path(folder)
        async with AsyncExitStack() as stack:
            watch, crowd = await stack.enter_async_context(instance(home, people, database))
            click.echo(f"{people} citizens, each acts about every {pause:g} s\n{HEAD}")
            acting = asyncio.create_task(crowd.thinking(seconds, people, pause))
            while not (await asyncio.wait({acting}, timeout=EVERY))[0]:
                click.echo(str(await watch.look()))
            await acting
            await watch.look()
            return await watch.whole()


@asynccontextmanager
async def instance(home: Path, people: int, database: str | None) -> AsyncIterator[tuple[Watch, Crowd]]:
    """Start an instance that everybody has consented to."""
    tokens = {"citizen": f"1001:{secrets.token_hex(16)}", "moderator": f"1002:{secrets.token_hex(16)}"}
    async with playground() as world:
        bots = [world.bot(tokens["citizen"], "palabre_bot"), world.bot(tokens["moderator"], "moderation_bot")]
        environ = environ_of(home, world.base_url, tokens)
        environ |= {"PALABRE_DATABASE_URL": database} if database else {}
        await seed(home, environ)
        async with running_up(environ, home / "log") as leader:
            await both_listen(leader, tuple(bots), home / "log")
            crowd = Crowd(world, bots[0], people)
            click.echo(f"{people} citizens say hello")
            await crowd.consent()
            async with nats_at(home) as address:
                bus = await nats.connect(address)
                try:
                    yield Watch(bots[0], bus.jetstream(), parts_of(leader.pid)), crowd
                finally:
                    await bus.close()


def parts_of(leader: int) -> dict[str, psutil.Process]:
    """Return the processes of the tree by the name of their part."""
    tree = [psutil.Process(leader), *psutil.Process(leader).children(recursive=True)]
    return {name_of(process): process for process in tree} | {"telegram (look-alike)": psutil.Process()}


def name_of(process: psutil.Process) -> str:
    words = " ".join(process.cmdline()).split()
    if process.name() == "nats-server":
        return "bus"
    return words[-1] if words[-1] != "citizen" else "citizen bot"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--people", type=int, default=200)
    arguments.add_argument("--pause", type=float, default=4.0, help="seconds between two acts of a citizen, on average")
    arguments.add_argument("--seconds", type=float, default=60.0)
    arguments.add_argument("--database", help="an empty database of PostgreSQL; without, SQLite")
    chosen = arguments.parse_args()
    whole = uvloop.run(run(chosen.people, chosen.pause, chosen.seconds, chosen.database))
    click.echo(f"in all\n{whole}")
    keep("load", asdict(whole) | {"people": chosen.people, "pause_s": chosen.pause})


if __name__ == "__main__":
    main()
