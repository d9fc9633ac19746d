"""A whole instance as anybody would run it, whose Telegram is the look-alike: it refuses nothing that a story does."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.playground import Playground, playground
from deploy.demo.stage import Stage, stage
from deploy.wiring import Instance, instance

CALLS, REFUSED = "Bot API calls", "Bot API refusals"


@pytest.fixture
async def running(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """`palabre up` in a process tree of its own, both bots polling."""
    async with stage(tmp_path / "home", 0) as running:
        yield running
    took_every_call(running.world, request)


@pytest.fixture
async def world(request: pytest.FixtureRequest) -> AsyncIterator[Playground]:
    """A look-alike for whoever starts an instance of their own."""
    async with playground() as world:
        yield world
    took_every_call(world, request)


@pytest.fixture
async def parts(running: Stage) -> AsyncIterator[Instance]:
    """A look into the running instance."""
    async with instance(running.settings, prepare=False) as parts:
        yield parts


def took_every_call(world: Playground, request: pytest.FixtureRequest) -> None:
    """Note how many calls there were, for the sum at the end of the run; fail the story if one was refused."""
    request.node.user_properties += [(CALLS, world.calls), (REFUSED, len(world.refused))]
    assert world.refused == []
    assert world.calls > 0


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print one figure over all stories, of every process that ran some."""
    told = {
        (report.nodeid, name): value
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
    }
    if told:
        calls, refused = (sum(value for (_, name), value in told.items() if name == kind) for kind in (CALLS, REFUSED))
        terminalreporter.write_line(f"Bot API: {calls} calls, {refused} refused")
