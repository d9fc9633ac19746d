"""Where facts come in: batches, acknowledgements, retries, dead letters. The one place that catches everything.

FastStream's subscriber waits for the first fact of a batch; whatever else waits then is fetched with it, so that a
lone fact is worked at once and a flood is worked in large transactions (an own batch of FastStream fills up until
its time is over, which would make a lone citizen wait).

Order is kept: while database or bus are away the facts in hand are held, not handed back behind newer ones; and what
a killed predecessor held is taken back before anything newer.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count

from faststream import AckPolicy
from faststream.nats import JStream, NatsBroker, NatsMessage, PullSub
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription
from nats.errors import Error as NatsError
from nats.js import JetStreamContext
from pydantic import ValidationError
from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from events.base import Event
from events.bus import BusAwayError, BusRefusedError
from events.catalogue import UnknownKindError, catalogue, kind_of, read
from events.spans import HEADER, span
from events.topology import DEAD, FACTS, Reader
from storage.turn import TurnLostError
from workers.answers import NoAnswerError
from workers.meters import BURIED
from workers.takeover import Doubt, leave, take_back

log = logging.getLogger(__name__)

Apply = Callable[[Sequence[Event]], Awaitable[None]]

MOST = 500  # facts in one transaction
TRIES = 5  # of a fact that fails by itself; while database or bus are away it waits as long as it takes
LONGEST_DELAY = 30.0
PATIENCE = 2.0  # seconds for the bus to hand over what waits
LINGER = 4.0  # seconds until it is asked anew: a bus that was started again has forgotten that we asked
DRAIN = 5.0  # seconds that a worker has to finish what is in hand; in an outage it leaves it to who comes next
AWAY = (
    OperationalError,
    InterfaceError,
    OSError,
    TimeoutError,
    PoolTimeoutError,
    BusAwayError,
    BusRefusedError,  # what a worker may not publish waits in its outbox; it is not the fault of the facts in hand
)
HEADERS = 8 * 1024  # bytes that a dead letter has for what is said of it: the bus counts them as its own
LONGEST_ID = 200
SAID = (
    UnknownKindError,
    BusAwayError,
    BusRefusedError,
    NoAnswerError,
)  # errors whose words hold nothing of a fact's content


@dataclass
class Reception:
    """The door of one reader: every fact that comes in is applied, put off, or buried with its reason."""

    reader: Reader
    apply: Apply
    client: Client
    pause: Callable[[float], Awaitable[object]] = asyncio.sleep
    js: JetStreamContext = field(init=False)
    _rest: "Rest | None" = field(default=None, init=False)
    _doubt: Doubt = field(default_factory=Doubt, init=False)

    def __post_init__(self) -> None:
        self.js = self.client.jetstream()

    async def open(self, broker: NatsBroker) -> None:
        """Begin to read the durable consumer, which events.topology has made; nobody else may be reading it."""
        self._doubt = await take_back(self.js, self.reader.name)
        self._rest = await Rest.of(self.client, self.reader.name)
        self.declare(broker)

    def declare(self, broker: NatsBroker) -> None:
        """Say what is read, and how; nothing is asked of the bus yet."""
        subscriber = broker.subscriber(
            f"palabre.*.{self.reader.kinds[0]}" if len(self.reader.kinds) == 1 else "palabre.>",
            stream=JStream(FACTS, declare=False),
            durable=self.reader.name,
            pull_sub=PullSub(batch_size=1, timeout=LINGER),
            ack_policy=AckPolicy.MANUAL,
            decoder=_as_it_is,
            inbox_prefix=self.client.new_inbox().rpartition(".")[0].encode() + b".",  # nobody else may hear it
            title=self.reader.name,
        )

        @subscriber
        async def on_fact(message: NatsMessage) -> None:
            await self.receive(await self._with_rest(message.raw_message))

    async def close(self) -> None:
        """Leave in order, once nothing is read any more."""
        with suppress(NatsError):  # a bus that is away has nothing to be told
            await leave(self.js, self.reader.name)

    async def receive(self, messages: Sequence[Msg]) -> None:
        """Apply a batch, after what is in doubt."""
        for message in messages:
            if self._doubt.about(place(message)):
                await self._receive_with_care(message)
        await self._receive([message for message in messages if not self._doubt.about(place(message))])

    async def _receive_with_care(self, message: Msg) -> None:
        """Work a fact by itself that may have killed our predecessors; the first, if nobody survived it, is buried."""
        deaths, self._doubt = self._doubt.deaths, self._doubt.passed()
        if deaths >= TRIES:
            await self._bury(message, f"its worker died {deaths} times")
        else:
            await self._receive([message])

    async def _receive(self, messages: Sequence[Msg]) -> None:
        """Apply a batch; where that fails, each half by itself, and so on: a few bad facts cost the others little."""
        readable = [(message, fact) for message in messages if (fact := await self._read(message))]
        if not readable:
            return
        try:
            with worked(readable):
                await self._applied(readable)
        except TurnLostError:
            for message, _ in readable:
                await message.nak()
        except Exception as error:  # whatever one fact does must not stop the others
            if len(readable) == 1:
                await self._failed(*readable[0], error)
            else:
                half = len(readable) // 2
                for part in (readable[:half], readable[half:]):
                    await self._receive([message for message, _ in part])
        else:
            for message, _ in readable:
                await self._done(message)

    async def _done(self, message: Msg) -> None:
        """Acknowledge; what is in doubt for sure, since it would be suspected if the bus did not hear of it."""
        if self._doubt.about(place(message)):
            with suppress(NatsError):
                await message.ack_sync()
        else:
            await message.ack()

    async def _applied(self, held: Sequence[tuple[Msg, Event]]) -> None:
        """Apply facts; while database or bus are away, hold them and try again."""
        for tries in count():
            try:
                return await self.apply([fact for _, fact in held])
            except Exception as error:
                if not away(error):
                    raise
                log.warning("%s: the world is away (%s); %d facts wait", self.reader.name, reason_of(error), len(held))
            await self.pause(delay(tries))
            for message, _ in held:
                with suppress(NatsError):  # the bus may be what is away: the facts then come again by themselves
                    await message.in_progress()
        return None

    async def _with_rest(self, first: Msg) -> list[Msg]:
        """Return the first fact and what waits behind it, in the order of the stream."""
        most = min(first.metadata.num_pending, MOST - 1)
        rest = await self._rest.take(most) if self._rest and most else []
        return sorted([first, *rest], key=place)

    async def _read(self, message: Msg) -> Event | None:
        """Return the fact in a message; None for what others read, and for what nobody can, which is buried."""
        kind = kind_of(message.subject)
        if kind in catalogue() and kind not in self.reader.kinds:
            await self._done(message)
            return None
        try:
            return read(kind, message.data)
        except (ValidationError, UnknownKindError) as unreadable:
            await self._bury(message, f"unreadable: {reason_of(unreadable)}")
            return None

    async def _failed(self, message: Msg, fact: Event, error: Exception) -> None:
        log.error("%s: %s failed (%s), try %d", self.reader.name, fact.kind, type(error).__name__, delivered(message))
        if delivered(message) >= TRIES:
            await self._bury(message, f"failed {TRIES} times: {reason_of(error)}")
        else:
            await message.nak(delay=delay(delivered(message) - 1))

    async def _bury(self, message: Msg, reason: str) -> None:
        """Keep a message that cannot be worked, with its reason, and take it out of the way.

        One that is too large to be told again with all that is said of it here stays where it is: its letter is empty.
        """
        headers = {
            "Nats-Msg-Id": f"{self.reader.name}/{place(message)}",
            "Palabre-Reason": reason,
            "Palabre-Subject": message.subject,
            "Palabre-Fact": (message.headers or {}).get("Nats-Msg-Id", "")[:LONGEST_ID],
        }
        data = message.data if len(message.data) <= self.client.max_payload - HEADERS else b""
        await self.js.publish(f"dead.{self.reader.name}", data, stream=DEAD, headers=headers)
        BURIED.labels(self.reader.name).inc()
        await self._done(message)


class Attempts:
    """Work that is done again and again: what fails stops nothing else, and is told once, until it goes well."""

    def __init__(self) -> None:
        self._told: dict[str, str] = {}

    async def attempt(self, name: str, work: Awaitable[object]) -> bool:
        """Do some work; return whether it went well."""
        try:
            await work
        except Exception as error:  # whatever one thing does must not stop the others
            self._tell(name, reason_of(error))
            return False
        if self._told.pop(name, None):
            log.warning("%s: goes on", name)
        return True

    def _tell(self, name: str, reason: str) -> None:
        if self._told.get(name) != reason:
            log.error("%s failed (%s): it is tried again", name, reason)
        self._told[name] = reason


class Rest:
    """What waits at a consumer, taken without waiting for more.

    nats-py's own fetch lingers at the server: what comes in at its last moment is handed to nobody until ACK_WAIT ends.
    """

    def __init__(self, client: Client, name: str, inbox: str, arriving: Subscription) -> None:
        self._client = client
        self._next = f"$JS.API.CONSUMER.MSG.NEXT.{FACTS}.{name}"
        self._inbox = inbox
        self._arriving = arriving
        self._asked = count()

    @classmethod
    async def of(cls, client: Client, name: str) -> "Rest":
        inbox = client.new_inbox()
        return cls(client, name, inbox, await client.subscribe(f"{inbox}.*"))

    async def take(self, most: int) -> list[Msg]:
        """Return up to `most` facts; what the bus hands over too late is among the next."""
        reply, taken = f"{self._inbox}.{next(self._asked)}", list[Msg]()
        with suppress(NatsError):  # the first fact is in hand and must be worked, whatever becomes of the others
            await self._client.publish(self._next, json.dumps({"batch": most, "no_wait": True}).encode(), reply)
            while len(taken) < most:
                message = await self._arriving.next_msg(PATIENCE)
                if "Status" not in (message.headers or {}):
                    taken.append(message)
                elif message.subject == reply:  # no more
                    break
        return taken


@contextmanager
def worked(held: Sequence[tuple[Msg, Event]]) -> Iterator[None]:
    """Keep a span of each fact in a batch: it takes as long as the batch does."""
    with ExitStack() as spans:
        for message, fact in held:
            parent = (message.headers or {}).get(HEADER)
            spans.enter_context(span(f"work {fact.kind}", fact.trail, parent=parent, aside=True))
        yield


async def _as_it_is(message: NatsMessage) -> bytes:
    """Hand a message's bytes over: FastStream would look whether they are JSON, and fail at some that are none."""
    return message.body


def away(error: Exception) -> bool:
    """Say whether it is the world that fails, not the fact: database or bus cannot be reached."""
    if isinstance(error, DBAPIError) and (error.connection_invalidated or type(error) in {DBAPIError, DatabaseError}):
        return (
            True  # what PostgreSQL says while it starts or shuts down has no class; SQLite's damaged file has no other
        )
    return isinstance(error, AWAY)


def delay(tries: int) -> float:
    """Return the seconds to wait after so many tries before this one; they grow with each."""
    return min(2.0 ** min(tries, 10) / 4, LONGEST_DELAY)


def place(message: Msg) -> int:
    """Return where the fact lies in the stream."""
    return message.metadata.sequence.stream


def delivered(message: Msg) -> int:
    return message.metadata.num_delivered or 1


def reason_of(error: Exception) -> str:
    """Return a reason without any of the fact's content: a validation error names fields only."""
    if isinstance(error, ValidationError):
        places = {".".join(map(str, each["loc"])) + " " + each["type"] for each in error.errors(include_input=False)}
        return "; ".join(sorted(places))[:300]
    return str(error)[:300] if isinstance(error, SAID) else type(error).__name__
