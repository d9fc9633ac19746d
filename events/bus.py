"""The port through which facts leave a process, and its two sides: NATS and memory."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Protocol
from uuid import UUID

from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.errors import ConnectionClosedError, ConnectionReconnectingError, NoRespondersError
from nats.errors import TimeoutError as NatsTimeoutError
from nats.js.errors import APIError, NoStreamResponseError, ServiceUnavailableError
from pydantic import TypeAdapter

from events.base import Event, Outcome
from events.topology import FACTS

Recall = Callable[[UUID], Awaitable[Outcome | None]]

OUTCOMES = "palabre-outcomes"  # a core subject: told once to whoever waits, kept in the receipts
PUBLISH_SECONDS = 2.0
TRIES = 3  # an election of the stream's leader takes about five seconds
UNREACHABLE = (
    NatsTimeoutError,
    NoRespondersError,
    NoStreamResponseError,
    ServiceUnavailableError,
    ConnectionClosedError,
    ConnectionReconnectingError,
)

# What leaving a lost connection raises, since it sends what is left: in asyncio, in uvloop, in asyncio of Python 3.12+.
LOST = (OSError, RuntimeError, TypeError)

_outcomes = TypeAdapter(list[Outcome])


class BusAwayError(ConnectionError):
    """The bus did not store a fact: nothing is lost as long as the cause is told again."""


class Bus(Protocol):
    """Where facts are told."""

    async def publish(self, fact: Event) -> None:
        """Tell `fact` to whoever listens; return once the bus has stored it. Raises BusAwayError."""
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

    def __init__(self, client: Client, *, recall: Recall | None = None, patience: float = 2.0) -> None:
        self._client = client
        self._js = client.jetstream(timeout=PUBLISH_SECONDS)
        self._recall = recall
        self._patience = patience
        self._waiting: dict[UUID, asyncio.Future[Outcome]] = {}

    async def listen(self) -> None:
        """Begin to hear outcomes; needed before `decide`."""
        await self._client.subscribe(f"{OUTCOMES}.*", cb=self._hear)

    async def publish(self, fact: Event) -> None:
        """Publish under the fact's own id, so that telling it twice is telling it once."""
        await self._store(fact)

    async def publish_all(self, facts: Iterable[Event]) -> None:
        """Publish many facts with one wait; their order is kept."""
        await asyncio.gather(*(self._store(fact) for fact in facts))

    async def decide(self, act: Event) -> Outcome | None:
        heard = self._waiting.setdefault(act.event_id, asyncio.get_running_loop().create_future())
        try:
            if await self._store(act) and (known := await self._remembered(act.event_id)):
                return known
            return await asyncio.wait_for(asyncio.shield(heard), self._patience)
        except TimeoutError:
            return await self._remembered(act.event_id)
        finally:
            self._waiting.pop(act.event_id, None)

    async def announce(self, city: str, outcomes: list[Outcome]) -> None:
        """Tell whoever waits what was decided; who missed it reads the receipts."""
        await self._client.publish(f"{OUTCOMES}.{city}", _outcomes.dump_json(outcomes))

    async def _remembered(self, fact: UUID) -> Outcome | None:
        return await self._recall(fact) if self._recall else None

    async def _store(self, fact: Event) -> bool:
        """Return whether the stream had the fact already."""
        payload, headers = fact.model_dump_json().encode(), {"Nats-Msg-Id": str(fact.event_id)}
        for last in (attempt == TRIES for attempt in range(1, TRIES + 1)):
            try:
                ack = await self._js.publish(fact.subject, payload, stream=FACTS, headers=headers)
            except UNREACHABLE as away:
                if last:
                    raise BusAwayError(f"the bus did not store {fact.kind}") from away
            except APIError as refused:
                raise BusAwayError(f"the bus refused {fact.kind}: {refused.description}") from refused
            else:
                return bool(ack.duplicate)
        raise AssertionError("unreachable")

    async def _hear(self, message: Msg) -> None:
        for outcome in _outcomes.validate_json(message.data):
            waiting = self._waiting.get(outcome.fact)
            if waiting and not waiting.done():
                waiting.set_result(outcome)


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
