"""A message to thousands while Telegram refuses, breaks and falls silent: what is lost, what comes twice, who waits.

    python -m tests.benchmarks.letters [--people 5000] [--seed 1] [--calm]

Each second somebody else is told something that concerns them alone; how long that takes is the delay of the others.
"""

import argparse
import asyncio
import contextlib
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from uuid import UUID

import click
from prometheus_client import CollectorRegistry
from sqlalchemy.ext.asyncio import AsyncEngine

from bots.notifier.app import Office, Post
from bots.playground import playground
from bots.playground.accounts import Ledger
from bots.playground.faults import Kind
from events.base import fact_id
from events.news import NewsAddressed
from storage.addresses import AddressBook
from storage.engine import open_engine
from storage.migrations import migrate

TOKEN, MODERATORS = "4242:a-token", "4343:another-token"
FIRST = 700_000_001
FAULTS: list[tuple[float, Kind]] = [(0.20, "429"), (0.02, "500"), (0.005, "hang"), (0.005, "hang_after")]
PAUSE, PATIENCE = 3, 2.0
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
EACH = 1.0  # seconds between two pieces of news for one person alone


@dataclass(frozen=True)
class Sight:
    """What Telegram saw: when which letters (by their reference) arrived, and what it did with the calls."""

    arrived: list[tuple[float, str]]
    calls: Counter[str]
    faulted: set[str]  # chats in which something went wrong
    intrusions: int


def telegram(line: Connection, people: int, seed: int, *, calm: bool) -> None:
    """Be Telegram until told to stop; then say what was seen."""
    asyncio.run(_telegram(line, people, seed, calm=calm))


async def _telegram(line: Connection, people: int, seed: int, *, calm: bool) -> None:
    async with playground(first_person=FIRST) as world:
        bot, times, calls, faulted = world.bot(TOKEN, "a_bot"), list[float](), Counter[str](), set[str]()
        bot.ledger = Ledger()
        for number in range(people):
            bot.chat(world.person(f"P{number}").person)
        faults, draw = world.faults, world.faults.next
        faults.chance, faults.retry_after = random.Random(seed), PAUSE
        for method in () if calm else ("sendmessage", "editmessagetext", "stopmessagelivelocation"):
            faults.share[method] = FAULTS

        def counted(method: str, chat: object = None) -> object:
            fault = draw(method, chat)
            calls[f"{method} {fault or ''}"] += 1
            if fault:
                faulted.add(str(chat))
            return fault

        faults.next = counted  # type: ignore[method-assign, assignment]
        line.send(world.base_url)
        seen = 0
        while not line.poll():
            seen += 1 if await _more(bot.ledger, seen) else 0
            times += [time.time()] * (len(bot.ledger.sent) - len(times))
            seen = len(bot.ledger.sent)
        arrived = [(at, message["text"].split()[1]) for at, message in zip(times, bot.ledger.sent, strict=True)]
        line.send(Sight(arrived, calls, faulted, faults.intrusions))


async def _more(ledger: Ledger, seen: int) -> bool:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(0.5):
            await ledger.until(lambda: len(ledger.sent) > seen)
    return len(ledger.sent) > seen


def news(person: UUID, ref: str, urgency: str) -> NewsAddressed:
    return NewsAddressed(
        event_id=fact_id("letters", ref),
        city="lyon",
        occurred_at=NOON,
        person=person,
        audience="citizen",
        wording="notice-admitted",
        params={"ref": ref},
        urgency=urgency,
        caused_by=fact_id("broadcast"),
    )


@contextlib.asynccontextmanager
async def a_town(folder: str) -> AsyncIterator[tuple[AsyncEngine, AddressBook]]:
    engine = open_engine(f"sqlite+aiosqlite:///{Path(folder) / 'palabre.db'}")
    await migrate(engine)
    yield engine, AddressBook(engine, "a secret of sixteen")
    await engine.dispose()


