"""A broadcast from the moderator's command to citizens' phones: both bots' chats on the look-alike, real letters."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from prometheus_client import CollectorRegistry
from sqlalchemy.ext.asyncio import AsyncEngine

from bots.feed import Feed
from bots.moderator.app import Desk, moderator_bot
from bots.moderator.watches import Watches
from bots.notifier.app import Office, Post
from bots.playground import Phone
from bots.seal import Seal
from events.base import Event, Outcome
from events.broadcasts import BroadcastContinued, BroadcastsMuted
from events.citizens import CitizenJoined
from events.contributions import QuestionAsked
from events.moderation import InvitationMade
from events.news import NewsAddressed
from storage.addresses import AddressBook
from storage.ledger import Ledger
from tests.fakes import MEAT, NOON, Town
from tests.integration.bots.exchange import TOKEN, Exchange
from workers import broadcasts, clerk

MODERATORS = "4343:the-other-token"
CODE = "open-sesame"
HASH = sha256(CODE.encode()).hexdigest()
TEXT = "La soirée du 5 décembre a lieu salle <Camille-Claudel> & à côté."
LANGUAGES = ("fr", "en", "it", "es", "zh", "ar")
EVENING = datetime(2026, 11, 22, 19, 59, 30, tzinfo=UTC)  # half a minute before night in Paris
NIGHT, MORNING = datetime(2026, 11, 22, 21, tzinfo=UTC), datetime(2026, 11, 23, 8, tzinfo=UTC)
PEOPLE = 12
PORTION = 5
SECRET = "a secret of sixteen"


async def nobody() -> str:
    """Answer for the citizens' bot, which is not at work here."""
    return ""


class Loop:
    """The bus and the clerk in one: what follows from an act is worked too, letters go to the notifier."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.ledger = Ledger(engine, {**clerk.handlers(), **broadcasts.handlers(PORTION)}, self._tell)
        self.post: Post | None = None
        self._continued = deque[Event]()

    async def publish(self, fact: Event) -> None:
        await self.decide(fact)

    async def decide(self, act: Event) -> Outcome | None:
        [outcome] = await self.ledger.once([act])
        await self.ledger.tell_pending()
        while self._continued:
            await self.ledger.once([self._continued.popleft()])
            await self.ledger.tell_pending()
        return outcome

    async def _tell(self, facts: Sequence[Event]) -> None:
        self._continued += [fact for fact in facts if isinstance(fact, BroadcastContinued)]
        news = [fact for fact in facts if isinstance(fact, NewsAddressed)]
        if self.post and news:
            await self.post.receive(news)


class City:
    """A moderator's phone, citizens' phones, and everything between them but the bus."""

    def __init__(self, exchange: Exchange, engine: AsyncEngine) -> None:
        self.exchange, self.engine, self.now = exchange, engine, NOON
        self.loop, self.town, self.addresses = Loop(engine), Town(engine), AddressBook(engine, SECRET)
        self.moderators = exchange.world.bot(MODERATORS, "moderators_bot")
        self.mia = exchange.phone("Mia")
        self.post = self.loop.post = Post(self.office())
        self.people: list[UUID] = []
        self.phones: list[Phone] = []
        self.letters = 0

    def clock(self) -> datetime:
        """Return a time that passes faster than the letters' turns come."""
        self.now += timedelta(seconds=1)
        return self.now

    def office(self) -> Office:
        given: dict[str, Any] = {"api_base": self.exchange.world.base_url, "registry": CollectorRegistry()}
        given |= {"tokens": {"citizen": TOKEN, "moderator": MODERATORS}, "engine": self.engine, "clock": self.clock}
        return Office(addresses=self.addresses, language="fr", timezone="Europe/Paris", **given)

    def desk(self) -> Desk:
        return Desk(
            engine=self.engine,
            bus=self.loop,
            addresses=self.addresses,
            clock=self.clock,
            city="lyon",
            language="fr",
            timezone="Europe/Paris",
            citizen_bot_name=nobody,
            moderator_bot_name="moderators_bot",
            bring_up_to_date=self._compute,
            bundle=self._bundle,
            watches=Watches(lambda _seconds: asyncio.sleep(0.02)),
        )

    async def _compute(self, _theme: str) -> None: ...

    async def _bundle(self, _theme: str) -> bytes:
        raise NotImplementedError("nobody asks for open data here")

    async def citizen(self, language: str) -> None:
        """Have somebody take part in the theme, with a phone that the bot can write to."""
        phone = self.exchange.phone()
        phone.starts(self.exchange.bot)
        self.phones.append(phone)
        person = await self.addresses.enter("citizen", phone.person.id)
        await self.town.act(CitizenJoined, citizen=person, language=language)
        self.people.append(person)
        await self.town.act(QuestionAsked, theme=MEAT, citizen=person, text="Pourquoi tant de viande ?")

    async def told(self, reader: UUID) -> None:
        """Tell somebody something of their own, and wait until they have read it."""
        phone = self.phones[self.people.index(reader)]
        self.letters += 1
        ref = f"Q-{100 + self.letters}"
        given = {"person": reader, "audience": "citizen", "wording": "notice-admitted", "params": {"ref": ref}}
        news = NewsAddressed.model_validate(self.town.fact(NewsAddressed, **given).model_dump())
        await self.post.receive([news])
        await phone.sees(self.exchange.bot, ref)

    def read(self) -> list[int]:
        """Return how many messages with the moderator's text each citizen has."""
        return [sum(TEXT in text for text in phone.screen(self.exchange.bot)) for phone in self.phones]

    async def send(self, recipients: int = PEOPLE) -> None:
        """Have Mia write the broadcast, look at it, and send it."""
        self.mia.says(self.moderators, f"/broadcast {MEAT} {TEXT}")
        await self.mia.sees(self.moderators, f"Destinataires : {recipients}")
        self.mia.presses(self.moderators, f"Envoyer ({recipients})")

    async def card(self, *words: str) -> None:
        await self.mia.sees(self.moderators, *words, seconds=20)


