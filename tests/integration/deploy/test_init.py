"""`palabre init`: what a stranger needs to begin, written once and never over anything."""

import asyncio
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bots.playground.server import Playground
from deploy.settings import Settings, load
from deploy.wiring import memory
from storage.tables.people import Invitation
from tests.integration.deploy.conftest import CITIZEN, MODERATOR, Command, new_command

pytestmark = pytest.mark.nats

HARD = "L'Aquila \"dell'$HOME\" `id` \\ 100 %"


@pytest.fixture
def stranger(palabre: Command) -> Command:
    """Whoever has set nothing yet but where the data are to lie."""
    del palabre.environ["PALABRE_SECRET"]
    return palabre


async def read_by_a_shell(file: Path) -> dict[str, str]:
    """Return what a shell has in its environment after reading the file as `palabre init` says."""
    line = f"set -a; . {file}; set +a; exec env -0"
    shell = await asyncio.create_subprocess_exec(
        "sh", "-c", line, env={"PATH": "/usr/bin:/bin"}, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await shell.communicate()
    pairs = (each.partition("=") for each in out.decode().split("\0") if each.startswith("PALABRE_"))
    return {name: value for name, _, value in pairs}


async def settings_in(file: Path) -> Settings:
    return load(await read_by_a_shell(file))


async def codes(settings: Settings) -> set[str]:
    async with memory(settings) as engine, AsyncSession(engine) as session:
        return {row.code_hash for row in (await session.exec(select(Invitation))).all()}


async def test_with_both_tokens_the_owner_has_a_link_and_up_can_start(stranger: Command, telegram: Playground) -> None:
    file = stranger.folder / "palabre.env"

    answer = await stranger("init", "--file", file, "--city-name", "Reggio Emilia")

    found = await settings_in(file)
    link = next(word for word in answer.out.split() if word.startswith("https://t.me/palabre_moderator_bot?start="))
    assert (answer.code, found.city, found.city_name, found.home) == (
        0,
        "reggio-emilia",
        "Reggio Emilia",
        stranger.home,
    )
    assert (found.need("citizen_bot_token"), found.need("moderator_bot_token")) == (CITIZEN, MODERATOR)
    assert [path.stat().st_mode & 0o777 for path in (file, stranger.folder / "palabre-backup.key")] == [0o600, 0o600]
    assert await codes(found) == {sha256(link.partition("start=")[2].encode()).hexdigest()}
    steps = [line for line in answer.out.splitlines() if line.startswith("  ")]
    assert steps == [
        f"  1. set -a; . {file}; set +a   # in every terminal",
        "  2. palabre up",
        "  3. Open the owner's link in Telegram",
    ]


async def test_two_instances_have_no_secret_in_common(stranger: Command) -> None:
    files = [stranger.folder / name for name in ("one.env", "two.env")]
    for file in files:
        assert (await stranger("init", "--file", file)).code == 0

    first, second = [await read_by_a_shell(file) for file in files]

    same = {name for name in first if first[name] == second[name]}
    assert first.keys() - same == {"PALABRE_SECRET", "PALABRE_WEBHOOK_SECRET", "PALABRE_BACKUP_RECIPIENT"}


async def test_without_tokens_it_says_where_they_belong_and_nothing_starts_before(stranger: Command) -> None:
    file = stranger.folder / "palabre.env"

    answer = await stranger("init", "--file", file)
    stranger.environ |= await read_by_a_shell(file)
    up, doctor = await stranger("up"), await stranger("doctor")

    assert [line for line in answer.out.splitlines() if line.startswith("  ")] == [
        f"  1. Make two bots with @BotFather and put their tokens into {file}",
        f"  2. set -a; . {file}; set +a   # in every terminal",
        "  3. palabre up, and in a second terminal palabre invite --role owner",
    ]
    why = "PALABRE_CITIZEN_BOT_TOKEN: is no bot's token: copy what @BotFather gave you, such as 123456:ABC-DEF"
    assert (up.slip, up.err) == ((2, "", 1), f"palabre: {why}\n")
    assert (doctor.code, doctor.out) == (1, f"MEND  settings: refused; {why}\n")
    assert not stranger.home.exists()


async def test_nothing_is_overwritten(stranger: Command) -> None:
    file = stranger.folder / "palabre.env"
    await stranger("init", "--file", file)
    before = {path.name: path.read_bytes() for path in stranger.folder.iterdir()}

    again = await stranger("init", "--file", file)
    file.unlink()
    key = await stranger("init", "--file", file)

    assert (again.slip, key.slip) == ((2, "", 1), (2, "", 1))
    assert {path.name: path.read_bytes() for path in stranger.folder.iterdir()} == {
        name: content for name, content in before.items() if name != "palabre.env"
    }


async def test_where_an_instance_is_its_secret_is_kept(palabre: Command) -> None:
    await palabre("migrate")

    answer = await palabre("init", "--file", palabre.folder / "palabre.env")

    assert (answer.slip, "there is an instance in" in answer.err) == ((2, "", 1), True)
    assert not (palabre.folder / "palabre.env").exists()


@pytest.mark.parametrize("world", ["away", "a stranger"])
async def test_without_telegram_the_next_step_is_said(stranger: Command, telegram: Playground, world: str) -> None:
    if world == "away":
        stranger.environ["PALABRE_TELEGRAM_API"] = "http://127.0.0.1:1"
    else:
        telegram.bots.clear()

    answer = await stranger("init", "--file", stranger.folder / "palabre.env")

    why = {"away": "Telegram cannot be reached", "a stranger": "Telegram does not know the bot's token"}[world]
    assert (answer.code, f"No link for the owner yet: {why}" in answer.out) == (0, True)
    assert answer.out.splitlines()[-1] == "  3. In a second terminal: palabre invite --role owner"


async def test_names_are_read_as_they_were_given(stranger: Command) -> None:
    file = stranger.folder / "palabre.env"
    await stranger("init", "--file", file, "--city-name", HARD, "--city", "l-aquila")

    found = await read_by_a_shell(file)

    assert (found["PALABRE_CITY_NAME"], found["PALABRE_CITY"]) == (HARD, "l-aquila")


async def test_a_name_without_a_letter_of_ours_needs_a_short_one(stranger: Command) -> None:
    file = stranger.folder / "palabre.env"

    refused = await stranger("init", "--file", file, "--city-name", "上海")
    made = await stranger("init", "--file", file, "--city-name", "上海", "--city", "shanghai")

    assert (refused.slip, "add --city" in refused.err, made.code) == ((2, "", 1), True, 0)


async def test_who_forgot_to_read_the_file_is_told_so(
    stranger: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    await stranger("init")

    answer = await stranger("up")

    assert answer.err.endswith("; or read palabre.env, which is here: set -a; . ./palabre.env; set +a\n")


async def test_a_backup_of_it_comes_back_with_its_key_and_with_no_other(
    stranger: Command, telegram: Playground
) -> None:
    file = stranger.folder / "palabre.env"
    await stranger("init", "--file", file)
    stranger.environ |= await read_by_a_shell(file)
    backups = stranger.folder / "backups"
    backups.mkdir()
    assert (await stranger("backup", backups)).code == 0
    [sealed] = backups.glob("*.age")
    elsewhere = new_command(stranger.folder / "elsewhere")
    elsewhere.folder.mkdir()
    elsewhere.environ |= await read_by_a_shell(file) | {"PALABRE_HOME": str(elsewhere.folder / "home")}
    other = shutil.copy(stranger.folder / "palabre-backup.key", stranger.folder / "other.key")
    await stranger("init", "--file", stranger.folder / "other.env", "--home", stranger.folder / "other")

    wrong = await elsewhere("restore", sealed, "--identity", stranger.folder / "other-backup.key")
    home = elsewhere.home.exists()
    right = await elsewhere("restore", sealed, "--identity", other)

    assert (wrong.slip, "this key does not open" in wrong.err, home) == ((2, "", 1), True, False)
    assert (right.code, await codes(elsewhere.settings)) == (0, await codes(stranger.settings))
