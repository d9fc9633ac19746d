"""Nights on which the clocks change, clocks that jump forwards and backwards, timekeepers that die or are two at once.

What happens is read from the letters that the bus was told, from the outcomes, and from what citizens see of a theme.
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest
from nats.aio.msg import Msg
from nats.js.api import AckPolicy, ConsumerConfig
from pydantic import TypeAdapter

from deliberation.moments import reminders
from deliberation.phases import PHASES
from deploy.imports.importing import applied
from deploy.reading import clerk_at_work
from deploy.settings import load
from deploy.wiring import Instance, instance, now
from events.base import Event, Outcome, fact_id
from events.bus import OUTCOMES
from events.citizens import CitizenJoined
from events.news import NewsAddressed
from events.sessions import (
    SeatAccepted,
    SeatReleased,
    SeatRequested,
    SessionCancelled,
    SessionMoved,
    SessionPlanned,
)
from events.themes import PhaseMoved, PhasePlanned, ThemeDrafted
from events.topology import FACTS
from storage.read_models.themes import themes_of
from tests.conftest import Postgres
from tests.fakes import MEAT, person
from tests.faults.almanac import (
    DAY,
    EXPIRED,
    HOUR,
    OFFERED,
    PARIS,
    REMINDED,
    Debate,
    Letters,
    Theme,
    is_shown,
    moment,
    reminders_of,
)
from tests.faults.table import Row, Sheet
from tests.faults.town import PATIENCE
from tests.integration.deploy.house import bus_of, house_in
from tests.servers import server
from workers.timekeeper import Timekeeper

CHANGES = [datetime(2026, 3, 29), datetime(2026, 10, 25), datetime(2027, 3, 28), datetime(2027, 10, 31)]  # noqa: DTZ001 - by the wall
PEOPLE = ("ada", "ben", "carl", "dora")
STEPS = 40  # of the clock, before it walks through what is left
BAR = "once each, never early"
RARELY = 0.3
SECOND = timedelta(seconds=1)
PORTION = 500
COUNTED = {REMINDED, OFFERED, EXPIRED}

_outcomes = TypeAdapter(list[Outcome])


@dataclass
class Witness:
    """Who was told what, by the letters on the bus; and which moments moved a theme, by the outcomes."""

    parts: Instance
    letters: Letters = field(default_factory=Counter)
    closings: set[UUID] = field(default_factory=set)

    async def begins(self) -> None:
        js, reader = self.parts.client.jetstream(), ConsumerConfig(ack_policy=AckPolicy.NONE, inactive_threshold=3600)
        self._post = await js.pull_subscribe("palabre.*.news.addressed", stream=FACTS, config=reader)
        self._hearing = await self.parts.client.subscribe(f"{OUTCOMES}.*", cb=self._hear)

    async def ends(self) -> None:
        """Hear what is still on its way."""
        await self._hearing.drain()  # type: ignore[no-untyped-call]  # nats-py

    async def reads(self) -> None:
        """Read the letters that were told since the last time; the bus has each once."""
        while waiting := (await self._post.consumer_info()).num_pending:
            for message in await self._post.fetch(min(waiting, PORTION)):
                news = NewsAddressed.model_validate_json(message.data)
                if news.wording in COUNTED:
                    self.letters[str(news.person), news.wording, str(news.params["title"])] += 1

    async def _hear(self, message: Msg) -> None:
        outcomes = _outcomes.validate_json(message.data)
        self.closings |= {outcome.fact for outcome in outcomes if outcome.code == "closing"}


@dataclass
class Square:
    """A town square with a clock that shows whatever we want, and a calendar of what was promised."""

    parts: Instance
    witness: Witness
    chance: random.Random
    now: datetime
    debates: list[Debate] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    ids: dict[str, UUID] = field(default_factory=dict)  # of debates, by title
    amiss: int = 0  # things that had come too early, or had not come yet, at the worst look
    looks: int = 0
    _acts: Iterator[int] = field(default_factory=count)
    _told: int = 0

    async def tells(self, kind: type[Event], **fields: object) -> UUID:
        """Have something happen now; it waits on the bus."""
        fact = fact_id("clocks", next(self._acts))
        given = {"event_id": fact, "city": self.parts.settings.city, "occurred_at": self.now}
        await self.parts.bus.publish(kind.model_validate({**given, **fields}))
        return fact

    async def opens(self) -> None:
        """Open the theme that all debates are about."""
        await self.tells(ThemeDrafted, by=None, title="La viande", slug=MEAT)
        await self.tells(PhaseMoved, by=None, theme=MEAT, phase="collecting")

    async def plans(self, change: datetime) -> None:
        """Announce a theme's move and two debates around the night of a change, and have people ask for seats."""
        slug, people = f"theme-{next(self._acts)}", [str(person(f"{next(self._acts)} {name}")) for name in PEOPLE]
        for who in people:
            await self.tells(CitizenJoined, citizen=who, language="fr")
        await self.tells(ThemeDrafted, by=None, title=slug, slug=slug)
        self.themes.append(Theme(slug, "draft"))
        await self.announces(self.themes[-1], self.time(change, -24, 30, hours=range(24)))
        for _ in range(2):
            await self.invites(self.time(change, -30, 200, hours=range(7, 24)), people)

    def time(self, change: datetime, earliest: int, latest: int, hours: Sequence[int]) -> datetime:
        """Return a moment so many hours around the change, at a time that clocks show."""
        while True:
            wall = change + self.chance.randrange(earliest * 4, latest * 4) * timedelta(minutes=15)
            if wall.hour in hours and is_shown(wall) and moment(wall) > self.now:
                return moment(wall)

    async def announces(self, theme: Theme, at: datetime) -> None:
        phase = self.chance.choice([each for each in PHASES if each != theme.phase])
        await self.tells(PhasePlanned, by=None, theme=theme.slug, phase=phase, at=at)
        theme.closing = at, phase

    async def invites(self, starts_at: datetime, people: Sequence[str]) -> None:
        title, capacity = f"Débat {next(self._acts)}", self.chance.randrange(1, 4)
        when = {"starts_at": starts_at, "reminders": reminders(starts_at, PARIS.key, self.now)}
        where = {"theme": MEAT, "title": title, "place": "Salle des fêtes", "capacity": capacity}
        self.ids[title] = await self.tells(SessionPlanned, by=None, **when, **where)
        self.debates.append(Debate(title, starts_at, capacity, reminders_of(starts_at, self.now)))
        for who in people:
            await self.tells(SeatRequested, session=self.ids[title], citizen=who)
            self.debates[-1].takes(who)

    async def happens(self) -> None:
        """Have people and moderators do something now."""
        debate, theme = self.chance.choice(self.debates), self.chance.choice(self.themes)
        about = {"session": self.ids[debate.title]}
        act = self.chance.choice(("leave", "leave", "accept", "accept", "move", "call off", "announce", "move on"))
        if act == "leave" and debate.stands(self.now) and debate.seats:
            who = self.chance.choice([*debate.seats])
            await self.tells(SeatReleased, citizen=who, **about)
            debate.leaves(who, self.now)
        elif act == "accept" and debate.stands(self.now) and debate.offers:
            who = self.chance.choice([*debate.offers])
            await self.tells(SeatAccepted, citizen=who, **about)
            debate.accepts(who)
        elif act == "move" and debate.stands(self.now):
            starts_at = self.now + self.chance.randrange(1, 400) * HOUR / 2
            moments = reminders(starts_at, PARIS.key, self.now)
            await self.tells(SessionMoved, by=None, starts_at=starts_at, reminders=moments, **about)
            debate.moves(starts_at, self.now)
        elif act == "call off" and debate.stands(self.now) and self.chance.random() < RARELY:
            await self.tells(SessionCancelled, by=None, **about)
            debate.is_called_off()
        elif act == "announce":
            await self.announces(theme, self.now + self.chance.randrange(1, 90) * HOUR / 3)
        elif act == "move on":
            theme.phase, theme.closing = self.chance.choice(PHASES), None
            await self.tells(PhaseMoved, by=None, theme=theme.slug, phase=theme.phase)
        await applied(self.parts)

    async def shows(self, now: datetime) -> None:
        """Set the clock, have it looked at, and hold what happened against what was promised."""
        self.now = now
        for each in self.things():
            each.sees(now)
        await self.dies()
        while await self.is_looked_at():
            """What was told is applied; then there may be more."""
        await self.compares()

    async def dies(self) -> None:
        """Kill a timekeeper somewhere in the middle of its look."""
        looking = asyncio.create_task(self.keeper().look())
        for _ in range(self.chance.randrange(120)):
            await asyncio.sleep(0)
        looking.cancel()
        await asyncio.gather(looking, return_exceptions=True)

    async def is_looked_at(self) -> bool:
        """Have two timekeepers look at once; return whether any moment had come."""
        told, self.looks = self._told, self.looks + 2
        await asyncio.gather(self.keeper().look(), self.keeper().look())
        await applied(self.parts)
        return self._told > told

    def keeper(self) -> Timekeeper:
        """Return a timekeeper that was just started."""

        async def tell(fact: Event) -> None:
            self._told += 1
            await self.parts.bus.publish(fact)

        return Timekeeper(self.parts.engine, tell, lambda: self.now, self.parts.settings.city, PARIS.key)

    async def compares(self) -> None:
        """Count what was told too early or not yet, and the themes that are not in the phase that was announced."""
        await self.witness.reads()
        wanted, told = self.wanted(), self.witness.letters
        phases = {theme.slug: theme.phase for theme in await themes_of(self.parts.engine, drafts=True)}
        wrong = sum(phases[theme.slug] != theme.phase for theme in self.themes)
        self.amiss = max(self.amiss, (told - wanted).total() + (wanted - told).total() + wrong)

    def things(self) -> list[Debate | Theme]:
        return [*self.debates, *self.themes]

    def wanted(self) -> Letters:
        return sum((debate.letters for debate in self.debates), Counter())

    def coming(self) -> list[datetime]:
        return sorted(each for thing in self.things() for each in thing.coming())

    async def passes(self) -> None:
        """Let the clock go on, jump, and go back; then walk through whatever is left, a second before it and at it."""
        for _ in range(STEPS):
            for then in self.chance.choices((self.steps, self.jumps), (3, 2))[0]():
                await self.shows(then)
            await self.happens()
        while coming := self.coming():
            for then in (coming[0] - SECOND, coming[0]):
                await self.shows(then)

    def steps(self) -> list[datetime]:
        """Return a second before the next moment, and that moment."""
        return [each for coming in self.coming()[:1] for each in (coming - SECOND, coming)]

    def jumps(self) -> list[datetime]:
        return [self.now + self.chance.randrange(-160, 160) * HOUR / 4]


