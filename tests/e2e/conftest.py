"""A whole instance as anybody would run it, whose Telegram is the look-alike."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from deploy.demo.stage import Stage, stage
from deploy.wiring import Instance, instance


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Stage]:
    """`palabre up` in a process tree of its own, both bots polling."""
    async with stage(tmp_path / "home", 0) as running:
        yield running


@pytest.fixture
async def parts(running: Stage) -> AsyncIterator[Instance]:
    """A look into the running instance."""
    async with instance(running.settings, prepare=False) as parts:
        yield parts
