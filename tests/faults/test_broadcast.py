"""A broadcast through whatever Telegram answers, with the notifier killed in the middle: everybody reads it once."""

import asyncio
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle, pairwise
from pathlib import Path

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bots.playground import Phone
from bots.playground.accounts import Json, Ledger
from bots.playground.faults import Faults, Kind
from deploy.imports.importing import applied
from deploy.wiring import Instance, instance, now
from events.base import Event, fact_id
from events.citizens import CitizenJoined
from events.votes import VoteCast
from storage.tables.contributions import Contribution
from tests.faults.table import Row, Sheet
from tests.faults.town import PATIENCE, THEME, Town, town

TEXT = "La soirée du 5 décembre commence à 18 h 30, salle Camille-Claudel."
REFUSED, FAILED, HANGING = 0.20, 0.02, 0.01  # parts of the people whose first letters meet a 429, a 500, a silence
REFUSALS: tuple[list[Kind], ...] = (["429"], ["429"], ["429"], ["429", "429"])
BLOCKED = 0.005
PAUSE = 3  # seconds that a 429 asks for
OTHERS = 2.0  # seconds: the most by which others may be delayed
SPACE = re.compile(r"(?<=\d)[\u202f\xa0](?=\d)")  # in large numbers
PORTION = 200
IN_FLIGHT = 0.5  # seconds within which a letter is still shown that the notifier had sent before it was killed


@dataclass
class Watch:
    """When a letter of the broadcast was first shown in a chat, and in which, as the look-alike saw it."""

    ledger: Ledger
    shown: list[tuple[int, float]] = field(default_factory=list)
    _looked: int = 0

    def look(self) -> int:
        """Note what is new; return how many there are."""
        new, self._looked = self.ledger.sent[self._looked :], len(self.ledger.sent)
        at = asyncio.get_running_loop().time()
        self.shown += [(message["chat"]["id"], at) for message in new if TEXT in message.get("text", "")]
        return len(self.shown)

    async def ends(self) -> None:
        """Note when letters are shown, for ever."""
        await self.ledger.until(lambda: self.look() < 0)

    def silence(self, kills: Sequence[float], untroubled: set[int]) -> float:
        """Return the longest time without a letter while some of these chats had none, but for what a kill took."""
        times = [at for _, at in self.shown]
        last = max(at for chat, at in self.shown if chat in untroubled)
        pauses = [(begin, end) for begin, end in pairwise(times) if end <= last]
        return max(end - begin for begin, end in pauses if not any(begin - IN_FLIGHT <= kill <= end for kill in kills))


