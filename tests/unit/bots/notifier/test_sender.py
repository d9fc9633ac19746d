"""Each letter once, in order for each person, at Telegram's pace, whatever goes wrong with the others."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from prometheus_client import CollectorRegistry
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bots.messenger import (
    AmbiguousError,
    AwayError,
    BlockedError,
    Buttons,
    MalformedError,
    SendingError,
    SlowDownError,
    Whose,
)
from bots.notifier.delivery import Delivery
from bots.notifier.pace import Pace
from bots.notifier.sender import Sender
from bots.notifier.tally import Tally
from bots.notifier.trail import MOST
from events.news import NewsAddressed
from storage.addresses import AddressBook
from storage.due_letters import LetterView
from storage.ledger import writing
from storage.letters import Letters
from storage.tables.identity import Letter
from tests.fakes import NOON, person

Fault = SendingError | Callable[[], Coroutine[Any, Any, None]]


class UnheardError(AmbiguousError):
    """The letter has arrived, but the answer was lost."""


class Mailbag:
    """A messenger that notes what it brings; messages of all chats are numbered together. Faults are by account."""

    def __init__(self) -> None:
        self.brought: list[tuple[int, str]] = []
        self.tried: list[int] = []
        self.looks: list[int] = []
        self.chats: dict[int, dict[int, str]] = defaultdict(dict)  # by account: number → text, the person's own in <>
        self.number = 100
        self.faults: dict[int, list[Fault]] = defaultdict(list)
        self.changed = asyncio.Event()

    async def send(self, account: int, html: str, buttons: Buttons) -> int:
        self.tried.append(account)
        fault = self.faults[account].pop(0) if self.faults[account] else None
        if isinstance(fault, SendingError) and not isinstance(fault, UnheardError):
            raise fault
        if fault and not isinstance(fault, UnheardError):
            await fault()
        number = self.says(account, html)
        self.brought.append((account, html))
        self.changed.set()
        if isinstance(fault, UnheardError):
            raise fault
        return number

    def says(self, account: int, text: str) -> int:
        """Have a message in a chat: of the bot, or `<…>` of the person."""
        self.number += 1
        self.chats[account][self.number] = text
        return self.number

    async def edit(self, account: int, message: int, html: str, buttons: Buttons) -> bool:
        if message not in self.chats[account]:
            return False
        self.chats[account][message] = html
        return True

    async def whose(self, account: int, message: int) -> Whose | None:
        self.looks.append(message)
        text = self.chats[account].get(message)
        return None if text is None else "person" if text.startswith("<") else "bot"

    async def until(self, account: int, html: str) -> None:
        async with asyncio.timeout(5):
            while (account, html) not in self.brought:
                self.changed.clear()
                await self.changed.wait()


class Desk:
    """A sender with its pile; time passes when a test says so."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self.now, self.seconds = NOON, 0.0
        self.letters, self.addresses = Letters(engine), AddressBook(engine, "a secret of sixteen")
        self.mailbag, self.written = Mailbag(), list[UUID]()
        self.people: dict[int, UUID] = {}  # by account
        self.sender = self.restarted()

    def restarted(self) -> Sender:
        """Return the sender of a new process."""
        self.registry, pace = CollectorRegistry(), Pace(lambda: self.seconds)
        self.delivery = Delivery(
            self.letters,
            addresses=self.addresses,
            messengers={"citizen": self.mailbag},
            word=self._word,
            clock=lambda: self.now,
            pace=pace,
            tally=Tally(self.registry),
        )
        self.sender = Sender(self.letters, self.delivery, pace=pace, clock=lambda: self.now)
        return self.sender

    async def _word(self, letter: LetterView) -> tuple[str, list[tuple[str, str]]]:
        if letter.wording == "unknown":
            raise KeyError("there is no such text")
        return str(letter.params.get("text")), []

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.seconds += seconds

    async def write(self, account: int, *texts: str, wording: str = "hello", **fields: Any) -> None:
        """Put letters to a person on the pile, due one after the other."""
        if account not in self.people:
            self.people[account] = await self.addresses.enter("citizen", account)
        for text in texts:
            news = NewsAddressed(
                event_id=person(f"{account} {text}"),
                city="lyon",
                occurred_at=self.now,
                person=self.people[account],
                audience="citizen",
                wording=wording,
                params={"text": text},
                **fields,
            )
            self.now += timedelta(microseconds=1)
            self.written.append(news.event_id)
            await self.letters.put([news], [self.now])

    async def send(self, seconds: float = 0.0, step: float = 0.1) -> list[tuple[int, str]]:
        """Send what is due now, or in the next seconds; return what was brought."""
        before, end = len(self.mailbag.brought), self.seconds + seconds
        while True:
            while await self.sender.begin_due():
                await self.sender.drain()
            if self.seconds >= end:
                return self.mailbag.brought[before:]
            self.later(step)

    async def states(self) -> list[str]:
        """Return the states of all letters, in the order in which they were due at first."""
        async with AsyncSession(self.engine) as session:
            found = (await session.exec(select(Letter.id, Letter.state))).all()
        return [state for _, state in sorted(found, key=lambda letter: self.written.index(letter[0]))]

    async def texts(self) -> list[str]:
        async with AsyncSession(self.engine) as session:
            return list((await session.exec(select(Letter.params))).all())

    async def restarted_and_resumed(self) -> None:
        """Let the process die, and another one begin a moment later."""
        self.later(1)
        self.restarted()
        await self.delivery.resume()
        self.later(1)

    def count(self, name: str, **labels: str) -> float:
        """Return a number of /metrics."""
        return self.registry.get_sample_value(name, labels) or 0.0


