"""The main story with every part under its own user of bus and database: nobody lacks a right, and the upkeep works."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from nats.js.api import ConsumerConfig
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bots.playground import Phone
from deploy.demo.stage import Stage
from deploy.settings import load
from deploy.wiring import connection
from events import topology
from events.bus import BusRefusedError
from events.citizens import CitizenJoined
from storage.engine import open_engine
from tests.conftest import Postgres
from tests.e2e.test_main_story import (
    OPINIONS,
    THEME,
    TITLE,
    citizens_of,
    is_invited,
    is_published,
    queue_is_emptied,
    supports_two,
    takes_part,
    taps,
    together,
    votes_on_everything,
    writes,
)
from tests.fakes import NOON, person
from tests.integration.deploy.conftest import CITIZEN, MODERATOR, Command
from tests.integration.deploy.guarded import CITY, Guarded, guarded
from tests.integration.deploy.house import House, Part, house_in, telegram_of

pytestmark = [pytest.mark.nats, pytest.mark.postgres, pytest.mark.timeout(400)]

USERS = {"clerk": "clerk", "cartographer": "cartographer", "citizen": "citizen-bot", "moderator": "moderator-bot"}
USERS |= {"notifier": "notifier", "web": "web"}


@dataclass
class Town:
    """All parts at work, each with its own key."""

    house: House
    bus: Guarded
    stage: Stage
    parts: dict[str, Part]

    def as_user(self, user: str) -> Command:
        """Return the command with the key and the address of those who keep the instance, or administer it."""
        return Command(self.house.folder, self.house.environ | shown_by(self.bus, self.house, user))

    def complaints(self) -> list[str]:
        lines = [line for part in self.parts.values() for line in part.lines("")]
        return [line for line in lines if "does not allow" in line or "permission" in line or "Traceback" in line]


def shown_by(bus: Guarded, house: House, user: str) -> dict[str, str]:
    """Return how a part is pointed at bus and database; an administrator is their owner."""
    if user == "admin":
        return bus.shown_by(user)
    address = str(house.folder / "roles" / f"{user}.url")
    return bus.shown_by(user) | {"PALABRE_DATABASE_URL": "", "PALABRE_DATABASE_URL_FILE": address}


@pytest.fixture
async def town(tmp_path: Path, postgres: Postgres) -> AsyncIterator[Town]:
    (tmp_path / "bus").mkdir()
    async with AsyncExitStack() as stack:
        bus = await stack.enter_async_context(guarded(tmp_path / "bus"))
        await stack.enter_async_context(postgres.durable())
        house = house_in(tmp_path)
        database = postgres.url(await postgres.create(template="template1"))
        house.environ["PALABRE_DATABASE_URL"] = database
        world = await stack.enter_async_context(telegram_of(house))
        admin = Command(tmp_path, house.environ | bus.shown_by("admin"))
        for command in (("topology",), ("migrate", "--roles", str(tmp_path / "roles"))):
            answer = await admin.apart(*command)
            assert answer.code == 0, answer
        parts = {}
        for name, user in USERS.items():
            parts[name] = await stack.enter_async_context(house.part(name, **shown_by(bus, house, user)))
        settings = load(house.environ | shown_by(bus, house, "upkeep"))
        yield Town(house, bus, Stage(world, settings, world.bots[CITIZEN], world.bots[MODERATOR]), parts)


async def test_the_story_is_told_with_as_little_as_each_part_may(town: Town) -> None:
    await asyncio.gather(*(part.until(200) for part in town.parts.values()))
    running = town.stage
    owner, second = await is_invited(running, "Awa", "owner"), await is_invited(running, "Blaise", "moderator")
    await writes(running.moderators, owner, f"/newtheme {TITLE}", THEME)
    await writes(running.moderators, owner, f"/phase {THEME} collecting", TITLE)
    citizens = citizens_of(running)[:4]
    await together(takes_part, running, citizens)
    for citizen, opinion in zip(citizens, OPINIONS, strict=True):
        await writes(running.citizens, citizen.phone, f"/opinion {opinion}", "O-", "reçu")
    await queue_is_emptied(running, second)
    await together(votes_on_everything, running, citizens)
    await together(supports_two, running, citizens)
    await writes(running.moderators, owner, f"/phase {THEME} deliberating", TITLE)
    await is_published(running, owner, second, "agenda", "l’ordre du jour")
    await citizens[0].phone.sees(running.citizens, "ordre du jour", TITLE, seconds=40)
    await is_forgotten(town, citizens[0].phone)
    await is_kept(town)
    assert town.complaints() == []


async def is_forgotten(town: Town, phone: Phone) -> None:
    """Be erased, and wait until streams and files are clean too."""
    bot = town.stage.citizens
    card = await writes(bot, phone, "/forget", "")
    await taps(bot, phone, "Oui", card, "")
    engine = open_engine(town.house.environ["PALABRE_DATABASE_URL"])
    async with asyncio.timeout(120):
        while not await erased(engine):  # noqa: ASYNC110 - a sweeper tells nobody
            await asyncio.sleep(0.5)
    await engine.dispose()


async def erased(engine: AsyncEngine) -> bool:
    async with engine.connect() as connection:
        return bool((await connection.execute(text("SELECT count(*) FROM erasure WHERE done"))).scalar_one())


async def is_kept(town: Town) -> None:
    """Do what the keeper of an instance does beside it, then what an administrator does without it."""
    keeper, admin, copy = town.as_user("upkeep"), town.as_user("admin"), town.house.folder / "copy.tar.gz"
    rows = town.house.folder / "rows.csv"
    rows.write_text(
        "kind,id,author,text\nquestion,1,ada,Qui arrose les jardins pendant les vacances ?\n", encoding="utf-8"
    )
    for command in (
        ("import", rows, "--theme", "les-velos", "--create-theme", "Les vélos"),
        ("export", THEME, "--to", town.house.folder / "open"),
        ("status", "--json"),
        ("agenda", THEME, "--compute"),
        ("dead", "list"),
        ("verify",),
        ("replay",),
        ("backup", copy),
    ):
        answer = await (town.as_user("backup") if command[0] == "backup" else keeper).apart(*command)
        assert answer.code == 0, (command, answer)
    doctor = await keeper.apart("doctor")
    assert [line for line in doctor.out.splitlines() if line.startswith("MEND")] == [], doctor
    await asyncio.gather(*(part.stops() for part in town.parts.values()))
    for arguments in (["topology"], ["topology", "--from-record"], ["restore", "--force", copy]):
        answer = await admin.apart(*arguments)
        assert answer.code == 0, (arguments, answer)
    again = await keeper.apart("status", "--json")  # the roles have their rights on the tables that were made anew
    assert again.json["contributions"]["received"] == 9, again


async def test_what_a_part_may_not_do_is_told_at_once_with_part_and_subject(tmp_path: Path) -> None:
    joined = CitizenJoined(event_id=person(1), city=CITY, occurred_at=NOON, citizen=person(2), language="fr")
    async with guarded(tmp_path) as bus:
        async with connection(load(bus.shown_by("admin"))) as admin:
            await topology.apply(admin.jetstream())
        async with connection(load(bus.shown_by("moderator-bot"))) as client:
            js = client.jetstream(timeout=30)
            async with asyncio.timeout(5):
                with pytest.raises(BusRefusedError) as told:
                    await js.publish(joined.subject, b"{}")
                with pytest.raises(BusRefusedError) as emptied:
                    await js.purge_stream(topology.FACTS)
                with pytest.raises(BusRefusedError) as read:
                    await js.add_consumer(topology.FACTS, ConsumerConfig(name="mine"))
    assert [str(each.value) for each in (told, emptied, read)] == [
        f"the bus does not allow moderator-bot to publish palabre.{CITY}.citizen.joined",
        "the bus does not allow moderator-bot to publish $JS.API.STREAM.PURGE.FACTS",
        "the bus does not allow moderator-bot to publish $JS.API.CONSUMER.CREATE.FACTS.mine",
    ]


async def test_whoever_shows_another_key_is_told_which_setting_it_is(tmp_path: Path) -> None:
    (tmp_path / "bus").mkdir()
    (tmp_path / "other").mkdir()
    async with guarded(tmp_path / "bus") as bus, guarded(tmp_path / "other") as other:
        creds = {"PALABRE_NATS_CREDS": other.shown_by("clerk")["PALABRE_NATS_CREDS"]}
        with pytest.raises(ConnectionError, match=r"Authorization Violation.*: check PALABRE_NATS_CREDS$"):
            async with connection(load(bus.shown_by("clerk") | creds), patience=1):
                pass
