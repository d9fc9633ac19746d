"""The wire between each part and what it speaks with is cut, dead on one side, blocked, slow, and away, under load.

Each part is a process of its own, and a wire lies between it and each of its neighbours; on each wire everything
happens once, in an order of its own. By default this goes on on all wires at a time, so that one verdict stands for
all of them; with --full on one after the other. What is counted: texts, votes, supports, sign-ups and people, as
everywhere; decisions of a moderator; and letters. An answer may be said again in a chat whose first copy Telegram had
performed when the wire was cut: that is no effect, and only told. So may a letter, once, of which nobody can tell
whether it has arrived; the notifier marks each of them in its log, and one that it did not mark has come twice.
"""

import asyncio
import csv
import json
import random
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url

from bots.playground import Phone
from bots.playground.accounts import BotAccount
from tests.faults.load import Crowd, next_card, reference_on
from tests.faults.oracle import (
    LETTER,
    RECEIPT,
    Verdict,
    every_letter_has_left,
    heard,
    promised_by,
    said_again,
    told,
    verdict_of,
)
from tests.faults.proxy import Proxy, Streams, proxy
from tests.faults.siege import on_postgresql
from tests.faults.table import Row, Sheet
from tests.faults.town import PATIENCE, THEME, Town, sentence, town
from tests.integration.deploy.house import PARTS, House

SPEAK = ("citizen", "moderator", "clerk", "notifier")
PAIRS = (
    *((part, "Telegram") for part in SPEAK if part != "clerk"),
    *((part, there) for there in ("bus", "PostgreSQL") for part in SPEAK),
)
KINDS = ("reset", "half open", "stalled", "slow", "away")
LONGEST = 60.0  # seconds until a part does its work again: a poll that nobody answers is waited for half a minute
WAITS = "Rien n’est perdu"  # what people are told whose words wait

Pair = tuple[str, str]


@dataclass
class Wired(Town):
    """An instance whose parts are processes of their own, each behind wires of its own."""

    wires: dict[Pair, Proxy] = field(default_factory=dict)
    stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def rises(self) -> None:
        for part, there in PAIRS:
            self.wires[part, there] = await self.stack.enter_async_context(proxy(self._beyond(there)))
        await asyncio.gather(*map(self._begins, PARTS))

    async def stops(self) -> float:
        await self.stack.aclose()
        return 0.0

    async def _begins(self, name: str) -> None:
        folder = self.folder / name
        folder.mkdir()
        through = {key: value for (part, there), wire in self.wires.items() if part == name
                   for key, value in self._through(there, wire.port).items()}  # fmt: skip
        part = await self.stack.enter_async_context(House(folder, self.environ).part(name, **through))
        await part.until(200)

    def _beyond(self, there: str) -> Callable[[], Awaitable[Streams]]:
        if there == "PostgreSQL":
            folder = make_url(self.settings.database).query["host"]
            return partial(asyncio.open_unix_connection, f"{folder}/.s.PGSQL.5432")
        url = urlsplit(self.world.base_url if there == "Telegram" else str(self.settings.nats_url))
        return partial(asyncio.open_connection, url.hostname, url.port)

    def _through(self, there: str, port: int) -> dict[str, str]:
        """Return the setting that leads a part to the near end of a wire."""
        if there == "Telegram":
            return {"PALABRE_TELEGRAM_API": f"http://127.0.0.1:{port}"}
        if there == "bus":
            bus = str(self.settings.nats_url)
            return {"PALABRE_NATS_URL": bus.replace(f":{urlsplit(bus).port}", f":{port}")}
        database = make_url(self.settings.database)
        through = database.set(host="127.0.0.1", port=port, query={})
        return {"PALABRE_DATABASE_URL": through.render_as_string(hide_password=False)}


@dataclass
class Shift:
    """A moderator who publishes whatever comes in, so that letters leave all the time."""

    here: Town
    member: Phone
    published: list[str] = field(default_factory=list)

    async def works(self, enough: asyncio.Event) -> None:
        bot = self.here.moderators
        while not enough.is_set():
            if card := await next_card(self.here, self.member, set(self.published)):
                self.published.append(reference_on(card))
                await self.here.confirmed(self.member.presses(bot, "Publier", card), bot)

    async def letter_comes(self) -> None:
        """Wait until somebody is told of what is published from now on."""
        begun, looked, sent = len(self.published), len(self.here.ledger.sent), self.here.ledger.sent

        def came() -> bool:
            nonlocal looked
            new, looked = sent[looked:], len(sent)
            found = {match[1] for message in new if (match := LETTER.search(message.get("text", "")))}
            return not found.isdisjoint(self.published[begun:])

        await self.here.ledger.until(came)


@dataclass
class Trial:
    """What happens on one wire, and how long its part then needs to do its work again."""

    here: Wired
    pair: Pair
    chance: random.Random
    works_again: Callable[[], Awaitable[object]]
    took: dict[str, float] = field(default_factory=dict)

    async def run(self, rounds: int, seconds: float) -> None:
        kinds, clock = [*KINDS] * rounds, asyncio.get_running_loop().time
        self.chance.shuffle(kinds)
        for kind in kinds:
            before, more = len(self.here.ledger.sent), self.chance.randrange(10)
            await self.here.ledger.until(lambda before=before, more=more: len(self.here.ledger.sent) >= before + more)  # type: ignore[misc]  # mypy#12557
            await self._break(kind, seconds)
            began = clock()
            with suppress(TimeoutError):  # the row then says so
                async with asyncio.timeout(PATIENCE):
                    await self.works_again()
            self.took[kind] = max(self.took.get(kind, 0.0), clock() - began)

    async def _break(self, kind: str, seconds: float) -> None:
        """Do what a kind says; return when it is over, except that what is half open stays so."""
        wire = self.here.wires[self.pair]
        if kind == "reset":
            await wire.resets(self.chance.randrange(4096))
        elif kind == "half open":
            wire.dies()
        else:
            async with {"stalled": wire.stalled, "slow": wire.slow, "away": wire.away}[kind]():
                await asyncio.sleep(seconds)  # that is how long it lasts