@pytest.fixture
def desk(engine: AsyncEngine) -> Desk:
    return Desk(engine)


async def test_a_letter_is_sent_once(desk: Desk) -> None:
    await desk.write(1, "hello")
    assert await desk.send(2) == [(1, "hello")]
    assert await desk.states() == ["sent"]


async def test_letters_to_one_person_arrive_in_order_and_one_by_one(desk: Desk) -> None:
    await desk.write(1, *"abcdefgh")
    assert await desk.send(10) == [(1, letter) for letter in "abcdefgh"]


async def test_a_second_letter_does_not_overtake_one_that_must_be_tried_again(desk: Desk) -> None:
    await desk.write(1, "first", "second")
    desk.mailbag.faults[1] = [AwayError(), AwayError()]
    assert await desk.send() == []
    assert await desk.send(10) == [(1, "first"), (1, "second")]


async def test_a_hundred_and_fifty_letters_of_one_person_do_not_starve_the_others(desk: Desk) -> None:
    await desk.write(1, *(str(number) for number in range(150)))
    await desk.write(2, "hello")
    assert (2, "hello") in await desk.send(1)


async def test_letters_to_many_leave_at_telegram_s_pace_longest_waiting_first(desk: Desk) -> None:
    for account in range(100):
        await desk.write(account, "hello")
    assert await desk.send(2) == [(account, "hello") for account in range(55)]
    assert await desk.send(3) == [(account, "hello") for account in range(55, 100)]


async def test_what_concerns_one_person_overtakes_the_digests_and_what_is_told_to_many(desk: Desk) -> None:
    await desk.write(1, "to many", urgency="daytime", caused_by=person("a broadcast"))
    await desk.write(2, "digest", urgency="digest")
    async with writing(desk.engine) as session:  # as a digest is once it is made
        await session.exec(update(Letter).where(col(Letter.state) == "kept").values(state="waiting"))
    await desk.write(1, "for you alone")
    assert await desk.send(5) == [(1, "for you alone"), (2, "digest"), (1, "to many")]


async def test_a_broadcast_that_must_be_tried_again_holds_up_nothing_that_concerns_the_person_alone(desk: Desk) -> None:
    await desk.write(1, "to many", urgency="daytime", caused_by=person("a broadcast"))
    desk.mailbag.faults[1] = [AwayError()] * 4
    await desk.send(8)
    await desk.write(1, "for you alone")
    assert await desk.send(30) == [(1, "for you alone"), (1, "to many")]


