"""The citizens' bot says what it is called; whoever prints links asks it, and does without until then."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from deploy.settings import load
from deploy.web import pages_served
from deploy.wiring import Instance, connection, instance
from events.naming import NatsName, say_name
from tests.fakes import Town
from tests.integration.deploy.conftest import MODERATOR, Command
from tests.integration.deploy.guarded import CITY, guarded
from tests.integration.deploy.house import STARTS, bus_of, house_in, telegram_of
from tests.integration.deploy.test_durability import free_port
from tests.integration.deploy.test_export import ADMITTED
from tests.integration.deploy.test_web import anywhere, page

pytestmark = pytest.mark.nats

__all__ = ["anywhere"]


@pytest.fixture
async def parts(palabre: Command) -> AsyncIterator[Instance]:
    async with instance(palabre.settings) as found:
        yield found


async def test_the_name_is_empty_until_it_is_said_and_kept_from_then_on(parts: Instance) -> None:
    name = NatsName(parts.client, parts.settings.city)
    assert await name() == ""
    await say_name(parts.client, parts.settings.city, "palabre_bot")
    assert await name() == "palabre_bot"
    await parts.client.close()
    assert await name() == "palabre_bot"


@pytest.mark.parametrize("said", ["", "x/../y", "a b", "<b>", "ä_bot", "x" * 33, "line\nbot"])
async def test_what_is_no_name_is_in_no_link(parts: Instance, said: str) -> None:
    await say_name(parts.client, parts.settings.city, said)
    assert await NatsName(parts.client, parts.settings.city)() == ""


async def test_pages_and_posters_are_printed_anew_once_the_name_is_known(anywhere: Command) -> None:
    await anywhere.bring_in(ADMITTED[:1], "--admit")
    async with instance(anywhere.settings) as parts, pages_served(parts) as port:
        before = await page(port, "/fr/la-viande/poster.html")
        await say_name(parts.client, parts.settings.city, "palabre_bot")
        assert "https://t.me/" not in before
        await page(port, "/fr/la-viande/", holding="https://t.me/palabre_bot?start=")
        await page(port, "/fr/la-viande/poster.html", holding="t.me/palabre_bot?start=")


async def test_the_citizens_bot_alone_can_say_its_name(tmp_path_factory: pytest.TempPathFactory) -> None:
    async with guarded(tmp_path_factory.mktemp("bus")) as bus:
        shown = {user: load(bus.shown_by(user)) for user in ("citizen-bot", "moderator-bot", "web")}
        async with (
            connection(shown["citizen-bot"]) as citizens,
            connection(shown["moderator-bot"]) as moderators,
            connection(shown["web"]) as web,
        ):
            await say_name(moderators, CITY, "somebody_elses_bot")
            assert await NatsName(web, CITY)() == ""
            await say_name(citizens, CITY, "palabre_bot")
            assert [await NatsName(each, CITY)() for each in (web, moderators)] == ["palabre_bot", "palabre_bot"]


async def test_moderators_bot_and_pages_lead_to_a_bot_whose_token_they_do_not_have(tmp_path: Path) -> None:
    house, port = house_in(tmp_path), free_port()
    without = {"PALABRE_CITIZEN_BOT_TOKEN": ""}
    nothing = {**without, "PALABRE_MODERATOR_BOT_TOKEN": "", "PALABRE_SECRET": "", "PALABRE_WEB_PORT": str(port)}
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(bus_of(house))
        world = await stack.enter_async_context(telegram_of(house))
        async with instance(load(house.environ)) as parts:
            await Town(parts.engine).theme()
        moderators = await stack.enter_async_context(house.part("moderator", **without))
        await stack.enter_async_context(house.part("web", **nothing))
        await moderators.until(200)
        eve = world.person("Eve")
        eve.starts(world.bots[MODERATOR])
        await eve.sees(world.bots[MODERATOR], "écrivez au bot des habitants", seconds=STARTS)

        await stack.enter_async_context(house.part("citizen"))
        await page(port, "/fr/la-viande/poster.html", holding="t.me/palabre_citizen_bot?start=theme", seconds=STARTS)
        eve.starts(world.bots[MODERATOR])
        await eve.sees(world.bots[MODERATOR], "écrivez à @palabre_citizen_bot", seconds=STARTS)