async def test_what_was_confirmed_is_there_once_whatever_happens_on_the_wires(
    tmp_path: Path, table: Sheet, chance: random.Random, full: bool
) -> None:
    rounds, seconds = (10, 20.0) if full else (1, 1.5)
    async with AsyncExitStack() as stack:
        outside, _ = await stack.enter_async_context(on_postgresql(tmp_path))
        here = await stack.enter_async_context(town(tmp_path / "town", Wired, **outside))
        assert isinstance(here, Wired)
        shift = Shift(here, await here.member("moderator"))
        trials = [await trial_of(here, pair, shift, chance) for pair in PAIRS]
        crowd, before, rows = Crowd(here, chance), Verdict(), list[Row]()
        for together in [[each] for each in trials] if full else [trials]:
            await under_load(crowd, shift, (each.run(rounds, seconds) for each in together))
            found = await everything(here)
            rows += [table.add(row_of(trial, rounds, found.since(before), alone=full)) for trial in together]
            before = found
    assert all(row.kept for row in rows)


async def trial_of(here: Wired, pair: Pair, shift: Shift, chance: random.Random) -> Trial:
    part, _ = pair
    phone = await here.member("moderator") if part == "moderator" else await joined(here)
    proofs: dict[str, Callable[[], Awaitable[object]]] = {
        "citizen": partial(is_received, here, phone, chance),
        "clerk": partial(is_received, here, phone, chance),
        "moderator": partial(is_answered, phone, here.moderators, f"/queue {THEME}"),
        "notifier": shift.letter_comes,
    }
    return Trial(here, pair, random.Random(chance.random()), proofs[part])


async def joined(here: Town) -> Phone:
    phone = here.world.person("Somebody", "fr")
    await here.confirmed(phone.says(here.citizens, "/start"))
    await here.confirmed(phone.taps(here.citizens, "j:fr:", phone.shown(here.citizens)[0]))
    return phone


async def is_received(here: Town, phone: Phone, chance: random.Random) -> None:
    """Ask until a question has its number at once: bot, bus, clerk and database are then at work."""
    while not RECEIPT.search(await is_answered(phone, here.citizens, f"/ask {sentence(chance)}")):
        pass  # each try is answered


async def is_answered(phone: Phone, bot: BotAccount, text: str) -> str:
    """Write, and wait until that is answered; that it waits is no answer."""
    before = phone.says(bot, text)["message"]["message_id"]
    while True:
        changed = phone.chat(bot).changed
        for message in phone.shown(bot):
            said = str(message.get("text", ""))
            if message["message_id"] > before and WAITS not in said:
                return said
        await changed.wait()


async def under_load(crowd: Crowd, shift: Shift, trials: Iterable[Awaitable[None]]) -> None:
    """Have people write and a moderator publish, as long as the trials take."""
    enough = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(crowd.writes(1, enough))
        group.create_task(shift.works(enough))
        await asyncio.gather(*trials)
        enough.set()


async def everything(here: Town) -> Verdict:
    """Compare all that was promised with what is there: facts, decisions, letters."""
    found = await verdict_of(here)
    await every_letter_has_left(here)
    texts, letters = promised_by(here.ledger.confirmed.values()).texts, told(here.ledger.sent, LETTER)
    lost, again = len(texts) - len(heard(here)), said_again(here.ledger.sent, LETTER)
    twice = await decided_twice(here) + max(0, again - marked(here)) + sum(times > 2 for times in letters.values())
    return replace(found, facts=found.facts + len(texts), lost=found.lost + lost, twice=found.twice + twice)


def marked(here: Town) -> int:
    """Return how many letters are marked in the logs as sent once more since they may have arrived."""
    return sum(log.read_text(encoding="utf-8").count("may have arrived") for log in here.folder.glob("**/*log"))


async def decided_twice(here: Town) -> int:
    folder = await here.export()
    with (folder / "contributions.csv").open(encoding="utf-8", newline="") as lines:
        admitted = sum(1 for _ in csv.DictReader(lines))
    record = (folder / "record.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["kind"] for line in record].count("contribution.admitted") - admitted


def row_of(trial: Trial, rounds: int, found: Verdict, *, alone: bool) -> Row:
    part, there = trial.pair
    slowest = max(trial.took, key=lambda kind: trial.took[kind])
    again = said_again(trial.here.ledger.sent, LETTER)
    notes = [f"longest when {slowest}", "" if alone else "all wires at a time", found.why]
    notes += [f"{again} letters that may have arrived came again" if again else ""]
    return Row(
        fault=f"TCP {part} - {there}",
        tries=rounds * len(KINDS),
        facts=found.facts,
        lost=found.lost,
        twice=found.twice,
        recovery_s=trial.took[slowest],
        bar=f"0 lost, 0 twice, {LONGEST:.0f} s",
        kept=found.kept and trial.took[slowest] <= LONGEST,
        why="; ".join(filter(None, notes)),
    )