async def test_one_that_is_slow_to_be_taken_holds_up_nobody_else(desk: Desk) -> None:
    gate = asyncio.Event()

    async def slow() -> None:
        await gate.wait()

    await desk.write(1, "slow", "behind the slow one")
    await desk.write(2, "quick")
    desk.mailbag.faults[1] = [slow]
    stop = asyncio.Event()
    running = asyncio.create_task(desk.sender.run(stop))
    await desk.mailbag.until(2, "quick")
    assert desk.mailbag.tried == [1, 2]
    gate.set()
    stop.set()
    await running
    assert desk.mailbag.brought == [(2, "quick"), (1, "slow")]


async def test_who_must_pause_pauses_and_nobody_else_does(desk: Desk) -> None:
    await desk.write(1, "a", "b")
    await desk.write(2, "c")
    desk.mailbag.faults[1] = [SlowDownError(30)]
    assert await desk.send(29) == [(2, "c")]
    assert desk.mailbag.tried == [1, 2]
    assert await desk.send(3) == [(1, "a"), (1, "b")]
    assert (desk.count("palabre_telegram_pauses_total"), desk.count("palabre_telegram_pause_seconds_total")) == (1, 30)


async def test_however_often_telegram_asks_for_a_pause_the_letter_arrives(desk: Desk) -> None:
    await desk.write(1, "a")
    desk.mailbag.faults[1] = [SlowDownError(1)] * 20
    assert await desk.send(60) == [(1, "a")]


async def test_who_blocked_the_bot_is_not_written_to_until_they_let_it_in(desk: Desk) -> None:
    await desk.write(1, "a", "b")
    desk.mailbag.faults[1] = [BlockedError()]
    assert await desk.send(10) == []
    assert (await desk.states(), desk.mailbag.tried) == (["unreachable", "unreachable"], [1])
    await desk.addresses.mark(desk.people[1], reachable=True)
    await desk.delivery.tidy()
    assert await desk.send(10) == [(1, "a"), (1, "b")]


async def test_who_comes_back_after_days_is_told_what_is_new_and_nothing_old(desk: Desk) -> None:
    await desk.write(1, "old")
    desk.mailbag.faults[1] = [BlockedError()]
    await desk.send()
    desk.later(4 * 86400)
    await desk.write(1, "new")
    assert await desk.send() == []
    await desk.addresses.find("citizen", 1)  # who writes
    await desk.delivery.tidy()
    assert await desk.send(10) == [(1, "new")]
    assert await desk.texts() == ["{}", "{}"]


async def test_who_has_been_forgotten_is_not_written_to(desk: Desk) -> None:
    await desk.write(1, "a")
    await desk.addresses.forget(desk.people[1])
    assert await desk.send(5) == []
    assert await desk.states() == ["unreachable"]


async def test_what_telegram_does_not_take_in_an_hour_leaves_after_it(desk: Desk) -> None:
    await desk.write(1, "a", "b")
    desk.mailbag.faults[1] = [AwayError()] * 121  # with the growing pauses at first
    assert await desk.send(3500, step=10) == []
    assert await desk.send(300, step=10) == [(1, "a"), (1, "b")]


async def test_a_malformed_letter_fails_and_stops_nobody(desk: Desk) -> None:
    await desk.write(1, "bad", "good")
    await desk.write(2, "good too")
    desk.mailbag.faults[1] = [MalformedError()]
    assert await desk.send(10) == [(2, "good too"), (1, "good")]
    assert await desk.states() == ["failed", "sent", "sent"]


async def test_a_letter_that_no_text_fits_fails_and_stops_nobody(desk: Desk) -> None:
    await desk.write(1, "bad", wording="unknown")
    await desk.write(1, "good")
    assert await desk.send(10) == [(1, "good")]
    assert await desk.states() == ["failed", "sent"]


