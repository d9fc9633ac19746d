"""People with phones who write, vote and support, so many at a time, until nobody needs them any more."""

import asyncio
import random
import re
from collections.abc import Iterator

from bots.playground import Phone
from bots.playground.accounts import Json, Ledger
from bots.playground.phone import buttons_of
from tests.faults.oracle import RECEIPT
from tests.faults.town import PATIENCE, QUESTIONS, STATEMENTS, THEME, Town, sentence

UNDER_WAY = 30
REFERENCE = re.compile(r"[QO]-\d+")


class Crowd:
    """People of a town: each of them starts the bot, consents, and then does one thing after the other.

    What they do comes from `chance`; the part `words` of it is questions and opinions.
    """

    def __init__(self, town: Town, chance: random.Random, people: int = 40, *, words: float = 0.35) -> None:
        self.town = town
        self._chance = chance
        self._words = words
        self._phones = [town.world.person(f"P{number}", "fr") for number in range(people)]
        self._plans = {phone.person.id: self._plan() for phone in self._phones}
        self._acts = 0

    def _plan(self) -> Iterator[str]:
        """Yield what a person does: writes a text with a slash, or taps; everything is tapped once."""
        yield from ("/start", "j:fr:")
        taps = [f"v:{self._chance.choice('10')}:O-{number + 1}" for number in range(STATEMENTS)]
        taps += [f"qs:Q-{number + 1}:0" for number in range(QUESTIONS)]
        taps += ["seat:take:S-1"]
        self._chance.shuffle(taps)
        while True:
            words = not taps or self._chance.random() < self._words
            yield f"/{self._chance.choice(('ask', 'opinion'))} {sentence(self._chance)}" if words else taps.pop()

    async def joins(self) -> None:
        """Have everybody start the bot and consent."""
        for _ in range(2):
            await asyncio.gather(*map(self._does, self._phones))

    async def writes(self, at_least: int, enough: asyncio.Event, under_way: int = UNDER_WAY) -> None:
        """Keep `under_way` updates under way until `at_least` acts are confirmed and `enough` is set."""
        resting, goal = list(self._phones), self._acts + at_least

        async def one() -> None:
            while self._acts < goal or not enough.is_set():
                self._acts += 1
                phone = resting.pop(0)
                await self._does(phone)
                resting.append(phone)

        await asyncio.gather(*(one() for _ in range(min(under_way, len(resting)))))

    async def asks(self, count: int) -> None:
        """Have people send in `count` questions, and wait until all are confirmed."""
        phones = (self._phones[number % len(self._phones)] for number in range(count))
        updates = [phone.says(self.town.citizens, f"/ask {sentence(self._chance)}") for phone in phones]
        await asyncio.gather(*map(self.town.confirmed, updates))

    async def _does(self, phone: Phone) -> None:
        """Do the next thing, to its end."""
        await self.town.answered(phone, self._act(phone))

    def _act(self, phone: Phone) -> Json:
        """Write, or tap on the first card, which is edited again and again."""
        bot, act = self.town.citizens, next(self._plans[phone.person.id])
        if act.startswith("/"):
            return phone.says(bot, act)
        card = next(iter(phone.shown(bot) or phone.chat(bot).messages.values()))
        return phone.taps(bot, act, card)


async def empties_the_queue(here: Town, member: Phone) -> set[str]:
    """Publish item after item; return the references of what was published."""
    bot, decided = here.moderators, set[str]()
    while card := await next_card(here, member, decided):
        tap = member.presses(bot, "Publier", card)
        decided.add(reference_on(card))
        await here.answered(member, tap, bot)
    return decided


async def next_card(here: Town, member: Phone, decided: set[str]) -> Json | None:
    """Return the newest card that is not decided; ask for one where none is shown; None when nothing waits."""
    bot = here.moderators
    for asking in (False, True):
        if asking:
            await here.answered(member, member.says(bot, f"/queue {THEME}"), bot)
        for shown in reversed(member.shown(bot)):
            labels = [button["text"] for button in buttons_of(shown)]
            if any("Publier" in label for label in labels) and reference_on(shown) not in decided:
                return shown
    return None


def reference_on(card: Json) -> str:
    found = REFERENCE.search(card["text"])
    assert found, card
    return found[0]


async def next_message(ledger: Ledger, what: re.Pattern[str]) -> None:
    """Wait until the bot sends somebody a new message that says `what`."""
    looked = len(ledger.sent)

    def came() -> bool:
        nonlocal looked
        new, looked = ledger.sent[looked:], len(ledger.sent)
        return any(what.search(message.get("text", "")) for message in new)

    async with asyncio.timeout(PATIENCE):
        await ledger.until(came)


async def next_receipt(town: Town) -> None:
    """Wait until somebody's words are received: the bot, the bus and the clerk are then at work."""
    await next_message(town.ledger, RECEIPT)
