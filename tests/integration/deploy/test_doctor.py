"""The doctor names each trouble with its mend, and changes nothing."""

import asyncio
import json
from contextlib import AsyncExitStack
from datetime import timedelta

import aiohttp
import pytest

from bots.playground.server import Playground
from deploy.watching.doctor import examine
from deploy.watching.presence import answer as answer_the_roll
from deploy.wiring import connection, instance, now
from events import topology
from events.citizens import CitizenForgotten
from tests.fakes import NOON, Town
from tests.integration.deploy.conftest import CITIZEN, MODERATOR, Command
from tests.integration.deploy.test_dead import DRAFTED, bury

pytestmark = pytest.mark.nats


def mends(answer: dict[str, object]) -> dict[str, str]:
    checks = answer["checks"]
    assert isinstance(checks, list)
    return {check["name"]: check["mend"] for check in checks if not check["ok"]}


async def test_a_healthy_instance_has_nothing_to_mend(palabre: Command, telegram: Playground) -> None:
    await palabre("status")

    answer = await palabre("doctor", "--json")

    assert (answer.code, answer.json["ok"], mends(answer.json)) == (0, True, {})
    assert [check["name"] for check in answer.json["checks"]] == [
        "settings", "encryption", "disk", "database", "durability of the database", "schema", "outbox", "erasures",
        "bus", "durability of the bus", "room on the bus", "topology", "clerk", "notifier", "dead letters",
        "citizen bot", "webhook of the citizen bot", "updates of the citizen bot",
        "moderator bot", "webhook of the moderator bot", "updates of the moderator bot", "clocks",
    ]  # fmt: skip


async def test_where_nothing_is_yet_the_doctor_says_so_and_makes_nothing(palabre: Command) -> None:
    answer = await palabre("doctor", "--json")

    assert (answer.code, palabre.home.exists()) == (1, False)
    assert mends(answer.json) == {
        "settings": "put it in the environment, or its file's path in PALABRE_MODERATOR_BOT_TOKEN_FILE",
        "database": "run `palabre migrate`, or `palabre up`, which does it too",
        "bus": "run `palabre topology`, or `palabre up`, which does it too",
    }


async def test_each_trouble_has_a_mend(palabre: Command, telegram: Playground) -> None:
    await bury(palabre, DRAFTED)
    (palabre.home / "palabre.db").chmod(0o644)
    del telegram.bots[next(iter(telegram.bots))]

    answer = await palabre("doctor", "--json")

    assert (answer.code, mends(answer.json)) == (
        1,
        {
            "rights": f"chmod 600 {palabre.home / 'palabre.db'}",
            "dead letters": "see `palabre dead list`, then retry or drop each",
            "citizen bot": "Telegram does not know the bot's token: check the tokens that @BotFather gave you",
        },
    )


async def test_what_is_away_is_named_and_the_rest_is_looked_at(palabre: Command, telegram: Playground) -> None:
    answer = await palabre(
        "doctor",
        "--json",
        PALABRE_NATS_URL="nats://127.0.0.1:1",
        PALABRE_DATABASE_URL="postgresql+asyncpg://someone@127.0.0.1:1/palabre",
        PALABRE_TELEGRAM_API="http://127.0.0.1:1",
    )

    assert (answer.code, sorted(mends(answer.json))) == (1, ["bus", "citizen bot", "database", "moderator bot"])


async def test_a_refused_setting_is_a_finding(palabre: Command) -> None:
    answer = await palabre("doctor", PALABRE_FOO="1")

    refused = "MEND  settings: refused; PALABRE_FOO is not a setting of Palabre: "
    assert (answer.code, answer.out.startswith(refused), len(answer.out.splitlines())) == (1, True, 1)


async def test_clocks_that_differ_are_named(palabre: Command, telegram: Playground) -> None:
    await palabre("status")

    checks = {check.name: check for check in await examine(palabre.environ, lambda: now() - timedelta(seconds=5))}

    clocks = checks["clocks"]
    assert clocks.found.removeprefix("Telegram is ").removeprefix("the bus is ")[0] in "45"
    assert clocks.found.endswith(" s ahead of this machine")
    assert clocks.mend == "have every machine set its clock by the network (NTP)"


