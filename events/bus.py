"""The port through which facts leave a process, and its two sides: NATS and memory."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Protocol
from uuid import UUID

from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.errors import (
    ConnectionClosedError,
    ConnectionReconnectingError,
    NoRespondersError,
    OutboundBufferLimitError,
)
from nats.errors import TimeoutError as NatsTimeoutError
from nats.js.errors import APIError, NoStreamResponseError, ServiceUnavailableError
from pydantic import TypeAdapter

from events.base import Event, Outcome
from events.meters import PUBLISHED, TELLING
from events.patience import patiently
from events.spans import HEADER, span
from events.topology import FACTS

log = logging.getLogger(__name__)

Recall = Callable[[UUID], Awaitable[Outcome | None]]

OUTCOMES = "palabre-outcomes"  # a core subject: told once to whoever waits, kept in the receipts
AT_FIRST, PUBLISH_SECONDS = 0.5, 2.0  # what was lost on its way is told again soon, then with more patience
ELECTION = 6.0  # seconds for which a fact is told again, under the same id: electing a stream's leader takes about five
PAUSE = 0.2
UNREACHABLE = (
    NatsTimeoutError,
    NoRespondersError,
    NoStreamResponseError,
    ServiceUnavailableError,
    ConnectionClosedError,
    ConnectionReconnectingError,
    OutboundBufferLimitError,
)
PASSING = (408, 409, 429)  # codes below 500 that end by themselves: a time-out, the same fact in hand, too much at once

# What leaving a lost connection raises, since it sends what is left: in asyncio, in uvloop, in asyncio of Python 3.12+.
LOST = (OSError, RuntimeError, TypeError)

_outcomes = TypeAdapter(list[Outcome])


class BusAwayError(ConnectionError):
    """The bus did not store a fact: nothing is lost as long as the cause is told again."""


class BusRefusedError(RuntimeError):
    """The bus does not take a fact, and waiting will not change that: a right is missing, or the fact is too large."""


class Bus(Protocol):
    """Where facts are told."""

    async def publish(self, fact: Event) -> None:
        """Tell `fact` to whoever listens; return once the bus has stored it. Raises BusAwayError, BusRefusedError."""
        ...

    async def decide(self, act: Event) -> Outcome | None:
        """Publish `act` and return what was decided about it.

        None when the decision takes longer than a person waits; the act is stored all the same.
        """
        ...


class NatsBus:
    """Tell facts to JetStream, which drops the ones it has heard already.

    `recall` finds the outcome of an act that was decided earlier (the receipts in SQL).
    """

    def __init__(
        self, client: Client, *, recall: Recall | None = None, patience: float = 2.0, election: float = ELECTION
    ) -> None:
        self._client = client
        self._js = client.jetstream(timeout=PUBLISH_SECONDS)
        self._recall = recall
        self._patience = patience
        self._election = election
        self._waiting: dict[UUID, asyncio.Future[Outcome]] = {}

    async def listen(self) -> None:
        """Begin to hear outcomes; needed before `decide`."""
        await self._client.subscribe(f"{OUTCOMES}.*", cb=self._hear)

    async def publish(self, fact: Event) -> None:
        """Publish under the fact's own id, so that telling it twice is telling it once."""
        await patiently(self._store(fact, AT_FIRST))

    async def publish_all(self, facts: Iterable[Event]) -> None:
        """Publish many facts with one wait; their order is kept."""
        await patiently(self._store_all(facts))

    async def decide(self, act: Event) -> Outcome | None:
        heard = self._waiting.setdefault(act.event_id, asyncio.get_running_loop().create_future())
        try:
            if await patiently(self._store(act, AT_FIRST)) and (known := await self._remembered(act.event_id)):
                return known
            async with asyncio.timeout(self._patience):
                return await asyncio.shield(heard)
        except TimeoutError:
            return await self._remembered(act.event_id)
        finally:
            self._waiting.pop(act.event_id, None)

    async def announce(self, city: str, outcomes: list[Outcome]) -> None:
        """Tell whoever waits what was decided; who missed it reads the receipts."""
        await self._client.publish(f"{OUTCOMES}.{city}", _outcomes.dump_json(outcomes))

    async def _remembered(self, fact: UUID) -> Outcome | None:
        return await self._recall(fact) if self._recall else None

    async def _store_all(self, facts: Iterable[Event]) -> None:
        await asyncio.gather(*(self._store(fact) for fact in facts))

    async def _store(self, fact: Event, seconds: float = PUBLISH_SECONDS) -> bool:
        """Return whether the stream had the fact already; `seconds`: how long the first try waits."""
        clock = asyncio.get_running_loop().time
        end = clock() + self._election
        while True:
            try:
                return await self._tell(fact, seconds)
            except (*UNREACHABLE, APIError) as error:
                if refusal := _refusal(fact, error):
                    raise BusRefusedError(refusal) from error
                if clock() >= end:
                    raise BusAwayError(f"the bus did not store {fact.kind}") from error
            seconds = PUBLISH_SECONDS
            await asyncio.sleep(PAUSE)

    async def _tell(self, fact: Event, seconds: float) -> bool:
        payload, headers = fact.model_dump_json().encode(), {"Nats-Msg-Id": str(fact.event_id)}
        with span(f"tell {fact.kind}", fact.trail) as trace, TELLING.time():
            headers |= {HEADER: trace} if trace else {}
            ack = await self._js.publish(fact.subject, payload, seconds, stream=FACTS, headers=headers)
        PUBLISHED.labels(fact.kind).inc()
        if log.isEnabledFor(logging.DEBUG):
            log.debug("told %s", fact.kind, extra=fact.trail)
        return bool(ack.duplicate)

    async def _hear(self, message: Msg) -> None:
        for outcome in _outcomes.validate_json(message.data):
            waiting = self._waiting.get(outcome.fact)
            if waiting and not waiting.done():
                waiting.set_result(outcome)


def _refusal(fact: Event, error: Exception) -> str | None:
    """Return why the bus will never take the fact, None where it may take it soon; no word of its content."""
    if isinstance(error, APIError) and (error.code or 0) < 500 and error.code not in PASSING:  # noqa: PLR2004 - as in HTTP
        return f"the bus refused {fact.kind}: {error.description}"
    return None


class MemoryBus:
    """Keep the facts told, for tests and for a first look; outcomes are those prepared by the test."""

    def __init__(self, outcomes: dict[str, tuple[str, dict[str, object]]] | None = None) -> None:
        self.told: list[Event] = []
        self._outcomes = outcomes or {}

    async def publish(self, fact: Event) -> None:
        """Append `fact` to `told`."""
        self.told.append(fact)

    async def decide(self, act: Event) -> Outcome | None:
        """Append `act` to `told` and return the outcome prepared for its kind, or `done`."""
        self.told.append(act)
        code, params = self._outcomes.get(act.kind, ("done", {}))
        return Outcome.model_validate({"fact": act.event_id, "code": code, "params": params})
