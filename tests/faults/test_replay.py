"""The read models made again from the record: the same bytes, in time, and mended where somebody damaged them."""

import asyncio
import random
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from deploy.imports.importing import applied, applying
from deploy.record.replay import replay, tables
from deploy.settings import Settings
from deploy.wiring import Instance, instance, memory
from events.base import Event
from events.bus import BusAwayError
from tests.conftest import Postgres
from tests.faults.life import Life
from tests.faults.table import Row, Sheet
from tests.integration.deploy.conftest import Command, new_command

AT_ONCE = 200  # facts on their way to the bus
SECONDS, FACTS = 60.0, 100_000  # the bar
DAMAGE = (
    "DELETE FROM vote WHERE value = 1",
    "UPDATE vote SET value = 1 WHERE value = -1",
    "UPDATE contribution SET text = 'Rien.', state = 'admitted' WHERE state = 'refused'",
    "UPDATE citizen SET origin = 'import'",
    "DELETE FROM seat",
    "INSERT INTO skip (contribution, member) SELECT id, author FROM contribution",
    "UPDATE counter SET last = last + 1",
    "UPDATE theme SET phase = 'archived'",
)


@pytest.fixture(params=["sqlite", "postgresql"])
def command(request: pytest.FixtureRequest, tmp_path: Path) -> Command:
    """The command beside a database that nothing has been told to yet."""
    made = new_command(tmp_path)
    if request.param == "postgresql":
        postgres: Postgres = request.getfixturevalue("postgres")
        made.environ["PALABRE_DATABASE_URL"] = postgres.url(asyncio.run(postgres.create()))
    return made


async def test_a_replay_gives_the_same_bytes(
    command: Command, table: Sheet, chance: random.Random, full: bool, request: pytest.FixtureRequest
) -> None:
    await live(command.settings, chance, FACTS if full else FACTS // 10)
    lived = await stored(command.settings)
    begin = asyncio.get_running_loop().time()
    done = await replay(command.settings, lambda *_: None)
    seconds = asyncio.get_running_loop().time() - begin
    again = await stored(command.settings)
    await damage(command.settings)
    damaged, answer = await stored(command.settings), await command.apart("replay")
    whole, verified = await stored(command.settings), await command.apart("verify")
    lost, twice = len((lived - again) | (lived - whole)), len((again | whole) - lived)
    bar = SECONDS * done.entries / FACTS
    row = table.add(
        Row(
            fault=f"replay of the record ({request.node.callspec.params['command']})",
            tries=2,
            facts=done.entries,
            lost=lost,
            twice=twice,
            recovery_s=seconds,
            bar=f"the same bytes, {bar:.0f} s",
            kept=lost == twice == 0 and seconds <= bar and verified.code == 0,
            why=f"lost and twice are rows; {len(lived - damaged)} of {len(lived)} were damaged and mended",
        )
    )
    assert (done.mended, answer.code, verified.code) == ((), 0, 0), f"{answer.err}{verified.out}{verified.err}"
    assert row.kept


async def live(settings: Settings, chance: random.Random, count: int) -> None:
    """Have so many things happen, through the bus and a clerk."""
    async with instance(settings) as parts, applying(parts):
        facts = Life(settings.city, chance).facts(count)
        while portion := list(islice(facts, AT_ONCE)):
            await told(parts, portion)
        await applied(parts)


async def told(parts: Instance, facts: Sequence[Event]) -> None:
    """Publish facts, until a bus that is slow to store them has them all: telling a fact twice is telling it once."""
    while True:
        try:
            return await parts.bus.publish_all(facts)
        except BusAwayError:
            continue


async def stored(settings: Settings) -> set[str]:
    """Return the rows of all read models as the database hands them over, before anybody reads them as anything."""
    async with memory(settings) as engine:
        return {row for table in tables() for row in await rows_of(engine, table.name)}


async def rows_of(engine: AsyncEngine, table: str) -> list[str]:
    async with engine.connect() as connection:
        found = (await connection.execute(text(f"SELECT * FROM {table}"))).mappings()
        return [f"{table} {dict(row)}" for row in found]


async def damage(settings: Settings) -> None:
    """Change what the record does not know of, behind everybody's back."""
    async with memory(settings) as engine, engine.begin() as connection:
        for statement in DAMAGE:
            assert (await connection.execute(text(statement))).rowcount > 0, statement
