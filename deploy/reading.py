"""Readers of the bus at work inside this process: the clerk, the notifier.

One process at a time reads for each of them: two would share the stream between them, and lose its order. Whoever
comes second stands by, and goes on where the first has died or stopped (decision 11).
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager, suppress
from functools import partial
from typing import Any, Protocol

from faststream.nats import NatsBroker
from nats.aio.client import Client
from nats.errors import Error as NatsError

from deploy.wiring import Instance, line, now
from events import topology
from events.base import Clock
from events.ending import ended
from events.line import Line
from storage.ledger import Ledger
from storage.turn import Lost, TurnLostError, turn
from workers import clerk
from workers.reception import DRAIN, Apply, Attempts, Reception, delay
from workers.sweeping import Sweeper
from workers.timekeeper import Timekeeper

log = logging.getLogger(__name__)

Work = Callable[[Lost], AbstractAsyncContextManager[None]]

AGAIN = 5.0  # seconds at most between two tries to begin a turn
ERASURES = "erasures.jsonl"  # in the data folder: who was erased, for a restore


class Post(Protocol):
    """The part of bots.notifier that a turn needs: it takes news, and sends what they say until told to stop."""

    async def receive(self, news: Sequence[Any]) -> None: ...

    async def run(self, stop: asyncio.Event) -> None: ...


@asynccontextmanager
async def clerk_at_work(parts: Instance, clock: Clock = now) -> AsyncIterator[None]:
    """Be the clerk as long as nobody else is; with the timekeeper and the sweeper beside it."""
    async with in_turn(parts, topology.CLERK, partial(_clerk, parts, clock)):
        yield


@asynccontextmanager
async def notifier_at_work(parts: Instance, post: Callable[[], AbstractContextManager[Post]]) -> AsyncIterator[None]:
    """Be the notifier as long as nobody else is, each turn with a `post` of its own: two would send a letter twice."""
    async with in_turn(parts, topology.NOTIFIER, partial(_notifier, parts, post)):
        yield


@asynccontextmanager
async def in_turn(parts: Instance, name: str, work: Work) -> AsyncIterator[None]:
    """Have work done whenever it is our turn: at once where nobody else has it, else as soon as they go."""
    begun, over = asyncio.Event(), asyncio.Event()
    working = asyncio.create_task(_turn_after_turn(parts, name, work, begun, over))
    try:
        await begun.wait()
        yield
    finally:
        over.set()
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)


async def _turn_after_turn(parts: Instance, name: str, work: Work, begun: asyncio.Event, over: asyncio.Event) -> None:
    attempts, failed = Attempts(), 0
    while not over.is_set():
        well = await attempts.attempt(name, _one_turn(parts, name, work, begun, over))
        begun.set()  # whoever waits to begin learns from the log what is wrong, and can be told to stop
        failed = 0 if well else failed + 1
        await asyncio.sleep(min(delay(failed), AGAIN) if failed else 0)


async def _one_turn(parts: Instance, name: str, work: Work, begun: asyncio.Event, over: asyncio.Event) -> None:
    def stand_by() -> None:
        log.info("%s: another one is at work; this one stands by", name)
        begun.set()

    async with turn(parts.engine, name, stand_by) as lost, work(lost):
        log.info("%s: at work", name)
        begun.set()
        if over.is_set():  # the cancellation was lost in a library
            return
        await lost.wait()
    log.warning("%s: bus or database were lost for a moment; it begins anew", name)


@asynccontextmanager
async def _clerk(parts: Instance, clock: Clock, lost: Lost) -> AsyncIterator[None]:
    ledger = Ledger(parts.engine, clerk.handlers(), parts.bus.publish_all)
    await ledger.tell_pending()
    async with timekeeper_at_work(parts, clock) as timekeeper, sweeper_at_work(parts) as sweeper:

        async def apply(facts: Sequence[Any]) -> None:
            await clerk.apply(ledger, parts.bus, facts)
            timekeeper.hear(facts)
            sweeper.hear(facts)

        async with _reading(parts, topology.CLERK, apply, lost):
            yield


@asynccontextmanager
async def _notifier(
    parts: Instance, post: Callable[[], AbstractContextManager[Post]], lost: Lost
) -> AsyncIterator[None]:
    stop = asyncio.Event()
    with post() as ours:
        async with _reading(parts, topology.NOTIFIER, ours.receive, lost):
            sending = asyncio.create_task(ours.run(stop))
            sending.add_done_callback(lambda _sending: lost.set())  # without a database nothing can be sent
            try:
                yield
            finally:
                stop.set()
                await sending


@asynccontextmanager
async def _reading(parts: Instance, name: str, apply: Apply, lost: Lost) -> AsyncIterator[None]:
    async def apply_in_turn(facts: Sequence[Any]) -> None:
        if lost.is_set():
            raise TurnLostError(name)
        await apply(facts)

    async def begin_anew() -> None:
        """What was on its way when the connection was lost has reached nobody, and newer facts would pass it."""
        lost.set()

    broker = broker_of(parts, begin_anew)
    reader = next(reader for reader in topology.readers() if reader.name == name)
    door = Reception(reader, apply_in_turn, await broker.connect())
    try:
        await door.open(broker)
        await broker.start()
        yield
    finally:
        with suppress(NatsError):  # a bus that is away has nothing to be told
            await asyncio.gather(*(subscriber.stop() for subscriber in broker.subscribers))
            await door.close()  # on the same connection, behind the last acknowledgements
        with suppress(NatsError):
            await broker.stop()


@asynccontextmanager
async def timekeeper_at_work(parts: Instance, clock: Clock) -> AsyncIterator[Timekeeper]:
    """Run the timekeeper inside this process: beside a clerk, who does what it says is due."""
    settings = parts.settings
    timekeeper = Timekeeper(parts.engine, parts.bus.publish, clock, settings.city, settings.timezone)
    keeping = asyncio.create_task(timekeeper.run())
    try:
        yield timekeeper
    finally:
        await ended(keeping)


@asynccontextmanager
async def sweeper_at_work(parts: Instance) -> AsyncIterator[Sweeper]:
    """Run the sweeper inside this process: beside a clerk, after whose commits it overwrites what was erased."""
    sweeper = Sweeper(parts.engine, parts.client.jetstream(), parts.settings.home / ERASURES)
    sweeping = asyncio.create_task(sweeper.run())
    try:
        yield sweeper
    finally:
        await ended(sweeping)


class Broker(NatsBroker):
    """FastStream's broker, on a connection of ours."""

    def __init__(self, own: Line, *servers: str, **options: Any) -> None:
        super().__init__(*servers, **options)
        self._own = own

    async def _connect(self) -> Client:
        await self._own.connect(**self._connection_kwargs)
        self.config.connect(self._own)
        return self._own


def broker_of(parts: Instance, on_return: Callable[[], Awaitable[None]]) -> NatsBroker:
    """Return FastStream's own connection to the server that this process is connected to."""
    return Broker(
        line(parts.settings),
        settings_url(parts),
        logger=None,
        graceful_timeout=DRAIN,
        max_reconnect_attempts=-1,  # its own default gives up after two minutes, for ever
        reconnect_time_wait=1,
        reconnected_cb=on_return,
        ping_interval=5,  # a server that is connected and silent is left after two of them
    )


def settings_url(parts: Instance) -> str:
    """Return where this process is connected to, so that FastStream's broker joins the same server."""
    url = parts.client.connected_url
    assert url is not None  # noqa: S101 - `instance` yields a connected client only
    return url.geturl()
