"""Send what is due: durable, paced, in order for each person, each letter once."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from math import inf
from typing import Any
from uuid import UUID

from bots.notifier.delivery import Delivery
from bots.notifier.pace import Pace
from events.base import Clock
from events.ending import ended
from storage.letters import Letters

LOOK = 1.0  # seconds between two looks at the pile when nothing new is told
TICK = 0.002  # beyond a wait: a token that is there but for a rounding is not there
AT_ONCE = 64  # letters under way: some that Telegram is slow to take must not hold up the others
TIDY = 5.0  # seconds between two looks at who is back and what can be emptied
DRAIN = 6.0  # seconds for what is under way at the end; a letter that is cut off may have arrived


class Sender:
    """Take due letters, one of each person at a time, at a pace that Telegram accepts."""

    def __init__(
        self,
        letters: Letters,
        delivery: Delivery,
        *,
        pace: Pace,
        clock: Clock,
        is_day: Callable[[datetime], bool] = lambda _now: True,
        gather: Callable[[datetime], Awaitable[object]] | None = None,
    ) -> None:
        self._letters = letters
        self._delivery = delivery
        self._pace = pace
        self._clock = clock
        self._is_day = is_day
        self._gather = gather
        self._under_way: dict[asyncio.Task[None], UUID] = {}  # and to whom
        self._looked = False  # at the pile, in this turn: the pace allowed it
        self._tidied = -inf
        self.news = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; what is begun is finished, if Telegram takes it in time."""
        await self._delivery.resume()
        stopping = asyncio.ensure_future(stop.wait())
        try:
            while not stop.is_set():
                self.news.clear()
                await self._tidy()
                begun = await self.begin_due()
                await self._rest(stopping, begun)
        finally:
            stopping.cancel()
            await self.drain()

    async def begin_due(self) -> int:
        """Begin to send the letters whose turn it is; return how many."""
        room = min(self._pace.room(), AT_ONCE - len(self._under_way))
        self._looked = room > 0
        if not self._looked:
            return 0
        busy = {*self._under_way.values(), *self._pace.resting()}
        now = self._clock()
        turn = await self._letters.due(now, room, but=busy, one_each=True, by_day=self._is_day(now))
        await self._delivery.begin(turn)
        for letter in turn:
            self._pace.take(letter.person)
            self._under_way[asyncio.create_task(self._delivery.attempt(letter))] = letter.person
        return len(turn)

    async def _tidy(self) -> None:
        now = self._pace.seconds()
        if now >= self._tidied + TIDY:
            self._tidied = now
            await self._delivery.tidy()
            if self._gather and self._is_day(self._clock()):
                await self._gather(self._clock())

    async def _rest(self, stopping: asyncio.Future[Any], begun: int) -> None:
        """Wait until something may be sent: a token, news, somebody who need rest no more, a letter that has left.

        Raises what a sending could not bear: without a database nothing can be sent.
        """
        news: asyncio.Future[Any] = asyncio.ensure_future(self.news.wait())
        wakes: set[asyncio.Future[Any]] = {stopping}
        if self._is_full():
            wakes, time = {stopping, *self._under_way}, LOOK
        elif begun or not self._looked:
            time = self._pace.wait() + TICK
        else:
            wakes, time = {stopping, news, *self._under_way}, min(self._pace.rest(), LOOK)
        await asyncio.wait(wakes, timeout=time, return_when=asyncio.FIRST_COMPLETED)
        news.cancel()
        self._reap()

    def _is_full(self) -> bool:
        return len(self._under_way) >= AT_ONCE

    def _reap(self) -> None:
        for task in [task for task in self._under_way if task.done()]:
            del self._under_way[task]
            if not task.cancelled():
                task.result()

    async def drain(self) -> None:
        """Wait for what is under way; what Telegram does not take in time is cut off."""
        if self._under_way:
            _, hanging = await asyncio.wait(self._under_way, timeout=DRAIN)
            await ended(*hanging)
            self._reap()