@pytest.fixture
def on_sqlite() -> dict[str, str]:
    return {}


@pytest.fixture
async def on_postgresql(postgres: Postgres) -> AsyncIterator[dict[str, str]]:
    name = await postgres.create()
    yield {"PALABRE_DATABASE_URL": postgres.url(name)}
    await postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> dict[str, str]:
    """Settings that lead to a database of either kind."""
    found: dict[str, str] = request.getfixturevalue(f"on_{request.param}")
    return found


@pytest.fixture
async def parts(tmp_path: Path, database: Mapping[str, str]) -> AsyncIterator[Instance]:
    async with server(tmp_path) as bus:
        given = {"HOME": str(tmp_path), "NATS_URL": bus.address, "SECRET": "a secret of sixteen"}
        async with instance(load({**{f"PALABRE_{name}": value for name, value in given.items()}, **database})) as made:
            yield made


async def test_each_thing_comes_once_and_never_before_its_time(
    parts: Instance, table: Sheet, chance: random.Random, full: bool
) -> None:
    plans = 125 if full else 4  # at each change of the clocks, on each database
    square = Square(parts, Witness(parts), chance, moment(CHANGES[0] - 9 * DAY))
    await square.witness.begins()
    async with clerk_at_work(parts, lambda: square.now):
        await square.opens()
        for change in CHANGES:
            square.now = moment(change - 9 * DAY)
            for _ in range(plans):
                await square.plans(change)
            await square.passes()
    await square.witness.ends()
    row = table.add(row_of(square, plans * len(CHANGES)))
    assert row.kept


