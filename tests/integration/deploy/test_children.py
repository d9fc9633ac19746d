"""The children of a tree as real processes."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest
import pytest_asyncio

from deploy.children import LOST, Nursery

pytestmark = pytest.mark.asyncio(loop_scope="module")  # one nursery takes seconds to open


def without_a_bus(home: Path) -> dict[str, str]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PALABRE_")}
    nowhere = {"PALABRE_NATS_URL": "nats://127.0.0.1:9", "PALABRE_SECRET": "a" * 32, "PALABRE_HOME": str(home)}
    return {**environ, **nowhere}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def cradle(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Nursery]:
    opened = Nursery(without_a_bus(tmp_path_factory.mktemp("home")))
    yield opened
    await opened.close()


async def called(pid: int, name: str) -> psutil.Process:
    """Wait until a process bears its name: from then on it is a part, and no copy of the nursery."""
    process = psutil.Process(pid)
    while " ".join(process.cmdline()).strip() != name:  # noqa: ASYNC110 - processes of others tell us nothing
        await asyncio.sleep(0.02)
    return process


async def test_a_part_that_is_told_to_stop_ends_well(cradle: Nursery) -> None:
    clerk = await cradle.bear(("worker", "clerk"))
    await called(clerk.pid, "palabre worker clerk")
    await asyncio.sleep(1)  # it waits for a bus by now
    cradle.tell(clerk, signal.SIGTERM)
    await clerk.gone.wait()
    assert clerk.code == 0


async def test_wrong_usage_comes_back_as_its_code(cradle: Nursery) -> None:
    nobody = await cradle.bear(("bot", "nobody"))
    await nobody.gone.wait()
    assert nobody.code == 2


async def test_a_part_that_is_killed_is_known_to_be(cradle: Nursery) -> None:
    first, second = await cradle.bear(("worker", "clerk")), await cradle.bear(("worker", "clerk"))
    os.kill(first.pid, signal.SIGKILL)
    await first.gone.wait()
    assert (first.code, second.gone.is_set()) == (-signal.SIGKILL, False)


async def test_without_the_nursery_its_children_end_and_a_new_one_is_opened(cradle: Nursery) -> None:
    orphan = await cradle.bear(("worker", "clerk"))
    process = await called(orphan.pid, "palabre worker clerk")
    os.kill(process.ppid(), signal.SIGKILL)
    await orphan.gone.wait()
    assert orphan.code == LOST
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:  # noqa: ASYNC110 - as above
        await asyncio.sleep(0.05)
    assert (await cradle.bear(("worker", "clerk"))).pid != orphan.pid


async def test_at_the_end_nobody_is_left(tmp_path: Path) -> None:
    cradle = Nursery(without_a_bus(tmp_path))
    early = await cradle.bear(("worker", "clerk"))
    await cradle.close()
    assert not psutil.pid_exists(early.pid)


async def test_the_nursery_has_one_thread_and_may_be_forked(cradle: Nursery) -> None:
    clerk = await cradle.bear(("worker", "clerk"))
    process = psutil.Process(clerk.pid).parent()
    assert process is not None
    assert process.num_threads() == 1
