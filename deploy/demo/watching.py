"""What passes on the bus and what each part did, told to the strip beside the phones: kinds and references only."""

import asyncio
import json
import re
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from nats.aio.msg import Msg
from nats.aio.subscription import Subscription
from nats.js.api import AckPolicy, ConsumerConfig, DeliverPolicy
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bots.playground.strip import Strip
from deploy.wiring import Instance, now
from events.bus import OUTCOMES
from events.catalogue import kind_of
from events.ending import ended
from events.topology import FACTS
from storage.tables.identity import Letter
from storage.tables.results import Draft

Heard = Callable[[Msg], Awaitable[None]]

LOOK = 0.3  # seconds between two looks at what was computed and sent: no fact says so
STIRRED = 15.0  # seconds after the last fact in which something may still be computed or sent
KNOWN = 5000  # contributions whose reference is remembered
REFERENCE = re.compile(r"[QOTLS]-[0-9]{1,9}")  # of a contribution or a debate, never of a person
ABOUT = ("contribution", "question", "session")  # fields of facts that name one; not of votes, which are secret


class Watcher:
    """Hears every fact and every outcome, and looks at what the cartographer and the notifier did."""

    def __init__(self, parts: Instance, strip: Strip) -> None:
        self._parts = parts
        self._strip = strip
        self._references: OrderedDict[str, str] = OrderedDict()  # by the id of the fact that brought it in
        self._stirred = 0.0
        self._computed = self._sent = now()

    async def fact(self, message: Msg) -> None:
        kind, fact = kind_of(message.subject), json.loads(message.data)
        self._stirred = asyncio.get_running_loop().time()
        self._strip.tell("bus", kind, self._reference_in(fact))

    def _reference_in(self, fact: dict[str, Any]) -> str:
        told = _reference((fact.get("params") or {}).get("ref"))
        return told or next((self._references.get(str(fact.get(field)), "") for field in ABOUT if field in fact), "")

    async def outcome(self, message: Msg) -> None:
        for outcome in json.loads(message.data):
            told = outcome["params"]
            if reference := _reference(told.get("ref") or told.get("session")):
                self._references[outcome["fact"]] = reference
            self._strip.tell("clerk", outcome["code"], reference)
        while len(self._references) > KNOWN:
            self._references.popitem(last=False)

    async def look(self) -> None:
        """Look again and again, as long as something has happened lately."""
        loop = asyncio.get_running_loop()
        while True:
            if loop.time() < self._stirred + STIRRED:
                with suppress(DBAPIError):  # a database in other hands is looked at again
                    await self._look_once()
            await asyncio.sleep(LOOK)

    async def _look_once(self) -> None:
        async with AsyncSession(self._parts.engine) as session:
            computed = (await session.exec(select(func.max(Draft.computed_at)))).one()
            sent = (await session.exec(select(Letter.ended_at).where(*self._unseen()))).all()
        if computed and computed > self._computed:
            self._computed = computed
            self._strip.tell("cartographer", "computed")
        for moment in filter(None, sent):
            self._sent = max(self._sent, moment)
            self._strip.tell("notifier", "sent")

    def _unseen(self) -> tuple[Any, ...]:
        return Letter.state == "sent", col(Letter.ended_at) > self._sent


@asynccontextmanager
async def watching(parts: Instance, strip: Strip) -> AsyncIterator[None]:
    """Tell the strip what happens meanwhile."""
    watcher = Watcher(parts, strip)
    hearing = [await facts_as_they_pass(parts, watcher.fact)]
    hearing += [await parts.client.subscribe(f"{OUTCOMES}.*", cb=watcher.outcome)]
    looking = asyncio.create_task(watcher.look())
    try:
        yield
    finally:
        await ended(looking)
        for each in hearing:
            await each.unsubscribe()


async def facts_as_they_pass(parts: Instance, heard: Heard) -> Subscription:
    """Hear every fact from now on, beside its readers and without a place in the stream that would be kept.

    Nobody may listen to the subjects themselves where each part is a user of its own: the stream brings the facts.
    """
    inbox = parts.client.new_inbox()
    hearing = await parts.client.subscribe(inbox, cb=heard)
    passing = ConsumerConfig(deliver_subject=inbox, deliver_policy=DeliverPolicy.NEW, ack_policy=AckPolicy.NONE)
    await parts.client.jetstream().add_consumer(FACTS, passing)
    return hearing


def _reference(told: object) -> str:
    """Return a reference that may be shown, or nothing."""
    return told if isinstance(told, str) and REFERENCE.fullmatch(told) else ""
