"""From news to words on a phone: the notifier against the look-alike."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Callable
from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from prometheus_client import CollectorRegistry
from sqlalchemy.ext.asyncio import AsyncEngine

from bots.messenger import (
    AmbiguousError,
    AwayError,
    BlockedError,
    MalformedError,
    SendingError,
    SlowDownError,
)
from bots.notifier.app import Office, Post, told
from bots.notifier.telegram import Telegram
from bots.playground import Phone
from bots.playground.faults import Kind
from bots.seal import Seal
from bots.wording import wording
from events.base import Param
from events.citizens import CitizenJoined
from events.news import NewsAddressed
from storage.addresses import AddressBook, BotName
from storage.digests import Digests
from storage.tables.identity import Letter
from tests.fakes import NOON, Town, person
from tests.integration.bots.exchange import TOKEN, Exchange

MODERATORS = "4343:the-other-token"


@pytest.fixture
async def telegram(exchange: Exchange) -> AsyncIterator[Telegram]:
    messenger = Telegram(exchange.world.base_url, TOKEN, patience=0.3)
    yield messenger
    await messenger.close()


def acquainted(exchange: Exchange, name: str = "Ada") -> Phone:
    phone = exchange.phone(name)
    phone.starts(exchange.bot)
    return phone


async def test_words_and_buttons_reach_the_phone(exchange: Exchange, telegram: Telegram) -> None:
    ada = acquainted(exchange)
    await telegram.send(ada.person.id, "<b>Hello</b> &amp; welcome", [("Open", "go:mine")])
    [message] = ada.shown(exchange.bot)
    assert (message["text"], message["reply_markup"]) == (
        "Hello & welcome",
        {"inline_keyboard": [[{"text": "Open", "callback_data": "go:mine"}]]},
    )


async def test_a_message_that_stands_says_something_else_and_saying_it_twice_is_saying_it_once(
    exchange: Exchange, telegram: Telegram
) -> None:
    ada = acquainted(exchange)
    number = await telegram.send(ada.person.id, "<b>first</b>", [("Open", "go:mine")])
    for _ in range(2):
        assert await telegram.edit(ada.person.id, number, "<b>second</b>", [])
    [message] = ada.shown(exchange.bot)
    assert (message["message_id"], message["text"], "reply_markup" in message) == (number, "second", False)


async def test_a_message_that_is_no_longer_there_or_not_ours_cannot_be_changed(
    exchange: Exchange, telegram: Telegram
) -> None:
    ada = acquainted(exchange)
    for number in (*ada.chat(exchange.bot).messages, 4711):
        assert not await telegram.edit(ada.person.id, number, "hello", [])


async def test_whose_a_message_is_can_be_asked_and_nothing_is_to_be_seen_of_it(
    exchange: Exchange, telegram: Telegram
) -> None:
    ada, ben = acquainted(exchange), acquainted(exchange, "Ben")
    [hers] = ada.chat(exchange.bot).messages
    letters = [
        await telegram.send(phone.person.id, "hello", buttons) for phone in (ada, ben) for buttons in ([], [("a", "b")])
    ]
    before = deepcopy(ada.chat(exchange.bot).messages)
    asked = [await telegram.whose(ada.person.id, number) for number in (hers, *letters, 4711)]
    assert asked == ["person", "bot", "bot", None, None, None]
    assert ada.chat(exchange.bot).messages == before


@pytest.mark.parametrize(
    ("fault", "error"),
    [("429", SlowDownError), ("500", AwayError), ("hang", AmbiguousError), ("hang_after", AmbiguousError)],
)
async def test_each_failure_of_telegram_is_known_by_what_can_be_done(
    exchange: Exchange, telegram: Telegram, fault: Kind, error: type[SendingError]
) -> None:
    ada = acquainted(exchange)
    exchange.world.faults.planned["sendmessage"] = [fault]
    with pytest.raises(error):
        await telegram.send(ada.person.id, "hello", [])


async def test_the_pause_is_the_one_that_telegram_asks_for(exchange: Exchange, telegram: Telegram) -> None:
    exchange.world.faults.retry_after = 7
    exchange.world.faults.planned["sendmessage"] = ["429"]
    with pytest.raises(SlowDownError) as slow:
        await telegram.send(acquainted(exchange).person.id, "hello", [])
    assert slow.value.seconds == 7


async def test_who_blocked_the_bot_or_never_met_it_cannot_be_reached(exchange: Exchange, telegram: Telegram) -> None:
    ada = acquainted(exchange)
    ada.blocks(exchange.bot)
    for account in (ada.person.id, 123_456):
        with pytest.raises(BlockedError):
            await telegram.send(account, "hello", [])


@pytest.mark.parametrize("html", ["<b>never closed", "", "x" * 4097])
async def test_what_telegram_will_never_take_is_malformed(exchange: Exchange, telegram: Telegram, html: str) -> None:
    with pytest.raises(MalformedError):
        await telegram.send(acquainted(exchange).person.id, html, [])


async def test_where_nobody_listens_nothing_was_sent() -> None:
    nowhere = Telegram("http://127.0.0.1:9", TOKEN, patience=0.3)
    with pytest.raises(AwayError):
        await nowhere.send(1, "hello", [])
    await nowhere.close()


class Reader:
    """A person with a phone whom news can be addressed to."""

    def __init__(self, id: UUID, phone: Phone, audience: BotName) -> None:  # noqa: A002 - what it is
        self.id, self.phone, self.audience = id, phone, audience


class Bureau:
    """A notifier with two bots, and readers."""

    def __init__(self, exchange: Exchange, engine: AsyncEngine) -> None:
        self.exchange, self.engine, self.town = exchange, engine, Town(engine)
        self.addresses = AddressBook(engine, "a secret of sixteen")
        self.moderators = exchange.world.bot(MODERATORS, "moderators_bot")
        self.now, self.began, self.registry = NOON, time.monotonic(), CollectorRegistry()
        self.post = Post(
            Office(
                engine=engine,
                addresses=self.addresses,
                clock=self._clock,
                language="fr",
                timezone="Europe/Paris",
                api_base=exchange.world.base_url,
                tokens={"citizen": TOKEN, "moderator": MODERATORS},
                registry=self.registry,
                patience=0.5,
            )
        )

    def _clock(self) -> datetime:
        return self.now + timedelta(seconds=time.monotonic() - self.began)

    async def reader(self, audience: BotName = "citizen", language: str = "en") -> Reader:
        phone = self.exchange.phone()
        phone.starts(self.exchange.bot if audience == "citizen" else self.moderators)
        found = Reader(await self.addresses.enter(audience, phone.person.id), phone, audience)
        if audience == "citizen":
            await self.town.act(CitizenJoined, citizen=found.id, language=language)
        return found

    def news(self, reader: Reader, number: object = 1, **fields: Any) -> NewsAddressed:
        given = {"event_id": person(f"{reader.id} {number}"), "city": "lyon", "occurred_at": NOON, "person": reader.id}
        worded = {"wording": "notice-admitted", "params": {"ref": f"Q-{number}"}}
        return NewsAddressed.model_validate({**given, "audience": reader.audience, **worded, **fields})

    def tiding(self, reader: Reader, theme: str, phase: str) -> NewsAddressed:
        """Return news of a theme, which take the place of older ones of it."""
        title, kept = theme.replace("-", " ").capitalize(), {"urgency": "digest", "stands": f"phase:{theme}"}
        params = {"theme": title, "phase": phase}
        return self.news(reader, f"{theme} {phase}", wording="notice-digest-phase", params=params, theme=theme, **kept)

    async def others_are_told(self, reader: Reader, until: Callable[[], bool]) -> None:
        """Tell somebody else something each second, until it is true."""
        for number in itertools.count(1):
            if until():
                return
            await self.post.receive([self.news(reader, number)])
            await reader.phone.sees(self.exchange.bot, f"Q-{number}")

    def count(self, outcome: str) -> float:
        return self.registry.get_sample_value("palabre_letters_total", {"outcome": outcome}) or 0.0


@pytest.fixture
async def bureau(exchange: Exchange, engine: AsyncEngine) -> AsyncIterator[Bureau]:
    bureau, stop = Bureau(exchange, engine), asyncio.Event()
    running = asyncio.create_task(bureau.post.run(stop))
    yield bureau
    stop.set()
    await running


async def test_each_reader_is_told_in_the_language_they_chose(bureau: Bureau) -> None:
    ada, ben = await bureau.reader(language="en"), await bureau.reader(language="fr")
    await bureau.post.receive([bureau.news(ada), bureau.news(ben)])
    await ada.phone.sees(bureau.exchange.bot, "Q-1 is published")
    await ben.phone.sees(bureau.exchange.bot, "Q-1 est publiée")


async def test_moderators_are_told_by_their_bot_in_the_language_of_the_instance(bureau: Bureau) -> None:
    ola = await bureau.reader("moderator")
    asked = bureau.news(
        ola,
        wording="notice-publication-requested",
        params={"what": "agenda", "theme": "Meat"},
        buttons=(("button-see", "x"),),
    )
    await bureau.post.receive([asked])
    message = await ola.phone.sees(bureau.moderators, "Un·e collègue demande de publier", "Meat")
    assert message["reply_markup"]["inline_keyboard"] == [[{"text": "👀 Relire", "callback_data": "x"}]]


async def test_news_told_twice_is_one_message_and_what_was_told_first_is_read_first(bureau: Bureau) -> None:
    ada = await bureau.reader()
    news = [bureau.news(ada, number) for number in range(1, 4)]
    await bureau.post.receive(news)
    await bureau.post.receive(news)
    await ada.phone.sees(bureau.exchange.bot, "Q-3")
    await bureau.post.receive([*news, bureau.news(ada, 4)])
    await ada.phone.sees(bureau.exchange.bot, "Q-4")
    assert [text.split()[1] for text in ada.phone.screen(bureau.exchange.bot)] == ["Q-1", "Q-2", "Q-3", "Q-4"]


@pytest.mark.parametrize(
    ("now", "nine"),
    [
        ("2026-11-22T12:00+00:00", "2026-11-23T08:00+00:00"),
        ("2026-11-22T07:00+00:00", "2026-11-22T08:00+00:00"),
        ("2026-11-22T08:00+00:00", "2026-11-23T08:00+00:00"),
        ("2026-03-28T12:00+00:00", "2026-03-29T07:00+00:00"),  # the clock goes forward in the night
        ("2026-10-24T12:00+00:00", "2026-10-25T08:00+00:00"),  # and back
    ],
)
async def test_what_can_wait_comes_at_nine_in_the_city(bureau: Bureau, now: str, nine: str) -> None:
    ada = await bureau.reader()
    bureau.now = datetime.fromisoformat(now)
    await bureau.post.receive([bureau.news(ada, urgency="digest")])
    assert [letter.due_at for letter in await bureau.town.rows(Letter)] == [datetime.fromisoformat(nine)]


async def test_news_that_could_wait_come_in_one_message_a_day_by_theme(bureau: Bureau) -> None:
    ada = await bureau.reader()
    await bureau.town.theme()
    await bureau.town.theme("le-pain")
    told = [bureau.tiding(ada, "la-viande", "deliberating"), bureau.tiding(ada, "le-pain", "convening")]
    await bureau.post.receive([*told, bureau.tiding(ada, "la-viande", "conference")])
    bureau.now += timedelta(hours=21)  # nine in the morning
    message = await ada.phone.sees(bureau.exchange.bot, "News of what you follow", seconds=20)
    assert message["text"] == (
        "🗞 News of what you follow\n\nLe pain\n• The theme moves on: preparing the conference.\n\n"
        "La viande\n• The theme moves on: conference under way.\n\nHow often? /notifications"
    )
    assert message["reply_markup"]["inline_keyboard"] == [
        [{"text": text, "callback_data": Seal(TOKEN).close(ada.phone.person.id, data)}]
        for text, data in (
            ("Le pain", "nt:le-pain"),
            ("La viande", "nt:la-viande"),
            ("🔕 No more of these messages", "nx"),
        )
    ]
    await bureau.post.receive(told)  # told again, after a crash of whoever told it
    assert await Digests(bureau.engine, "Europe/Paris").gather(bureau.now + timedelta(days=1)) == 0


async def test_a_reader_who_blocked_the_bot_stops_nobody(bureau: Bureau) -> None:
    ada, ben = await bureau.reader(), await bureau.reader()
    ada.phone.blocks(bureau.exchange.bot)
    await bureau.post.receive([bureau.news(ada), bureau.news(ben)])
    await ben.phone.sees(bureau.exchange.bot, "Q-1")
    assert await bureau.addresses.account_of(ben.id) == ben.phone.person.id


@pytest.mark.parametrize(
    ("fault", "buttons"), [("hang", ()), ("hang_after", ()), ("hang_after", (("button-see", "x"),))]
)
async def test_whether_a_letter_of_which_nothing_was_heard_has_arrived_or_not_it_comes_once(
    bureau: Bureau, fault: Kind, buttons: tuple[tuple[str, str], ...]
) -> None:
    ada, ben, cas = await bureau.reader(), await bureau.reader(), await bureau.reader()
    await bureau.post.receive([bureau.news(ben)])
    await ben.phone.sees(bureau.exchange.bot, "Q-1")
    bureau.exchange.world.faults.planned[f"sendmessage/{ada.phone.person.id}"] = [fault]
    await bureau.post.receive([bureau.news(ada, buttons=buttons), bureau.news(ada, 2)])
    await bureau.others_are_told(cas, until=lambda: len(ada.phone.screen(bureau.exchange.bot)) == 2)
    assert [text.split()[1] for text in ada.phone.screen(bureau.exchange.bot)] == ["Q-1", "Q-2"]


async def test_newer_news_of_the_same_takes_the_place_of_what_was_said(bureau: Bureau) -> None:
    ada = await bureau.reader()
    for number in (1, 2, 3):
        await bureau.post.receive([bureau.news(ada, number, stands="agenda:la-viande")])
        await ada.phone.sees(bureau.exchange.bot, f"Q-{number}")
    assert len(ada.phone.screen(bureau.exchange.bot)) == 1


async def test_what_was_addressed_to_somebody_who_was_away_reaches_them_when_they_are_back(bureau: Bureau) -> None:
    ada = await bureau.reader()
    ada.phone.blocks(bureau.exchange.bot)
    await bureau.post.receive([bureau.news(ada)])
    await bureau.others_are_told(await bureau.reader(), until=lambda: bureau.count("unreachable") == 1)
    ada.phone.lets_in(bureau.exchange.bot)
    await bureau.addresses.mark(ada.id, reachable=True)
    await ada.phone.sees(bureau.exchange.bot, "Q-1", seconds=20)


def test_dates_and_articles_are_told_as_people_read_them() -> None:
    params: dict[str, Param] = {"when": "2026-12-05T17:30:00+00:00", "article": 2, "ref": "Q-1"}
    shown = told(params, wording("en"), "Europe/Paris")
    assert shown["when"] == "Saturday 5 December 2026 at 18:30"
    assert (shown["ref"], shown["article"], len(shown["reason"]) > 10) == ("Q-1", 2, True)
