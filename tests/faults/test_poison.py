"""What nobody can work, among what people do: it is put aside with its reason, and nobody waits for it."""

import asyncio
import csv
import json
import random
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import text

from bots.playground import Phone
from bots.playground.accounts import Json, Ledger
from bots.wording import wording
from deploy.wiring import instance, memory
from events.topology import DEAD, FACTS
from tests.faults.load import Crowd
from tests.faults.oracle import RECEIPT, verdict_of
from tests.faults.poisons import Poison, poisons
from tests.faults.table import NOTHING, Row, Sheet
from tests.faults.town import PATIENCE, THEME, Town, sentence, town

pytestmark = pytest.mark.asyncio(loop_scope="module")

LONGEST = 8.0  # seconds in which everybody has an answer, by the contract
FORBIDDEN = "belladone"
FORBID = (
    f"CREATE TRIGGER belladone BEFORE INSERT ON contribution WHEN NEW.text LIKE '%{FORBIDDEN}%' "
    "BEGIN SELECT RAISE(ABORT, 'a rule that somebody made'); END"
)
ALLOW = "DROP TRIGGER belladone"
MENDED = 10  # questions that the database refused for a while
SORRY = wording("fr")("error-sorry")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def here(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    async with town(tmp_path_factory.mktemp("poison")) as founded:
        yield founded


async def test_poison_on_the_bus_is_buried_and_stops_nobody(
    here: Town, table: Sheet, chance: random.Random, full: bool
) -> None:
    acts, rows, count = (4_000, 6_000, 1_000) if full else (240, 300, 100)
    crowd, enough = Crowd(here, chance), asyncio.Event()
    await crowd.joins()
    told = {poison.id: poison for poison in poisons(here.settings.city, chance, count)}
    here.citizens.latencies.clear()
    async with asyncio.timeout(
        4 * PATIENCE + (acts + rows) / 5
    ):  # what is never buried would be waited for without end
        async with asyncio.TaskGroup() as group:
            writing = group.create_task(crowd.writes(acts, enough))
            publishing = group.create_task(publish(here, told.values(), acts))
            imported = await brought_in(here, chance, rows)
            await publishing
            enough.set()
            await writing
        waited = max(here.citizens.latencies)
        found, letters = await verdict_of(here), await dead(here)
    given = await texts_of(here)
    lost = found.lost + len(imported) - sum(given[each] > 0 for each in imported) + len(told.keys() - letters.keys())
    twice = found.twice + sum(given[each] > 1 for each in imported) + sum(len(each) - 1 for each in letters.values())
    wrong = [letters[id_][0]["reason"] for id_ in told.keys() & letters.keys() if not says_why(told[id_], letters[id_])]
    row = table.add(
        Row(
            fault="poison of five kinds on the bus",
            tries=count,
            facts=found.facts + len(imported),
            lost=lost,
            twice=twice,
            recovery_s=waited,
            bar=f"0 lost, 0 twice, each a letter, {LONGEST:g} s",
            kept=lost == twice == 0 and not wrong and waited <= LONGEST,
            why=f"the time is the longest that anybody waited for an answer; {late(here.ledger)} receipts came later",
        )
    )
    assert (row.lost, row.twice, wrong, letters.keys() - told.keys()) == (0, 0, [], set())
    await here.palabre("dead", "drop", *(str(each["id"]) for found in letters.values() for each in found))
    assert (await dead(here), json.loads(await here.palabre("verify", "--json"))["faults"]) == ({}, [])
    assert row.kept


async def test_what_was_mended_is_told_again_and_counts_once(here: Town, table: Sheet, chance: random.Random) -> None:
    """The database refuses words for a while; each of their letters is there twice when they are told again."""
    phones = [await newcomer(here) for _ in range(MENDED)]
    texts = [f"{FORBIDDEN} {sentence(chance)}" for _ in phones]
    await have_the_database(here, FORBID)
    asked = [phone.says(here.citizens, f"/ask {each}") for phone, each in zip(phones, texts, strict=True)]
    await asyncio.gather(*map(here.confirmed, asked))
    first, *_ = await buried(here, MENDED)
    too_early = await here.palabre("dead", "retry", str(first))
    letters = await buried(here, MENDED)
    await have_the_database(here, ALLOW)
    said = await here.palabre("dead", "retry", *map(str, letters + await copies_of(here, letters)))
    found, given = await verdict_of(here), await texts_of(here)
    row = table.add(
        Row(
            fault="letters told again after a mend",
            tries=len(said.splitlines()),
            facts=len(texts),
            lost=sum(given[each] == 0 for each in texts) + found.lost,
            twice=sum(given[each] > 1 for each in texts) + found.twice,
            recovery_s=None,
            bar=NOTHING,
            kept=all(given[each] == 1 for each in texts) and found.lost == found.twice == 0,
            why="each is told again twice, one of them too early as well",
        )
    )
    assert (row.lost, row.twice, await dead(here)) == (0, 0, {})
    assert (first in letters, too_early) == (False, f"{first}: told again, not decided yet (see `palabre dead list`)\n")
    assert [line.partition(": ")[2] for line in said.splitlines()] == ["told again, received"] * 2 * MENDED


async def test_an_update_that_breaks_a_bot_is_buried_and_stops_nobody(
    here: Town, table: Sheet, chance: random.Random, full: bool
) -> None:
    """Both libraries fail at a date that is none, each time that they are given it."""
    tries, acts = (1_000, 4_000) if full else (20, 200)
    crowd, enough = Crowd(here, chance), asyncio.Event()
    await crowd.joins()
    bots = {"citizen-bot": here.citizens, "moderator-bot": here.moderators}
    victims = [(bot, here.world.person(f"V{number}")) for bot in bots.values() for number in range(tries // 2)]
    for bot in bots.values():
        bot.latencies.clear()
    async with asyncio.TaskGroup() as group:
        group.create_task(crowd.writes(acts, enough))
        for bot, phone in victims:
            phone.sends(bot, text="?", date="soon")
        after = [(bot, phone, phone.says(bot, "/help")) for bot, phone in victims]
        await asyncio.gather(*(here.confirmed(update, bot) for bot, _, update in after))
        enough.set()
    found, letters = await verdict_of(here), await dead(here)
    sorry = Counter(phone.screen(bot).count(SORRY) for bot, phone in victims)
    helped = sum(len(phone.screen(bot)) > 1 for bot, phone in victims)
    filed = {name: len(letters.get(name, [])) for name in bots}
    row = table.add(
        Row(
            fault="updates that break both bots",
            tries=tries,
            facts=found.facts,
            lost=found.lost + sorry[0] + tries - helped + max(0, tries - sum(filed.values())),
            twice=found.twice + tries - sorry[0] - sorry[1] + max(0, sum(filed.values()) - tries),
            recovery_s=max(max(bot.latencies) for bot in bots.values()),
            bar=f"0 lost, 0 twice, each a letter, {LONGEST:g} s",
            kept=found.lost == found.twice == 0 and sorry == {1: tries} and helped == sum(filed.values()) == tries,
            why="who sent one is told so once, and what they send next is answered",
        )
    )
    assert (row.lost, row.twice, filed) == (0, 0, dict.fromkeys(bots, tries // 2))
    assert {name: {each["reason"] for each in letters[name]} for name in bots} == {
        "citizen-bot": {"ValidationError"},
        "moderator-bot": {"TypeError"},
    }
    await here.palabre("dead", "drop", *(str(each["id"]) for found in letters.values() for each in found))
    assert row.kept


async def newcomer(here: Town) -> Phone:
    """Return the phone of somebody who has consented."""
    phone = here.world.person("N", "fr")
    await here.confirmed(phone.says(here.citizens, "/start"))
    await here.confirmed(phone.taps(here.citizens, "j:fr:", phone.shown(here.citizens)[0]))
    return phone


async def have_the_database(here: Town, statement: str) -> None:
    async with memory(here.settings, prepare=False) as engine, engine.begin() as connection:
        await connection.execute(text(statement))


async def buried(here: Town, count: int) -> list[int]:
    """Wait until so many letters are there, and return their numbers."""
    async with asyncio.timeout(PATIENCE):
        while len(found := await dead(here)) < count:
            """Each look is a command of its own."""
    return [each["id"] for letters in found.values() for each in letters]


async def copies_of(here: Town, letters: Iterable[int]) -> list[int]:
    """File letters once more, and return the numbers of the new ones."""
    async with instance(here.settings, prepare=False) as parts:
        js = parts.client.jetstream()
        found = [await js.get_msg(DEAD, seq=number) for number in letters]
        return [
            (await js.publish(str(each.subject), each.data or b"", stream=DEAD, headers=again(each.headers or {}))).seq
            for each in found
        ]


def again(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name != "Nats-Msg-Id"}


async def publish(here: Town, told: Iterable[Poison], acts: int) -> None:
    """Put poison on the bus, one by one while people act."""
    ledger, poison = here.ledger, list(told)
    before = len(ledger.confirmed)
    async with instance(here.settings, prepare=False) as parts:
        js = parts.client.jetstream()
        for number, each in enumerate(poison):
            due = before + acts * number // len(poison)
            await ledger.until(lambda due=due: len(ledger.confirmed) >= due)  # type: ignore[misc]  # mypy#12557: a default
            headers = {"Nats-Msg-Id": each.id, **each.headers}
            await js.publish(each.subject, each.content, 10, stream=FACTS, headers=headers)


async def brought_in(here: Town, chance: random.Random, rows: int) -> list[str]:
    """Import so many questions, by people who are here; return their texts."""
    texts, file = [sentence(chance) for _ in range(rows)], here.folder / "poison.csv"
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(["kind", "id", "author", "text", "language", "target", "value", "created_at"])
        writer.writerows(["question", f"p{n}", f"a{n % 10}", each, "fr", "", "", ""] for n, each in enumerate(texts))
    here.seeds |= frozenset(texts)
    await here.palabre("import", str(file), "--theme", THEME, "--admit")
    return texts


async def texts_of(here: Town) -> Counter[str]:
    with (await here.export() / "contributions.csv").open(encoding="utf-8", newline="") as lines:
        return Counter(row["text"] for row in csv.DictReader(lines))


async def dead(here: Town) -> dict[str, list[Json]]:
    """Return the dead letters by what they are about: the fact's id, or the reader of an update."""
    found: dict[str, list[Json]] = {}
    for letter in json.loads(await here.palabre("dead", "list", "--json"))["dead_letters"]:
        found.setdefault(letter["fact"] or letter["reader"], []).append(letter)
    return found


def says_why(poison: Poison, letters: list[Json]) -> bool:
    [letter] = letters
    return bool(letter["reason"].startswith(poison.reason) and letter["subject"] == poison.subject)


def late(ledger: Ledger) -> int:
    """Count the words that were received without a reference being told at once."""
    written = sum("/ask" in said or "/opinion" in said for said in map(words_of, ledger.confirmed.values()))
    return written - sum(bool(RECEIPT.search(message.get("text", ""))) for message in ledger.sent)


def words_of(update: Mapping[str, Any]) -> str:
    return str(update.get("message", {}).get("text", ""))
