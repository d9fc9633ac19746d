"""`palabre playground` in Telegram's place, the bots elsewhere: what the demo of containers runs."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from deploy.demo.stage import free_port

STARTS = 120.0
READY = "▸ the phones are ready"


@asynccontextmanager
async def running(*arguments: str, environ: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "deploy.cli", *arguments, env=environ, stdout=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), 10)


async def said_until(process: asyncio.subprocess.Process, word: str) -> list[str]:
    lines: list[str] = []
    assert process.stdout
    async with asyncio.timeout(STARTS):
        while not lines or word not in lines[-1]:
            line = await process.stdout.readline()
            assert line, lines
            lines.append(line.decode().strip())
    return lines


async def phones(port: int) -> tuple[list[str], list[str]]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/phones") as answer:
        found = await answer.json()
    return [each["name"] for each in found["people"]], found["bots"]


async def test_a_town_comes_to_life_once_for_bots_that_run_elsewhere(tmp_path: Path) -> None:
    port = free_port()
    environ = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PALABRE_")},
        "PALABRE_HOME": str(tmp_path),
        "PALABRE_TELEGRAM_API": f"http://127.0.0.1:{port}",
        "PALABRE_CITIZEN_BOT_TOKEN": "1001:demo",
        "PALABRE_MODERATOR_BOT_TOKEN": "1002:demo",
        "PALABRE_SECRET": "s" * 32,
        "PALABRE_WEB_PORT": "0",
        "PALABRE_LOG_LEVEL": "WARNING",
    }
    async with running("up", environ=environ):
        async with running("playground", "--port", str(port), environ=environ) as first:
            lines = await said_until(first, "opened the theme")
            people, bots = await phones(port)
        async with running("playground", "--port", str(port), environ=environ) as second:
            again = await said_until(second, READY)
            nobody, _ = await phones(port)
    assert lines[-1].startswith("▸ Awa and Blaise were invited")
    assert people == ["Awa", "Blaise"]
    assert bots == ["palabre_demo_bot", "palabre_demo_moderation_bot"]
    assert (again, nobody) == ([READY], [])