async def test_a_stream_that_is_nearly_full_is_named(palabre: Command, telegram: Playground) -> None:
    await bury(palabre, DRAFTED)
    async with connection(palabre.settings) as client:
        js = client.jetstream()
        dead = await js.stream_info(topology.DEAD)
        await js.update_stream(dead.config.evolve(max_bytes=dead.state.bytes + 1))

    answer = await palabre("doctor", "--json")

    assert mends(answer.json)["room on the bus"] == "let it store more (max_storage, max_bytes)"
    assert "the stream DEAD holds 0 of 0 MB" in answer.out


async def test_another_program_that_takes_a_bots_updates_is_found(palabre: Command, telegram: Playground) -> None:
    async def poll() -> None:
        async with aiohttp.ClientSession() as session:
            while True:
                async with session.post(f"{telegram.base_url}/bot{CITIZEN}/getUpdates", json={"timeout": 20}) as taken:
                    await taken.read()
                await asyncio.sleep(0.2)

    await palabre("status")
    poller = asyncio.create_task(poll())
    try:
        answer = await palabre("doctor", "--json")
    finally:
        poller.cancel()
        await asyncio.gather(poller, return_exceptions=True)

    assert mends(answer.json) == {
        "updates of the citizen bot": "stop that program, or have @BotFather make another token"
    }


async def test_two_of_our_own_bots_with_one_token_are_found(palabre: Command, telegram: Playground) -> None:
    async with AsyncExitStack() as stack:
        for _ in range(2):
            client = await stack.enter_async_context(connection(palabre.settings))
            await topology.apply(client.jetstream())
            await answer_the_roll(client, palabre.settings.city, "citizen bot", lambda: None)
        checks = {check.name: check for check in await examine(palabre.environ)}

    found = checks["updates of the citizen bot"]
    assert (found.found, found.mend) == ("2 take them with one token", "stop all but one")
    assert checks["citizen bot"].well


async def test_a_webhook_that_nobody_wants_is_found(palabre: Command, telegram: Playground) -> None:
    await palabre("status")
    telegram.bots[MODERATOR].webhook = {"url": "https://elsewhere.example.org/", "secret_token": "x"}

    answer = await palabre("doctor", "--json")

    assert mends(answer.json) == {
        "webhook of the moderator bot": (
            "set PALABRE_WEBHOOK_URL, or start the bot again: it removes what it does not want"
        )
    }


async def test_the_document_says_of_each_check_what_was_found_and_what_mends_it(palabre: Command) -> None:
    answer = await palabre("doctor", "--json", PALABRE_FOO="1")

    refused = "PALABRE_FOO is not a setting of Palabre: remove it or mend its name (see docs/settings.md)"
    assert json.loads(answer.out) == {
        "ok": False,
        "checks": [{"name": "settings", "found": "refused", "mend": refused, "ok": False}],
    }


async def test_an_erasure_that_takes_too_long_is_named(palabre: Command, telegram: Playground) -> None:
    await palabre("status")
    async with instance(palabre.settings) as parts:
        town = Town(parts.engine)
        await town.act(CitizenForgotten, citizen=await town.join("ada"))

    soon = {check.name: check for check in await examine(palabre.environ, lambda: NOON + timedelta(minutes=9))}
    late = {check.name: check for check in await examine(palabre.environ, lambda: NOON + timedelta(minutes=11))}

    assert (soon["erasures"].found, soon["erasures"].mend) == ("1 are not finished", None)
    assert late["erasures"].mend == "run `palabre up`; where it runs, the log of the clerk says what hinders it"


async def test_a_model_that_is_away_is_named(palabre: Command, telegram: Playground) -> None:
    await palabre("status")

    answer = await palabre("doctor", "--json", PALABRE_LLM_URL="http://127.0.0.1:1/v1", PALABRE_LLM_MODEL="m")

    away = "check PALABRE_LLM_URL; meanwhile summaries are made of citizens' own sentences alone"
    assert mends(answer.json) == {"model": away}
