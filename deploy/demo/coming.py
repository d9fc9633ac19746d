"""The crowd behind the page's button: it comes in portions, can be stopped between two, and then goes on from there."""

import asyncio
from collections import deque

from bots.playground.crowd import Progress
from deploy.demo.crowd import Script
from deploy.demo.story import steps
from deploy.imports.importing import applied
from deploy.wiring import Instance
from events.base import Event

PORTION = 200  # facts: what is seen to come, and what a stop waits for
BREATH = 0.02  # seconds: people who try the bots meanwhile are answered too


class Coming:
    """A crowd on its way."""

    def __init__(self, parts: Instance, script: Script) -> None:
        self._parts = parts
        self._script = script
        self._portions: deque[list[Event]] | None = None
        self._total = 0

    async def __call__(self, progress: Progress) -> None:
        """Bring in who has not come yet, and say how far it is."""
        if self._portions is None:
            self._portions = deque(await self._all())
            self._total = len(self._portions)
        while self._portions:
            progress(self._total - len(self._portions), self._total)
            await self._parts.bus.publish_all(self._portions[0])
            await applied(self._parts)
            self._portions.popleft()  # a portion that was stopped halfway is told again: the clerk knows what it has
            await asyncio.sleep(BREATH)
        progress(self._total, self._total)

    async def _all(self) -> list[list[Event]]:
        return [
            list(facts[start : start + PORTION])
            for _, facts in await steps(self._parts, self._script)
            for start in range(0, len(facts), PORTION)
        ]
