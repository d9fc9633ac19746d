"""What stands on the administrator's pages works as it stands there: a shell does it, in the order of the page."""

import asyncio
import os
import re
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from bots.playground.server import Playground
from deploy.cli import main
from deploy.docs import ROOT
from tests.integration.deploy.conftest import CITIZEN, MODERATOR, Command
from tests.servers import free_ports

pytestmark = [pytest.mark.nats, pytest.mark.timeout(600)]

ADMINISTRATOR, UPGRADING = ROOT / "deploy" / "README.md", ROOT / "UPGRADING.md"
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "docs/decisions").glob("*.md"), ADMINISTRATOR]
)
BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<kind>sh|crontab)(?P<mark> \w+)?\n(?P<text>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
CALL = re.compile(r"(?<![\w/.-])(?:/\S+/bin/)?palabre (?P<name>[a-z]+(?:-[a-z]+)*)(?P<rest>[^|;&\n)`]*)")
FILE = re.compile(r"(?<![\w/~$.])(?:deploy|docs)/[\w./-]+")
MADE = {"deploy/.env"}  # by whoever follows the page
PATIENCE = 500.0  # seconds for a page: everything is started and stopped twice
TOO_LONG = -1
BEFORE_AN_UPGRADE = (
    "mkdir -p ~/palabre/backups; cd ~/palabre; palabre init --home ~/palabre/data; set -a; . ./palabre.env; set +a"
)


@dataclass(frozen=True, slots=True)
class Block:
    """Commands of a page; a `mark` names what is needed for them that no test has (docker, helm)."""

    mark: str
    text: str


def blocks(page: Path) -> list[Block]:
    found = BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [
        Block((each["mark"] or (each["kind"] if each["kind"] != "sh" else "")).strip(), each["text"]) for each in found
    ]


def commands(page: Path) -> str:
    return "\n".join(block.text for block in blocks(page) if not block.mark)


async def done_by_a_shell(command: Command, text: str) -> tuple[int, str]:
    """Run commands as somebody would type them; return how they ended, and all that was said."""
    folder = str(Path(sys.executable).parent)
    environ = {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "HOME": str(command.folder),
        "PALABRE_TELEGRAM_API": command.environ["PALABRE_TELEGRAM_API"],
        "PALABRE_CITIZEN_BOT_TOKEN": CITIZEN,
        "PALABRE_MODERATOR_BOT_TOKEN": MODERATOR,
        "PALABRE_WEB_PORT": "0",
    }
    log = command.folder / "said"
    with log.open("wb") as written:
        shell = await asyncio.create_subprocess_exec(
            "bash", "-euo", "pipefail", "-c", text, env=environ, stdout=written, stderr=written, start_new_session=True
        )
    try:
        async with asyncio.timeout(PATIENCE):
            code = await shell.wait()
    except TimeoutError:
        code = TOO_LONG
    finally:
        with_its_children(shell.pid)
    return code, log.read_text(encoding="utf-8")


def with_its_children(leader: int) -> None:
    """End whatever a page left running."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return


async def test_the_administrators_page_works_from_the_first_start_to_the_last_file(
    palabre: Command, telegram: Playground
) -> None:
    port = str(free_ports(1)[0])
    code, said = await done_by_a_shell(palabre, commands(ADMINISTRATOR).replace("8081", port))

    assert code == 0, said
    assert said.count("https://t.me/palabre_moderator_bot?start=") == 2  # of `init` and of `invite`
    assert re.search(r"palabre-reggio-emilia-\S+\.tar\.gz\.age is back: \d+ entries of the record", said)
    assert not (palabre.folder / "palabre").exists()


async def test_an_upgrade_works_as_it_is_described_and_so_does_the_way_back(
    palabre: Command, telegram: Playground
) -> None:
    code, said = await done_by_a_shell(palabre, f"{BEFORE_AN_UPGRADE}\n{commands(UPGRADING)}")

    assert code == 0, said
    assert said.count("everything is as it was recorded") == 2
    assert ".tar.gz.age is back" in said


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_and_file_of_a_page_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    unknown = [call[0].strip() for call in CALL.finditer(text) if not known(call["name"], call["rest"])]
    missing = [file for file in FILE.findall(text) if file not in MADE and not (ROOT / file).exists()]
    assert (unknown, missing) == ([], [])


def known(name: str, rest: str) -> bool:
    """Say whether `palabre` has a command with these options."""
    command = main.commands.get(name)
    if command is None:
        return False
    options = {option for each in command.params if isinstance(each, click.Option) for option in each.opts}
    return {word.partition("=")[0] for word in rest.split() if word.startswith("--")} <= {*options, "--help"}


def test_what_is_not_there_would_be_noticed() -> None:
    assert [known("backup", " x --keep 14"), known("backup", " --kep 14"), known("restor", "")] == [True, False, False]