async def measure(line: Connection, people: int, extra: int) -> tuple[float, float, dict[str, float]]:
    """Send it all; return the seconds and the CPU seconds it took, and when each piece of personal news was told."""
    base = line.recv()
    with tempfile.TemporaryDirectory() as folder:
        async with a_town(folder) as (engine, addresses):
            ids = [await addresses.enter("citizen", FIRST + number) for number in range(people + extra)]
            began, registry = time.monotonic(), CollectorRegistry()
            post = Post(
                Office(
                    engine=engine,
                    addresses=addresses,
                    clock=lambda: NOON + timedelta(seconds=time.monotonic() - began),
                    language="en",
                    timezone="Europe/Paris",
                    api_base=base,
                    tokens={"citizen": TOKEN, "moderator": MODERATORS},
                    registry=registry,
                    patience=PATIENCE,
                )
            )
            stop, told, cpu = asyncio.Event(), dict[str, float](), time.process_time()
            running = asyncio.create_task(post.run(stop))
            for start in range(0, people, 200):
                batch = [news(ids[n], f"B-{n}", "daytime") for n in range(start, min(people, start + 200))]
                await post.receive(batch)
            number = 0
            while waiting(registry, people + number) and not running.done():
                if number < extra:
                    told[f"N-{number}"] = time.time()
                    await post.receive([news(ids[people + number], f"N-{number}", "now")])
                    number += 1
                await asyncio.sleep(EACH)
            stop.set()
            await running
            return time.monotonic() - began, time.process_time() - cpu, told


def waiting(registry: CollectorRegistry, letters: int) -> bool:
    outcomes = ("sent", "found", "repeated", "failed", "unreachable", "edited")
    ended = sum(registry.get_sample_value("palabre_letters_total", {"outcome": each}) or 0 for each in outcomes)
    return ended < letters


def report(sight: Sight, people: int, seconds: float, cpu: float, told: dict[str, float]) -> None:
    came = Counter(ref for _, ref in sight.arrived)
    wanted = {f"B-{number}" for number in range(people)} | set(told)
    chat_of = {f"N-{number}": str(FIRST + people + number) for number in range(len(told))}
    first = {ref: at for at, ref in reversed(sight.arrived)}
    calm = [first[ref] - at for ref, at in told.items() if ref in first and chat_of[ref] not in sight.faulted]
    full = [at for at, _ in sight.arrived[: int(0.95 * len(sight.arrived))]]  # then only those who pause are left
    gaps = [after - before for before, after in pairwise(full)]
    lines = {
        "letters": len(wanted),
        "lost": len(wanted - set(came)),
        "twice": sum(count - 1 for count in came.values()),
        "sent during a pause": sight.intrusions,
        "delay of personal news meanwhile (median, longest)": f"{median(calm):.2f} s, {max(calm):.2f} s",
        "longest time without any letter": f"{max(gaps):.2f} s",
        "duration": f"{seconds:.0f} s, {len(wanted) / seconds:.1f} letters/s",
        "CPU": f"{cpu:.1f} s, {1000 * cpu / len(wanted):.1f} ms a letter",
        "memory at most": f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB",
    }
    for name, value in lines.items():
        click.echo(f"{name:52} {value}")
    for call, count in sorted(sight.calls.items()):
        click.echo(f"  {call:50} {count}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--calm", action="store_true", help="without faults")
    given = parser.parse_args()
    extra = max(10, given.people // 25)
    here, there = get_context("spawn").Pipe()
    settings = {"calm": given.calm}
    process = get_context("spawn").Process(
        target=telegram, args=(there, given.people + extra, given.seed), kwargs=settings
    )
    process.start()
    try:
        seconds, cpu, told = asyncio.run(measure(here, given.people, extra))
        here.send("stop")
        report(here.recv(), given.people, seconds, cpu, told)
    finally:
        process.join(10)
        process.terminate()


if __name__ == "__main__":
    main()