def row_of(square: Square, plans: int) -> Row:
    wanted, told = square.wanted(), square.witness.letters
    closings, closed = sum(theme.closings for theme in square.themes), len(square.witness.closings)
    lost, twice = (
        (wanted - told).total() + max(0, closings - closed),
        (told - wanted).total() + max(0, closed - closings),
    )
    return Row(
        fault=f"clocks: DST, jumps ({square.parts.engine.dialect.name})",
        tries=plans,
        facts=wanted.total() + closings,
        lost=lost,
        twice=twice,
        recovery_s=None,
        bar=BAR,
        kept=lost == twice == square.amiss == 0,
        why=f"{square.looks} looks" + (f", at the worst {square.amiss} things amiss" if square.amiss else ""),
    )


async def test_a_clerk_whose_machine_shows_another_time(tmp_path: Path, table: Sheet) -> None:
    """The real process: its system's clock is ahead, a theme before its time, then right, and ahead once more."""
    house = house_in(tmp_path)
    machine = Machine(tmp_path / "clock", libfaketime())
    machine.shows(0)
    async with bus_of(house), instance(load(house.environ)) as parts, house.part("clerk", **machine.environ) as clerk:
        square = Square(parts, Witness(parts), random.Random(0), now())
        await square.witness.begins()
        await clerk.until(200)
        for hours in (22, 24, 26):
            await closes_in(square, hours)
        machine.shows(23)
        early = (await phases_once(square, 22))[24]
        machine.shows(25)
        await phases_once(square, 24)
        await square.tells(PhaseMoved, by=None, theme=slug_of(24), phase="announced")
        machine.shows(0)
        await is_noticed(square)
        machine.shows(27)
        after = (await phases_once(square, 26))[24]
        await square.witness.ends()
    closings = len(square.witness.closings)
    row = table.add(
        Row(
            fault="clocks: a machine a day ahead, and back",
            tries=1,
            facts=3,
            lost=max(0, 3 - closings),
            twice=max(0, closings - 3) + (after != "announced"),
            recovery_s=None,
            bar=BAR,
            kept=(closings, early, after) == (3, "draft", "announced"),
            why="" if early == "draft" else "a theme moved before its time",
        )
    )
    assert row.kept


