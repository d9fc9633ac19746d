"""Readers of the bus at work inside this process: the clerk, the notifier."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

from faststream.nats import NatsBroker
from faststream.nats.security import NatsJWT
from nats.errors import Error as NatsError

from deploy.credentials import shown
from deploy.wiring import Instance, now
from events import topology
from events.base import Clock
from storage.ledger import Ledger
from workers import clerk
from workers.reception import DRAIN, Reception
from workers.sweeping import Sweeper
from workers.timekeeper import Timekeeper

ERASURES = "erasures.jsonl"  # in the data folder: who was erased, for a restore


@asynccontextmanager
async def clerk_at_work(parts: Instance, clock: Clock = now) -> AsyncIterator[None]:
    """Run the clerk inside this process, with the timekeeper and the sweeper beside it."""
    ledger = Ledger(parts.engine, clerk.handlers(), parts.bus.publish_all)
    await ledger.tell_pending()
    async with timekeeper_at_work(parts, clock) as timekeeper, sweeper_at_work(parts) as sweeper:

        async def apply(facts: Sequence[Any]) -> None:
            await clerk.apply(ledger, parts.bus, facts)
            timekeeper.hear(facts)
            sweeper.hear(facts)

        async with reading(parts, topology.CLERK, apply):
            yield


@asynccontextmanager
async def timekeeper_at_work(parts: Instance, clock: Clock) -> AsyncIterator[Timekeeper]:
    """Run the timekeeper inside this process: beside a clerk, who does what it says is due."""
    settings = parts.settings
    timekeeper = Timekeeper(parts.engine, parts.bus.publish, clock, settings.city, settings.timezone)
    keeping = asyncio.create_task(timekeeper.run())
    try:
        yield timekeeper
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)


@asynccontextmanager
async def sweeper_at_work(parts: Instance) -> AsyncIterator[Sweeper]:
    """Run the sweeper inside this process: beside a clerk, after whose commits it overwrites what was erased."""
    sweeper = Sweeper(parts.engine, parts.client.jetstream(), parts.settings.home / ERASURES)
    sweeping = asyncio.create_task(sweeper.run())
    try:
        yield sweeper
    finally:
        sweeping.cancel()
        await asyncio.gather(sweeping, return_exceptions=True)


@asynccontextmanager
async def reading(parts: Instance, name: str, apply: Callable[[Sequence[Any]], Awaitable[None]]) -> AsyncIterator[None]:
    """Read a consumer's facts into `apply`."""
    broker = broker_of(parts)
    reader = next(reader for reader in topology.readers() if reader.name == name)
    await broker.connect()
    await Reception(reader, apply, parts.client).open(broker)
    await broker.start()
    try:
        yield
    finally:
        with suppress(NatsError):  # a bus that is away has nothing to be told
            await broker.stop()


def broker_of(parts: Instance) -> NatsBroker:
    """Return FastStream's own connection to the server that this process is connected to."""
    credentials = shown(parts.settings.nats_creds)
    security = NatsJWT(credentials["user_jwt_cb"], credentials["signature_cb"]) if credentials else None
    return NatsBroker(
        settings_url(parts),
        logger=None,
        graceful_timeout=DRAIN,
        security=security,
        max_reconnect_attempts=-1,  # its own default gives up after two minutes, for ever
        reconnect_time_wait=1,
    )


def settings_url(parts: Instance) -> str:
    """Return where this process is connected to, so that FastStream's broker joins the same server."""
    url = parts.client.connected_url
    assert url is not None  # noqa: S101 - `instance` yields a connected client only
    return url.geturl()


async def has_clerk(parts: Instance) -> bool:
    """Say whether a clerk is waiting for facts somewhere."""
    info = await parts.client.jetstream().consumer_info(topology.FACTS, topology.CLERK)
    return bool(info.num_waiting)
