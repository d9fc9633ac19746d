"""Whatever happens on the day of a debate: seats, promotions, attendance and what is shown keep to the rules."""

import asyncio
import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from deliberation.debates import MOST_SHORTLISTED
from events.appointments import MomentCame
from events.attendance import AttendanceUndone, DoorOpened, SessionAttended, WalkInCounted, WalkInTakenBack, door_of
from events.base import Event
from events.citizens import CitizenForgotten
from events.contributions import ContributionWithdrawn
from events.live import (
    LiveAdmissionUndone,
    LiveAdmitted,
    LiveAnswered,
    LiveAsked,
    LiveReopened,
    LiveShortlisted,
    LiveUnlisted,
)
from events.needs import NeedStated
from events.sessions import SeatAccepted, SeatReleased, SeatRequested
from events.votes import SupportGiven
from storage.addresses import AddressBook
from storage.engine import open_engine
from storage.needs import Needs
from storage.read_models.appointments import due_appointments
from storage.read_models.attendance import attendance_of
from storage.read_models.live import live_of
from storage.tables.contributions import Contribution
from storage.tables.live import LiveQuestion
from storage.tables.needs import Need, NeedKey
from storage.tables.sessions import Seat
from tests.conftest import hurry
from tests.fakes import MEAT, NOON, Town, person

START = NOON + timedelta(days=3)
PEOPLE = tuple("abcdef")
CODE = "K7M3QX"
SEATS: dict[str, type[Event]] = {"ask": SeatRequested, "leave": SeatReleased, "accept": SeatAccepted}
CHOICES: tuple[type[Event], ...] = (
    LiveAdmitted, LiveAdmissionUndone, LiveShortlisted, LiveUnlisted, LiveAnswered, LiveReopened
)  # fmt: skip
PROMOTED = "notice-seat-offered"


