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
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count

from faststream import AckPolicy
from faststream.nats import JStream, NatsBroker, NatsMessage, PullSub
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription
from nats.errors import Error as NatsError
from nats.js import JetStreamContext
from nats.js.api import DeliverPolicy
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from events.base import Event
from events.bus import BusAwayError
from events.catalogue import UnknownKindError, kind_of, read
from events.topology import DEAD, FACTS, Reader

log = logging.getLogger(__name__)

Apply = Callable[[Sequence[Event]], Awaitable[None]]

MOST = 500  # facts in one transaction
TRIES = 5  # of a fact that fails by itself; while database or bus are away it waits as long as it takes
LONGEST_DELAY = 30.0
PATIENCE = 2.0  # seconds for the bus to hand over what waits
LINGER = 4.0  # seconds until it is asked anew: a bus that was started again has forgotten that we asked
DRAIN = 5.0  # seconds that a worker has to finish what is in hand; in an outage it leaves it to who comes next
AWAY = (OperationalError, InterfaceError, OSError, BusAwayError, TimeoutError)


@dataclass
class Reception:
    """The door of one reader: every fact that comes in is applied, put off, or buried with its reason."""

    reader: Reader
    apply: Apply
    client: Client
    pause: Callable[[float], Awaitable[object]] = asyncio.sleep
    js: JetStreamContext = field(init=False)
    _rest: "Rest | None" = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.js = self.client.jetstream()

    async def open(self, broker: NatsBroker) -> None:
        """Begin to read the durable consumer, which events.topology has made."""
        await self._take_back()
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
            title=self.reader.name,
        )

        @subscriber
        async def on_fact(message: NatsMessage) -> None:
            await self.receive(await self._with_rest(message.raw_message))

    async def receive(self, messages: Sequence[Msg]) -> None:
        """Apply a batch; where that fails, each fact by itself, so that one bad fact stops nobody."""
        readable = [(message, fact) for message in messages if (fact := await self._read(message))]
        if not readable:
            return
        try:
            await self._applied(readable)
        except Exception as error:  # whatever one fact does must not stop the others
            if len(readable) == 1:
                await self._failed(*readable[0], error)
            else:
                for message, _ in readable:
                    await self.receive([message])
        else:
            for message, _ in readable:
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

    async def _take_back(self) -> None:
        """Have what a killed predecessor held offered again: at once, and before newer facts.

        The bus alone would wait for ACK_WAIT, while newer facts pass: a question before its author's consent.
        Somebody who waits at the consumer is alive, and keeps what they hold.
        """
        left = await self.js.consumer_info(FACTS, self.reader.name)
        if not left.num_ack_pending or left.num_waiting or left.ack_floor is None:
            return
        from_there = self.reader.config().evolve(
            deliver_policy=DeliverPolicy.BY_START_SEQUENCE, opt_start_seq=left.ack_floor.stream_seq + 1
        )
        await self.js.delete_consumer(FACTS, self.reader.name)
        await self.js.add_consumer(FACTS, from_there)

    async def _with_rest(self, first: Msg) -> list[Msg]:
        """Return the first fact and what waits behind it, in the order of the stream."""
        most = min(first.metadata.num_pending, MOST - 1)
        rest = await self._rest.take(most) if self._rest and most else []
        return sorted([first, *rest], key=lambda message: message.metadata.sequence.stream)

    async def _read(self, message: Msg) -> Event | None:
        try:
            return read(kind_of(message.subject), message.data)
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
        """Keep a message that cannot be worked, with its reason, and take it out of the way."""
        headers = {
            "Nats-Msg-Id": f"{self.reader.name}/{message.metadata.sequence.stream}",
            "Palabre-Reason": reason,
            "Palabre-Subject": message.subject,
            "Palabre-Fact": (message.headers or {}).get("Nats-Msg-Id", ""),
        }
        await self.js.publish(f"dead.{self.reader.name}", message.data, stream=DEAD, headers=headers)
        await message.term()


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


def away(error: Exception) -> bool:
    """Say whether it is the world that fails, not the fact: database or bus cannot be reached."""
    return isinstance(error, AWAY) or (isinstance(error, DBAPIError) and error.connection_invalidated)


def delay(tries: int) -> float:
    """Return the seconds to wait after so many tries before this one; they grow with each."""
    return min(2.0 ** min(tries, 10) / 4, LONGEST_DELAY)


def delivered(message: Msg) -> int:
    return message.metadata.num_delivered or 1


def reason_of(error: Exception) -> str:
    """Return a reason without any of the fact's content: a validation error names fields only."""
    if isinstance(error, ValidationError):
        places = {".".join(map(str, each["loc"])) + " " + each["type"] for each in error.errors(include_input=False)}
        return "; ".join(sorted(places))[:300]
    return str(error)[:300] if isinstance(error, UnknownKindError) else type(error).__name__
