"""The timekeeper looks at the clock and tells the clerk which moments have come.

It decides nothing and remembers nothing: what is arranged lies in the database, and what a moment means is the clerk's
to decide, once. So it may be killed, started twice or suspended, and the clock may jump: it looks again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from deliberation.moments import at_night
from events.appeals import DecisionAppealed
from events.appointments import MomentCame
from events.base import Clock, Event
from events.sessions import SeatReleased, SessionMoved, SessionPlanned
from events.themes import PhasePlanned
from storage.read_models.appointments import due_appointments, next_appointment
from workers.appointments import APPEALS, REMINDER
from workers.reception import AWAY

log = logging.getLogger(__name__)

Tell = Callable[[Event], Awaitable[None]]

LOOK = 20.0  # seconds at most between two looks: a clock that was set, or a machine that slept, is noticed then
MOST = 200  # moments told in one look; the others are told once the clerk has applied these
ARRANGING = frozenset(
    {
        SessionPlanned.kind,
        SessionMoved.kind,
        SeatReleased.kind,
        PhasePlanned.kind,
        DecisionAppealed.kind,
        MomentCame.kind,
    }
)  # after these there may be something sooner than what was waited for


@dataclass
class Timekeeper:
    """Tell each moment that has come; of `timezone` is the night in which nobody is reminded, or called."""

    engine: AsyncEngine
    tell: Tell
    clock: Clock
    city: str
    timezone: str
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Look for ever; while database or bus are away, look again later."""
        while True:
            self.news.clear()
            try:
                wait = await self.look()
            except (*AWAY, DBAPIError) as error:
                log.warning("timekeeper: the world is away (%s)", type(error).__name__)
                wait = LOOK
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self.news.wait()

    async def look(self) -> float:
        """Tell which moments have come by the clock; return the seconds until it is worth looking again."""
        now = self.clock()
        for appointment in await due_appointments(self.engine, now, MOST, but=self._untimely(now)):
            await self.tell(MomentCame.of(appointment, self.city, now))
        following = await next_appointment(self.engine, now)
        return min(LOOK, (following - now).total_seconds()) if following else LOOK

    def hear(self, facts: Sequence[Event]) -> None:
        """Look again at once when the clerk has applied facts after which something else may come first."""
        if any(fact.kind in ARRANGING for fact in facts):
            self.news.set()

    def _untimely(self, now: datetime) -> frozenset[str]:
        """Return the kinds that wait for the morning, should they be late."""
        night = at_night(now.astimezone(ZoneInfo(self.timezone)))
        return frozenset({APPEALS, REMINDER}) if night else frozenset()
