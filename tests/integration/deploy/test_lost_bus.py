"""A bus that goes while a command is at work ends the command in one line."""

import asyncio
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from deploy.bus.embedded import nats_at
from deploy.imports import importing
from deploy.imports.importing import Report
from deploy.settings import load
from deploy.terminal import FAILED, Slip, run
from deploy.wiring import AwayError, connection, instance
from tests.integration.deploy.conftest import HEADER
from tests.servers import Server, server

pytestmark = pytest.mark.nats


async def told_too_late(folder: Path) -> None:
    """Ask a bus that has just stopped, while words are still on their way to it."""
    async with AsyncExitStack() as bus:
        address = await bus.enter_async_context(nats_at(folder / "bus"))
        async with instance(load({"PALABRE_HOME": str(folder), "PALABRE_NATS_URL": address})) as parts:
            await bus.aclose()
            for _ in range(100):
                await parts.client.publish("palabre", b"word" * 100)
            await parts.client.request("palabre", timeout=0.1)


def test_a_command_whose_bus_went_ends_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(Slip) as ended:
        run(told_too_late(tmp_path))
    assert (ended.value.exit_code, ended.value.message) == (
        FAILED,
        "the bus failed (nats: timeout): see `palabre doctor`",
    )


async def bring_in(found: Server, folder: Path, on_progress: Callable[[str], None], patience: float) -> Report:
    """Import a question through a server, to which something happens on the way."""
    settings = load(
        {"PALABRE_HOME": str(folder), "PALABRE_NATS_URL": found.address, "PALABRE_SECRET": "a secret of sixteen"}
    )
    file = folder / "rows.csv"
    file.write_text(f"{HEADER}\nquestion,1,ada,Pourquoi de la viande chaque jour ?,fr,,,2026-11-22T12:00:00Z\n")
    async with instance(settings) as parts:
        return await importing.bring_in(
            parts,
            file,
            "la-viande",
            form="palabre",
            admit=True,
            create="La viande",
            progress=lambda label, _done, _all: on_progress(label),
            patience=patience,
        )


async def test_an_import_says_that_its_bus_is_away_and_gives_up_in_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with server(tmp_path) as found:
        began = time.monotonic()
        with pytest.raises(AwayError) as ended:
            await bring_in(found, tmp_path, lambda _label: found.process.kill(), patience=1)
    assert str(ended.value) == "the bus is away: start it and run this again, it goes on where it was"
    assert caplog.messages.count(importing.LOST_LINE) == 1
    assert time.monotonic() - began < 15


async def test_an_import_goes_on_when_its_bus_is_back(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with AsyncExitStack() as buses:
        first = await buses.enter_async_context(server(tmp_path))
        port, away = int(first.address.rsplit(":", 1)[1]), asyncio.Event()

        def lose(label: str) -> None:
            if label == "people" and not away.is_set():
                first.process.kill()
                away.set()

        importing_ = asyncio.create_task(bring_in(first, tmp_path, lose, patience=60))
        await asyncio.wait_for(away.wait(), 20)
        await first.process.wait()
        await buses.enter_async_context(server(tmp_path, port=port))
        report = await asyncio.wait_for(importing_, 30)
    assert report == Report(contributions=1, ballots=0, known=0, faults=())


async def test_a_connection_is_left_quietly_when_the_bus_went_first(tmp_path: Path) -> None:
    async with AsyncExitStack() as bus:
        address = await bus.enter_async_context(nats_at(tmp_path / "bus"))
        async with connection(load({"PALABRE_NATS_URL": address})) as client:
            await bus.aclose()
            for _ in range(100):
                await client.publish("palabre", b"word" * 100)
    assert client.is_closed


def test_any_connection_that_is_lost_is_one_line() -> None:
    async def work() -> None:
        raise ConnectionResetError(104, "Connection reset by peer")

    with pytest.raises(Slip) as ended:
        run(work())
    assert (ended.value.exit_code, ended.value.message) == (
        FAILED,
        "bus or database went away (Connection reset by peer): see `palabre doctor`",
    )
