"""What goes on beside the handling of updates, as long as the process lives."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from events.ending import ended

log = logging.getLogger(__name__)


class Watches:
    """The cards that are followed; they end with the process, and a button begins again."""

    def __init__(self, pause: Callable[[float], Awaitable[object]] = asyncio.sleep) -> None:
        self.pause = pause
        self.tasks: dict[object, asyncio.Task[None]] = {}

    def begin(self, what: object, watching: Coroutine[Any, Any, None]) -> None:
        """Follow something on one card; an older card about the same stays as it is."""
        if older := self.tasks.pop(what, None):
            older.cancel()
        task = self.tasks[what] = asyncio.create_task(watching)
        task.add_done_callback(lambda done: self._ended(what, done))

    def _ended(self, what: object, task: asyncio.Task[None]) -> None:
        if self.tasks.get(what) is task:
            del self.tasks[what]
        if not task.cancelled() and (error := task.exception()):
            log.warning("a card is no longer followed (%s)", type(error).__name__)

    async def close(self) -> None:
        await ended(*self.tasks.values())
