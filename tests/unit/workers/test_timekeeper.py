"""Whatever is planned, moved and left, and however the clock jumps: each thing once, never before its time."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import delete

from deliberation.moments import at_night, reminders
from deliberation.phases import PHASES
from events.base import Event
from events.sessions import SeatReleased, SeatRequested, SessionCancelled, SessionMoved
from events.themes import PhasePlanned
from storage.ledger import Ledger, writing
from storage.read_models.themes import theme_of
from storage.tables.appointments import Appointment
from storage.tables.sessions import Session
from tests.fakes import NOON, Town, person
from workers import clerk
from workers.timekeeper import Timekeeper

PARIS = "Europe/Paris"
PEOPLE = ("ada", "ben", "carl")
BIKE = "le-velo"
BEGINNINGS = (
    NOON,
    datetime(2026, 3, 26, 17, tzinfo=UTC),  # a few days before the clocks go forward
    datetime(2026, 10, 22, 17, tzinfo=UTC),  # and back
)


@dataclass
class Debate:
    """A debate as the rules see it."""

    id: UUID
    reference: str
    starts_at: datetime
    open: set[datetime]
    seated: set[str] = field(default_factory=set)
    cancelled: bool = False


@dataclass
class Story:
    """A town, its timekeeper, and what the rules say in the plainest way."""

    town: Town
    debates: list[Debate] = field(default_factory=list)
    phase: str = "draft"
    closing: tuple[datetime, str] | None = None
    wanted: Counter[tuple[UUID, str]] = field(default_factory=Counter)
    away: bool = False

    @property
    def now(self) -> datetime:
        return self.town.now

    def keeper(self) -> Timekeeper:
        """Return a timekeeper that was just started: it has nothing to remember."""
        return Timekeeper(self.town.engine, self.tell, lambda: self.now, "clermont-ferrand", PARIS)

    async def tell(self, fact: Event) -> None:
        """Hand on what the timekeeper says, twice, as after a crash; or lose the bus."""
        if self.away:
            raise ConnectionError("the bus is away")
        await self.town.apply(fact)
        await self.town.apply(fact)

    async def plan(self, hours: int, quarter: int) -> None:
        starts_at = (self.now + timedelta(hours=hours)).replace(minute=quarter * 15, second=0, microsecond=0)
        moments = reminders(starts_at, PARIS, self.now)
        if starts_at > self.now:
            debate = await self.town.debate(9, starts_at=starts_at, reminders=moments)
            reference = (await self.town.row(Session, debate)).reference
            self.debates.append(Debate(debate, reference, starts_at, set(moments)))

    async def change(self, debate: Debate, hours: int) -> None:
        """Move a debate by so many hours, or call it off for none."""
        starts_at = debate.starts_at + timedelta(hours=hours)
        moments = reminders(starts_at, PARIS, self.now)
        fields = {"by": None, "session": debate.id}
        if debate.cancelled or self.now >= debate.starts_at or self.now >= starts_at:
            return
        if hours:
            await self.town.act(SessionMoved, starts_at=starts_at, reminders=moments, **fields)
            debate.starts_at, debate.open = starts_at, set(moments)
        else:
            await self.town.act(SessionCancelled, **fields)
            debate.open, debate.cancelled = set(), True

    async def sit(self, debate: Debate, who: str) -> None:
        code, _ = await self.town.act(SeatRequested, session=debate.id, citizen=person(who))
        if code == "seated":
            debate.seated.add(who)

    async def leave(self, debate: Debate, who: str) -> None:
        await self.town.act(SeatReleased, session=debate.id, citizen=person(who))
        debate.seated.discard(who)

    async def close(self, hours: int, phase: str) -> None:
        """Plan a move of the other theme, or move it now for no hours."""
        at = self.now + timedelta(hours=hours)
        if hours == 0:
            await self.town.move(phase, BIKE)
            self.phase, self.closing = phase, None
        elif phase != self.phase:
            await self.town.act(PhasePlanned, by=None, theme=BIKE, phase=phase, at=at)
            self.closing = at, phase

    async def look(self) -> None:
        """Have the timekeeper look at the clock, and see that just what is due has happened."""
        if not self.away:
            self.expect()
        with suppress(ConnectionError):
            await self.keeper().look()
        theme = await theme_of(self.town.engine, BIKE)
        reminded = [news for news in self.town.news if news.wording == "notice-session-reminder"]
        told = Counter((news.person, str(news.params["session"])) for news in reminded)
        assert (told, theme.phase if theme else "") == (self.wanted, self.phase)

    def coming(self) -> set[datetime]:
        """Return the moments that are arranged."""
        closing = {self.closing[0]} if self.closing else set()
        return closing.union(*(debate.open for debate in self.debates))

    def expect(self) -> None:
        if self.closing and self.closing[0] <= self.now:
            self.phase, self.closing = self.closing[1], None
        if at_night(self.now.astimezone(ZoneInfo(PARIS))):
            return
        for debate in self.debates:
            due = {moment for moment in debate.open if moment <= self.now}
            debate.open -= due
            if due and self.now < debate.starts_at:
                self.wanted.update((person(who), debate.reference) for who in debate.seated)


@asynccontextmanager
async def story(town: Town, beginning: datetime) -> AsyncIterator[Story]:
    """Begin anew: what an earlier story arranged is forgotten."""
    async with writing(town.engine) as session:
        await session.exec(delete(Appointment))
    town.now = beginning
    await town.move("draft", BIKE)
    town.told.clear()
    yield Story(town)


def hours_or_minutes() -> some.SearchStrategy[timedelta]:
    """Return jumps of the clock, back too: a few minutes, a night, a week."""
    return some.one_of(
        some.integers(-90, 240).map(lambda minutes: timedelta(minutes=minutes)),
        some.integers(-30, 60).map(lambda hours: timedelta(hours=hours)),
        some.sampled_from([timedelta(days=7), timedelta(days=-2), timedelta(seconds=1)]),
    )


ACTS = some.one_of(
    some.tuples(some.just("jump"), hours_or_minutes()),
    some.tuples(some.just("jump"), hours_or_minutes()),
    some.tuples(some.just("plan"), some.integers(1, 200), some.integers(0, 3)),
    some.tuples(some.just("change"), some.integers(0, 5), some.integers(-48, 48) | some.just(0)),
    some.tuples(some.sampled_from(["sit", "sit", "leave"]), some.integers(0, 5), some.sampled_from(PEOPLE)),
    some.tuples(some.just("close"), some.integers(1, 40) | some.just(0), some.sampled_from(PHASES)),
    some.tuples(some.just("away"), some.booleans()),
    some.tuples(some.just("restart")),
)


BEGUN: tuple[tuple[object, ...], ...] = (
    ("plan", 30, 2),
    ("plan", 190, 1),
    *(("sit", debate, who) for debate in (0, 1) for who in PEOPLE),
    ("close", 40, "collecting"),
)  # something to remember, whatever comes


async def do(story: Story, act: tuple[object, ...]) -> None:
    match act:
        case "jump", timedelta() as span:
            story.town.now += span
        case "plan", int(hours), int(quarter):
            await story.plan(hours, quarter)
        case "change", int(n), int(hours) if story.debates:
            await story.change(story.debates[n % len(story.debates)], hours)
        case "sit" | "leave" as verb, int(n), str(who) if story.debates:
            await getattr(story, verb)(story.debates[n % len(story.debates)], who)
        case "close", int(hours), str(phase):
            await story.close(hours, phase)
        case "away", bool(away):
            story.away = away
        case ("restart",):
            story.town.ledger = Ledger(story.town.engine, clerk.handlers(), story.town._tell)  # noqa: SLF001 - its own


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(beginning=some.sampled_from(BEGINNINGS), acts=some.lists(ACTS, min_size=8, max_size=25))
async def test_each_thing_happens_once_when_it_should_and_never_before(
    timely: Town, beginning: datetime, acts: list[tuple[object, ...]]
) -> None:
    async with story(timely, beginning) as told:
        for act in (*BEGUN, *acts):
            await do(told, act)
            await told.look()
        told.away = False
        while told.coming():  # whatever is left: not a second before its moment
            for early in (timedelta(seconds=1), timedelta(0)):
                timely.now = min(told.coming()) - early
                await told.look()


@pytest.fixture
async def timely(town: Town) -> Town:
    await town.theme(BIKE, "draft")
    for name in PEOPLE:
        await town.join(name)
    return town


@pytest.mark.parametrize(
    ("beginning", "day_before"),
    [("2026-03-27T20:00+01:00", "2026-03-28T18:00+01:00"), ("2026-10-23T20:00+02:00", "2026-10-24T18:00+02:00")],
    ids=["forward", "back"],
)
async def test_the_night_on_which_the_clocks_change(timely: Town, beginning: str, day_before: str) -> None:
    """The debate is on the Sunday at six: on the day before, six comes 23 or 25 hours earlier."""
    async with story(timely, datetime.fromisoformat(beginning)) as told:
        sunday = datetime.fromisoformat(day_before).astimezone(ZoneInfo(PARIS)) + timedelta(days=1)
        debate = await timely.debate(starts_at=sunday, reminders=reminders(sunday, PARIS, timely.now))
        told.debates.append(Debate(debate, "", sunday, set()))
        await told.sit(told.debates[0], "ada")
        for moment, count in (("17:59:59", 0), ("18:00:00", 1)):
            clock = datetime.fromisoformat(day_before).replace(
                hour=int(moment[:2]), minute=int(moment[3:5]), second=int(moment[6:])
            )
            timely.now = clock
            await told.keeper().look()
            assert timely.wordings() == [(person("ada"), "notice-session-reminder")] * count


async def test_a_closing_on_the_hour_that_comes_twice_is_at_the_first_and_does_not_come_again(timely: Town) -> None:
    first = datetime.fromisoformat("2026-10-25T02:30+02:00")
    async with story(timely, first - timedelta(hours=5)) as told:
        await timely.act(PhasePlanned, by=None, theme=BIKE, phase="collecting", at=first)
        timely.now = first - timedelta(seconds=1)
        await told.keeper().look()
        before = await theme_of(timely.engine, BIKE)
        timely.now = first
        await told.keeper().look()
        await timely.move("announced", BIKE)
        timely.now = datetime.fromisoformat("2026-10-25T02:30+01:00")  # the clocks show the same time again
        await told.keeper().look()
        after = await theme_of(timely.engine, BIKE)
        assert (before and before.phase, after and after.phase) == ("draft", "announced")
