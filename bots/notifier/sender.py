"""Send what is due: durable, paced, in order for each person, each letter once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bots.messenger import AmbiguousError, BlockedError, MalformedError, Messenger, SendingError, SlowDownError
from bots.notifier.pace import Pace
from events.base import Clock
from storage.addresses import AddressBook
from storage.letters import MOST_TRIES, Letters, LetterView

log = logging.getLogger(__name__)

Word = Callable[[LetterView], Awaitable[tuple[str, list[tuple[str, str]]]]]

LOOK = 1.0  # seconds between two looks at the pile when nothing new is told
TICK = 0.002  # beyond a wait: a token that is there but for a rounding is not there
AT_ONCE = 64  # letters under way: some that Telegram is slow to take must not hold up the others
DRAIN = 6.0  # seconds for what is under way at the end; a letter that is cut off may have arrived


class Sender:
    """Take due letters, word them, send them at a pace that Telegram accepts."""

    def __init__(
        self,
        letters: Letters,
        *,
        addresses: AddressBook,
        messengers: Mapping[str, Messenger],
        word: Word,
        clock: Clock,
        pace: Pace,
        is_day: Callable[[datetime], bool] = lambda _now: True,
    ) -> None:
        self._letters = letters
        self._addresses = addresses
        self._messengers = messengers
        self._word = word
        self._clock = clock
        self._pace = pace
        self._is_day = is_day
        self._under_way: dict[asyncio.Task[None], UUID] = {}  # and to whom
        self._looked = False  # at the pile, in this turn: the pace allowed it
        self.news = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; what is begun is finished, if Telegram takes it in time."""
        await self._letters.resume(self._clock())
        stopping = asyncio.ensure_future(stop.wait())
        try:
            while not stop.is_set():
                self.news.clear()
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
        turn = await self._letters.due(now, room, but=busy, one_each=True, broadcasts=self._is_day(now))
        if turn:
            await self._letters.begin([letter.id for letter in turn])
        for letter in turn:
            self._pace.take(letter.person)
            self._under_way[asyncio.create_task(self._send(letter))] = letter.person
        return len(turn)

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
            for task in hanging:
                task.cancel()
            await asyncio.gather(*hanging, return_exceptions=True)
            self._reap()

    async def _send(self, letter: LetterView) -> None:
        account = await self._addresses.account_of(letter.person)
        if account is None:
            return await self._letters.end(letter.id, "unreachable")
        try:
            html, buttons = await self._word(letter)
            await self._messengers[letter.bot].send(account, html, buttons)
        except SendingError as error:
            return await self._again(letter, error)
        except (LookupError, ValueError) as error:  # no such wording, no such bot, a date that is none
            return await self._fail(letter, error)
        self._pace.accepted()
        return await self._letters.end(letter.id, "sent")

    async def _again(self, letter: LetterView, error: SendingError) -> None:
        """Decide about a letter that did not surely arrive."""
        later = self._clock() + timedelta(seconds=2**letter.tries)
        if isinstance(error, BlockedError):
            await self._addresses.mark(letter.person, reachable=False)
            await self._letters.end(letter.id, "unreachable")
        elif isinstance(error, SlowDownError):
            log.warning("Telegram asks for a pause of %g s", error.seconds)
            self._pace.pause(letter.person, error.seconds)
            await self._letters.postpone(letter.id, self._clock() + timedelta(seconds=error.seconds))
        elif isinstance(error, MalformedError) or letter.tries + 1 >= MOST_TRIES:
            await self._fail(letter, error)
        elif isinstance(error, AmbiguousError):
            log.warning("letter %s (%s) may not have arrived", letter.id, letter.wording)
            await self._letters.doubt(letter.id, later)
        else:
            await self._letters.postpone(letter.id, later)

    async def _fail(self, letter: LetterView, error: Exception) -> None:
        log.error("letter %s (%s) failed: %s", letter.id, letter.wording, type(error).__name__)
        await self._letters.end(letter.id, "failed")
