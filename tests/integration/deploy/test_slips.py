"""A person's slip, or a world that is away, is one clear line and an exit code; nothing is left by halves."""

import socket
from pathlib import Path

import pytest

from bots.playground.server import Playground
from tests.integration.deploy.conftest import Command

NOBODY = "127.0.0.1:1"  # nothing listens there


async def test_an_unknown_setting(palabre: Command) -> None:
    answer = await palabre.apart("status", PALABRE_FOO="1")

    assert (answer.slip, "PALABRE_FOO is not a setting" in answer.err) == ((2, "", 1), True)


async def test_a_bad_value(palabre: Command) -> None:
    answer = await palabre("up", PALABRE_HEALTH_PORT="high")

    assert (answer.slip, "PALABRE_HEALTH_PORT: " in answer.err) == ((2, "", 1), True)


async def test_a_bus_that_is_away(palabre: Command) -> None:
    answer = await palabre("status", PALABRE_NATS_URL=f"nats://{NOBODY}")

    assert answer.slip == (1, "", 1)
    assert answer.err == (
        "palabre: the bus cannot be reached ([Errno 111] Connection refused): check PALABRE_NATS_URL\n"
    )


async def test_a_database_that_is_away(palabre: Command) -> None:
    answer = await palabre("agenda", "la-viande", PALABRE_DATABASE_URL=f"postgresql+asyncpg://someone@{NOBODY}/palabre")

    assert (answer.slip, "check PALABRE_DATABASE_URL" in answer.err) == ((1, "", 1), True)


async def test_a_file_that_is_no_database(palabre: Command) -> None:
    palabre.home.mkdir()
    (palabre.home / "palabre.db").write_text("no database" * 100, encoding="utf-8")

    answer = await palabre("status")

    assert (answer.slip, "the database cannot be reached" in answer.err) == ((1, "", 1), True)


@pytest.mark.parametrize("command", [("status",), ("topology",)])
async def test_a_home_that_is_a_file(palabre: Command, command: tuple[str, ...]) -> None:
    palabre.home.write_text("a file", encoding="utf-8")

    answer = await palabre(*command)

    assert (answer.slip, "PALABRE_HOME" in answer.err) == ((1, "", 1), True)
    assert palabre.home.read_text(encoding="utf-8") == "a file"


async def test_a_home_that_cannot_be_written(palabre: Command) -> None:
    answer = await palabre("status", PALABRE_HOME="/proc/palabre")  # not even by root

    assert (answer.slip, "set PALABRE_HOME" in answer.err) == ((1, "", 1), True)


async def test_a_port_that_is_taken(palabre: Command) -> None:
    await palabre("migrate")
    await palabre("topology")
    with socket.create_server(("", 0)) as taken:
        port = taken.getsockname()[1]
        answer = await palabre.apart("worker", "all", PALABRE_HEALTH_PORT=str(port), PALABRE_LOG_LEVEL="ERROR")

    assert answer.slip == (1, "", 1)
    assert answer.err == (
        f"palabre: port {port} cannot be listened on (Address already in use): set PALABRE_HEALTH_PORT to another\n"
    )


async def test_a_token_that_is_none(palabre: Command) -> None:
    answer = await palabre("bot", "citizen", PALABRE_CITIZEN_BOT_TOKEN="token-of-mine")

    assert (answer.slip, "token-of-mine" in answer.err) == ((2, "", 1), False)


async def test_a_token_that_telegram_does_not_know(palabre: Command, telegram: Playground) -> None:
    telegram.bots.clear()

    answer = await palabre("invite", "--role", "owner")

    assert answer.slip == (2, "", 1)
    assert answer.err == (
        "palabre: Telegram does not know the bot's token: check the tokens that @BotFather gave you\n"
    )
    assert not palabre.home.exists()


async def test_a_bot_whose_token_telegram_does_not_know(palabre: Command, telegram: Playground) -> None:
    await palabre("migrate")
    await palabre("topology")
    telegram.bots.clear()

    answer = await palabre.apart("bot", "citizen", PALABRE_LOG_LEVEL="ERROR")

    assert (answer.slip, "does not know the bot's token" in answer.err) == ((2, "", 1), True)


async def test_a_missing_secret(palabre: Command) -> None:
    rows = ["question,q1,anna,Pourquoi tant de viande ?,,,,"]
    answer = await palabre("import", palabre.file(rows), "--theme", "la-viande", PALABRE_SECRET=None)

    assert (answer.slip, "PALABRE_SECRET is not set" in answer.err) == ((2, "", 1), True)
    assert not palabre.home.exists()


@pytest.mark.parametrize("command", [("agenda", "nope"), ("summary", "nope", "--json"), ("map", "nope", "--compute")])
async def test_a_theme_that_does_not_exist(palabre: Command, command: tuple[str, ...]) -> None:
    answer = await palabre(*command)

    assert answer.slip == (2, "", 1)
    assert answer.err == 'palabre: there is no theme "nope"; there are: none yet\n'


async def test_an_export_of_a_theme_that_does_not_exist(palabre: Command, tmp_path: Path) -> None:
    answer = await palabre("export", "nope", "--to", tmp_path / "open")

    assert (answer.slip, sorted(path.name for path in tmp_path.iterdir())) == ((2, "", 1), ["home"])


async def test_an_import_into_a_theme_that_does_not_exist(palabre: Command) -> None:
    rows = ["question,q1,anna,Pourquoi tant de viande ?,,,,"]
    answer = await palabre("import", palabre.file(rows), "--theme", "nope")

    assert (answer.slip, 'there is no theme "nope": add --create-theme' in answer.err) == ((2, "", 1), True)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "is empty"), (b"\x7fELF\x00\xff\n", "lacks the column")],
)
async def test_a_file_with_nothing_to_import(palabre: Command, tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "file.csv").write_bytes(content)

    answer = await palabre("import", tmp_path / "file.csv", "--theme", "la-viande", "--create-theme", "La viande")

    assert (answer.slip, says in answer.err) == ((2, "", 1), True)
    assert (await palabre("status", "--json")).json["themes"] == {}


async def test_a_file_that_is_not_there(palabre: Command, tmp_path: Path) -> None:
    answer = await palabre("import", tmp_path / "none.csv", "--theme", "la-viande")

    assert (answer.slip, palabre.home.exists()) == ((2, "", 1), False)


async def test_a_theme_with_an_impossible_name(palabre: Command) -> None:
    rows = ["question,q1,anna,Pourquoi tant de viande ?,,,,"]
    answer = await palabre("import", palabre.file(rows), "--theme", "La Viande", "--create-theme", "La viande")

    assert (answer.slip, "--theme is made of" in answer.err) == ((2, "", 1), True)


@pytest.mark.parametrize("command", ["show", "retry", "drop"])
async def test_a_dead_letter_that_is_not_there(palabre: Command, command: str) -> None:
    answer = await palabre("dead", command, "7")

    assert answer.slip == (2, "", 1)
    assert answer.err == "palabre: there is no dead letter 7: see `palabre dead list`\n"
