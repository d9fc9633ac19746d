"""What a part lacks to do its work: told in the log when it begins, every ten seconds, and when it goes on."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from typing import TypeVar

from asyncpg import PostgresError
from nats.errors import Error as NatsError
from sqlalchemy.exc import SQLAlchemyError

from bots.feed import is_away
from bots.messenger import TelegramAwayError
from deploy.watching.health import Outside
from deploy.wiring import AwayError
from events.ending import ended

log = logging.getLogger(__name__)

T = TypeVar("T")

Look = Callable[[], Awaitable[str | None]]  # returns why something is lacking, None when it is there; may raise LACKING

AGAIN_SECONDS = 10.0  # between two lines about the same thing that is lacking
LOOK_SECONDS = 1.0
LONGEST_ATTEMPT = 5.0
LACKING = (OSError, NatsError, PostgresError, SQLAlchemyError)  # among which `is_lacking` tells
SILENCE = 3.0  # seconds after which whoever does not answer is lacking
OUTSIDE = "Telegram"  # who is away without its being our trouble


class StoppedError(Exception):
    """The part was told to stop while it waited."""


@dataclass
class Lack:
    """Something that is lacking: why, since when, and when that was last told."""

    why: str
    since: float
    told: float


class Condition:
    """The condition of a part: what it lacks, and whether it was told to stop."""

    def __init__(self, name: str, stop: asyncio.Event) -> None:
        self.name = name
        self.stop = stop
        self._lacking: dict[str, Lack] = {}
        self._clock = asyncio.get_running_loop().time
        self._begun = False

    def trouble(self) -> str | None:
        """Return why the part is not ready, None when it is."""
        for what, lack in self._lacking.items():
            if what != OUTSIDE:
                return lack.why
        if OUTSIDE in self._lacking:
            return Outside(self._lacking[OUTSIDE].why)
        return None if self._begun else "it is starting"

    @property
    def lacking(self) -> tuple[str, ...]:
        """Return what is lacking: bus, database, Telegram; `start` while the part cannot begin."""
        return tuple(self._lacking)

    def ready(self) -> None:
        """Note that the part has all it needs to begin."""
        if not self._begun:
            log.info("%s: ready", self.name)
        self._begun = True

    def note(self, what: str, why: str | None) -> None:
        """Note that something is lacking (`why`), or that it is there (None)."""
        now, known = self._clock(), self._lacking.get(what)
        if why is None:
            if known:
                del self._lacking[what]
                log.warning("%s: goes on after %.0f s (%s)", self.name, now - known.since, what)
        elif known is None:
            self._lacking[what] = Lack(why, now, now)
            log.warning("%s: waits: %s", self.name, why)
        else:
            known.why = why
            if now - known.told >= AGAIN_SECONDS:
                known.told = now
                log.warning("%s: has waited for %.0f s: %s", self.name, now - known.since, why)

    async def until(self, what: str, attempt: Callable[[float], Awaitable[T]]) -> T:
        """Try until it works, each time with more patience (seconds). Raises StoppedError once told to stop."""
        for tries in count():
            patience = min(2.0**tries, LONGEST_ATTEMPT)
            try:
                found = await self.unless_stopped(attempt(patience))
            except LACKING as error:
                if not is_lacking(error):
                    raise
                self.note(what, reason_of(error))
            else:
                self.note(what, None)
                return found
            await self.pause(patience / 4)
        raise AssertionError("unreachable")

    async def unless_stopped(self, work: Awaitable[T]) -> T:
        """Return what work returns. Raises StoppedError, and cuts the work off, once told to stop."""
        doing, stopping = asyncio.ensure_future(work), asyncio.ensure_future(self.stop.wait())
        try:
            await asyncio.wait({doing, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if doing.done():
                return doing.result()
            raise StoppedError
        finally:
            stopping.cancel()
            doing.cancel()
            await asyncio.gather(doing, stopping, return_exceptions=True)

    async def pause(self, seconds: float) -> None:
        """Wait, unless told to stop. Raises StoppedError."""
        await self.unless_stopped(asyncio.sleep(seconds))

    async def watch(self, what: str, look: Look) -> None:
        """Look again and again what is lacking, until cancelled."""
        while True:
            looking = asyncio.ensure_future(look())
            try:
                if not (await asyncio.wait({looking}, timeout=SILENCE))[0]:
                    self.note(what, f"{what} does not answer")
                self.note(what, await looking)
            except LACKING as error:
                self.note(what, reason_of(error))
            finally:
                looking.cancel()
            await asyncio.sleep(LOOK_SECONDS)

    @asynccontextmanager
    async def watching(self, **looks: Look) -> AsyncIterator[None]:
        """Watch by name, while something is done, whether anything is lacking."""
        watches = [asyncio.create_task(self.watch(what, look)) for what, look in looks.items()]
        try:
            yield
        finally:
            await ended(*watches)


def is_lacking(error: BaseException) -> bool:
    """Say whether an error is about what may be there later: bus, database, Telegram."""
    return isinstance(error, OSError | NatsError | PostgresError) or is_away(error)


def reason_of(error: BaseException) -> str:
    """Return a line for people; of an error that was not made for them only its name."""
    if isinstance(error, AwayError):
        return str(error)
    if isinstance(error, TelegramAwayError):
        return "Telegram cannot be reached: check the network and PALABRE_TELEGRAM_API"
    return f"bus or database went away ({type(error).__name__})"
