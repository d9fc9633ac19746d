"""Each letter once, in order for each person, at Telegram's pace, whatever goes wrong with the others."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Coroutine, Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bots.messenger import AmbiguousError, AwayError, BlockedError, MalformedError, SendingError, SlowDownError
from bots.notifier.pace import Pace
from bots.notifier.sender import Sender
from events.news import NewsAddressed
from storage.addresses import AddressBook
from storage.letters import Letters, LetterView
from storage.tables.identity import Letter
from tests.fakes import NOON, person

Fault = SendingError | Callable[[], Coroutine[Any, Any, None]]


class Mailbag:
    """A messenger that notes what it brings; faults are planned by account."""

    def __init__(self) -> None:
        self.brought: list[tuple[int, str]] = []
        self.tried: list[int] = []
        self.faults: dict[int, list[Fault]] = defaultdict(list)
        self.changed = asyncio.Event()

    async def send(self, account: int, html: str, buttons: Sequence[tuple[str, str]]) -> None:
        self.tried.append(account)
        if self.faults[account]:
            fault = self.faults[account].pop(0)
            if isinstance(fault, SendingError):
                raise fault
            await fault()
        self.brought.append((account, html))
        self.changed.set()

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
        self.mailbag = Mailbag()
        self.sender = self.restarted()

    def restarted(self) -> Sender:
        """Return the sender of a new process."""
        self.sender = Sender(
            self.letters,
            addresses=self.addresses,
            messengers={"citizen": self.mailbag},
            word=self._word,
            clock=lambda: self.now,
            pace=Pace(lambda: self.seconds),
        )
        return self.sender

    async def _word(self, letter: LetterView) -> tuple[str, list[tuple[str, str]]]:
        if letter.wording == "unknown":
            raise KeyError("there is no such text")
        return str(letter.params.get("text")), []

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.seconds += seconds

    async def write(self, account: int, *texts: str, wording: str = "hello") -> None:
        """Put letters to a person on the pile, due one after the other."""
        citizen = await self.addresses.enter("citizen", account)
        for text in texts:
            news = NewsAddressed(
                event_id=person(f"{account} {text}"),
                city="lyon",
                occurred_at=self.now,
                person=citizen,
                audience="citizen",
                wording=wording,
                params={"text": text},
            )
            self.now += timedelta(microseconds=1)
            await self.letters.put([news], [self.now])

    async def send(self, seconds: float = 0.0) -> list[tuple[int, str]]:
        """Send what is due now, or in the next seconds; return what was brought."""
        before, end = len(self.mailbag.brought), self.seconds + seconds
        while True:
            while await self.sender.begin_due():
                await self.sender.drain()
            if self.seconds >= end:
                return self.mailbag.brought[before:]
            self.later(0.1)

    async def states(self) -> dict[str, str]:
        async with AsyncSession(self.engine) as session:
            found = (await session.exec(select(Letter))).all()
        return {letter.params.removeprefix('{"text": "').removesuffix('"}'): letter.state for letter in found}


@pytest.fixture
def desk(engine: AsyncEngine) -> Desk:
    return Desk(engine)


async def test_a_letter_is_sent_once(desk: Desk) -> None:
    await desk.write(1, "hello")
    assert await desk.send(60) == [(1, "hello")]
    assert await desk.states() == {"hello": "sent"}


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


async def test_however_often_telegram_asks_for_a_pause_the_letter_arrives(desk: Desk) -> None:
    await desk.write(1, "a")
    desk.mailbag.faults[1] = [SlowDownError(1)] * 20
    assert await desk.send(60) == [(1, "a")]


async def test_who_blocked_the_bot_is_not_written_to_until_they_let_it_in(desk: Desk) -> None:
    await desk.write(1, "a", "b")
    desk.mailbag.faults[1] = [BlockedError()]
    assert await desk.send(10) == []
    assert (await desk.states(), desk.mailbag.tried) == ({"a": "unreachable", "b": "unreachable"}, [1])
    await desk.addresses.mark(await desk.addresses.enter("citizen", 1), reachable=True)
    await desk.write(1, "c")
    assert await desk.send(10) == [(1, "c")]


async def test_who_has_been_forgotten_is_not_written_to(desk: Desk) -> None:
    await desk.write(1, "a")
    await desk.addresses.forget(await desk.addresses.enter("citizen", 1))
    assert await desk.send(5) == []
    assert await desk.states() == {"a": "unreachable"}


async def test_a_letter_that_may_have_arrived_is_sent_once_more_and_not_a_third_time(desk: Desk) -> None:
    await desk.write(1, "a", "b")
    desk.mailbag.faults[1] = [AmbiguousError(), AmbiguousError()]
    assert await desk.send(30) == [(1, "b")]
    assert (await desk.states(), desk.mailbag.tried) == ({"a": "failed", "b": "sent"}, [1, 1, 1])


async def test_a_pause_before_does_not_cost_the_second_try_after_a_doubt(desk: Desk) -> None:
    await desk.write(1, "a")
    desk.mailbag.faults[1] = [SlowDownError(1), AwayError(), AmbiguousError()]
    assert await desk.send(30) == [(1, "a")]


async def test_what_telegram_does_not_take_in_a_hundred_seconds_fails(desk: Desk) -> None:
    await desk.write(1, "a")
    desk.mailbag.faults[1] = [AwayError()] * 100
    assert await desk.send(150) == []
    assert (await desk.states(), len(desk.mailbag.tried)) == ({"a": "failed"}, 8)


async def test_a_malformed_letter_fails_and_stops_nobody(desk: Desk) -> None:
    await desk.write(1, "bad", "good")
    await desk.write(2, "good too")
    desk.mailbag.faults[1] = [MalformedError()]
    assert await desk.send(10) == [(2, "good too"), (1, "good")]
    assert await desk.states() == {"bad": "failed", "good": "sent", "good too": "sent"}


async def test_a_letter_that_no_text_fits_fails_and_stops_nobody(desk: Desk) -> None:
    await desk.write(1, "bad", wording="unknown")
    await desk.write(1, "good")
    assert await desk.send(10) == [(1, "good")]
    assert await desk.states() == {"bad": "failed", "good": "sent"}


async def test_what_a_crash_left_half_sent_is_sent_once_more(desk: Desk) -> None:
    await desk.write(1, "a")
    await desk.letters.begin([letter.id for letter in await desk.letters.due(desk.now)])
    stop = asyncio.Event()
    running = asyncio.create_task(desk.restarted().run(stop))
    await desk.mailbag.until(1, "a")
    stop.set()
    await running
    assert (desk.mailbag.brought, await desk.states()) == ([(1, "a")], {"a": "sent"})
