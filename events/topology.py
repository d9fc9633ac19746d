"""The streams, consumers and buckets of the bus: the one place where their names are written.

`apply` may be called any number of times; the second time changes nothing. How many copies are kept follows from the
bus: three of everything where it is a cluster, of which one server may then be lost; one on a single server.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, fields
from typing import TypeVar

from nats.js import JetStreamContext
from nats.js.api import (
    AckPolicy,
    ConsumerConfig,
    ConsumerInfo,
    DeliverPolicy,
    DiscardPolicy,
    KeyValueConfig,
    RetentionPolicy,
    StorageType,
    StreamConfig,
    StreamInfo,
)
from nats.js.errors import NotFoundError, ServerError

from events.catalogue import catalogue
from events.news import NewsAddressed
from events.results import ResultPublished

T = TypeVar("T")

FACTS = "FACTS"
SUBJECTS = "palabre.*.*.*"  # city, and a kind in two parts
DEAD = "DEAD"
DIALOGUES = "DIALOGUES"
BUCKET = f"KV_{DIALOGUES}"  # the stream behind it
COPIES = 3  # of each stream, where the bus is a cluster
SINGLE = 10074  # what a server answers that has nobody to give a copy to
DUPLICATE_WINDOW = 120  # seconds; beyond it the receipts in SQL keep watch

# Requests outside the streams, each followed by the city: bring a theme's results up to date; say what is like a text;
# say that you are at work, and what you lack; show what you have done; say what the citizens' bot is called.
COMPUTE = "palabre-compute"
KIN = "palabre-kin"
ROLL = "palabre-roll"
FIGURES = "palabre-figures"
NAME = "palabre-name"

CLERK = "clerk"
NOTIFIER = "notifier"

ACK_WAIT = 60.0  # seconds a worker may hold a fact before it is offered again

# What the server itself says of facts that leave a reader unworked: of what no reader of ours does, but others may.
ADVISORIES = tuple(f"$JS.EVENT.ADVISORY.CONSUMER.{event}.{FACTS}.*" for event in ("MAX_DELIVERIES", "MSG_TERMINATED"))

DIED_AT, DEATHS = "palabre-died-at", "palabre-deaths"  # in a consumer's metadata: where its readers died, how many did


@dataclass(frozen=True, slots=True)
class Reader:
    """A durable pull consumer on the facts: who reads which kinds.

    It has no `max_deliver`: a fact waits as long as an outage takes; workers.reception buries it, never the server.
    One that is given `everything` leaves to others what they read, and buries what nobody can: of a kind that only a
    newer version knows, or none.
    """

    name: str
    kinds: tuple[str, ...]
    everything: bool = False

    def config(self) -> ConsumerConfig:
        return ConsumerConfig(
            durable_name=self.name,
            ack_policy=AckPolicy.EXPLICIT,
            deliver_policy=DeliverPolicy.ALL,
            ack_wait=ACK_WAIT,
            max_ack_pending=5000,
            filter_subjects=[SUBJECTS] if self.everything else [f"palabre.*.{kind}" for kind in self.kinds],
        )


def acts() -> tuple[str, ...]:
    """Return the kinds that people (or imports) cause, which the clerk applies in the order of the stream."""
    consequences = {NewsAddressed.kind, ResultPublished.kind}
    return tuple(kind for kind in catalogue() if kind not in consequences)


def readers() -> tuple[Reader, ...]:
    return Reader(CLERK, acts(), everything=True), Reader(NOTIFIER, (NewsAddressed.kind,))


def streams() -> tuple[StreamConfig, ...]:
    return (
        StreamConfig(
            name=FACTS,
            subjects=[SUBJECTS],
            retention=RetentionPolicy.LIMITS,
            storage=StorageType.FILE,
            discard=DiscardPolicy.NEW,
            duplicate_window=DUPLICATE_WINDOW,
            max_msg_size=4 * 1024 * 1024,
        ),
        StreamConfig(
            name=DEAD,
            subjects=["dead.*", *ADVISORIES],
            retention=RetentionPolicy.LIMITS,
            storage=StorageType.FILE,
            discard=DiscardPolicy.NEW,
            duplicate_window=DUPLICATE_WINDOW,
        ),
    )


async def apply(js: JetStreamContext) -> list[str]:
    """Create or adjust what differs from this module; return what was changed, in words."""
    changes = [change for stream in streams() for change in await _stream(js, stream)]
    changes += [change for reader in readers() for change in await _consumer(js, reader.config())]
    return changes + await _bucket(js)


async def outdated(js: JetStreamContext) -> list[str]:
    """Return the names of streams, consumers and buckets that `apply` would create or adjust."""
    found = [str(wanted.name) for wanted in streams() if not await _as_wanted(js.stream_info(str(wanted.name)), wanted)]
    for reading in (reader.config() for reader in readers()):
        name = str(reading.durable_name)
        found += [] if await _as_wanted(js.consumer_info(FACTS, name), reading) else [name]
    return found if await _as_wanted(js.stream_info(BUCKET), StreamConfig(BUCKET)) else [*found, DIALOGUES]


async def _as_wanted(asking: Awaitable[StreamInfo | ConsumerInfo], wanted: StreamConfig | ConsumerConfig) -> bool:
    try:
        found = await asking
    except NotFoundError:
        return False
    if isinstance(found, StreamInfo) and isinstance(wanted, StreamConfig):
        wanted = _in_copies(wanted, found)
    return not _differences(wanted, found.config)


async def _stream(js: JetStreamContext, wanted: StreamConfig) -> list[str]:
    try:
        found, changes = await js.stream_info(str(wanted.name)), list[str]()
    except NotFoundError:
        found = await _made(lambda copies: js.add_stream(wanted.evolve(num_replicas=copies)))
        changes = [f"stream {wanted.name} created"]
    return changes + await _adjusted(js, wanted, found)


async def _made(make: Callable[[int], Awaitable[T]]) -> T:
    """Make something in three copies, or in one where there is but one server."""
    try:
        return await make(COPIES)
    except ServerError as refused:
        if refused.err_code != SINGLE:
            raise
    return await make(1)


async def _adjusted(js: JetStreamContext, wanted: StreamConfig, found: StreamInfo) -> list[str]:
    wanted = _in_copies(wanted, found)
    differing = _differences(wanted, found.config)
    if differing:
        await js.update_stream(found.config.evolve(**{name: getattr(wanted, name) for name in differing}))
    return [f"stream {wanted.name}: {', '.join(differing)} changed"] if differing else []


def _in_copies(wanted: StreamConfig, found: StreamInfo) -> StreamConfig:
    """Return what is wanted with as many copies as the bus should keep; a single server names no cluster."""
    clustered = found.cluster is not None and found.cluster.name
    return wanted.evolve(num_replicas=max(COPIES, found.config.num_replicas or 1) if clustered else 1)


async def _consumer(js: JetStreamContext, wanted: ConsumerConfig) -> list[str]:
    try:
        found = (await js.consumer_info(FACTS, str(wanted.durable_name))).config
    except NotFoundError:
        await js.add_consumer(FACTS, wanted)
        return [f"consumer {wanted.durable_name} created"]
    differing = _differences(wanted, found)
    if differing:  # the rest stays as it is found: where it began to read, what is noted in its metadata
        await js.add_consumer(FACTS, found.evolve(**{name: getattr(wanted, name) for name in differing}))
    return [f"consumer {wanted.durable_name}: {', '.join(differing)} changed"] if differing else []


async def _bucket(js: JetStreamContext) -> list[str]:
    try:
        found, changes = await js.stream_info(BUCKET), list[str]()
    except NotFoundError:
        await _made(lambda copies: js.create_key_value(KeyValueConfig(DIALOGUES, history=1, replicas=copies)))
        found, changes = await js.stream_info(BUCKET), [f"bucket {DIALOGUES} created"]
    return changes + await _adjusted(js, StreamConfig(BUCKET), found)


def _differences(wanted: StreamConfig | ConsumerConfig, found: StreamConfig | ConsumerConfig) -> list[str]:
    """Return the names of the settings that this module states and the server has otherwise."""
    blank = type(wanted)()
    return [
        field.name
        for field in fields(wanted)
        if getattr(wanted, field.name) != getattr(blank, field.name)
        and _plain(getattr(wanted, field.name)) != _plain(getattr(found, field.name))
    ]


def _plain(value: object) -> object:
    """One filter is handed back by some servers as a single subject; lists compare without order."""
    return sorted(map(str, value)) if isinstance(value, list) else value
