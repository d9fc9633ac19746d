"""The button that brings a crowd in: begun, followed and stopped from the page; who comes, says whoever offers it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Literal

from bots.playground.accounts import Json

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
Come = Callable[[Progress], Coroutine[Any, Any, None]]
State = Literal["none", "ready", "coming", "stopped", "failed", "here"]


class CrowdButton:
    """A crowd that comes once. Who came before it was stopped stays; the rest comes when it goes on."""

    def __init__(self, told: Callable[[], None]) -> None:
        self._told = told
        self._come: Come | None = None
        self._coming: asyncio.Task[None] | None = None
        self._state: State = "none"
        self._people = 0
        self._then: tuple[str, ...] = ()
        self._done, self._total = 0, 1

    def offer(self, come: Come, people: int, then: tuple[str, ...] = ()) -> None:
        """Show the button; `come` brings so many people in and says how far it is.

        `then`: what a moderator may write once all are here.
        """
        self._come, self._people, self._then = come, people, then
        self._is("ready")

    def shown(self) -> Json:
        """Return what the page shows of it."""
        then = self._then if self._state == "here" else ()
        return {
            "state": self._state,
            "people": self._people,
            "done": self._done,
            "total": self._total,
            "then": list(then),
        }

    def begin(self) -> None:
        """Have the crowd come; a second tap changes nothing."""
        if self._come and self._state in {"ready", "stopped", "failed"}:
            self._coming = asyncio.create_task(self._come(self._progress))
            self._coming.add_done_callback(self._ended)
            self._is("coming")

    async def stop(self) -> None:
        """Have nobody else come."""
        if self._coming:
            self._coming.cancel()
            await asyncio.wait({self._coming})

    def _ended(self, coming: asyncio.Task[None]) -> None:
        error = None if coming.cancelled() else coming.exception()
        if error:
            log.error("the crowd did not come", exc_info=error)
        self._is("stopped" if coming.cancelled() else "failed" if error else "here")

    def _progress(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self._told()

    def _is(self, state: State) -> None:
        self._state = state
        self._told()
