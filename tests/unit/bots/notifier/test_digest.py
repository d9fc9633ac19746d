"""Digests: never empty, each piece of news once, one a day, none to who wants none, nothing that is not admitted."""

import asyncio
import shutil
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy.ext.asyncio import AsyncEngine

from bots import hours
from bots.notifier import digest
from bots.playground.entities import plain
from bots.wording import wording
from deliberation.moments import next_digest
from events.citizens import CitizenJoined
from events.contributions import ContributionWithdrawn
from events.live import LiveAnswered, LiveReopened
from events.news import NewsAddressed
from events.preferences import NotificationsChosen, Pace
from events.sessions import SessionCancelled, SessionMoved
from storage.addresses import AddressBook
from storage.digests import MOST, Digests
from storage.due_letters import LetterView
from storage.engine import open_engine
from storage.letters import Letters
from storage.tables.identity import Letter
from tests.fakes import MEAT, Town, person
from tests.unit.workers.test_tidings import live_question

PARIS = "Europe/Paris"
NINE = datetime(2026, 11, 23, 8, 0, 1, tzinfo=UTC)
BREAD = "le-pain"
TEXTS = ("Qui paie la viande ?", "Qui paie la cantine ?", "Qui mange de la viande ?")


class Office:
    """A town with people who are told news, and what has reached them: pieces by digest."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.town, self.engine = Town(engine), engine
        self.letters, self.digests = Letters(engine), Digests(engine, PARIS)
        self.addresses = AddressBook(engine, "a secret of sixteen")
        self.people: dict[str, UUID] = {}
        self.pace: dict[str, str] = defaultdict(lambda: "daily")
        self.sent: list[tuple[str, datetime, list[dict[str, Any]], str]] = []  # to whom, when, pieces, words
        self.hurried: set[str] = set()  # who ever wanted news at once
        self.told = 0

    async def open(self) -> "Office":
        await self.town.theme()
        await self.town.theme(BREAD)
        self.questions = [await self.town.admitted(text, "author") for text in TEXTS]
        for account, name in enumerate(("ada", "ben")):
            self.people[name] = await self.addresses.enter("citizen", account)
            await self.town.act(CitizenJoined, citizen=self.people[name], language="fr")
        return self

    @property
    def now(self) -> datetime:
        return self.town.now

    async def tell(self, name: str, what: str = "phase", theme: str = MEAT, **params: Any) -> None:
        """Put a piece of news on the pile as the notifier does it; `n` tells it from any other."""
        self.told += 1
        news = NewsAddressed(
            event_id=person(f"news {self.told}"),
            city="lyon",
            occurred_at=self.now,
            person=self.people[name],
            audience="citizen",
            wording=f"notice-digest-{what}",
            params={"theme": theme.replace("-", " ").capitalize(), "n": self.told, "phase": "convening", **params},
            theme=theme,
            urgency="digest",
        )
        at_once = self.pace[name] == "at_once"
        due = hours.by_day(self.now, PARIS) if at_once else next_digest(self.now, PARIS)
        for _ in range(2):  # told again, after a crash of whoever told it
            await self.letters.put([news], [due + timedelta(microseconds=self.told)])

    async def choose(self, name: str, pace: Pace) -> None:
        self.pace[name] = pace
        self.hurried |= {name} if pace == "at_once" else set()
        await self.town.act(NotificationsChosen, citizen=self.people[name], pace=pace)

    async def work(self, *, dies: bool = False) -> list[str]:
        """Gather and send what is due, by day; what a process had begun as it died, the next finds to have arrived."""
        if hours.is_day(self.now, PARIS):
            await self.digests.gather(self.now)
        due = await self.letters.due(self.now, by_day=hours.is_day(self.now, PARIS))
        for letter in due:
            await self.letters.begin([letter.id], {})
            if dies:
                await self.letters.resume(self.now)
            await self.read(letter)
            await self.letters.sent(letter.id, len(self.sent), self.now)
        return [self.sent[-1 - place][3] for place in reversed(range(len(due)))]

    async def read(self, letter: LetterView) -> None:
        name = next(name for name, id_ in self.people.items() if id_ == letter.person)
        text, _ = await digest.worded(self.engine, letter.params["pieces"], digest.Reader(wording("fr"), PARIS))
        assert self.pace[name] != "off", "who wants none is told none"
        self.sent.append((name, self.now, letter.params["pieces"], plain(text)))


@pytest.fixture
async def office(engine: AsyncEngine) -> Office:
    return await Office(engine).open()


async def morning(office: Office, days: int = 0) -> list[str]:
    office.town.now = NINE + timedelta(days=days)
    return await office.work()


async def test_news_wait_for_nine_o_clock_and_come_in_one_message(office: Office) -> None:
    await office.tell("ada")
    await office.tell("ada", "agenda-item", ref="Q-1", rank=2)
    assert await office.work() == []
    [words] = await morning(office)
    assert words.splitlines() == [
        "🗞 Des nouvelles de ce que vous suivez",
        "",
        "La viande",
        "• La thématique avance : on prépare la conférence.",
        "• 📋 L’ordre du jour est publié. Q-1 « Qui paie la viande ? », que vous suivez, y figure au point 2.",
        "",
        "À quel rythme ? /notifications",
    ]
    assert await morning(office, 1) == []


async def test_who_wants_them_at_once_has_them_by_day_and_a_few_times_at_most(office: Office) -> None:
    await office.choose("ada", "at_once")
    for _ in range(MOST["at_once"] + 2):
        await office.tell("ada")
        office.town.later(minutes=5)
        await office.work()
    assert len(office.sent) == MOST["at_once"]
    assert await morning(office) == [office.sent[-1][3]]
    assert len(office.sent[-1][2]) == 2


async def test_at_night_nothing_leaves(office: Office) -> None:
    await office.choose("ada", "at_once")
    office.town.now = NINE - timedelta(hours=9)
    await office.tell("ada")
    for _ in range(8):
        assert await office.work() == []
        office.town.later(hours=1)
    assert len(await office.work()) == 1


async def test_a_digest_that_was_held_up_does_not_leave_at_night(office: Office) -> None:
    await office.tell("ada")
    office.town.now = NINE
    await office.digests.gather(office.now)
    office.town.now = NINE + timedelta(hours=13)
    assert await office.work() == []


@pytest.mark.parametrize("when", ["before", "between"])
async def test_who_says_off_is_told_nothing_even_of_what_was_kept(office: Office, when: str) -> None:
    await office.tell("ada")
    if when == "between":
        office.town.now = NINE
        await office.digests.gather(office.now)
    await office.choose("ada", "off")
    assert await morning(office) == []
    await office.choose("ada", "daily")
    assert await morning(office, 1) == []
    assert {letter.state for letter in await office.town.rows(Letter)} <= {"dropped", "gathered"}


async def test_what_is_no_longer_so_is_not_told_and_then_there_is_no_digest(office: Office) -> None:
    debate = await office.town.debate()
    await office.tell("ada", "agenda-item", ref="Q-1", rank=2)
    await office.tell("ada", "session", session="S-1", title="Un soir")
    await office.tell("ben", "gone", gone="Q-2")
    await office.town.act(ContributionWithdrawn, contribution=office.questions[0], citizen=person("author"))
    await office.town.act(SessionCancelled, by=None, session=debate)
    assert await morning(office) == []
    assert {letter.state for letter in await office.town.rows(Letter)} == {"dropped"}


@pytest.mark.parametrize("reopened", [True, False])
async def test_an_answer_is_told_unless_it_was_none_after_all(office: Office, *, reopened: bool) -> None:
    question = await live_question(office.town)
    await office.town.act(LiveAnswered, by=person("mia"), contribution=question)
    await office.tell("ada", "answered", ref="L-1", answered="L-1", title="Un soir")
    if reopened:
        await office.town.act(LiveReopened, by=person("mia"), contribution=question)
    assert [("a eu sa réponse pendant « Un soir »" in words) for words in await morning(office)] == [True] * (
        not reopened
    )


async def test_a_debate_that_was_moved_is_told_with_its_new_date(office: Office) -> None:
    debate = await office.town.debate()
    await office.tell("ada", "session", session="S-1", title="Un soir")
    await office.town.act(SessionMoved, by=None, session=debate, starts_at=datetime(2026, 12, 24, 17, tzinfo=UTC))
    [words] = await morning(office)
    assert "jeudi 24 décembre 2026 à 18:00" in words


async def test_what_is_withdrawn_after_the_digest_was_made_is_told_without_its_words(office: Office) -> None:
    await office.tell("ada", "summary-cited", ref="Q-1")
    office.town.now = NINE
    await office.digests.gather(office.now)
    await office.town.act(ContributionWithdrawn, contribution=office.questions[0], citizen=person("author"))
    [words] = await office.work()
    assert ("Q-1" in words, TEXTS[0] in words) == (True, False)


async def test_who_cannot_be_reached_finds_one_digest_when_they_are_back_and_nothing_old(office: Office) -> None:
    await office.addresses.mark(office.people["ada"], reachable=False)
    for day in range(8):
        await office.tell("ada")
        assert await morning(office, day) == []
        await office.letters.tidy(office.now)
    await office.addresses.mark(office.people["ada"], reachable=True)
    assert len(await morning(office, 9)) == 1
    assert 1 <= len(office.sent[-1][2]) <= 4


async def test_too_much_for_one_message_is_counted(office: Office) -> None:
    for number in range(80):
        await office.tell("ada", theme=BREAD if number % 2 else MEAT, phase="collecting")
    [words] = await morning(office)
    shown = words.count("•")
    assert (len(words) < 4096, f"{80 - shown} autres nouvelles" in words, 20 < shown < 80) == (True, True, True)


Act = tuple[str, Any]
NAMES = some.sampled_from(["ada", "ben"])
ACTS = some.one_of(
    some.tuples(
        some.just("tell"), some.tuples(NAMES, some.sampled_from(["phase", "ref", "gone"]), some.integers(0, 2))
    ),
    some.tuples(some.just("choose"), some.tuples(NAMES, some.sampled_from(["at_once", "daily", "off"]))),
    some.tuples(some.just("wait"), some.integers(1, 40)),
    some.tuples(some.just("work"), some.booleans()),
    some.tuples(some.just("withdraw"), some.integers(0, 2)),
)


@asynccontextmanager
async def elsewhere(migrated: Path) -> AsyncIterator[Office]:
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite+aiosqlite:///{shutil.copy(migrated, Path(folder) / 'palabre.db')}")
        yield await Office(engine).open()
        await engine.dispose()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=some.lists(ACTS, min_size=5, max_size=30))
def test_whatever_happens_each_piece_is_told_at_most_once_a_day_and_as_it_is(
    history: list[Act], migrated_sqlite: Path
) -> None:
    async def play() -> None:
        async with elsewhere(migrated_sqlite) as office:
            for act in history:
                await perform(office, act)
            check(office)

    asyncio.run(play())


async def perform(office: Office, act: Act) -> None:
    what, how = act
    if what == "tell":
        name, kind, number = how
        params = {"ref": {"ref": f"Q-{number + 1}"}, "gone": {"gone": f"Q-{number + 1}"}}.get(kind, {})
        wordings = {"ref": "summary-cited", "gone": "gone", "phase": "phase"}
        await office.tell(name, wordings[kind], BREAD if kind == "phase" else MEAT, **params)
    elif what == "choose":
        await office.choose(*how)
    elif what == "wait":
        office.town.later(hours=how)
    elif what == "withdraw":
        withdrawn = {"contribution": office.questions[how], "citizen": person("author")}
        await office.town.act(ContributionWithdrawn, **withdrawn)
        office.questions[how] = person("withdrawn")
    else:
        before = len(office.sent)
        await office.work(dies=how)
        for *_, words in office.sent[before:]:
            hidden = [text for text, id_ in zip(TEXTS, office.questions, strict=True) if id_ == person("withdrawn")]
            assert [text for text in hidden if text in words] == []


def check(office: Office) -> None:
    """Nothing empty, nothing twice, never at night, no more than the cap."""
    assert all(pieces for _, _, pieces, _ in office.sent)
    told = Counter(piece["params"]["n"] for _, _, pieces, _ in office.sent for piece in pieces)
    assert set(told.values()) <= {1}
    assert all(hours.is_day(when, PARIS) for _, when, _, _ in office.sent)
    days: Counter[tuple[str, date]] = Counter((name, local(when)) for name, when, _, _ in office.sent)
    assert max(days.values(), default=0) <= MOST["at_once"]
    assert {count for (name, _), count in days.items() if name not in office.hurried} <= {1}


def local(when: datetime) -> date:
    return when.astimezone(ZoneInfo(PARIS)).date()


async def test_a_day_has_one_digest_however_late_the_one_before_left(office: Office) -> None:
    await office.tell("ada")
    office.town.now = NINE + timedelta(hours=11)  # the notifier was down until eight in the evening
    assert len(await office.work()) == 1
    await office.tell("ada")
    office.town.now = NINE + timedelta(hours=11, minutes=30)
    assert await office.work() == []
    assert len(await morning(office, 1)) == 1