class Day(RuleBasedStateMachine):
    """A debate, some people, and a host, who do anything at any moment."""

    migrated: Path

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.walk_ins = 0
        self.asked: list[Any] = []
        self.line: list[Any] = []
        self.offered: set[Any] = set()
        self.told, self.waited = 0, False

    def run(self, doing: Any) -> Any:
        return self.loop.run_until_complete(doing)

    def teardown(self) -> None:
        self.run(self.town.engine.dispose())
        self.loop.close()
        self.folder.cleanup()

    @initialize(
        capacity=some.integers(1, 3),
        hours=some.sampled_from([0, 71.75, 71.75, 71.75]),
        early=some.lists(some.sampled_from(PEOPLE), max_size=len(PEOPLE), unique=True),
    )
    def begin(self, capacity: int, hours: float, early: list[str]) -> None:
        """Begin some days before the debate, or when questions are taken and seats still given."""
        self.run(self._begin(capacity))
        self.town.later(hours=hours)
        for who in early:
            self.seat(who, "ask")

    async def _begin(self, capacity: int) -> None:
        engine: AsyncEngine = open_engine(f"sqlite+aiosqlite:///{shutil.copy(self.migrated, self.folder.name)}")
        event.listen(engine.sync_engine, "connect", hurry)
        self.town, self.capacity = Town(engine), capacity
        await self.town.theme()
        self.debate = await self.town.debate(capacity)
        self.host = await self.town.member("hugo", "facilitator")
        for name in PEOPLE:
            await self.town.join(name)

    def act(self, kind: type[Event], **fields: object) -> str:
        code, _ = self.run(self.town.act(kind, **fields))
        return str(code)

    @rule(who=some.sampled_from(PEOPLE), verb=some.sampled_from(sorted(SEATS)))
    def seat(self, who: str, verb: str) -> None:
        self.act(SEATS[verb], session=self.debate, citizen=person(who))

    @rule(who=some.sampled_from(PEOPLE))
    def need(self, who: str) -> None:
        needs = Needs(self.town.engine, AddressBook(self.town.engine, "a secret of sixteen"))
        sealed = self.run(needs.seal(self.debate, person(who), "Une rampe"))
        self.act(NeedStated, session=self.debate, citizen=person(who), sealed=sealed)

    @rule(who=some.sampled_from(PEOPLE), code=some.sampled_from([CODE, "CHANGE", None]))
    def come(self, who: str, code: str | None) -> None:
        by = {"door": door_of(code)} if code else {"by": self.host}
        self.act(SessionAttended, session=self.debate, citizen=person(who), **by)

    @rule()
    def open(self) -> None:
        self.act(DoorOpened, by=self.host, session=self.debate, door=door_of(CODE))

    @rule(who=some.sampled_from(PEOPLE), by_host=some.booleans())
    def go(self, who: str, by_host: bool) -> None:
        self.act(AttendanceUndone, session=self.debate, citizen=person(who), by=self.host if by_host else None)

    @rule(one=some.sampled_from([1, -1]))
    def count(self, one: int) -> None:
        code = self.act(WalkInCounted if one == 1 else WalkInTakenBack, by=self.host, session=self.debate)
        self.walk_ins += 0 if code.startswith("refused.") else one

    @rule(who=some.sampled_from(PEOPLE))
    def ask(self, who: str) -> None:
        text = f"Qui décide du menu numéro {len(self.asked)} ?"
        asked = self.town.fact(LiveAsked, theme=MEAT, session=self.debate, citizen=person(who), text=text)
        [outcome] = self.run(self.town.apply(asked))
        self.asked += [] if outcome.refused else [(asked.event_id, who)]

    @rule(which=some.integers(0, 99), kind=some.sampled_from(CHOICES))
    def choose(self, which: int, kind: type[Event]) -> None:
        if self.asked:
            self.act(kind, by=self.host, contribution=self.asked[which % len(self.asked)][0])

    @rule(which=some.integers(0, 99), who=some.sampled_from(PEOPLE))
    def support(self, which: int, who: str) -> None:
        if self.asked:
            question = self.asked[which % len(self.asked)][0]
            self.act(SupportGiven, theme=MEAT, question=question, citizen=person(who))

    @rule(which=some.integers(0, 99))
    def withdraw(self, which: int) -> None:
        if self.asked:
            question, who = self.asked[which % len(self.asked)]
            self.act(ContributionWithdrawn, contribution=question, citizen=person(who))

    @rule(who=some.sampled_from(PEOPLE[-2:]))
    def forget(self, who: str) -> None:
        self.act(CitizenForgotten, citizen=person(who))

    @rule(hours=some.sampled_from([0.01, 0.02, 0.05, 0.1, 1, 30, 24 * 8]))
    def wait(self, hours: float) -> None:
        """Let time pass, and what is due happen."""
        self.waited = True
        self.town.later(hours=hours)
        for appointment in self.run(due_appointments(self.town.engine, self.town.now, 100)):
            self.run(self.town.apply(MomentCame.of(appointment, "clermont-ferrand", self.town.now)))

    @invariant()
    def seats_are_never_more_than_there_are_and_promotions_are_told_once_each(self) -> None:
        seats = sorted(self.run(self.town.rows(Seat)), key=lambda seat: seat.turn)
        states = Counter(seat.state for seat in seats)
        assert states["seated"] + states["offered"] <= self.capacity
        told = [news.person for news in self.town.news if news.wording == PROMOTED]
        offered = {seat.citizen for seat in seats if seat.state == "offered"}
        new, self.told = told[self.told :], len(told)
        if not self.waited:  # while time passes, an offer may go from one to the next
            assert sorted(new) == sorted(offered - self.offered)
        assert offered - self.offered <= set(new)
        self.offered, self.waited = offered, False
        if states["waiting"] and self.town.now < START:
            assert states["seated"] + states["offered"] == self.capacity
        line = [seat.citizen for seat in seats if seat.state == "waiting"]
        assert [who for who in self.line if who in line] == [who for who in line if who in self.line]
        self.line = line

    @invariant()
    def who_came_is_among_sign_ups_and_walk_ins(self) -> None:
        found = self.run(attendance_of(self.town.engine, self.debate))
        assert 0 <= found.came <= found.signed_up <= self.capacity
        assert self.walk_ins <= found.walk_ins <= self.walk_ins + len(PEOPLE)
        assert found.present <= found.signed_up + found.walk_ins

    @invariant()
    def nothing_is_shown_that_is_not_admitted_now_and_few_are_chosen(self) -> None:
        admitted = {row.reference for row in self.run(self.town.rows(Contribution)) if row.state == "admitted"}
        shown = self.run(live_of(self.town.engine, self.debate, person("a")))
        assert {each.reference for each in shown} == admitted
        assert sum(each.standing == "shortlisted" for each in shown) <= MOST_SHORTLISTED
        assert len(self.run(self.town.rows(LiveQuestion))) == len(self.asked)

    @invariant()
    def needs_are_known_of_those_who_come_or_wait_and_of_nobody_else(self) -> None:
        needs = {need.citizen for need in self.run(self.town.rows(Need))}
        assert needs <= {seat.citizen for seat in self.run(self.town.rows(Seat))}
        assert needs <= {key.citizen for key in self.run(self.town.rows(NeedKey))}
        if self.town.now >= START + timedelta(days=7, hours=2):
            assert needs == set()


def test_a_day_of_any_acts_keeps_to_the_rules(migrated_sqlite: Path) -> None:
    Day.migrated = migrated_sqlite
    calm = settings(
        max_examples=12,
        stateful_step_count=40,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),  # shorter stories of a broken rule would take minutes to find
    )
    run_state_machine_as_test(Day, settings=calm)
