"""NatsBus on a real server: a fact is stored once, an act is answered, and an absent server is said soon."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, suppress
from functools import partial
from pathlib import Path
from uuid import UUID

import nats
import pytest
from nats.aio.client import Client
from nats.aio.msg import Msg
from sqlalchemy.ext.asyncio import AsyncEngine

from deploy.bus.embedded import nats_at
from events import topology
from events.base import Event, Outcome
from events.bus import LOST, BusAwayError, BusRefusedError, NatsBus
from events.citizens import CitizenJoined
from events.contributions import QuestionAsked
from events.line import Line
from events.patience import on_slow
from storage.ledger import outcome_of
from tests.fakes import MEAT, NOON, Town, person
from tests.servers import Server, server

pytestmark = pytest.mark.nats


def asked(n: int = 1, text: str = "Pourquoi de la viande chaque jour ?") -> QuestionAsked:
    return QuestionAsked(
        event_id=person(f"asked {n}"), city="lyon", occurred_at=NOON, theme=MEAT, citizen=person("ada"), text=text
    )


def joined() -> CitizenJoined:
    return CitizenJoined(event_id=person("x"), city="lyon", occurred_at=NOON, citizen=person("ada"), language="fr")


async def stored(client: Client) -> int:
    return (await client.jetstream().stream_info(topology.FACTS)).state.messages


@pytest.fixture
async def bus(nats_client: Client) -> NatsBus:
    bus = NatsBus(nats_client, patience=10)
    await bus.listen()
    return bus


class Answering:
    """Someone who decides each act that they see, in the memory of `decisions`."""

    def __init__(self, bus: NatsBus, client: Client) -> None:
        self._bus, self._client = bus, client
        self.decisions: dict[UUID, Outcome] = {}

    async def start(self) -> None:
        await self._client.subscribe("palabre.*.question.asked", cb=self._decide)

    async def recall(self, fact: UUID) -> Outcome | None:
        return self.decisions.get(fact)

    async def _decide(self, message: Msg) -> None:
        act = QuestionAsked.model_validate_json(message.data)
        self.decisions.setdefault(act.event_id, Outcome(fact=act.event_id, code="received", params={"ref": "Q-1"}))
        await self._bus.announce(act.city, [self.decisions[act.event_id]])


async def test_a_fact_told_twice_is_stored_once(bus: NatsBus, nats_client: Client) -> None:
    for _ in range(2):
        await bus.publish(asked())
    await asyncio.gather(*(bus.publish(asked()) for _ in range(5)))
    assert await stored(nats_client) == 1
    message = await nats_client.jetstream().get_msg(topology.FACTS, seq=1)
    assert message.subject == "palabre.lyon.question.asked"
    assert QuestionAsked.model_validate_json(message.data or b"") == asked()


async def test_many_facts_keep_their_order(bus: NatsBus, nats_client: Client) -> None:
    facts = [asked(n) for n in range(300)]
    await bus.publish_all(facts)
    js = nats_client.jetstream()
    found = [(await js.get_msg(topology.FACTS, seq=seq)).data for seq in range(1, 301)]
    assert found == [fact.model_dump_json().encode() for fact in facts]


async def test_an_act_is_answered_with_what_was_decided(bus: NatsBus, nats_client: Client) -> None:
    await Answering(bus, nats_client).start()
    outcomes = await asyncio.gather(*(bus.decide(asked(n)) for n in range(20)))
    assert outcomes == [
        Outcome(fact=asked(n).event_id, code="received", params={"ref": "Q-1"}) for n in range(20)
    ]  # fmt: skip


async def test_an_act_decided_earlier_is_answered_from_memory(nats_client: Client) -> None:
    someone = Answering(NatsBus(nats_client), nats_client)
    bus = NatsBus(nats_client, recall=someone.recall, patience=60)
    await bus.listen()
    await bus.publish(asked())
    someone.decisions[asked().event_id] = Outcome(fact=asked().event_id, code="received")
    began = time.monotonic()
    assert await bus.decide(asked()) == someone.decisions[asked().event_id]
    assert time.monotonic() - began < 5


async def test_an_answer_that_was_missed_is_read_when_patience_ends(nats_client: Client, engine: AsyncEngine) -> None:
    town = Town(engine)
    bus = NatsBus(nats_client, recall=partial(outcome_of, engine), patience=0.05)  # and it does not listen
    assert await bus.decide(joined()) is None
    [outcome] = await town.apply(joined())
    assert await bus.decide(joined()) == outcome


async def test_two_who_wait_for_the_same_act_hear_the_same(bus: NatsBus, nats_client: Client) -> None:
    seen = asyncio.Event()

    async def see(_message: Msg) -> None:
        seen.set()

    await nats_client.subscribe("palabre.*.question.asked", cb=see)
    waiting = [asyncio.create_task(bus.decide(asked())) for _ in range(2)]
    await asyncio.wait_for(seen.wait(), 5)
    outcome = Outcome(fact=asked().event_id, code="received")
    await bus.announce("lyon", [outcome])
    assert await asyncio.wait_for(asyncio.gather(*waiting), 5) == [outcome, outcome]


@pytest.fixture
async def stopping(tmp_path: Path) -> AsyncIterator[tuple[Client, Callable[[], object]]]:
    """A client of a server that the test can stop."""
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(AsyncExitStack())
        address = await server.enter_async_context(nats_at(tmp_path))
        client = await nats.connect(address, error_cb=quiet, max_reconnect_attempts=-1, reconnect_time_wait=0.05)
        await topology.apply(client.jetstream())
        yield client, server.aclose
        with suppress(*LOST):
            await client.close()


async def quiet(_error: Exception) -> None:
    """The test stops the server itself."""


async def test_a_server_that_is_away_is_said_within_seconds(
    stopping: tuple[Client, Callable[[], "asyncio.Future[None]"]],
) -> None:
    client, stop = stopping
    bus = NatsBus(client, election=1)
    await bus.publish(asked(1))
    await stop()
    acts: list[Callable[[Event], object]] = [bus.publish, bus.decide]
    began = time.monotonic()
    found = await asyncio.gather(*(act(asked(2)) for act in acts), return_exceptions=True)  # type: ignore[call-overload]  # both are awaitable
    assert [type(each) for each in found] == [BusAwayError, BusAwayError]
    assert time.monotonic() - began < 4


NO_QUESTIONS = """
authorization { users: [
  {user: owner, password: o}
  {user: bot, password: b, permissions: {publish: {deny: "palabre.*.question.asked"}}}
]}
"""


@pytest.fixture
async def rights(tmp_path: Path) -> AsyncIterator[tuple[Client, Server]]:
    """A client that may not publish questions, and its server."""
    async with server(tmp_path, NO_QUESTIONS) as found:
        owner = await nats.connect(found.address, user="owner", password="o")
        await topology.apply(owner.jetstream())
        client = Line(user="the bot")
        await client.connect(found.address, user="bot", password="b", error_cb=quiet)
        yield client, found
        await client.close()
        await owner.close()


async def test_a_fact_that_we_may_not_publish_is_refused_at_once_by_name_and_without_its_words(
    rights: tuple[Client, Server],
) -> None:
    bus = NatsBus(rights[0])
    acts: list[Callable[[Event], object]] = [bus.publish, bus.decide]
    began = time.monotonic()
    found = await asyncio.gather(*(act(asked(n)) for n, act in enumerate(acts)), return_exceptions=True)  # type: ignore[call-overload]  # both are awaitable
    assert [(type(each), str(each)) for each in found] == [
        (BusRefusedError, "the bus does not allow the bot to publish palabre.lyon.question.asked")
    ] * 2
    assert time.monotonic() - began < 0.4
    await bus.publish(joined())
    assert await stored(rights[0]) == 1


async def test_a_right_that_was_missing_once_does_not_excuse_a_server_in_silence(
    rights: tuple[Client, Server],
) -> None:
    client, found = rights
    bus = NatsBus(client, election=1)
    with pytest.raises(BusRefusedError):
        await bus.publish(asked())
    async with found.frozen():
        with pytest.raises(BusAwayError, match=r"^the bus did not store citizen\.joined$"):
            await bus.publish(joined())


class Stream:
    """What stands for a stream on a server that has none: it answers what the test has written."""

    def __init__(self, *answers: dict[str, object]) -> None:
        self._answers = list(answers)
        self.ids: list[str] = []

    async def answer(self, message: Msg) -> None:
        self.ids.append((message.headers or {})["Nats-Msg-Id"])
        await message.respond(json.dumps(self._answers.pop(0)).encode())


def refusal(code: int, err_code: int, description: str) -> dict[str, object]:
    return {"error": {"code": code, "err_code": err_code, "description": description}}


async def test_while_a_leader_is_elected_a_fact_is_told_again_under_the_same_id(nats_address: str) -> None:
    stream = Stream(
        refusal(503, 10008, "JetStream system temporarily unavailable"),
        refusal(409, 10158, "duplicate message id is in process"),
        refusal(500, 10077, "stream store failed"),
        {"stream": topology.FACTS, "seq": 1},
    )
    client = await nats.connect(nats_address)
    telling = asyncio.create_task(NatsBus(client).publish(joined()))
    probe = await client.subscribe("_INBOX.>")
    await probe.next_msg(5)  # that nobody listens, as without a leader
    await client.subscribe(joined().subject, cb=stream.answer)
    await telling
    await client.close()
    assert stream.ids == [str(joined().event_id)] * 4


async def test_what_the_stream_will_never_take_is_refused_at_once(nats_address: str) -> None:
    stream = Stream(refusal(400, 10054, "message size exceeds maximum allowed"))
    client = await nats.connect(nats_address)
    await client.subscribe(joined().subject, cb=stream.answer)
    with pytest.raises(
        BusRefusedError, match=r"^the bus refused citizen\.joined: message size exceeds maximum allowed$"
    ):
        await NatsBus(client).publish(joined())
    await client.close()


async def test_people_hear_within_a_second_that_the_bus_is_slow_and_the_fact_is_stored_once(tmp_path: Path) -> None:
    told = asyncio.Event()

    async def tell() -> None:
        assert not told.is_set()
        told.set()

    async with server(tmp_path) as found:
        client = await nats.connect(found.address)
        await topology.apply(client.jetstream())
        on_slow.set(tell)
        async with found.frozen():
            telling = asyncio.create_task(NatsBus(client).publish(asked()))
            await asyncio.wait_for(told.wait(), 1.5)  # a second, and the noise of a machine under test
        await telling
        await NatsBus(client).publish(asked(2))
        assert await stored(client) == 2
        await client.close()


async def test_what_the_stream_does_not_take_is_an_error_not_a_loss(bus: NatsBus) -> None:
    too_long = asked(text="a" * 2000).model_copy(update={"text": "a" * 3_000_000})
    topology_limit = 4 * 1024 * 1024
    assert len(too_long.model_dump_json()) < topology_limit
    await bus.publish(too_long)
    elsewhere = too_long.model_copy(update={"text": "a" * topology_limit})
    with pytest.raises(Exception, match=r"(?i)payload"):
        await bus.publish(elsewhere)
