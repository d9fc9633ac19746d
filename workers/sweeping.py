"""After an erasure: what lies outside the tables is overwritten, on the bus and on the disk.

It begins when the act is committed, and begins again after a crash until it is done. It sweeps twice: what others had
in hand when the act was committed (news, letters, drafts, a text on its way) has been written down by the second time.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from pathlib import Path
from uuid import UUID

from nats.errors import Error as NatsError
from nats.js import JetStreamContext
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from events.appointments import MomentCame
from events.base import Event
from events.citizens import CitizenForgotten
from events.needs import NeedTakenBack
from events.preferences import ContactWithdrawn
from events.sessions import SeatReleased, SessionCancelled
from events.strata import StrataTakenBack
from storage.erasure import erasures, finish, found_all, note, under_way
from storage.leftovers import sweep_tables
from storage.redaction import Sought
from storage.scrubbing import KEYS, scrub
from workers.overwriting import Overwriter
from workers.reception import AWAY

log = logging.getLogger(__name__)

SETTLE = 15.0  # seconds in which whatever was in somebody's hands has been written down
LOOK = 10.0  # seconds until we try again, or look whether somebody who was erased has written once more

UNLOCKING = {
    fact.kind for fact in (MomentCame, NeedTakenBack, SeatReleased, SessionCancelled, StrataTakenBack, ContactWithdrawn)
}  # with which keys may be deleted


@dataclass
class Sweeper:
    """Finish erasures; `file` is where they are noted outside the database, for a restore.

    `keys`: keys may have been deleted, whose bytes the database's files still hold; after a crash they may.
    """

    engine: AsyncEngine
    js: JetStreamContext | None
    file: Path | None = None
    pause: Callable[[float], Awaitable[object]] = asyncio.sleep
    news: asyncio.Event = field(default_factory=asyncio.Event)
    keys: bool = True

    async def run(self) -> None:
        """Finish what is under way, and whatever comes, for ever."""
        while True:
            self.news.clear()
            try:
                await self.look()
            except (*AWAY, DBAPIError, NatsError) as error:
                log.warning("erasure: the world is away (%s)", type(error).__name__)
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK):
                    await self.news.wait()

    def hear(self, facts: Sequence[Event]) -> None:
        """Begin at once when the clerk has applied an erasure."""
        kinds = {fact.kind for fact in facts}
        self.keys = self.keys or not kinds.isdisjoint(UNLOCKING)
        if CitizenForgotten.kind in kinds:
            self.news.set()

    async def look(self) -> None:
        """Finish what is under way, and overwrite the keys that were deleted since."""
        await self.finish()
        if self.keys:
            self.keys = False  # what is heard meanwhile counts anew
            try:
                await scrub(self.engine, KEYS)
            except BaseException:
                self.keys = True
                raise

    async def finish(self) -> int:
        """Finish every erasure that is under way; return how many messages were overwritten."""
        overwritten = 0
        while acts := await self._under_way():
            if self.file:
                note(self.file, await erasures(self.engine))
            sought = reduce(or_, acts.values())
            bus = Overwriter(self.js, sought) if self.js else None
            for pause in (0, SETTLE):
                await self.pause(pause)
                await sweep_tables(self.engine, sought)
                overwritten += await bus.sweep() if bus else 0
            await found_all(self.engine, acts)
            await scrub(self.engine)
            await finish(self.engine, acts)
            log.info("%d erased, %d messages overwritten", len(acts), overwritten)
        return overwritten

    async def _under_way(self) -> dict[UUID, Sought]:
        async with AsyncSession(self.engine) as session:
            return await under_way(session)


async def sweep_to_the_end(engine: AsyncEngine, js: JetStreamContext | None) -> int:
    """Finish every erasure that is not done: streams (where there is a bus), then the database's files.

    Return how many messages were overwritten. For a restored instance, before anything starts: nobody has anything in
    hand, so nothing is waited for.
    """

    async def at_once(_seconds: float) -> None:
        """Wait for nobody."""

    return await Sweeper(engine, js, pause=at_once).finish()
