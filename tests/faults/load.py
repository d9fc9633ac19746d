"""People with phones who write, vote and support, so many at a time, until nobody needs them any more."""

import asyncio
import random
from collections.abc import Iterator

from bots.playground import Phone
from bots.playground.accounts import Json
from tests.faults.oracle import RECEIPT
from tests.faults.town import PATIENCE, QUESTIONS, STATEMENTS, Town, sentence

UNDER_WAY = 40
WORDS = 0.35  # of the acts are questions and opinions; the others are votes and supports


class Crowd:
    """People of a town who have consented. What each of them does comes from `chance`."""

    def __init__(self, town: Town, chance: random.Random, people: int) -> None:
        self.town = town
        self._chance = chance
        self._phones = [town.world.person(f"P{number}", "fr") for number in range(people)]
        self._decks = {phone.person.id: self._deck() for phone in self._phones}
        self.acts = 0

    def _deck(self) -> Iterator[str]:
        """Return the buttons that a person has not pressed yet, shuffled."""
        values = self._chance.choices("10", k=STATEMENTS)
        taps = [f"v:{value}:O-{number + 1}" for number, value in enumerate(values)]
        taps += [f"qs:Q-{number + 1}:0" for number in range(QUESTIONS)]
        self._chance.shuffle(taps)
        return iter(taps)

    async def joins(self) -> None:
        """Have everybody start the bot and consent."""
        room = asyncio.Semaphore(UNDER_WAY)

        async def one(phone: Phone) -> None:
            async with room:
                await self.town.confirmed(phone.starts(self.town.citizens))
                await self.town.confirmed(self._tap(phone, "j:fr:"))

        await asyncio.gather(*map(one, self._phones))

    async def writes(self, at_least: int, enough: asyncio.Event, under_way: int = UNDER_WAY) -> None:
        """Keep `under_way` updates under way until `at_least` acts are confirmed and `enough` is set."""
        resting, goal = list(self._phones), self.acts + at_least

        async def one() -> None:
            while self.acts < goal or not enough.is_set():
                self.acts += 1
                phone = resting.pop(0)
                await self.town.confirmed(self._act(phone))
                resting.append(phone)

        await asyncio.gather(*(one() for _ in range(min(under_way, len(resting)))))

    async def asks(self, count: int) -> None:
        """Have people send in `count` questions, and wait until all are confirmed."""
        updates = [
            self._phones[number % len(self._phones)].says(self.town.citizens, f"/ask {sentence(self._chance)}")
            for number in range(count)
        ]
        await asyncio.gather(*map(self.town.confirmed, updates))

    def _act(self, phone: Phone) -> Json:
        words = self._chance.random() < WORDS
        tap = None if words else next(self._decks[phone.person.id], None)
        if tap:
            return self._tap(phone, tap)
        return phone.says(self.town.citizens, f"/{self._chance.choice(('ask', 'opinion'))} {sentence(self._chance)}")

    def _tap(self, phone: Phone, data: str) -> Json:
        return phone.forges(self.town.citizens, data, phone.shown(self.town.citizens)[0])


async def next_receipt(town: Town) -> None:
    """Wait until somebody's words are received: the bot, the bus and the clerk are then at work."""
    ledger = town.ledger
    looked = len(ledger.sent)

    def received() -> bool:
        nonlocal looked
        new, looked = ledger.sent[looked:], len(ledger.sent)
        return any(RECEIPT.match(message.get("text", "")) for message in new)

    async with asyncio.timeout(PATIENCE):
        await ledger.until(received)