@dataclass(frozen=True, slots=True)
class Machine:
    """The system of a process, whose clock is so many hours ahead as stands in a file."""

    file: Path
    library: str

    @property
    def environ(self) -> dict[str, str]:
        once = {"FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}  # seconds that are waited stay seconds
        return {"LD_PRELOAD": self.library, "FAKETIME_TIMESTAMP_FILE": str(self.file), **once}

    def shows(self, ahead: int) -> None:
        draft = self.file.with_suffix(".new")
        draft.write_text(f"+{ahead}h")
        draft.replace(self.file)


def libfaketime() -> str:
    """Return where the library is: LIBFAKETIME names it, or it is Debian's."""
    named = [Path(os.environ["LIBFAKETIME"])] if "LIBFAKETIME" in os.environ else []
    for place in (*named, *Path("/usr/lib").glob("*/faketime/libfaketime.so.1")):
        return str(place)
    pytest.skip("libfaketime is not installed")


def slug_of(hours: int) -> str:
    return f"in-{hours}-hours"


async def closes_in(square: Square, hours: int) -> None:
    """Announce that a theme moves in so many hours."""
    await square.tells(ThemeDrafted, by=None, title=slug_of(hours), slug=slug_of(hours))
    at = square.now + hours * HOUR
    await square.tells(PhasePlanned, by=None, theme=slug_of(hours), phase="collecting", at=at)


async def is_noticed(square: Square) -> None:
    """Announce something far away: the timekeeper looks at the clock at once."""
    await closes_in(square, 9999)
    await applied(square.parts)


async def phases_once(square: Square, hours: int) -> dict[int, str]:
    """Wait until a theme has moved; return the phases of all, by the hours in which they move."""
    await is_noticed(square)
    async with asyncio.timeout(PATIENCE):
        while True:
            themes = await themes_of(square.parts.engine, drafts=True)
            phases = {int(theme.slug.split("-")[1]): theme.phase for theme in themes}
            if phases[hours] != "draft":
                return phases
            await asyncio.sleep(0.05)  # another process moves it
