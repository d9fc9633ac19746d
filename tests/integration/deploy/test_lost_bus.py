"""A bus that goes while a command is at work ends the command in one line."""

from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from deploy.embedded import nats_at
from deploy.settings import load
from deploy.terminal import FAILED, Slip, run
from deploy.wiring import connection, instance

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
