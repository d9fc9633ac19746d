"""Streams and consumers on a real server: made once, adjusted where they differ."""

from collections.abc import AsyncIterator

import nats
import pytest
from nats.aio.client import Client
from nats.js import JetStreamContext
from nats.js.api import StreamConfig

from events import topology
from events.catalogue import catalogue

pytestmark = pytest.mark.nats


@pytest.fixture
async def js(nats_address: str) -> AsyncIterator[JetStreamContext]:
    """A server on which nothing was made yet."""
    client = await nats.connect(nats_address)
    yield client.jetstream()
    await client.close()


async def test_applied_twice_is_no_change(js: JetStreamContext) -> None:
    first, second = await topology.apply(js), await topology.apply(js)
    assert (first, second) == (
        [
            "stream FACTS created",
            "stream DEAD created",
            "consumer clerk created",
            "consumer notifier created",
            "bucket DIALOGUES created",
        ],
        [],
    )


async def test_what_differs_is_adjusted_and_what_others_set_is_left(js: JetStreamContext) -> None:
    await js.add_stream(StreamConfig(name="FACTS", subjects=["palabre.>"], max_bytes=50_000_000, duplicate_window=60))
    assert (await topology.apply(js))[0] == "stream FACTS: subjects, discard, max_msg_size, duplicate_window changed"
    config = (await js.stream_info("FACTS")).config
    assert (config.subjects, config.duplicate_window, config.max_bytes) == (["palabre.*.*.*"], 120, 50_000_000)
    assert await topology.apply(js) == []


async def test_facts_are_kept_and_dead_letters_too(js: JetStreamContext) -> None:
    await topology.apply(js)
    found = [(await js.stream_info(name)).config for name in ("FACTS", "DEAD")]
    assert [(each.retention, each.storage, each.discard, each.max_msgs, each.max_age) for each in found] == [
        ("limits", "file", "new", -1, 0)
    ] * 2


async def test_every_kind_of_fact_has_a_reader_or_is_for_nobody_yet(nats_client: Client) -> None:
    js = nats_client.jetstream()
    read = {
        subject.removeprefix("palabre.*.")
        for reader in topology.readers()
        for subject in (await js.consumer_info("FACTS", reader.name)).config.filter_subjects or []
    }
    single = {(await js.consumer_info("FACTS", "notifier")).config.filter_subject or ""}
    assert read | {subject.removeprefix("palabre.*.") for subject in single if subject} == set(catalogue()) - {
        "result.published"
    }
