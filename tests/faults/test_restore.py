"""A backup is made under load; later the instance is destroyed, and comes back from it, on this database or the other.

One of its people has said /forget in between: the copy of their act outlives the instance, and of their words nothing
comes back.
"""

import asyncio
import gzip
import random
import shutil
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from bots.playground import Phone
from bots.playground.accounts import Json
from deploy.reading import ERASURES
from tests.conftest import Postgres
from tests.e2e.test_forgetting import files, forms
from tests.faults.load import Crowd, next_receipt
from tests.faults.oracle import LETTER, RECEIPT, admit_everything, every_letter_has_left, promised_by, shown_by, told
from tests.faults.table import NOTHING, Row, Sheet
from tests.faults.test_rolling import moderates
from tests.faults.town import PATIENCE, Town, town

Load = Callable[[], AbstractAsyncContextManager[None]]

WORDS = ("zébrulon", "Fontgiève")
QUESTION = "Le cochon zébrulon de la rue Fontgiève a-t-il un passeport ?"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup, and what Telegram had seen when it was begun: what was confirmed, and what had been sent."""

    file: Path
    confirmed: tuple[Json, ...]
    sent: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where an instance comes back: on a database of its own, or at a `url`.

    Who was erased is known from a copy (`noted`), or from what was left in the data folder.
    """

    database: str
    url: str | None = None
    noted: Path | None = None


@dataclass(frozen=True, slots=True)
class Return:
    """How an instance came back.

    `confirmed`, `sent`: how much Telegram had seen when it was destroyed. `seconds`: from then until somebody's words
    were received again. `left`: how many files held a word of who was forgotten.
    """

    place: Place
    confirmed: int
    sent: int
    seconds: float
    left: int


@pytest.fixture
async def other(postgres: Postgres) -> AsyncIterator[str]:
    """An empty database of the other kind, on which `palabre up` may run."""
    name = await postgres.create("template1")
    async with postgres.durable():
        yield postgres.url(name)
    await postgres.drop(name)


