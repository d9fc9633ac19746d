"""What the bus holds of who was erased is overwritten on its disk; whoever reads the streams notices nothing."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from nats.aio.client import Client
from nats.js.api import ConsumerConfig
from sqlalchemy.ext.asyncio import AsyncEngine

from events import topology
from events.base import Event, fact_id
from events.bus import NatsBus
from events.citizens import CitizenForgotten, CitizenJoined
from events.contributions import QuestionAsked
from events.news import NewsAddressed
from events.results import PublicationRequested
from events.topology import DEAD, DIALOGUES, FACTS
from events.votes import VoteCast
from storage.addresses import Envelope
from storage.engine import open_engine
from storage.erasure import noted
from storage.letters import Letters
from storage.migrations import migrate
from storage.redaction import ERASED, Sought
from storage.tables.identity import Letter
from storage.tables.memory import Erasure
from tests.fakes import MEAT, NOON, Town, person
from workers.overwriting import Overwriter, reading
from workers.sweeping import SETTLE, Sweeper, sweep_to_the_end

pytestmark = pytest.mark.nats

RARE = "Le cochon violet de la rue Fontgiève a-t-il un passeport ?"
FORMS = [form.encode() for form in (RARE, json.dumps(RARE)[1:-1])] + [RARE.encode("utf-16-le"), b"cochon-1987"]
ADA, BEN = person("ada"), person("ben")
SOUGHT = Sought.of(ADA, {"Q-1": RARE})


def fact(kind: type[Event], name: str, **fields: Any) -> Event:
    return kind.model_validate({"event_id": fact_id(name), "city": "lyon", "occurred_at": NOON, **fields})


def news(name: str, to: UUID, title: str) -> NewsAddressed:
    told = fact(NewsAddressed, name, person=to, audience="citizen", wording="notice", params={"title": title})
    return NewsAddressed.model_validate(told.model_dump())


JOINED = fact(CitizenJoined, "joined", citizen=ADA, language="fr", source="cochon-1987")
ASKED = fact(QuestionAsked, "asked", citizen=ADA, theme=MEAT, text=RARE)
OTHERS = fact(QuestionAsked, "other", citizen=BEN, theme=MEAT, text="Qui paie la cantine ?")
VOTED = fact(VoteCast, "voted", citizen=ADA, theme=MEAT, statement=person("text"), value=1)
TOLD_ADA, TOLD_BEN = news("to ada", ADA, "La viande"), news("to ben", BEN, RARE)
AGENDA = {"items": [{"title": RARE, "questions": ["Q-1"]}]}
REQUESTED = fact(
    PublicationRequested, "agenda", by=BEN, theme=MEAT, result="agenda", input_hash="0" * 64, content=AGENDA
)
ALL = (JOINED, ASKED, OTHERS, VOTED, TOLD_ADA, TOLD_BEN, REQUESTED)


@pytest.fixture
async def told(nats_client: Client) -> Client:
    """A bus that has heard a person: facts, dead letters, a dialogue."""
    await NatsBus(nats_client).publish_all(ALL)
    js = nats_client.jetstream()
    for data in (ASKED.model_dump_json(), VOTED.model_dump_json(), json.dumps({"text": RARE})[:-1], f'{{"é{RARE}', "x"):
        await js.publish("dead.clerk", data.encode(), stream=DEAD)
    bucket = await js.key_value(DIALOGUES)
    for person_, text in ((ADA, RARE), (BEN, "Qui paie ?")):
        for draft in (text, f"{text} Hein ?"):  # an old revision stays in the bucket's files
            await bucket.put(str(person_), Envelope(bytes(32)).seal(json.dumps({"draft": draft}).encode()))
    return nats_client


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in (folder / "nats").rglob("*") if file.is_file())


async def left(client: Client, stream: str) -> list[tuple[str, Any]]:
    """Return the subjects and contents that a stream holds, in its order."""
    found = []
    async for portion in reading(client.jetstream(), stream, [">"]):
        found += [(message.subject.removeprefix("palabre.lyon."), message.data.decode()) for message in portion]
    return found


async def test_no_byte_is_left_on_the_disk(told: Client, tmp_path: Path) -> None:
    before = [form in on_disk(tmp_path) for form in FORMS]

    overwritten = await Overwriter(told.jetstream(), SOUGHT).sweep()

    assert (before, overwritten) == ([True, True, False, True], 9)
    assert [form in on_disk(tmp_path) for form in FORMS] == [False] * 4


async def test_others_and_numbers_stay_and_quotes_are_told_again_without_the_words(told: Client) -> None:
    await Overwriter(told.jetstream(), SOUGHT).sweep()

    without = {
        "news.addressed": json.loads(news("to ben", BEN, ERASED).model_dump_json()),
        "publication.requested": json.loads(REQUESTED.model_dump_json())
        | {"content": {"items": [{"title": ERASED, "questions": ["Q-1"]}]}},
    }
    assert [(kind, json.loads(data)) for kind, data in await left(told, FACTS)] == [
        (OTHERS.kind, json.loads(OTHERS.model_dump_json())),
        (VOTED.kind, json.loads(VOTED.model_dump_json())),
        *without.items(),
    ]
    assert await left(told, DEAD) == [("dead.clerk", "x")]
    assert await (await told.jetstream().key_value(DIALOGUES)).keys() == [str(BEN)]


@pytest.mark.parametrize(
    ("subject", "content"),
    [
        ("palabre.lyon.question.asked", f"{{{RARE}"),
        ("palabre.lyon.question.asked", f'["{ADA}"]'),
        ("palabre.lyon.question.asked", f'{"[" * 2000}"{ADA}"'),
        ("palabre.lyon.cow.milked", json.dumps({"citizen": str(ADA), "text": RARE})),
    ],
    ids=["no JSON", "no object", "nested", "of no kind"],
)
async def test_what_is_no_fact_and_a_person_s_is_overwritten_too(
    nats_client: Client, subject: str, content: str
) -> None:
    js = nats_client.jetstream()
    for data in (content, content.replace(str(ADA), str(BEN)).replace(RARE, "Qui paie ?")):
        await js.publish(subject, data.encode())

    assert await Overwriter(js, SOUGHT).sweep() == 1

    [(_, kept)] = await left(nats_client, FACTS)
    assert (str(ADA) in kept, RARE in kept) == (False, False)


async def test_whoever_says_the_same_keeps_their_words(nats_client: Client) -> None:
    same = fact(QuestionAsked, "the same", citizen=BEN, theme=MEAT, text=RARE)
    await NatsBus(nats_client).publish_all([ASKED, same])
    js = nats_client.jetstream()
    told = {"Palabre-Subject": same.subject}
    await js.publish("dead.clerk", same.model_dump_json().encode(), stream=DEAD, headers=told)

    assert await Overwriter(js, SOUGHT).sweep() == 1

    kept = same.model_dump_json()
    assert (await left(nats_client, FACTS), await left(nats_client, DEAD)) == (
        [(same.kind, kept)],
        [("dead.clerk", kept)],
    )


async def test_a_second_sweep_finds_nothing(told: Client) -> None:
    await Overwriter(told.jetstream(), SOUGHT).sweep()
    assert await Overwriter(told.jetstream(), SOUGHT).sweep() == 0


async def test_readers_go_on_with_what_they_hold_and_with_what_waits(told: Client) -> None:
    js = told.jetstream()
    clerk = await js.pull_subscribe_bind(topology.CLERK, FACTS)
    joined, asked = await clerk.fetch(2, timeout=5)

    await Overwriter(js, SOUGHT).sweep()
    for held in (joined, asked):
        await held.ack_sync()
    rest = await clerk.fetch(10, timeout=1)
    notifier = await js.pull_subscribe_bind(topology.NOTIFIER, FACTS)
    letters = await notifier.fetch(10, timeout=1)

    told_again = (NewsAddressed.kind, REQUESTED.kind)
    assert [message.subject.split(".", 2)[2] for message in rest] == [OTHERS.kind, VOTED.kind, *told_again]
    assert [json.loads(message.data)["params"] for message in letters] == [{"title": ERASED}]
    for message in rest:
        await message.ack_sync()
    info = await js.consumer_info(FACTS, topology.CLERK)
    assert (info.num_pending, info.num_ack_pending, info.num_redelivered) == (0, 0, 0)


async def test_no_reader_of_ours_stays_behind(told: Client) -> None:
    await Overwriter(told.jetstream(), SOUGHT).sweep()
    consumers: list[ConsumerConfig] = [each.config for each in await told.jetstream().consumers_info(FACTS)]
    assert sorted(str(each.durable_name) for each in consumers) == [topology.CLERK, topology.NOTIFIER]


@pytest.fixture
async def town(engine: AsyncEngine, told: Client) -> Town:
    """A town that has worked what the bus heard, and has erased Ada."""
    town = Town(engine)
    await town.theme()
    await town.apply(JOINED, fact(CitizenJoined, "ben", citizen=BEN, language="fr"), ASKED, OTHERS, VOTED)
    await town.act(CitizenForgotten, citizen=ADA)
    return town


@pytest.mark.postgres
async def test_what_others_write_while_they_have_it_in_hand_is_swept_too(
    told: Client, town: Town, tmp_path: Path
) -> None:
    late: list[float] = []

    async def meanwhile(seconds: float) -> None:
        """A letter, a dead letter and a text arrive between the two sweeps."""
        late.append(seconds)
        if not seconds:
            return
        await Letters(town.engine).put([TOLD_ADA, TOLD_BEN], [NOON, NOON])
        await told.jetstream().publish("dead.clerk", ASKED.model_dump_json().encode(), stream=DEAD)
        await NatsBus(told).publish(fact(QuestionAsked, "late", citizen=ADA, theme=MEAT, text=RARE))

    noted_in = tmp_path / "erasures.jsonl"
    await Sweeper(town.engine, told.jetstream(), noted_in, meanwhile).finish()

    assert [(letter.person, json.loads(letter.params)) for letter in await town.rows(Letter)] == [
        (BEN, {"title": ERASED})
    ]
    assert [form in on_disk(tmp_path) for form in FORMS] == [False] * 4
    [row] = await town.rows(Erasure)
    assert (row.done, json.loads(row.sought)["words"], late) == (True, [], [0, SETTLE])
    assert [act.citizen for act in noted(noted_in)] == [ADA]


@pytest.mark.postgres
async def test_what_a_face_sends_that_has_not_heard_of_it_is_overwritten_too(told: Client, town: Town) -> None:
    await sweep_to_the_end(town.engine, told.jetstream())
    late = fact(QuestionAsked, "late", citizen=ADA, theme=MEAT, text=RARE)
    await NatsBus(told).publish(late)
    [outcome] = await town.apply(late)

    assert (outcome.code, await sweep_to_the_end(town.engine, told.jetstream())) == ("refused.stranger", 1)
    assert await sweep_to_the_end(town.engine, told.jetstream()) == 0


@pytest.mark.postgres
async def test_what_a_crash_left_unfinished_is_finished(told: Client, town: Town) -> None:
    async def crash(_seconds: float) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await Sweeper(town.engine, told.jetstream(), pause=crash).finish()
    [row] = await town.rows(Erasure)
    assert row.done is False
    await sweep_to_the_end(town.engine, told.jetstream())
    [row] = await town.rows(Erasure)
    assert row.done is True


async def test_sqlite_keeps_no_byte_in_its_file_nor_in_its_log(told: Client, tmp_path: Path) -> None:
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'palabre.db'}")
    await migrate(engine)
    town = Town(engine)
    await town.theme()
    await town.apply(JOINED, ASKED)
    assert RARE.encode() in b"".join(file.read_bytes() for file in tmp_path.glob("palabre.db*"))
    await town.act(CitizenForgotten, citizen=ADA)
    await sweep_to_the_end(engine, told.jetstream())
    held = {file.name: file.read_bytes() for file in tmp_path.glob("palabre.db*")}
    await engine.dispose()
    assert {name for name, content in held.items() if any(form in content for form in FORMS)} == set()
