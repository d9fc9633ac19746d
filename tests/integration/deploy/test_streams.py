"""The streams beside the record: `verify` says what one lost, `topology --from-record` tells it again."""

import asyncio
import random
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from uuid import UUID

import pytest
from nats.js.api import Header

from deploy.bus.streams import Message, in_pieces, messages, tell
from deploy.imports.importing import applied, applying
from deploy.record.comparing import MEND, Comparison, compared
from deploy.wiring import Instance, instance
from events.base import fact_id
from events.news import NewsAddressed
from events.themes import ThemeDrafted
from events.topology import CLERK, FACTS
from tests.conftest import NOON
from tests.integration.deploy.conftest import Answer, Command, new_command
from tests.integration.deploy.test_import import ROWS, counts

pytestmark = pytest.mark.nats

ENTRIES = 14  # that importing ROWS makes
DRAFTED = ThemeDrafted(
    event_id=fact_id("lost"), city="clermont-ferrand", occurred_at=NOON, by=None, title="L'eau", slug="eau"
)
NEWS = NewsAddressed(
    event_id=fact_id("news"),
    city="clermont-ferrand",
    occurred_at=NOON,
    person=UUID(int=1),
    audience="citizen",
    wording="news-admitted",
)
UNREADABLE = {Header.MSG_ID.value: "a-poison", "Poison": "yes"}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a few contributions and votes, made once and copied for each test."""
    command = new_command(tmp_path_factory.mktemp("imported"))
    asyncio.run(command.bring_in(ROWS, "--admit"))
    return command.home


@pytest.fixture
def recorded(palabre: Command, imported: Path) -> Command:
    shutil.copytree(imported, palabre.home)
    return palabre


@asynccontextmanager
async def opened(palabre: Command) -> AsyncIterator[Instance]:
    async with instance(palabre.settings) as parts:
        yield parts


async def told(parts: Instance) -> list[Message]:
    return [message async for portion in messages(parts.client, FACTS) for message in portion]


def faults(answer: Answer) -> tuple[int, list[str]]:
    return answer.code, answer.json["faults"]


async def mended(palabre: Command, *lines: str) -> None:
    """Mend the streams; see that this was all there was, that nothing was applied twice, and that it stays so."""
    before = await counts(palabre)

    answer = await palabre("topology", "--from-record")

    assert (answer.code, answer.out.splitlines()) == (0, list(lines))
    async with opened(palabre) as parts, applying(parts):
        await applied(parts)
    assert await counts(palabre) == before
    assert (await palabre("topology", "--from-record")).out == "nothing to change\n"
    assert faults(await palabre("verify", "--json")) == (0, [])


async def test_a_stream_is_read_to_its_end_in_its_order(recorded: Command) -> None:
    async with opened(recorded) as parts:
        await told_many(parts, 2500)
        found = await told(parts)

    assert [message.id for message in found[-2500:]] == [str(number) for number in range(2500)]
    assert [message.seq for message in found] == list(range(1, len(found) + 1))


async def told_many(parts: Instance, many: int) -> None:
    """Tell many at a time what nobody reads."""
    made = [Message(0, NOON, "palabre.x.nothing.said", {Header.MSG_ID.value: str(n)}, b"{}") for n in range(many)]
    async with in_pieces(parts.client.jetstream(), FACTS):
        for start in range(0, many, 500):
            await tell(parts.client, FACTS, made[start : start + 500])


async def test_what_is_told_a_second_time_is_said_to_be_known(recorded: Command) -> None:
    async with opened(recorded) as parts:
        await told_many(parts, 3)
        again = [Message(0, NOON, "palabre.x.nothing.said", {Header.MSG_ID.value: n}, b"{}") for n in ("2", "new")]
        async with in_pieces(parts.client.jetstream(), FACTS):
            places = await tell(parts.client, FACTS, again)
        end = (await parts.client.jetstream().stream_info(FACTS)).state.last_seq

    assert [(place.seq, place.duplicate) for place in places] == [(end - 1, True), (end, None)]


async def test_a_fact_that_the_stream_lost_is_named_and_told_again(recorded: Command) -> None:
    async with opened(recorded) as parts:
        await parts.client.jetstream().delete_msg(FACTS, 3)

    assert faults(await recorded("verify", "--json")) == (
        1,
        ["stream FACTS: lacks 1 entries of the record (3); `palabre topology --from-record` mends it"],
    )
    await mended(recorded, "1 entries of the record told again")


async def test_a_fact_that_the_stream_tells_otherwise_is_named_and_put_right(recorded: Command) -> None:
    async with opened(recorded) as parts:
        js = parts.client.jetstream()
        [vote] = [each for each in await told(parts) if b'"value":1' in each.data]
        forged = vote.data.replace(b'"value":1', b'"value":-1')
        await js.delete_msg(FACTS, vote.seq)
        await js.publish(vote.subject, forged, headers={Header.MSG_ID.value: f"{vote.id}/again/{vote.seq}"})

    code, [fault] = faults(await recorded("verify", "--json"))
    assert (code, fault.startswith("stream FACTS: says otherwise than 1 entries of the record (")) == (1, True)
    await mended(recorded, "1 entries of the record told again")


async def test_a_stream_that_is_gone_is_told_again_from_the_record(recorded: Command) -> None:
    async with opened(recorded) as parts:
        await parts.client.jetstream().delete_stream(FACTS)

    code, [fault] = faults(await recorded("verify", "--json"))
    assert (code, f"lacks {ENTRIES} entries of the record (1, 2, 3, …)" in fault) == (1, True)
    await mended(recorded, f"{ENTRIES} entries of the record told again")


async def test_a_fact_that_was_taken_and_never_applied_is_named_and_applied(recorded: Command) -> None:
    async with opened(recorded) as parts:
        js = parts.client.jetstream()
        await parts.bus.publish(DRAFTED)
        [fact] = await (await js.pull_subscribe_bind(CLERK, FACTS)).fetch(1)
        await fact.ack_sync()

    code, [fault] = faults(await recorded("verify", "--json"))
    answer = await recorded("topology", "--from-record")
    async with opened(recorded) as parts, applying(parts):
        await applied(parts)

    assert (code, "nobody applied 1 of its facts (at " in fault) == (1, True)
    assert (answer.code, answer.out) == (0, "1 facts that nobody had applied told again\n")
    assert (await recorded("status", "--json")).json["themes"]["eau"] == "draft"
    assert faults(await recorded("verify", "--json")) == (0, [])


async def test_what_waits_and_what_is_a_dead_letter_is_no_fault(recorded: Command) -> None:
    async with opened(recorded) as parts:
        js = parts.client.jetstream()
        await js.publish(DRAFTED.subject, b"not even JSON", headers=UNREADABLE)
        async with applying(parts):
            await applied(parts)
        await parts.bus.publish(DRAFTED)
        waiting = (await js.consumer_info(FACTS, CLERK)).num_pending
        found = await compared(parts.engine, parts.client)

    assert (waiting, found, (await recorded("status", "--json")).json["dead_letters"]) == (1, Comparison(), 1)


@pytest.mark.parametrize("what", ["drop", "retry"])
async def test_a_dead_letter_that_was_decided_about_is_no_fault(recorded: Command, what: str) -> None:
    async with opened(recorded) as parts, applying(parts):
        await parts.client.jetstream().publish(DRAFTED.subject, b"not even JSON", headers=UNREADABLE)
        await applied(parts)

    assert (await recorded("dead", what, "1")).code == 0

    assert faults(await recorded("verify", "--json")) == (0, [])


async def test_from_a_record_that_does_not_fit_its_chain_nothing_is_told(recorded: Command) -> None:
    with closing(sqlite3.connect(recorded.home / "palabre.db")) as database, database:
        database.execute("UPDATE record SET payload = replace(payload, 'moins', 'plus') WHERE kind = 'opinion.given'")

    answer = await recorded("topology", "--from-record")

    assert (answer.code, answer.out, "does not fit the chain; nothing was told" in answer.err) == (1, "", True)


def blocks(home: Path) -> Path:
    [file] = (home / "nats" / "store").rglob(f"{FACTS}/msgs/*.blk")
    return file


@pytest.mark.parametrize(("seed", "index"), [(0, True), (1, True), (2, False), (3, False)])
async def test_a_flipped_bit_in_the_stream_is_found_and_mended(recorded: Command, seed: int, index: bool) -> None:
    """Without its index the server drops what follows the damage, and says nothing."""
    rng, file = random.Random(seed), blocks(recorded.home)
    if not index:
        file.with_name("index.db").unlink()
    bits = bytearray(file.read_bytes())
    bits[rng.randrange(len(bits))] ^= 1 << rng.randrange(8)
    file.write_bytes(bits)

    code, found = faults(await recorded("verify", "--json"))
    done = await recorded("topology", "--from-record")

    assert (code, all(fault.startswith("stream FACTS: ") for fault in found), done.code) == (1, True, 0)
    assert faults(await recorded("verify", "--json")) == (0, [])


async def test_a_message_that_is_not_in_the_record_is_missed_too(recorded: Command) -> None:
    async with opened(recorded) as parts:
        await parts.bus.publish(NEWS)
    bits = bytearray((file := blocks(recorded.home)).read_bytes())
    bits[bits.rindex(b"news-admitted")] ^= 1
    file.write_bytes(bits)

    verified = faults(await recorded("verify", "--json"))
    done = await recorded("topology", "--from-record")

    assert verified == (1, ["stream FACTS: 1 messages cannot be read any more; " + MEND])
    assert (done.code, done.out) == (0, f"stream FACTS written anew: {ENTRIES} messages\n")
    assert faults(await recorded("verify", "--json")) == (0, [])


async def test_what_is_damaged_is_not_emptied_while_somebody_is_at_work_on_it(recorded: Command) -> None:
    bits = bytearray((file := blocks(recorded.home)).read_bytes())
    bits[len(bits) // 2] ^= 1
    file.write_bytes(bits)
    async with opened(recorded) as parts, applying(parts):
        await applied(parts)
        answer = await recorded("topology", "--from-record")

    assert (answer.code, answer.err.splitlines()[-1].endswith("stop palabre first")) == (2, True)


async def test_what_was_set_aside_when_we_were_killed_is_told_again(recorded: Command) -> None:
    async with opened(recorded) as parts:
        lost = [message.line() async for portion in messages(parts.client, FACTS) for message in portion]
        await parts.client.jetstream().purge_stream(FACTS)
    (aside := recorded.home / "FACTS.again").write_bytes(b"".join(lost))

    await mended(recorded, f"stream FACTS written anew: {len(lost)} messages")

    assert not aside.exists()


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("FACTS/meta.inf", b"FACTS", b"FACTZ"),
        ("FACTS/meta.sum", b"", b"no sum"),
        ("clerk/meta.inf", b"clerk", b"clerc"),
        ("clerk/meta.inf", b"ack_wait", b"ask_wait"),
        ("clerk/o.dat", b"", b"of no version"),
    ],
)
async def test_a_damaged_description_of_a_stream_or_a_reader_is_mended(
    recorded: Command, file: str, right: bytes, wrong: bytes
) -> None:
    """The server leaves out what it cannot read, with what hangs on it, and of its own accord never writes it anew."""
    before = await counts(recorded)
    [damaged] = (recorded.home / "nats" / "store").rglob(file)
    damaged.write_bytes(damaged.read_bytes().replace(right, wrong, 1))

    done = await recorded("topology", "--from-record")

    assert (done.code, faults(await recorded("verify", "--json"))) == (0, (0, []))
    assert (await recorded("topology")).out == "nothing to change\n"
    async with opened(recorded) as parts, applying(parts):
        await applied(parts)
    assert await counts(recorded) == before


async def test_a_stream_that_is_offline_for_a_damaged_reader_is_named(recorded: Command) -> None:
    [damaged] = (recorded.home / "nats" / "store").rglob("clerk/meta.inf")
    damaged.write_bytes(damaged.read_bytes().replace(b"ack_wait", b"ask_wait"))

    code, [fault] = faults(await recorded("verify", "--json"))

    assert (code, fault.startswith("streams: "), "offline" in fault) == (1, True, True)


async def test_a_letter_whose_headers_seem_longer_is_named_and_buried_anew(recorded: Command) -> None:
    """The server's sum over a message does not cover where its headers end."""
    async with opened(recorded) as parts, applying(parts):
        await parts.client.jetstream().publish(DRAFTED.subject, b"not even JSON", headers=UNREADABLE)
        await applied(parts)
    [file] = (recorded.home / "nats" / "store").rglob("DEAD/msgs/*.blk")
    content = bytearray(file.read_bytes())
    content[content.index(b"NATS/1.0") - 4] ^= 4
    file.write_bytes(content)

    code, [unapplied, letter] = faults(await recorded("verify", "--json"))
    done = await recorded("topology", "--from-record")
    async with opened(recorded) as parts, applying(parts):
        await applied(parts)

    assert (code, "nobody applied 1 of its facts" in unapplied) == (1, True)
    assert letter == "stream DEAD: 1 letters are not what was buried (at 1); `palabre topology --from-record` mends it"
    assert (done.code, (await recorded("status", "--json")).json["dead_letters"]) == (0, 1)
    assert faults(await recorded("verify", "--json")) == (0, [])


async def test_without_a_bus_nothing_is_said_about_streams(recorded: Command) -> None:
    shutil.rmtree(recorded.home / "nats")

    assert faults(await recorded("verify", "--json")) == (0, [])
    assert not (recorded.home / "nats").exists()