async def test_what_was_confirmed_before_a_backup_comes_back_once_and_who_was_forgotten_does_not(
    tmp_path: Path, other: str, table: Sheet, chance: random.Random, full: bool
) -> None:
    acts, noted, rows = 20_000 if full else 120, tmp_path / ERASURES, list[Row]()
    async with town(tmp_path / "town") as here:
        zoe, member = await takes_part(here), await here.member("moderator")
        load = partial(under_load, here, Crowd(here, chance, people=1_000 if full else 30), member)
        async with load():
            await so_many_more(here, acts)
            saved = await saves(here, tmp_path / "instance.tar.gz")
            await so_many_more(here, acts)
            await is_forgotten(here, zoe)
        shutil.copy(here.settings.home / ERASURES, noted)
        for place in (Place("sqlite"), Place("postgresql", other, noted)):
            came_back = await returns(here, saved, place, load)
            async with load():
                await so_many_more(here, acts // 2)
            rows.append(table.add(await outcome(here, saved, came_back, zoe)))
    assert all(row.kept for row in rows)


async def takes_part(here: Town) -> Phone:
    """Have somebody join, ask with rare words, vote, and be published."""
    phone, bot = here.world.person("Zoé", "fr"), here.citizens
    for act in ("/start", "j:fr:", f"/ask {QUESTION}", "v:1:O-1"):
        await here.confirmed(phone.says(bot, act) if act[0] == "/" else phone.taps(bot, act, phone.shown(bot)[0]))
    await admit_everything(here)
    await phone.sees(bot, "est publiée", seconds=PATIENCE)
    return phone


@asynccontextmanager
async def under_load(here: Town, crowd: Crowd, member: Phone) -> AsyncIterator[None]:
    """Have people write and a moderator decide meanwhile; what is under way at the end waits at Telegram."""
    async with asyncio.TaskGroup() as group:
        busy = [group.create_task(each) for each in (crowd.writes(0, asyncio.Event(), 15), moderates(here, member))]
        yield
        for each in busy:
            each.cancel()


async def so_many_more(here: Town, acts: int) -> None:
    began = len(here.ledger.confirmed)
    await here.ledger.until(lambda: len(here.ledger.confirmed) >= began + acts)


async def saves(here: Town, file: Path) -> Backup:
    """Back up what runs."""
    before = Backup(file, tuple(here.ledger.confirmed.values()), len(here.ledger.sent))
    await here.palabre("backup", str(file))
    return before


async def is_forgotten(here: Town, phone: Phone) -> None:
    """Have somebody erased, and wait until the act is written down beside the database."""
    update = phone.says(here.citizens, "/forget")
    after = update["message"]["message_id"] + 1
    card = await phone.sees(here.citizens, "Tout effacer", after=after, seconds=PATIENCE)
    await here.confirmed(phone.presses(here.citizens, "Oui, tout effacer", card))
    await phone.sees(here.citizens, "C’est fait", seconds=PATIENCE)
    async with asyncio.timeout(PATIENCE):
        while not (here.settings.home / ERASURES).exists():  # noqa: ASYNC110 - a file tells nobody
            await asyncio.sleep(0.05)


async def returns(here: Town, saved: Backup, place: Place, load: Load) -> Return:
    """Destroy the instance under load, restore it, see that it is whole, and let it run until all goes on."""
    clock = asyncio.get_running_loop().time
    async with load():
        await so_many_more(here, 50)
        at = clock()
        await here.kill_everything()
    empties(here.settings.home, but=None if place.noted else ERASURES)
    confirmed, sent = len(here.ledger.confirmed), len(here.ledger.sent)
    if place.url:
        here.environ["PALABRE_DATABASE_URL"] = place.url
    await here.palabre("restore", str(saved.file), *(("--erasures", str(place.noted)) if place.noted else ()))
    await here.palabre("verify")
    left = await what_is_left_of(here, saved.file.with_name(f"again-{place.database}"))
    await here.rises()
    async with load():
        await next_receipt(here)
    return Return(place, confirmed, sent, clock() - at, left)


def empties(home: Path, but: str | None) -> None:
    """Remove all that is in a data folder but for one file."""
    for each in home.iterdir():
        if each.is_dir():
            shutil.rmtree(each)
        elif each.name != but:
            each.unlink()


async def what_is_left_of(here: Town, file: Path) -> int:
    """Return how many files hold a word of who was forgotten: those of the data folder, and a backup of it all."""
    await here.palabre("backup", str(file))
    sought = {form for words in WORDS for form in forms(words)}
    contents = [*(each.read_bytes() for each in files(here.settings.home)), gzip.decompress(file.read_bytes())]
    return sum(any(form in content for form in sought) for content in contents)


async def outcome(here: Town, saved: Backup, came_back: Return, zoe: Phone) -> Row:
    """Hold what was confirmed before the backup, and since the instance is back, against what is there."""
    await here.all_confirmed()
    await admit_everything(here)
    await every_letter_has_left(here)
    everything = [*here.ledger.confirmed.values()]
    owed = promised_by(without_words_of(zoe, [*saved.confirmed, *everything[came_back.confirmed :]]))
    status, ever = await here.status(), promised_by(without_words_of(zoe, everything))
    there, letters = await shown_by(here, status), post_of(here.ledger.sent, saved.sent, came_back.sent, zoe)
    lost, twice = owed - there + letters.lost, there - ever + letters.twice
    return Row(
        fault=f"backup, restore (sqlite to {came_back.place.database})",
        tries=1,
        facts=len(owed) + letters.owed,
        lost=lost,
        twice=twice,
        recovery_s=came_back.seconds,
        bar=f"{NOTHING}, no forgotten word",
        kept=lost == twice == came_back.left == status["dead_letters"] == 0,
        why=f"{came_back.left} files with forgotten words; {letters.again} letters that had left since came again",
    )


def without_words_of(person: Phone, updates: Iterable[Json]) -> list[Json]:
    """Leave out what somebody wrote: only their taps count on."""
    return [update for update in updates if update.get("message", {}).get("from", {}).get("id") != person.person.id]


@dataclass(frozen=True, slots=True)
class Post:
    """Letters about the texts that were received before the backup.

    `twice`: they had left before it was begun, and came once more; so did whatever reached who was forgotten. `again`:
    they left while it was made or later, and came once more.
    """

    owed: int
    lost: int
    twice: int
    again: int


def post_of(sent: Sequence[Json], saved: int, destroyed: int, zoe: Phone) -> Post:
    mine = zoe.person.id
    known = {(chat, reference) for chat, reference in told(sent[:saved], RECEIPT) if chat != mine}
    before, between, since = (
        told(sent[:saved], LETTER),
        told(sent[saved:destroyed], LETTER),
        told(sent[destroyed:], LETTER),
    )
    return Post(
        owed=len(known),
        lost=sum(not before[each] + between[each] + since[each] for each in known),
        twice=sum(max(0, before[each] + since[each] - 1) for each in known)
        + sum(message["chat"]["id"] == mine for message in sent[destroyed:]),
        again=sum(bool(between[each] and since[each]) for each in known),
    )
