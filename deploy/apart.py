"""Work in a thread with a loop of its own: what computes for long leaves its part free to answer, and to stop."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from threading import Thread
from typing import Any, TypeVar

from deploy.ending import APART
from deploy.settings import Settings
from deploy.wiring import Instance, instance

log = logging.getLogger(__name__)

T = TypeVar("T")

Work = Callable[[Instance], AbstractAsyncContextManager[None]]

SILENCE = 60.0  # seconds that a database may take to hand out all that is computed with
LEAVE_SECONDS = 3.0  # for a computation to end by itself; then it is cut off


@asynccontextmanager
async def apart(settings: Settings, work: Work) -> AsyncIterator[None]:
    """Have work done by a thread with its own connections; at the end leave it, whether it has ended or not."""
    there, stack = Loop(), AsyncExitStack()

    async def enter() -> None:
        parts = await stack.enter_async_context(instance(settings, prepare=False, silence=SILENCE))
        await stack.enter_async_context(work(parts))

    try:
        await there.run(enter())
        yield
    finally:
        try:
            async with asyncio.timeout(LEAVE_SECONDS):
                await there.run(stack.aclose())
                await there.end()
        except TimeoutError:
            log.warning("a computation is cut off: nothing of it was kept, and it begins anew at the next start")


class Loop:
    """A loop in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        Thread(target=self._loop.run_forever, name=APART, daemon=True).start()

    async def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Return what work over there returns."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    async def end(self) -> None:
        """Wait for what it computes, then end the thread."""
        await self.run(self._loop.shutdown_default_executor())
        self._loop.call_soon_threadsafe(self._loop.stop)