async def test_everybody_reads_it_once(tmp_path: Path, table: Sheet, chance: random.Random, full: bool) -> None:
    count, tries = (5_000, 5) if full else (300, 1)
    async with town(tmp_path / "town", TIMEZONE=where_it_is_noon()) as here:
        phones = await citizens_of(here, count)
        member, watch, faults = await here.member("moderator"), Watch(here.ledger), here.world.faults
        blocked = {phone.person.id for phone in chance.sample(phones, round(count * BLOCKED))}
        for phone in phones:
            if phone.person.id in blocked:
                phone.blocks(here.citizens)
        readers = [phone.person.id for phone in phones if phone.person.id not in blocked]
        untroubled = set(readers) - trouble(faults, readers, chance)
        member.says(here.moderators, f"/broadcast {THEME} {TEXT}")
        await member.sees(here.moderators, "Destinataires", seconds=PATIENCE)
        watching = asyncio.create_task(watch.ends())
        member.presses(here.moderators, "Envoyer")
        kills = [
            await killed(here, watch, point) for point in sorted(chance.sample(range(count // 4, count // 2), tries))
        ]
        card = await finished(here, member, count)
        watching.cancel()
    read = Counter(chat for chat, _ in watch.shown)
    lost, twice = sum(read[chat] == 0 for chat in readers), sum(times - 1 for times in read.values())
    silence = watch.silence(kills, untroubled)
    recovery = max(min(at for _, at in watch.shown if at > kill + IN_FLIGHT) - kill for kill in kills)
    told = f"{len(readers)} sur {count} envoyés, {len(blocked)} injoignables"
    row = table.add(
        Row(
            fault="broadcast: 429, 5xx, time-outs, kill -9 of the notifier",
            tries=tries,
            facts=len(readers),
            lost=lost,
            twice=twice,
            recovery_s=recovery,
            bar=f"0 lost, 0.1 % twice, none in a pause, others {OTHERS:g} s",
            kept=lost == faults.intrusions == 0 and twice * 1000 <= count and silence <= OTHERS and told in card,
            why=f"{faults.intrusions} sent in a pause, the others waited {silence:.1f} s at most",
        )
    )
    assert (row.lost, faults.intrusions, set(read) - set(readers)) == (0, 0, set())
    assert card.splitlines() == ["✅ La viande : l’envoi est terminé.", told]
    assert row.kept


def where_it_is_noon() -> str:
    """Return a time zone in which it is day for hours to come; west of Greenwich is plus in these names."""
    return f"Etc/GMT{now().hour - 11:+d}"


async def citizens_of(here: Town, count: int) -> list[Phone]:
    """Return the phones of so many people who have the bot and voted in the theme."""
    phones = [here.world.person(f"B{number}", "fr") for number in range(count)]
    async with instance(here.settings, prepare=False) as parts:
        async with AsyncSession(parts.engine) as session:
            statement = (await session.exec(select(Contribution.id).where(Contribution.reference == "O-1"))).one()
        facts = [fact for phone in phones for fact in await arrival(here, parts, phone, statement)]
        for start in range(0, len(facts), PORTION):
            await parts.bus.publish_all(facts[start : start + PORTION])
        await applied(parts)
    return phones


async def arrival(here: Town, parts: Instance, phone: Phone, statement: object) -> list[Event]:
    """Open a chat with the bot, and return what the bot would have told of it."""
    here.citizens.chat(phone.person)
    person = await parts.addresses.enter("citizen", phone.person.id)
    base = {"city": here.settings.city, "occurred_at": now(), "citizen": person}
    return [
        CitizenJoined.model_validate({**base, "event_id": fact_id("arrival", person), "language": "fr"}),
        VoteCast.model_validate(
            {**base, "event_id": fact_id("vote", person), "theme": THEME, "statement": statement, "value": 1}
        ),
    ]


def trouble(faults: Faults, readers: Sequence[int], chance: random.Random) -> set[int]:
    """Plan what goes wrong in whose chat; return whose. Half of the silences come after the letter was shown."""
    faults.retry_after = PAUSE
    planned: dict[int, list[Kind]] = {}
    silences: Iterator[Kind] = cycle(("hang", "hang_after"))
    for chat in chance.sample(readers, round(len(readers) * REFUSED)):
        planned.setdefault(chat, []).extend(chance.choice(REFUSALS))
    for chat in chance.sample(readers, round(len(readers) * FAILED)):
        planned.setdefault(chat, []).append("500")
    for chat in chance.sample(readers, round(len(readers) * HANGING)):
        planned.setdefault(chat, []).append(next(silences))
    for chat, kinds in planned.items():
        chance.shuffle(kinds)
        faults.planned[f"sendmessage/{chat}"] = kinds
    return set(planned)


async def killed(here: Town, watch: Watch, point: int) -> float:
    """Kill the notifier once so many letters were shown; return when."""
    await here.ledger.until(lambda: watch.look() >= point)
    await here.kill("notifier")
    return asyncio.get_running_loop().time()


async def finished(here: Town, member: Phone, count: int) -> str:
    """Wait until the moderator's card says that all is over; return what it says."""
    card: Json = await member.sees(here.moderators, "l’envoi est terminé", seconds=PATIENCE + count / 10)
    return SPACE.sub("", card["text"])
