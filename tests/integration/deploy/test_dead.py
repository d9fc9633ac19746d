"""Dead letters are listed, shown, tried again with one effect, or removed with their bytes."""

from pathlib import Path
from uuid import UUID

import pytest

from deploy.imports.importing import applied, applying
from deploy.wiring import instance
from events.base import Event, fact_id
from events.themes import ThemeDrafted
from events.topology import DEAD, FACTS
from tests.conftest import NOON
from tests.integration.deploy.conftest import Command

DRAFTED = ThemeDrafted(
    event_id=fact_id("a test"), city="clermont-ferrand", occurred_at=NOON, by=None, title="La viande", slug="la-viande"
)


async def bury(palabre: Command, fact: Event, *, as_read: bool = True) -> None:
    """Put a fact among the dead letters, as workers.reception does (or, not `as_read`, as a bot does)."""
    told = {"Palabre-Subject": fact.subject, "Palabre-Fact": str(fact.event_id)} if as_read else {}
    async with instance(palabre.settings) as parts:
        await parts.client.jetstream().publish(
            "dead.clerk" if as_read else "dead.citizen-bot",
            fact.model_dump_json().encode() if as_read else b"{}",
            stream=DEAD,
            headers={"Palabre-Reason": "failed 5 times: KeyError", **told},
        )


async def give_up(palabre: Command, *facts: Event, terminated: bool) -> None:
    """Publish facts that some reader takes and never works; the server notes so."""
    async with instance(palabre.settings) as parts:
        js = parts.client.jetstream()
        noted = await parts.client.subscribe("$JS.EVENT.ADVISORY.CONSUMER.*.FACTS.other")
        await js.add_consumer(FACTS, durable_name="other", ack_policy="explicit", ack_wait=0.1, max_deliver=1)
        await parts.bus.publish_all(facts)
        for message in await (await js.pull_subscribe_bind("other", stream=FACTS)).fetch(len(facts)):
            if terminated:
                await message.term()
        for _ in facts:
            await noted.next_msg(10)
        await js.delete_consumer(FACTS, "other")


@pytest.mark.parametrize(
    ("terminated", "reason"), [(True, "given up by its reader"), (False, "offered 1 times, never acknowledged")]
)
async def test_what_the_server_gave_up_is_a_letter_like_any_other_and_applied_once(
    palabre: Command, terminated: bool, reason: str
) -> None:
    other = DRAFTED.model_copy(update={"event_id": UUID(int=8), "slug": "le-pain", "title": "Le pain"})
    await give_up(palabre, DRAFTED, other, terminated=terminated)

    listed = (await palabre("dead", "list", "--json")).json["dead_letters"]
    [ours] = [letter for letter in listed if letter["fact"] == str(DRAFTED.event_id)]  # the server noted either first
    shown = (await palabre("dead", "show", ours["id"], "--json")).json
    told = await palabre("dead", "retry", "1", "2")

    assert [letter["id"] for letter in listed] == [1, 2]
    assert {name: value for name, value in ours.items() if name != "since"} == {
        "id": ours["id"],
        "reader": "other",
        "kind": "theme.drafted",
        "reason": reason,
        "fact": str(DRAFTED.event_id),
        "subject": "palabre.clermont-ferrand.theme.drafted",
    }
    assert shown["content"] == DRAFTED.model_dump(mode="json")
    assert (told.code, told.out) == (0, "1: told again, drafted\n2: told again, drafted\n")
    assert await themes(palabre) == {"la-viande": "draft", "le-pain": "draft"}
    assert (await palabre("dead", "list")).out == "no dead letters\n"


async def test_what_was_removed_on_purpose_is_nobodys_to_decide(palabre: Command) -> None:
    await give_up(palabre, DRAFTED, terminated=True)
    async with instance(palabre.settings) as parts:
        await parts.client.jetstream().delete_msg(FACTS, 1)

    shown = await palabre("dead", "show", "1")

    assert (shown.slip, shown.err) == ((2, "", 1), "palabre: there is no dead letter 1: see `palabre dead list`\n")
    assert (await palabre("dead", "list")).out == "no dead letters\n"
    assert (await palabre("status", "--json")).json["dead_letters"] == 0


async def themes(palabre: Command) -> dict[str, str]:
    found: dict[str, str] = (await palabre("status", "--json")).json["themes"]
    return found


def stored(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in (home / "nats" / "store").rglob("*.blk"))


