"""One letter: brought, edited in place, looked for, or put off, by what Telegram answers."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from math import inf

from bots.messenger import (
    AmbiguousError,
    AwayError,
    BlockedError,
    Buttons,
    MalformedError,
    Messenger,
    SendingError,
    SlowDownError,
)
from bots.notifier.pace import Pace
from bots.notifier.tally import Tally
from bots.notifier.trail import FRESH, SETTLED, Trail
from events.base import Clock
from events.spans import span
from storage.addresses import AddressBook
from storage.due_letters import LetterView
from storage.letters import Letters

log = logging.getLogger(__name__)

Word = Callable[[LetterView], Awaitable[tuple[str, list[tuple[str, str]]]]]


class Delivery:
    """What is done about one letter at a time, and what is known of those that were sent."""

    def __init__(
        self,
        letters: Letters,
        *,
        addresses: AddressBook,
        messengers: Mapping[str, Messenger],
        word: Word,
        clock: Clock,
        pace: Pace,
        tally: Tally,
    ) -> None:
        self._letters = letters
        self._addresses = addresses
        self._messengers = messengers
        self._word = word
        self._clock = clock
        self._pace = pace
        self._tally = tally
        self._trails = {bot: Trail(pace.seconds) for bot in messengers}

    async def resume(self) -> None:
        """Doubt what an earlier process has left half done; what it knew of the numbers helps to begin."""
        now = self._clock()
        await self._letters.resume(now + timedelta(seconds=SETTLED))
        for bot, (number, when) in (await self._letters.newest(now - timedelta(seconds=FRESH))).items():
            self._trails[bot].inherit(number, (now - when).total_seconds())

    async def begin(self, letters: Sequence[LetterView]) -> None:
        """Note, before anything is sent, what may arrive from now on."""
        if begun := [letter.id for letter in letters if not letter.doubtful]:
            await self._letters.begin(begun, {bot: last for bot in self._trails if (last := self._trails[bot].last)})

    async def tidy(self) -> None:
        """Write to who is back, empty what has ended, and count what waits."""
        self._tally.waiting(await self._letters.tidy(self._clock()))

    async def attempt(self, letter: LetterView) -> None:
        """Send a letter, or look for it; decide about whatever prevents that."""
        with span("send a letter", {"fact": str(letter.id)}):
            await self._attempt(letter)

    async def _attempt(self, letter: LetterView) -> None:
        account = await self._addresses.account_of(letter.person)
        if account is None:
            return await self._hold(letter)
        try:
            await (self._look if letter.doubtful else self._send)(letter, account)
        except SendingError as error:
            return await self._again(letter, error)
        except (LookupError, ValueError) as error:  # no such wording, no such bot, a date that is none
            return await self._fail(letter, error)
        return self._pace.accepted()

    async def _send(self, letter: LetterView, account: int) -> None:
        """Bring a letter to its person; or have the message that stands for the same say this instead."""
        begun = self._pace.seconds()
        html, buttons = await self._word(letter)
        messenger = self._messengers[letter.bot]
        stands = await self._letters.standing(letter, self._clock())
        if stands and await edited(messenger, account, stands, html, buttons):
            return await self._sent(letter, stands, "edited")
        number = await messenger.send(account, html, buttons)
        self._trails[letter.bot].note(number, begun)
        return await self._sent(letter, number, "repeated" if letter.last else "sent")

    async def _look(self, letter: LetterView, account: int) -> None:
        """Look at one more message for a letter that may have arrived, until it is found or there is none left.

        A message of the bot may also be an answer, where the person has written meanwhile: then nobody can tell.
        Elsewhere it is the letter; that it says so from now on in any case is what makes sure that none is lost.
        """
        if letter.after is None:
            return await self._not_found(letter, sure=False)
        trail = self._trails[letter.bot]
        search, number = trail.search(letter.id), trail.next(letter.id, letter.after)
        if number is None:
            return await self._not_found(letter, sure=not trail.is_exhausted(letter.id))
        self._tally.looked()
        whose = await self._messengers[letter.bot].whose(account, number)
        if whose == "bot" and search.talk:
            return await self._not_found(letter, sure=False)
        if whose == "bot" and await edited(self._messengers[letter.bot], account, number, *await self._word(letter)):
            trail.note(number, -inf)
            return await self._sent(letter, number, "found")
        search.talk |= whose == "person"
        return search.seen.add(number)

    async def _sent(self, letter: LetterView, number: int, how: str) -> None:
        now = self._clock()
        self._tally.ended(how)
        log.debug("letter %s: %s", how, letter.wording, extra={"fact": str(letter.id)})
        self._tally.waited((now - letter.due_at).total_seconds())
        self._trails[letter.bot].forget(letter.id)
        await self._letters.sent(letter.id, number, now)

    async def _not_found(self, letter: LetterView, *, sure: bool) -> None:
        """Send again what surely has not arrived, and once more what may have."""
        log.warning("letter %s (%s) %s", letter.id, letter.wording, "has not arrived" if sure else "may have arrived")
        self._trails[letter.bot].forget(letter.id)
        await (self._letters.absent if sure else self._letters.unsure)(letter.id)

    async def _again(self, letter: LetterView, error: SendingError) -> None:
        """Decide about a letter that did not surely arrive. Only what is its own fault makes it fail."""
        if isinstance(error, BlockedError):
            await self._addresses.mark(letter.person, reachable=False)
            await self._hold(letter)
        elif isinstance(error, MalformedError):
            await self._fail(letter, error)
        elif isinstance(error, SlowDownError):
            log.warning("Telegram asks for a pause of %g s", error.seconds)
            self._tally.paused(error.seconds)
            self._pace.pause(letter.person, error.seconds)
            await self._letters.postpone(letter.id, self._clock() + timedelta(seconds=error.seconds))
        elif isinstance(error, AmbiguousError) and not letter.doubtful:
            log.warning("letter %s (%s) may not have arrived", letter.id, letter.wording)
            self._trails[letter.bot].doubt(letter.id)
            self._pace.away(letter.person, 0)
            await self._letters.doubt(letter.id, self._clock() + timedelta(seconds=2 * SETTLED))
        else:
            later = self._pace.away(letter.person, letter.tries)
            await self._letters.postpone(letter.id, self._clock() + timedelta(seconds=later))

    async def _hold(self, letter: LetterView) -> None:
        self._tally.ended("unreachable")
        await self._letters.hold(letter.id, self._clock())

    async def _fail(self, letter: LetterView, error: Exception) -> None:
        log.error("letter %s (%s) failed: %s", letter.id, letter.wording, type(error).__name__)
        self._tally.ended("failed")
        await self._letters.fail(letter.id, self._clock())


async def edited(messenger: Messenger, account: int, message: int, html: str, buttons: Buttons) -> bool:
    """Have a message say this; whether an earlier try did so already makes no difference."""
    try:
        return await messenger.edit(account, message, html, buttons)
    except AmbiguousError:
        raise AwayError from None
