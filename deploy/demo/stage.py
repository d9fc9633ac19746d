"""The stage of the demo: the look-alike in this process, and `palabre up` beside it as anybody would run it."""

import asyncio
import os
import secrets
import shutil
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bots.playground import Playground, playground
from bots.playground.accounts import BotAccount
from deploy.settings import PREFIX, Settings, SettingsError, load
from deploy.watching.presence import Present, who_is_here
from deploy.wiring import connection

MARK = ".palabre-demo"  # a folder that holds it was made by the demo, and may be made anew
START_SECONDS, STOP_SECONDS = 150.0, 12.0
BOT, MODERATION = "palabre_demo_bot", "palabre_demo_moderation_bot"


class StageError(RuntimeError):
    """The demo could not start; the message says why, in one line."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A running instance whose Telegram is the playground."""

    world: Playground
    settings: Settings
    citizens: BotAccount
    moderators: BotAccount


@asynccontextmanager
async def stage(home: Path, port: int) -> AsyncIterator[Stage]:
    """Raise the curtain: a fresh folder, the look-alike on `port` (0: any free one), the whole instance.

    Raises SettingsError for a folder that is somebody's, StageError when the instance does not start.
    """
    fresh(home)
    tokens = {"citizen": f"1001:{secrets.token_hex(16)}", "moderator": f"1002:{secrets.token_hex(16)}"}
    async with playground(port) as world:
        citizens = world.bot(tokens["citizen"], BOT)
        moderators = world.bot(tokens["moderator"], MODERATION)
        environ = environ_of(home, world.base_url, tokens)
        async with running_up(environ, home / "palabre.log") as process:
            await both_listen(process, (citizens, moderators), home / "palabre.log")
            settings = load(environ)
            await clerk_decides(process, settings, home / "palabre.log")
            yield Stage(world, settings, citizens, moderators)


def fresh(home: Path) -> None:
    """Make the demo's folder anew; a folder with anything else in it is left alone."""
    try:
        if home.exists() and any(home.iterdir()) and not (home / MARK).exists():
            raise SettingsError(f"{home} is not empty and not of an earlier demo: name another folder with --home")
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        (home / MARK).touch()
    except OSError as error:
        raise SettingsError(f"{home} cannot be written ({error.strerror}): name another folder with --home") from None


def environ_of(home: Path, api: str, tokens: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of the instance: nothing of an instance that this machine may have counts here."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    ours = {
        "HOME": str(home.resolve()),
        "TELEGRAM_API": api,
        "CITIZEN_BOT_TOKEN": tokens["citizen"],
        "MODERATOR_BOT_TOKEN": tokens["moderator"],
        "SECRET": secrets.token_hex(32),
        "WEB_PORT": str(free_port()),
        "LOG_LEVEL": "WARNING",
    }
    return {**others, **{PREFIX + name: value for name, value in ours.items()}}


def free_port() -> int:
    """Return a port of this machine that nobody listens on now."""
    with socket.socket() as trying:
        trying.bind(("127.0.0.1", 0))
        return int(trying.getsockname()[1])


@asynccontextmanager
async def running_up(environ: Mapping[str, str], log: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    with log.open("wb") as written:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "deploy.cli", "up", env=dict(environ), stdout=written, stderr=written
        )
    try:
        yield process
    finally:
        await _stopped(process)


async def _stopped(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()


async def both_listen(process: asyncio.subprocess.Process, bots: tuple[BotAccount, ...], log: Path) -> None:
    """Wait until both bots ask for updates."""
    async with waiting("the bots do not listen", log):
        while not all(bot.polling for bot in bots):
            _lives(process, log)
            await asyncio.sleep(0.05)


async def clerk_decides(process: asyncio.subprocess.Process, settings: Settings, log: Path) -> None:
    """Wait until somebody decides about what the bots are told: else the first answers would be that they must wait."""
    async with waiting("the clerk does not answer", log), connection(settings) as client:
        while Present("clerk", None) not in await who_is_here(client, settings.city):
            _lives(process, log)


@asynccontextmanager
async def waiting(what: str, log: Path) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(START_SECONDS):
            yield
    except TimeoutError:
        raise StageError(f"{what} after {START_SECONDS:.0f} s: see {log}") from None


def _lives(process: asyncio.subprocess.Process, log: Path) -> None:
    if process.returncode is not None:
        raise StageError(f"palabre up ended with code {process.returncode}: see {log}")