@pytest.fixture
async def city(exchange: Exchange, engine: AsyncEngine) -> AsyncIterator[City]:
    """A city where Mia moderates and twelve people take part; both the notifier and her bot are at work."""
    city, stop = City(exchange, engine), asyncio.Event()
    await city.town.theme()
    for number in range(PEOPLE):
        await city.citizen(LANGUAGES[number % len(LANGUAGES)])
    await city.town.act(InvitationMade, by=None, role="owner", code_hash=HASH, expires_at=NOON + timedelta(days=1))
    bot = moderator_bot(MODERATORS, exchange.world.base_url, city.desk())
    await bot.start()
    feed = Feed(exchange.world.base_url, MODERATORS, bot.handle, bot.apologise, bury=exchange.listener.bury)
    running = [asyncio.create_task(feed.run(stop)), asyncio.create_task(city.post.run(stop))]
    city.mia.says(city.moderators, f"/start {CODE}")
    await city.mia.sees(city.moderators, "M-1")
    yield city
    stop.set()
    await asyncio.gather(*running)
    await bot.close()


async def test_everybody_reads_it_once_in_a_frame_of_their_language(city: City) -> None:
    await city.send()
    await city.card("l’envoi est terminé", "12 sur 12 envoyés, 0 injoignables")
    assert city.read() == [1] * PEOPLE
    frames = [phone.screen(city.exchange.bot)[-1].partition("\n")[0] for phone in city.phones[:2]]
    assert frames == [
        "📣 Lyon · message de la ville sur le thème « La viande »",
        "📣 Lyon · a message from the city on the theme “La viande”",
    ]
    shown = city.phones[0].shown(city.exchange.bot)[-1]["reply_markup"]["inline_keyboard"]
    assert shown == [
        [
            {
                "text": "🔕 Ne plus recevoir ces messages",
                "callback_data": Seal(TOKEN).close(city.phones[0].person.id, f"bm:{MEAT}"),
            }
        ]
    ]


async def test_who_cannot_be_reached_is_counted_and_who_wants_none_gets_none(city: City) -> None:
    city.phones[3].blocks(city.exchange.bot)
    await city.town.act(BroadcastsMuted, citizen=city.people[5], theme=MEAT)
    await city.send(recipients=11)
    await city.card("l’envoi est terminé", "10 sur 11 envoyés, une personne injoignable")
    assert city.read() == [int(number not in {3, 5}) for number in range(PEOPLE)]


async def test_whatever_telegram_answers_each_reads_it_once(city: City) -> None:
    city.exchange.world.faults.retry_after = 0.05
    for phone in city.phones[::3]:
        city.exchange.world.faults.planned[f"sendmessage/{phone.person.id}"] = ["429", "500", "429"]
    await city.send()
    await city.card("l’envoi est terminé", "12 sur 12 envoyés")
    assert city.read() == [1] * PEOPLE


async def test_at_night_nothing_leaves_but_what_concerns_one_alone_and_in_the_morning_all_does(city: City) -> None:
    city.now = NIGHT
    await city.send()
    await city.card("la nuit, rien ne part", "0 sur 12 envoyés")
    for reader in city.people[:3]:
        await city.told(reader)
    assert city.read() == [0] * PEOPLE
    city.now = MORNING
    await city.card("l’envoi est terminé", "12 sur 12 envoyés")
    assert city.read() == [1] * PEOPLE


async def test_what_could_not_leave_before_night_leaves_in_the_morning(city: City) -> None:
    ada, *others = city.people
    await city.town.act(BroadcastsMuted, citizen=ada, theme=MEAT)
    chats = [f"sendmessage/{phone.person.id}" for phone in city.phones[1:]]
    city.exchange.world.faults.planned |= {chat: ["500"] * 50 for chat in chats}
    city.now = EVENING
    await city.send(recipients=len(others))
    await city.card("la nuit, rien ne part", "0 sur 11 envoyés")
    city.now = NIGHT
    for reader in (ada, ada, ada):  # what was tried last is back on the pile by then
        await city.told(reader)
    city.exchange.world.faults.planned.clear()
    for reader in others[:3]:
        await city.told(reader)
    assert city.read() == [0] * PEOPLE
    city.now = MORNING
    await city.card("l’envoi est terminé", "11 sur 11 envoyés")
    assert city.read() == [0] + [1] * len(others)


async def test_stopped_in_the_night_nothing_leaves_in_the_morning(city: City) -> None:
    city.now = NIGHT
    await city.send()
    await city.card("la nuit, rien ne part")
    city.mia.presses(city.moderators, "Arrêter")
    await city.card("l’envoi est arrêté", "0 sur 12 envoyés")
    city.now = MORNING
    for reader in city.people[:3]:
        await city.told(reader)
    assert city.read() == [0] * PEOPLE
