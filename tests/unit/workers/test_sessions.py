"""Seats: never more than there are, in the order in which people asked, a freed one offered to the first who waits."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.sessions import SeatAccepted, SeatReleased, SeatRequested, SessionPlanned
from storage.read_models.sessions import session_by_reference
from storage.tables.sessions import Seat
from tests.fakes import MEAT, NOON, Town, person

PEOPLE = tuple(range(6))
ACTS = {"request": SeatRequested, "release": SeatReleased, "accept": SeatAccepted}
TITLE = "Un soir pour en parler"


async def ask(town: Town, debate: object, *names: object) -> list[tuple[str, object]]:
    """Have people ask for a seat; return state and position of each."""
    outcomes = [await town.act(SeatRequested, session=debate, citizen=await town.join(name)) for name in names]
    return [(code, params["position"]) for code, params in outcomes]


async def test_seats_first_then_places_in_line(town: Town) -> None:
    debate = await town.debate(capacity=2)
    assert await ask(town, debate, *"abcd") == [("seated", None), ("seated", None), ("waiting", 1), ("waiting", 2)]


async def test_asking_twice_is_asking_once(town: Town) -> None:
    debate = await town.debate(capacity=1)
    assert await ask(town, debate, *"abcba") == [
        ("seated", None), ("waiting", 1), ("waiting", 2), ("waiting", 1), ("seated", None)
    ]  # fmt: skip


async def test_a_freed_seat_is_offered_to_the_first_who_waits_and_kept_for_them(town: Town) -> None:
    debate = await town.debate(capacity=1)
    await ask(town, debate, *"abc")
    assert await town.act(SeatReleased, session=debate, citizen=person("a")) == (
        "released", {"session": "S-1", "title": TITLE}
    )  # fmt: skip
    [news] = town.news
    assert (news.person, news.wording, news.urgency) == (person("b"), "notice-seat-offered", "now")
    assert news.params == {
        "session": "S-1",
        "title": TITLE,
        "when": (NOON + timedelta(days=3)).isoformat(),
        "place": "Salle des fêtes",
        "until": (NOON + timedelta(days=1)).isoformat(),
    }
    assert [data for _, data in news.buttons] == ["seat:accept:S-1", "seat:release:S-1"]
    assert await ask(town, debate, "d") == [("waiting", 2)]
    assert (await town.act(SeatAccepted, session=debate, citizen=person("b")))[0] == "seated"
    assert (await town.act(SeatAccepted, session=debate, citizen=person("b")))[0] == "seated"


async def test_an_offer_that_is_left_goes_to_the_next(town: Town) -> None:
    debate = await town.debate(capacity=1)
    await ask(town, debate, *"abc")
    for name in "ab":
        await town.act(SeatReleased, session=debate, citizen=person(name))
    assert town.wordings() == [(person("b"), "notice-seat-offered"), (person("c"), "notice-seat-offered")]


async def test_leaving_the_line_frees_no_seat(town: Town) -> None:
    debate = await town.debate(capacity=1)
    await ask(town, debate, *"abc")
    await town.act(SeatReleased, session=debate, citizen=person("b"))
    assert town.news == []
    assert await ask(town, debate, "c", "b") == [("waiting", 1), ("waiting", 2)]


async def test_accepting_without_an_offer_jumps_no_line(town: Town) -> None:
    debate = await town.debate(capacity=1)
    await ask(town, debate, *"ab")
    code, params = await town.act(SeatAccepted, session=debate, citizen=person("b"))
    assert (code, params["position"]) == ("waiting", 1)


async def test_what_there_is_not_is_not_given(town: Town) -> None:
    debate, ada = await town.debate(), await town.join("ada")
    assert await town.act(SeatRequested, session=debate, citizen=person("stranger")) == ("refused.stranger", {})
    assert await town.act(SeatRequested, session=person("none"), citizen=ada) == ("refused.unknown_session", {})
    for kind in (SeatReleased, SeatAccepted):
        assert await town.act(kind, session=debate, citizen=ada) == (
            "refused.no_seat", {"session": "S-1", "title": TITLE}
        )  # fmt: skip


async def test_nobody_signs_up_for_what_has_begun(town: Town) -> None:
    debate, ada = await town.debate(starts_at=NOON + timedelta(hours=1)), await town.join("ada")
    town.later(hours=1)
    assert await town.act(SeatRequested, session=debate, citizen=ada) == ("refused.past", {"title": TITLE})


@pytest.mark.parametrize(("phase", "code"), [("announced", "seated"), ("published", "refused.phase")])
async def test_the_phase_says_whether_one_signs_up(town: Town, phase: str, code: str) -> None:
    debate, ada = await town.debate(), await town.join("ada")
    await town.move(phase)
    assert (await town.act(SeatRequested, session=debate, citizen=ada))[0] == code


async def test_a_debate_needs_a_theme_and_a_moderator(town: Town) -> None:
    fields = {"title": TITLE, "starts_at": NOON + timedelta(days=1), "place": "Mairie"}
    assert await town.act(SessionPlanned, by=person("eve"), theme=MEAT, **fields) == ("refused.role", {})
    assert await town.act(SessionPlanned, by=None, theme="nowhere", **fields) == (
        "refused.unknown_theme", {"theme": "nowhere"}
    )  # fmt: skip
    assert await town.act(SessionPlanned, by=None, theme=MEAT, **fields) == (
        "planned", {"session": "S-1", "title": TITLE}
    )  # fmt: skip


@dataclass
class Room:
    """What the rules say, in the plainest way: who sits, to whom a seat is offered, who waits."""

    capacity: int
    seated: set[int] = field(default_factory=set)
    offered: set[int] = field(default_factory=set)
    line: list[int] = field(default_factory=list)

    def request(self, who: int) -> None:
        if who in self.seated | self.offered or who in self.line:
            return
        if len(self.seated | self.offered) < self.capacity:
            self.seated.add(who)
        else:
            self.line.append(who)

    def accept(self, who: int) -> None:
        if who in self.offered:
            self.offered.remove(who)
            self.seated.add(who)

    def release(self, who: int) -> None:
        if who in self.line:
            self.line.remove(who)
        elif who in self.seated | self.offered:
            self.seated.discard(who)
            self.offered.discard(who)
            if self.line:
                self.offered.add(self.line.pop(0))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    capacity=st.integers(1, 3),
    acts=st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(PEOPLE)), max_size=25),
    batch=st.integers(1, 25),
)
async def test_any_order_of_acts_leads_where_the_rules_lead(
    town: Town, capacity: int, acts: list[tuple[str, int]], batch: int
) -> None:
    debate, room = await town.debate(capacity=capacity), Room(capacity)
    citizens = {who: await town.join(who) for who in PEOPLE}
    facts = [town.fact(ACTS[verb], session=debate, citizen=citizens[who]) for verb, who in acts]
    for start in range(0, len(facts), batch):
        await town.apply(*facts[start : start + batch])
    for verb, who in acts:
        getattr(room, verb)(who)
    seats = sorted((seat for seat in await town.rows(Seat) if seat.session == debate), key=lambda seat: seat.turn)
    found = {
        state: [seat.citizen for seat in seats if seat.state == state] for state in ("seated", "offered", "waiting")
    }
    assert set(found["seated"]) == {citizens[who] for who in room.seated}
    assert set(found["offered"]) == {citizens[who] for who in room.offered}
    assert found["waiting"] == [citizens[who] for who in room.line]
    assert len(found["seated"]) + len(found["offered"]) <= capacity


async def test_waiting_people_are_not_shown_as_attending(town: Town) -> None:
    debate = await town.debate(capacity=1)
    await ask(town, debate, *"abc")
    shown = await session_by_reference(town.engine, "s-1", citizen=person("c"))
    assert shown is not None
    assert (shown.seated, shown.waiting, shown.mine, shown.position) == (1, 2, "waiting", 2)
