"""Streams and consumers on a real server: made once, adjusted where they differ."""

from collections.abc import AsyncIterator
from pathlib import Path

import nats
import pytest
from nats.aio.client import Client
from nats.js import JetStreamContext
from nats.js.api import DeliverPolicy, StreamConfig

from events import topology
from tests.servers import agreed, cluster

pytestmark = pytest.mark.nats

CREATED = [
    "stream FACTS created",
    "stream DEAD created",
    "consumer clerk created",
    "consumer notifier created",
    "bucket DIALOGUES created",
]


@pytest.fixture
async def js(nats_address: str) -> AsyncIterator[JetStreamContext]:
    """A server on which nothing was made yet."""
    client = await nats.connect(nats_address)
    yield client.jetstream()
    await client.close()


async def test_applied_twice_is_no_change(js: JetStreamContext) -> None:
    first, second = await topology.apply(js), await topology.apply(js)
    assert (first, second) == (CREATED, [])


async def test_what_differs_is_adjusted_and_what_others_set_is_left(js: JetStreamContext) -> None:
    await js.add_stream(StreamConfig(name="FACTS", subjects=["palabre.>"], max_bytes=50_000_000, duplicate_window=60))
    assert (await topology.apply(js))[0] == "stream FACTS: subjects, discard, max_msg_size, duplicate_window changed"
    config = (await js.stream_info("FACTS")).config
    assert (config.subjects, config.duplicate_window, config.max_bytes) == (["palabre.*.*.*"], 120, 50_000_000)
    assert await topology.apply(js) == []


async def test_a_reader_that_is_adjusted_goes_on_where_it_is_with_what_is_noted_about_it(js: JetStreamContext) -> None:
    await topology.apply(js)
    [clerk] = [reader.config() for reader in topology.readers() if reader.name == topology.CLERK]
    noted = {topology.DIED_AT: "7", topology.DEATHS: "2"}
    await js.delete_consumer(topology.FACTS, topology.CLERK)
    began = clerk.evolve(deliver_policy=DeliverPolicy.BY_START_SEQUENCE, opt_start_seq=3, metadata=noted)
    await js.add_consumer(topology.FACTS, began)
    assert (await topology.outdated(js), await topology.apply(js)) == ([], [])
    await js.add_consumer(topology.FACTS, began.evolve(max_ack_pending=7))
    assert await topology.outdated(js) == [topology.CLERK]
    assert await topology.apply(js) == ["consumer clerk: max_ack_pending changed"]
    found = (await js.consumer_info(topology.FACTS, topology.CLERK)).config
    assert (found.max_ack_pending, found.opt_start_seq) == (5000, 3)
    assert {name: found.metadata[name] for name in noted} == noted


async def test_a_cluster_keeps_three_copies_of_everything(tmp_path: Path) -> None:
    async with cluster(tmp_path) as nodes:
        client = await nats.connect([node.address for node in nodes.values()])
        js = client.jetstream(timeout=5)
        await agreed(js)
        first, outdated, second = await topology.apply(js), await topology.outdated(js), await topology.apply(js)
        copies = [(await js.stream_info(name)).config.num_replicas for name in ("FACTS", "DEAD", "KV_DIALOGUES")]
        await client.close()
    assert first == CREATED
    assert (outdated, second, copies) == ([], [], [3, 3, 3])


async def test_what_the_server_gives_up_is_a_dead_letter_too(nats_client: Client) -> None:
    js, dead = nats_client.jetstream(), await nats_client.subscribe("$JS.EVENT.ADVISORY.>")
    await js.add_consumer(topology.FACTS, durable_name="other", ack_policy="explicit", ack_wait=0.1, max_deliver=1)
    await js.publish("palabre.lyon.citizen.joined", b"1")
    await js.publish("palabre.lyon.citizen.joined", b"2")
    other = await js.pull_subscribe_bind("other", stream=topology.FACTS)
    _, second = await other.fetch(2)
    await second.term()
    while "MAX_DELIVERIES" not in (await dead.next_msg(10)).subject:
        pass  # each look waits for the next advisory
    found = [(await js.get_msg(topology.DEAD, seq=number)).subject for number in (1, 2)]
    assert found == [f"$JS.EVENT.ADVISORY.CONSUMER.{why}.FACTS.other" for why in ("MSG_TERMINATED", "MAX_DELIVERIES")]


async def test_facts_are_kept_and_dead_letters_too(js: JetStreamContext) -> None:
    await topology.apply(js)
    found = [(await js.stream_info(name)).config for name in ("FACTS", "DEAD")]
    assert [(each.retention, each.storage, each.discard, each.max_msgs, each.max_age) for each in found] == [
        ("limits", "file", "new", -1, 0)
    ] * 2


async def test_the_clerk_is_given_everything_so_that_nothing_lies_there_unread(nats_client: Client) -> None:
    assert await filters(nats_client.jetstream()) == {
        "clerk": ["palabre.*.*.*"],
        "notifier": ["palabre.*.news.addressed"],
    }


async def test_a_reader_that_was_given_some_kinds_is_given_everything(js: JetStreamContext) -> None:
    await topology.apply(js)
    await js.delete_consumer(topology.FACTS, topology.CLERK)
    before = topology.Reader(topology.CLERK, ("vote.cast", "question.asked"))
    await js.add_consumer(topology.FACTS, before.config())
    assert await topology.apply(js) == ["consumer clerk: filter_subjects changed"]
    assert ((await filters(js))["clerk"], await topology.apply(js)) == (["palabre.*.*.*"], [])


async def filters(js: JetStreamContext) -> dict[str, list[str]]:
    """Return what each reader is given; of one subject the server speaks by itself."""
    found = {reader.name: (await js.consumer_info("FACTS", reader.name)).config for reader in topology.readers()}
    return {name: each.filter_subjects or [str(each.filter_subject)] for name, each in found.items()}
