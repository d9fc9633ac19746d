"""A house for parts as processes of their own, in which nothing need be there yet."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from bots.playground.server import Playground, playground
from deploy.settings import PREFIX, load
from deploy.wiring import instance
from tests.integration.deploy.conftest import CITIZEN, MODERATOR
from tests.integration.deploy.test_durability import free_port, nats_server

PARTS = {
    "clerk": ("worker", "clerk"),
    "cartographer": ("worker", "cartographer"),
    "citizen": ("bot", "citizen"),
    "moderator": ("bot", "moderator"),
    "notifier": ("notifier",),
}
UP = {"up": ("up",)}
WEB = {"web": ("web",)}
STARTS, STOPS = 120.0, 10.0  # seconds; to start takes one or two, or a minute beside much else


@dataclass
class Part:
    """A part at work, asked from outside."""

    process: asyncio.subprocess.Process
    port: int
    log: Path

    async def says(self, address: str) -> tuple[int, str]:
        """Return what it answers; (0, "") while nothing listens."""
        try:
            async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{self.port}{address}") as got:
                return got.status, (await got.text()).strip()
        except aiohttp.ClientConnectionError:
            return 0, ""

    async def until(self, status: int, *fragments: str, seconds: float = STARTS) -> None:
        """Wait until /readyz answers so."""
        found: tuple[int, str] = (0, "")
        try:
            async with asyncio.timeout(seconds):
                while found[0] != status or not all(each in found[1] for each in fragments):
                    assert self.process.returncode is None, self.log.read_text(encoding="utf-8")
                    found = await self.says("/readyz")
                    await asyncio.sleep(0.05)
        except TimeoutError:
            pytest.fail(f"/readyz says {found}\n{self.log.read_text(encoding='utf-8')}")

    async def stops(self, seconds: float = STOPS) -> float:
        """Tell it to stop; return how long it took. Its exit code must be 0."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        code = await asyncio.wait_for(self.process.wait(), seconds)
        assert code == 0, self.log.read_text(encoding="utf-8")
        return time.monotonic() - began

    def lines(self, fragment: str) -> list[str]:
        return [line for line in self.log.read_text(encoding="utf-8").splitlines() if fragment in line]


@dataclass
class House:
    """What parts are pointed at; nothing of it need be there."""

    folder: Path
    environ: dict[str, str]

    @asynccontextmanager
    async def part(self, name: str, **more: str) -> AsyncIterator[Part]:
        port, log = free_port(), self.folder / f"{name}.log"
        others = {key: value for key, value in os.environ.items() if not key.startswith(PREFIX)}
        environ = others | self.environ | {"PALABRE_HEALTH_PORT": str(port)} | more
        with log.open("wb") as written:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "deploy.cli",
                *(PARTS | UP | WEB)[name],
                env=environ,
                stdout=written,
                stderr=written,
            )
        try:
            yield Part(process, port, log)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()

    async def prepare(self) -> None:
        """Make schema, streams and consumers."""
        async with instance(load(self.environ)):
            pass


def house_in(tmp_path: Path) -> House:
    """Return a house whose bus and Telegram are expected at free ports."""
    return House(
        tmp_path,
        {
            "PALABRE_HOME": str(tmp_path / "home"),
            "PALABRE_SECRET": "a secret of sixteen",
            "PALABRE_NATS_URL": f"nats://user:not-to-be-told@127.0.0.1:{free_port()}",
            "PALABRE_TELEGRAM_API": f"http://127.0.0.1:{free_port()}",
            "PALABRE_WEB_PORT": "0",
            "PALABRE_CITIZEN_BOT_TOKEN": CITIZEN,
            "PALABRE_MODERATOR_BOT_TOKEN": MODERATOR,
        },
    )


@asynccontextmanager
async def telegram_of(house: House) -> AsyncIterator[Playground]:
    """Run the look-alike where the house expects Telegram."""
    async with playground(int(house.environ["PALABRE_TELEGRAM_API"].rpartition(":")[2])) as world:
        world.bot(CITIZEN, "palabre_citizen_bot")
        world.bot(MODERATOR, "palabre_moderator_bot")
        yield world


@asynccontextmanager
async def bus_of(house: House) -> AsyncIterator[None]:
    """Run a server where the house expects the bus."""
    port = int(house.environ["PALABRE_NATS_URL"].rpartition(":")[2])
    async with nats_server(house.folder, "bus", port, jetstream={"sync_interval": "always"}):
        yield
