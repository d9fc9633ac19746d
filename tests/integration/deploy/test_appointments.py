"""The timekeeper beside the clerk on a real bus; what it did is in the record, and follows from it again."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from nats.aio.msg import Msg
from pydantic import TypeAdapter
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.moments import reminders
from deploy.reading import clerk_at_work, timekeeper_at_work
from deploy.record.replay import tables
from deploy.record.stored import rows_in
from deploy.wiring import Instance, instance, memory
from events.appointments import MomentCame
from events.base import Event, Outcome, fact_id
from events.bus import OUTCOMES
from events.sessions import SeatReleased, SeatRequested, SessionCancelled, SessionMoved
from events.themes import PhaseMoved, PhasePlanned, ThemeDrafted
from storage.read_models.appointments import due_appointments
from storage.read_models.themes import ThemeView, theme_of
from storage.tables.memory import Entry
from tests.conftest import Postgres
from tests.fakes import MEAT, NOON, Town, person
from tests.integration.deploy.conftest import Command

PARIS, HOUR, DAY = "Europe/Paris", timedelta(hours=1), timedelta(days=1)
TITLE = "La viande"

pytestmark = pytest.mark.nats

_outcomes = TypeAdapter(list[Outcome])


@pytest.fixture
async def on_postgresql(palabre: Command, postgres: Postgres) -> AsyncIterator[Command]:
    name = await postgres.create("template1")
    palabre.environ["PALABRE_DATABASE_URL"] = postgres.url(name)
    yield palabre
    await postgres.drop(name)


@pytest.fixture(params=["palabre", pytest.param("on_postgresql", marks=pytest.mark.postgres)], ids=["sqlite", "pg"])
def city(request: pytest.FixtureRequest) -> Command:
    """The command, with a database of either kind."""
    found: Command = request.getfixturevalue(request.param)
    return found


async def decide(parts: Instance, kind: type[Event], **fields: object) -> Outcome | None:
    key = fact_id(kind.kind, *fields.values())
    given = {"event_id": key, "city": parts.settings.city, "occurred_at": NOON, "by": None}
    return await parts.bus.decide(kind.model_validate({**given, **fields}))


async def test_a_theme_moves_by_the_clock_once_though_two_watch_it(city: Command) -> None:
    now, closed = NOON, asyncio.Event()

    async def hear(message: Msg) -> None:
        if any(outcome.code == "closing" for outcome in _outcomes.validate_json(message.data)):
            closed.set()

    async with instance(city.settings) as parts:
        await parts.client.subscribe(f"{OUTCOMES}.*", cb=hear)
        async with clerk_at_work(parts, lambda: now):
            await decide(parts, ThemeDrafted, title=TITLE, slug=MEAT)
            await decide(parts, PhaseMoved, theme=MEAT, phase="collecting")
            await decide(parts, PhasePlanned, theme=MEAT, phase="deliberating", at=NOON + DAY)
            assert await theme_of(parts.engine, MEAT) == ThemeView(
                MEAT, TITLE, "collecting", NOON + DAY, "deliberating"
            )
            now += DAY
            async with timekeeper_at_work(parts, lambda: now):  # a second one looks at once
                await asyncio.wait_for(closed.wait(), 20)
        assert await theme_of(parts.engine, MEAT) == ThemeView(MEAT, TITLE, "deliberating")
        async with AsyncSession(parts.engine) as session:
            came = (await session.exec(select(Entry.kind).where(Entry.kind == MomentCame.kind))).all()
        assert list(came) == [MomentCame.kind]


async def test_what_is_planned_for_soon_wakes_the_timekeeper(city: Command) -> None:
    closed = asyncio.Event()

    async def hear(message: Msg) -> None:
        if any(outcome.code == "closing" for outcome in _outcomes.validate_json(message.data)):
            closed.set()

    now = NOON
    async with instance(city.settings) as parts:
        await parts.client.subscribe(f"{OUTCOMES}.*", cb=hear)
        async with clerk_at_work(parts, lambda: now):
            await decide(parts, ThemeDrafted, title=TITLE, slug=MEAT)
            now += DAY
            await decide(parts, PhasePlanned, theme=MEAT, phase="collecting", at=NOON + HOUR)
            await asyncio.wait_for(closed.wait(), 5)  # the next look by itself would come after twenty seconds


async def eventful(town: Town) -> None:
    """Have something of everything happen, and something be left to come."""
    await town.theme()
    for n, starts_at in enumerate(NOON + timedelta(days=days) for days in (10, 12, 14)):
        debate = await town.debate(1, starts_at=starts_at, reminders=reminders(starts_at, PARIS, town.now))
        for name in ("ada", "ben", "carl"):
            await town.act(SeatRequested, session=debate, citizen=await town.join(name))
        await town.act(SeatReleased, session=debate, citizen=person("ada"))
        if n == 1:
            await town.act(SessionCancelled, by=None, session=debate)
        if n == 2:
            later = starts_at + DAY
            moments = reminders(later, PARIS, town.now)
            await town.act(SessionMoved, by=None, session=debate, starts_at=later, reminders=moments)
    await town.act(PhasePlanned, by=None, theme=MEAT, phase="deliberating", at=NOON + 5 * DAY)
    for day in range(9):
        town.now = NOON + day * DAY
        for appointment in await due_appointments(town.engine, town.now, 100):
            await town.apply(MomentCame.of(appointment, "clermont-ferrand", town.now))
    await town.act(PhasePlanned, by=None, theme=MEAT, phase="convening", at=NOON + 20 * DAY)


async def test_what_came_at_its_moment_follows_from_the_record(city: Command) -> None:
    async with memory(city.settings) as engine:
        town = Town(engine)
        await eventful(town)
        async with AsyncSession(engine) as session:
            before = {table.name: await rows_in(session, table) for table in tables()}
    assert {len(before[name]) > 0 for name in ("appointment", "seat", "session")} == {True}
    assert "notice-seat-expired" in {wording for _, wording in town.wordings()}

    verdict, again = await city("verify", "--json"), await city("replay")

    assert (verdict.code, again.code, again.out.splitlines()[-1].split("; ")[1]) == (
        0,
        0,
        "0 rows were otherwise before",
    )
    async with memory(city.settings) as engine, AsyncSession(engine) as session:
        assert {table.name: await rows_in(session, table) for table in tables()} == before
