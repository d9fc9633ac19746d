"""SIGTERM in the middle of much work: each part ends within ten seconds, and nothing is lost."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from itertools import count
from pathlib import Path
from random import Random
from uuid import uuid4

import psutil
import pytest
from sqlalchemy import insert
from sqlmodel import SQLModel, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy.ending import LONGEST
from deploy.settings import load
from deploy.wiring import Instance, instance
from events.citizens import CitizenImported
from events.news import NewsAddressed
from storage.tables.contributions import Contribution
from storage.tables.memory import Receipt
from storage.tables.results import Draft
from storage.tables.themes import Theme
from tests.conftest import NOON
from tests.integration.deploy.conftest import CITIZEN
from tests.integration.deploy.house import STARTS, STOPS, House, bus_of, house_in, telegram_of

pytestmark = pytest.mark.nats


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house with a bus, and a schema."""
    house = house_in(tmp_path)
    async with bus_of(house):
        await house.prepare()
        yield house


async def test_a_bot_under_load_stops_and_loses_no_update(house: House) -> None:
    async with AsyncExitStack() as stack:
        world = await stack.enter_async_context(telegram_of(house))
        clerk, bot = [await stack.enter_async_context(house.part(name)) for name in ("clerk", "citizen")]
        await clerk.until(200)
        await bot.until(200)
        citizens, people = world.bots[CITIZEN], [world.person(f"Citizen {number}") for number in range(50)]

        async def write() -> None:
            for turn in count():
                people[turn % len(people)].says(citizens, "/help")
                await asyncio.sleep(0.02)  # fifty updates a second

        writing = asyncio.create_task(write())
        async with asyncio.timeout(STARTS):
            while len(citizens.history) - len(citizens.updates) < 100:  # noqa: ASYNC110 - the look-alike's pace
                await asyncio.sleep(0.05)
        took = await bot.stops()
        writing.cancel()

        waiting = {update["message"]["message_id"] for update in citizens.updates}
        confirmed = [each["message"] for each in citizens.history if each["message"]["message_id"] not in waiting]
        answers = sum(len(person.shown(citizens)) for person in people)
    assert took < STOPS
    assert answers >= len(confirmed) > 0


async def test_the_clerk_in_a_flood_stops_and_goes_on_later(house: House) -> None:
    many = 5000
    async with instance(load(house.environ)) as parts:
        await parts.bus.publish_all(
            CitizenImported(event_id=uuid4(), city=parts.settings.city, occurred_at=NOON, citizen=uuid4())
            for _ in range(many)
        )
        async with house.part("clerk") as clerk, asyncio.timeout(STARTS):
            while not await rows(parts, Receipt):  # noqa: ASYNC110 - another process fills it
                await asyncio.sleep(0.01)
            took = await clerk.stops()
        worked = await rows(parts, Receipt)
        async with house.part("clerk") as clerk, asyncio.timeout(2 * STARTS):
            while await rows(parts, Receipt) < many:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.05)
            await clerk.stops()
    assert took < STOPS
    assert worked < many  # else it was not stopped in the middle of anything


async def rows(parts: Instance, table: type[SQLModel]) -> int:
    async with AsyncSession(parts.engine) as session:
        return (await session.exec(select(func.count()).select_from(table))).one()


async def test_the_notifier_stops_while_telegram_keeps_it_waiting_and_goes_on_later(house: House) -> None:
    async with AsyncExitStack() as stack:
        world = await stack.enter_async_context(telegram_of(house))
        parts = await stack.enter_async_context(instance(load(house.environ)))
        citizens, people = world.bots[CITIZEN], [world.person(f"Citizen {number}") for number in range(60)]
        for person in people:
            person.starts(citizens)
            reader = await parts.addresses.enter("citizen", person.person.id)
            told = {"person": reader, "audience": "citizen", "wording": "notice-admitted", "params": {"ref": "Q-1"}}
            base = {"event_id": uuid4(), "city": parts.settings.city, "occurred_at": NOON}
            await parts.bus.publish(NewsAddressed.model_validate({**base, **told}))
        for unlucky in people[:3]:
            world.faults.planned[f"sendmessage/{unlucky.person.id}"] = ["hang"]
        async with house.part("notifier") as notifier:
            await people[9].sees(citizens, "Q-1", seconds=STARTS)
            took = await notifier.stops()
        told_before = sum(bool(person.shown(citizens)) for person in people)
        async with house.part("notifier") as notifier:
            for person in people[3:]:
                await person.sees(citizens, "Q-1", seconds=STARTS)
            await notifier.stops()
    assert took < STOPS
    assert told_before < len(people)  # else it was not stopped in the middle of anything
    assert {len(person.shown(citizens)) for person in people[3:]} == {1}


async def test_the_cartographer_stops_in_the_middle_of_a_long_computation(house: House) -> None:
    async with instance(load(house.environ)) as parts:
        await fill(parts, 6000)
        async with house.part("cartographer") as cartographer:
            await cartographer.until(200)
            works = psutil.Process(cartographer.process.pid)
            begun = works.cpu_times().user
            async with asyncio.timeout(STARTS):
                while works.cpu_times().user < begun + 1.5:  # noqa: ASYNC110 - a processor tells nobody
                    await asyncio.sleep(0.05)
            assert await cartographer.says("/healthz") == (200, "ok")
            took = await cartographer.stops()
        assert await rows(parts, Draft) == 0  # else it had ended before
    assert took < LONGEST  # else it was cut off from outside its own loop, as whatever hangs


async def fill(parts: Instance, questions: int) -> None:
    """Put a theme into the database that takes most of a minute to compute."""
    words = "viande cantine ferme prix eau élevage menu enfant climat goût santé marché soja sol herbe lait".split()
    chance = Random(0)
    asked = [
        {
            "id": uuid4(), "reference": f"Q-{number}", "kind": "question", "theme": "t", "author": uuid4(),
            "text": f"{' '.join(chance.choices(words, k=14))} {number} ?", "language": "fr", "state": "admitted",
            "received_at": NOON, "origin": "import",
        }
        for number in range(questions)
    ]  # fmt: skip
    async with parts.engine.begin() as connection:
        await connection.execute(
            insert(Theme), [{"slug": "t", "title": "T", "phase": "collecting", "created_at": NOON}]
        )
        await connection.execute(insert(Contribution), asked)
