"""`palabre health`, as a container's health check asks it."""

import asyncio
import re
import sys
from pathlib import Path

import aiohttp
import pytest

from deploy.backups.daily import daily
from deploy.demo.stage import free_port
from deploy.settings import load
from deploy.watching.health import Outside, health

AWAY = Outside("Telegram cannot be reached: check the network")


async def asked(port: int | str) -> tuple[int | None, str]:
    """Run the command; return its exit code and what it said."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "deploy.cli", "health",
        env={"PALABRE_HEALTH_PORT": str(port)},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await process.communicate()
    return process.returncode, said.decode().strip()


@pytest.mark.parametrize(
    ("trouble", "answer"),
    [
        (None, (0, "ready")),
        ("the bus cannot be reached", (1, "not ready: the bus cannot be reached")),
        (AWAY, (0, "degraded: Telegram cannot be reached: check the network")),
    ],
)
async def test_a_part_is_as_well_as_it_says(trouble: str | None, answer: tuple[int, str]) -> None:
    port = free_port()
    async with health(port, lambda: trouble):
        assert await asked(port) == answer


async def test_where_nothing_answers_nothing_is_well() -> None:
    port = free_port()
    assert await asked(port) == (1, f"nothing answers on port {port} (Connection refused)")


async def test_without_a_port_it_says_what_is_missing() -> None:
    assert await asked("") == (
        2,
        "palabre: PALABRE_HEALTH_PORT is not set: give the part and this command the same",
    )


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (["--version"], (0, "ready")),
        (["summary", "none"], (1, "not ready: `palabre summary` ended with code 2: its log says why")),
    ],
)
async def test_what_runs_once_a_day_says_how_it_went(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], answer: tuple[int, str]
) -> None:
    monkeypatch.setenv("PALABRE_HOME", str(tmp_path))
    port = free_port()
    settings = load({"PALABRE_HOME": str(tmp_path), "PALABRE_HEALTH_PORT": str(port)})
    running = asyncio.create_task(daily(settings, command))
    async with asyncio.timeout(60):
        while await asked(port) != answer:
            assert not running.done()
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as shown:
        [when] = re.findall(r"^palabre_\w+_last_success_timestamp_seconds (.*)$", await shown.text(), re.MULTILINE)
    assert (float(when) > 0) == (answer[0] == 0)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
