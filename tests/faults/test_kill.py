"""kill -9 of each part, of the bus, of the database and of the whole tree, at points of progress, under load."""

import asyncio
import csv
import json
import random
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack

import pytest
import pytest_asyncio
from nats.aio.msg import Msg

from deploy.wiring import Instance, instance
from events.base import Event
from events.bus import OUTCOMES
from tests.faults.load import Crowd, empties_the_queue
from tests.faults.oracle import (
    LETTER,
    RECEIPT,
    admissions,
    admit_everything,
    every_letter_has_left,
    promised_by,
    said_again,
    told,
)
from tests.faults.siege import Attack, Sieges
from tests.faults.table import NOTHING, Row, Sheet
from tests.faults.town import PATIENCE, Town, end, ledger_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

CARD = re.compile("📥")
SEVERAL = 5  # facts of a batch: what follows from them takes a moment to tell

CASES = (
    ("sqlite", "citizen bot"),
    ("sqlite", "clerk"),
    ("sqlite", "cartographer"),
    ("sqlite", "nats-server"),
    ("sqlite", "whole tree"),
    ("postgresql", "PostgreSQL"),
    ("postgresql", "whole tree"),
    ("webhook", "citizen bot"),
)
IN_FULL = (
    ("postgresql", "citizen bot"),
    ("postgresql", "clerk"),
    ("postgresql", "nats-server"),
    ("webhook", "whole tree"),
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sieges(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Sieges]:
    async with AsyncExitStack() as stack:
        yield Sieges(tmp_path_factory.mktemp("kill"), stack)


async def test_each_letter_comes_once(sieges: Sieges, table: Sheet, chance: random.Random, full: bool) -> None:
    """People are told that their words are published, at Telegram's pace, while the notifier is killed."""
    tries, letters = (50, 4_000) if full else (1, 60)
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


async def test_what_is_decided_is_told_once(sieges: Sieges, table: Sheet, chance: random.Random, full: bool) -> None:
    """The clerk is killed when it has announced a batch: committed, but what follows is untold and nothing acked."""
    tries, texts = (50, 2_000) if full else (1, 60)
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
    tries, items = (50, 2_000) if full else (2, 30)
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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        cases = sorted(CASES + IN_FULL) if metafunc.config.getoption("full") else CASES
        metafunc.parametrize("case", cases, ids=["-".join(case).replace(" ", "-") for case in cases])


async def test_what_was_confirmed_is_there_once(
    case: tuple[str, str], sieges: Sieges, table: Sheet, chance: random.Random, full: bool
) -> None:
    mode, part = case
    siege = await sieges.of(mode)
    tries, acts = (50, 100_000) if full else (1, 120)
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