async def test_a_list_says_what_who_and_why_and_not_what_it_says(palabre: Command) -> None:
    await bury(palabre, DRAFTED)

    listed = (await palabre("dead", "list", "--json")).json["dead_letters"]
    text = await palabre("dead", "list")

    assert [{name: value for name, value in row.items() if name != "since"} for row in listed] == [
        {
            "id": 1,
            "reader": "clerk",
            "kind": "theme.drafted",
            "reason": "failed 5 times: KeyError",
            "fact": str(DRAFTED.event_id),
            "subject": "palabre.clermont-ferrand.theme.drafted",
        }
    ]
    assert (text.code, "clerk  theme.drafted  failed 5 times: KeyError" in text.out, "La viande" in text.out) == (
        0,
        True,
        False,
    )


async def test_one_is_shown_with_all_that_it_says(palabre: Command) -> None:
    await bury(palabre, DRAFTED)

    shown = (await palabre("dead", "show", "1", "--json")).json

    assert shown["content"] == DRAFTED.model_dump(mode="json")


async def test_a_retry_takes_effect_and_removes_the_letter(palabre: Command) -> None:
    await bury(palabre, DRAFTED)

    answer = await palabre("dead", "retry", "1")

    assert (answer.code, answer.out) == (0, "1: told again, drafted\n")
    assert (await themes(palabre), (await palabre("dead", "list")).out) == ({"la-viande": "draft"}, "no dead letters\n")


async def test_what_was_dropped_hides_no_later_letter(palabre: Command) -> None:
    await bury(palabre, DRAFTED)
    await bury(palabre, DRAFTED)
    await palabre("dead", "drop", "1")

    listed = (await palabre("dead", "list", "--json")).json["dead_letters"]

    assert [row["id"] for row in listed] == [2]


async def test_a_retry_of_what_was_told_a_moment_ago_takes_effect_once(palabre: Command) -> None:
    async with instance(palabre.settings) as parts, applying(parts):
        await parts.bus.publish(DRAFTED)
        await applied(parts)
    await bury(palabre, DRAFTED)
    await bury(palabre, DRAFTED)

    answer = await palabre("dead", "retry", "1", "2")

    assert (answer.code, answer.out) == (0, "1: told again, drafted\n2: told again, drafted\n")
    assert await themes(palabre) == {"la-viande": "draft"}


async def test_what_cannot_be_told_again_says_so_and_stays(palabre: Command) -> None:
    await bury(palabre, DRAFTED, as_read=False)

    answer = await palabre("dead", "retry", "1")

    assert answer.slip == (2, "", 1)
    assert answer.err == "palabre: 1 holds nothing that can be told again: `palabre dead drop 1`\n"
    assert (await palabre("status", "--json")).json["dead_letters"] == 1


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (b"[" * 2000, "[" * 2000),
        (b'{"text": NaN}', '{"text": NaN}'),
        (b"\xff\0", "\ufffd\0"),
        (b"?" * (4 * 1024 * 1024 - 100), "?" * (4 * 1024 * 1024 - 100)),
    ],
    ids=["nested", "no number", "no text", "as large as the bus takes"],
)
async def test_whatever_it_is_it_is_listed_shown_and_dropped(palabre: Command, content: bytes, shown: str) -> None:
    async with instance(palabre.settings) as parts, applying(parts):
        await parts.client.jetstream().publish(DRAFTED.subject, content)
        await applied(parts)

    reason = [row["reason"] for row in (await palabre("dead", "list", "--json")).json["dead_letters"]]
    told = (await palabre("dead", "show", "1", "--json")).json["content"]
    dropped = await palabre("dead", "drop", "1")

    assert ([each.partition(":")[0] for each in reason], told == shown, dropped.out) == (
        ["unreadable"],
        True,
        "1: dropped\n",
    )
    assert (await palabre("verify", "--json")).json["faults"] == []


async def test_what_is_too_large_to_be_told_again_says_so_and_stays(palabre: Command) -> None:
    async with instance(palabre.settings) as parts, applying(parts):
        await parts.client.jetstream().publish(DRAFTED.subject, b"?" * (4 * 1024 * 1024 - 100))
        await applied(parts)

    answer = await palabre("dead", "retry", "1")

    assert answer.slip == (2, "", 1), answer.err
    assert answer.err == "palabre: 1 holds nothing that can be told again: `palabre dead drop 1`\n"
    assert (await palabre("status", "--json")).json["dead_letters"] == 1


async def test_a_dropped_letter_leaves_no_bytes(palabre: Command) -> None:
    secret = DRAFTED.model_copy(update={"title": "Ce que personne ne doit lire", "event_id": UUID(int=7)})
    await bury(palabre, secret)
    assert b"personne ne doit lire" in stored(palabre.home)

    answer = await palabre("dead", "drop", "1")

    assert (answer.code, answer.out, b"personne ne doit lire" in stored(palabre.home)) == (0, "1: dropped\n", False)
