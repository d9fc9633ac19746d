"""The doctor names each trouble with its mend, and changes nothing."""

import pytest

from bots.playground.server import Playground
from tests.integration.deploy.conftest import Command
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
        "settings", "disk", "database", "schema", "durability of the database", "outbox", "bus",
        "durability of the bus", "topology", "clerk", "notifier", "dead letters", "citizen bot", "moderator bot",
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
