"""Send what is due: durable, paced, each letter once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from bots.messenger import AmbiguousError, BlockedError, MalformedError, Messenger, SendingError, SlowDownError
from bots.notifier.pace import Pace
from events.base import Clock
from storage.addresses import AddressBook
from storage.letters import MOST_TRIES, Letters, LetterView

log = logging.getLogger(__name__)

Word = Callable[[LetterView], Awaitable[tuple[str, list[tuple[str, str]]]]]

LOOK = 1.0  # seconds between two looks at the pile when nothing new is told
AT_ONCE = 16


class Sender:
    """Take due letters, word them, send them at a pace that Telegram accepts."""

    def __init__(
        self,
        letters: Letters,
        addresses: AddressBook,
        messengers: Mapping[str, Messenger],
        word: Word,
        clock: Clock,
        pace: Pace,
    ) -> None:
        self._letters = letters
        self._addresses = addresses
        self._messengers = messengers
        self._word = word
        self._clock = clock
        self._pace = pace
        self.news = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; what is begun is finished."""
        await self._letters.resume(self._clock())
        while not stop.is_set():
            self.news.clear()
            if not await self.send_due():
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.news.wait(), LOOK)

    async def send_due(self) -> int:
        """Send the letters whose turn it is; return how many were taken from the pile."""
        turn = [letter for letter in await self._letters.due(self._clock()) if not self._pace.wait(letter.person)]
        if turn:
            await self._letters.begin([letter.id for letter in turn])
            room = asyncio.Semaphore(AT_ONCE)
            await asyncio.gather(*(self._send(letter, room) for letter in turn))
        return len(turn)

    async def _send(self, letter: LetterView, room: asyncio.Semaphore) -> None:
        account = await self._addresses.account_of(letter.person)
        if account is None:
            return await self._letters.end(letter.id, "unreachable")
        html, buttons = await self._word(letter)
        async with room:
            try:
                await self._messengers[letter.bot].send(account, html, buttons)
            except SendingError as error:
                return await self._again(letter, error)
        await self._letters.end(letter.id, "sent")
        return None

    async def _again(self, letter: LetterView, error: SendingError) -> None:
        """Decide about a letter that did not surely arrive."""
        name = type(error).__name__
        if isinstance(error, BlockedError):
            await self._addresses.mark(letter.person, reachable=False)
            await self._letters.end(letter.id, "unreachable")
        elif isinstance(error, SlowDownError):
            self._pause(letter.person, error.seconds)
            await self._letters.postpone(letter.id, self._clock() + timedelta(seconds=error.seconds))
        elif isinstance(error, MalformedError) or letter.tries + 1 >= MOST_TRIES:
            log.error("letter %s (%s) failed: %s", letter.id, letter.wording, name)
            await self._letters.end(letter.id, "failed")
        elif isinstance(error, AmbiguousError) and letter.tries:
            log.warning("letter %s (%s) may not have arrived", letter.id, letter.wording)
            await self._letters.end(letter.id, "failed")
        else:
            await self._letters.postpone(letter.id, self._clock() + timedelta(seconds=2**letter.tries))

    def _pause(self, person: UUID, seconds: float) -> None:
        log.warning("Telegram asks for a pause of %g s", seconds)
        self._pace.pause(person, seconds)