async def test_what_was_sent_or_has_failed_keeps_no_words(desk: Desk) -> None:
    await desk.write(1, "a", "b")
    desk.mailbag.faults[1] = [MalformedError()]
    await desk.send(5)
    assert await desk.texts() == ["{}", "{}"]


async def busy(desk: Desk) -> None:
    """Have a letter leave just before, as in a broadcast: then the numbers of what follows are known closely."""
    await desk.write(99, "to somebody else")
    await desk.send()


async def test_a_letter_that_has_arrived_although_telegram_was_silent_is_found_and_not_sent_again(desk: Desk) -> None:
    await busy(desk)
    await desk.write(1, "a")
    await desk.write(2, "b")
    desk.mailbag.faults[1] = [UnheardError()]
    assert await desk.send(30) == [(1, "a"), (2, "b")]
    assert (desk.mailbag.looks, await desk.states()) == ([102], ["sent"] * 3)
    assert desk.count("palabre_letters_total", outcome="found") == 1


async def test_a_letter_that_surely_has_not_arrived_is_sent_as_if_for_the_first_time(desk: Desk) -> None:
    await busy(desk)
    await desk.write(1, "a")
    desk.mailbag.faults[1] = [AmbiguousError()]
    assert await desk.send(3) == []
    await desk.write(2, "what leaves later has a greater number")
    assert await desk.send(30) == [(2, "what leaves later has a greater number"), (1, "a")]
    assert (desk.mailbag.looks, desk.count("palabre_letters_total", outcome="repeated")) == ([], 0)


async def test_doubt_after_doubt_is_resolved_each_time(desk: Desk) -> None:
    await busy(desk)
    await desk.write(1, "a", "b")
    desk.mailbag.faults[1] = [AmbiguousError(), AmbiguousError(), UnheardError()]
    for minute in range(20):
        desk.later(3)
        await desk.write(2, f"{minute}")
        await desk.send()
    assert [brought for brought in desk.mailbag.brought if brought[0] == 1] == [(1, "a"), (1, "b")]
    assert set(await desk.states()) == {"sent"}


async def test_no_more_than_forty_messages_are_looked_at_one_a_second(desk: Desk) -> None:
    await busy(desk)
    await desk.write(1, "a")
    desk.mailbag.faults[1] = [AmbiguousError()]
    await desk.send(30)
    assert len(desk.mailbag.looks) < 30
    assert await desk.send(30) == [(1, "a")]
    assert desk.mailbag.looks == list(range(102, 102 + MOST))
    assert desk.count("palabre_letters_total", outcome="repeated") == 1


async def test_what_may_be_an_answer_to_the_person_is_not_touched(desk: Desk) -> None:
    await busy(desk)
    desk.mailbag.says(1, "<a question>")
    desk.mailbag.says(1, "an answer")
    await desk.write(1, "a")
    desk.mailbag.faults[1] = [UnheardError()]
    assert await desk.send(30) == [(1, "a"), (1, "a")]
    assert list(desk.mailbag.chats[1].values()) == ["<a question>", "an answer", "a", "a"]
    assert desk.count("palabre_letters_total", outcome="repeated") == 1


async def test_where_nothing_was_sent_for_a_while_nothing_is_looked_at_and_a_letter_in_doubt_is_sent_once_more(
    desk: Desk,
) -> None:
    desk.mailbag.says(1, "an answer")
    await desk.write(1, "a")
    desk.mailbag.faults[1] = [AmbiguousError()]
    assert await desk.send(30) == [(1, "a")]
    assert (desk.mailbag.looks, desk.mailbag.chats[1]) == ([], {101: "an answer", 102: "a"})


async def test_a_letter_in_doubt_twice_that_cannot_be_looked_for_is_not_sent_a_third_time(desk: Desk) -> None:
    await desk.write(1, "a", "b")
    desk.mailbag.faults[1] = [AmbiguousError(), AmbiguousError()]
    assert await desk.send(30) == [(1, "b")]
    assert (await desk.states(), desk.mailbag.tried) == (["failed", "sent"], [1, 1, 1])


async def test_while_telegram_is_silent_to_everybody_few_letters_come_into_doubt(desk: Desk) -> None:
    for account in range(300):
        await desk.write(account, "a")
        desk.mailbag.faults[account] = [AmbiguousError()] * 10
    await desk.send(2)
    assert len(set(desk.mailbag.tried)) < 30


async def test_what_a_crash_left_half_sent_is_found(desk: Desk) -> None:
    await busy(desk)
    await desk.write(1, "a")
    desk.mailbag.says(1, "a")
    await desk.delivery.begin(await desk.letters.due(desk.now))
    await desk.restarted_and_resumed()
    assert await desk.send(30) == []
    assert (desk.mailbag.looks, await desk.states()) == ([102], ["sent", "sent"])


async def test_what_a_second_crash_left_half_sent_at_once_is_found_too(desk: Desk) -> None:
    await busy(desk)
    await desk.restarted_and_resumed()
    await desk.write(1, "a")
    desk.mailbag.says(1, "a")
    await desk.delivery.begin(await desk.letters.due(desk.now))
    await desk.restarted_and_resumed()
    assert await desk.send(30) == []
    assert (desk.mailbag.looks, await desk.states()) == ([102], ["sent", "sent"])


async def test_what_a_crash_left_half_sent_and_has_not_arrived_is_sent(desk: Desk) -> None:
    await busy(desk)
    await desk.write(1, "a")
    await desk.delivery.begin(await desk.letters.due(desk.now))
    await desk.restarted_and_resumed()
    assert await desk.send(60) == [(1, "a")]


async def test_news_of_the_same_takes_the_place_of_the_message_that_stands(desk: Desk) -> None:
    await desk.write(1, "version 1", stands="agenda:la-viande")
    await desk.send(2)
    await desk.write(1, "version 2", stands="agenda:la-viande")
    await desk.write(2, "version 2", stands="agenda:la-viande")
    assert await desk.send(2) == [(2, "version 2")]
    assert (desk.mailbag.chats[1], await desk.states()) == ({101: "version 2"}, ["sent"] * 3)
    assert desk.count("palabre_letters_total", outcome="edited") == 1
    await desk.write(1, "version 3", stands="agenda:la-viande")
    await desk.send(2)
    assert desk.mailbag.chats[1] == {101: "version 3"}


@pytest.mark.parametrize("why", ["another message followed", "it is too old", "it was deleted", "it is about another"])
async def test_a_message_that_stands_no_more_is_left_and_a_new_one_sent(desk: Desk, why: str) -> None:
    await desk.write(1, "version 1", stands="agenda:la-viande")
    await desk.send(2)
    if why == "another message followed":
        await desk.write(1, "something else")
        await desk.send(2)
    elif why == "it is too old":
        desk.later(49 * 3600)
    elif why == "it was deleted":
        desk.mailbag.chats[1].clear()
    key = "agenda:le-pain" if why == "it is about another" else "agenda:la-viande"
    await desk.write(1, "version 2", stands=key)
    assert await desk.send(2) == [(1, "version 2")]


async def test_what_still_waits_is_replaced_by_newer_news_of_the_same(desk: Desk) -> None:
    await desk.write(1, "version 1", stands="agenda:la-viande")
    await desk.write(1, "something else")
    await desk.write(1, "version 2", stands="agenda:la-viande")
    assert await desk.send(2) == [(1, "something else"), (1, "version 2")]
    assert await desk.states() == ["replaced", "sent", "sent"]


async def test_how_many_letters_wait_is_shown_by_state(desk: Desk) -> None:
    await desk.write(1, "a", "b", "c")
    desk.mailbag.faults[1] = [AwayError()]
    await desk.send()
    await desk.delivery.tidy()
    assert desk.count("palabre_letters_waiting", state="waiting") == 3
    await desk.send(10)
    await desk.delivery.tidy()
    assert desk.count("palabre_letters_waiting", state="waiting") == 0
    assert desk.count("palabre_letters_total", outcome="sent") == 3
