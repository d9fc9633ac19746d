"""Attendance: once, undone by either, counted beside sign-ups and walk-ins, never a person in the numbers."""

from datetime import timedelta
from uuid import UUID

import pytest

from events.attendance import (
    AttendanceUndone,
    DoorOpened,
    SessionAttended,
    WalkInCounted,
    WalkInTakenBack,
    door_of,
)
from events.citizens import CitizenForgotten
from events.sessions import SeatReleased, SeatRequested, SessionCancelled
from storage.read_models.attendance import AttendanceView, attendance_of, is_here
from storage.tables.appointments import Appointment
from storage.tables.attendance import Attendance
from storage.tables.sessions import Seat
from tests.fakes import NOON, Town, person

START = NOON + timedelta(days=3)
TITLE = "Un soir pour en parler"
HERE = {"session": "S-1", "title": TITLE}
CODE = "K7M3QX"


@pytest.fixture
async def host(town: Town) -> UUID:
    return await town.member("hugo", "facilitator")


async def full(town: Town, capacity: int = 2) -> UUID:
    """Return a debate that begins now, with two people more than seats."""
    debate = await town.debate(capacity)
    for name in ("ada", "ben", "carl", "dora"):
        await town.act(SeatRequested, session=debate, citizen=await town.join(name))
    town.now = START
    town.told.clear()
    return debate


async def test_a_host_notes_somebody_once_who_is_told(town: Town, host: UUID) -> None:
    debate = await full(town)
    came = {"by": host, "session": debate, "citizen": person("ada")}
    assert await town.act(SessionAttended, **came) == ("arrived", {**HERE, "seat": True})
    assert await town.act(SessionAttended, **came) == ("arrived_already", HERE)
    [news] = town.news
    assert (news.person, news.wording, news.urgency) == (person("ada"), "notice-attended", "now")
    assert [(each.session, each.citizen, each.at) for each in await town.rows(Attendance)] == [
        (debate, person("ada"), START)
    ]


async def test_the_code_in_the_room_lets_people_in_by_themselves_and_no_other_code(town: Town, host: UUID) -> None:
    debate = await full(town)
    ada = {"session": debate, "citizen": person("ada")}
    wrong = ("refused.wrong_door", {"title": TITLE})
    assert await town.act(SessionAttended, **ada, door=door_of(CODE)) == wrong
    await town.act(DoorOpened, by=host, session=debate, door=door_of(CODE))
    assert await town.act(SessionAttended, **ada) == wrong
    assert await town.act(SessionAttended, **ada, door=door_of("K7M3QY")) == wrong
    assert await town.act(SessionAttended, **ada, door=door_of(CODE)) == ("arrived", {**HERE, "seat": True})
    assert town.news == []
    await town.act(DoorOpened, by=host, session=debate, door=door_of("CHANGE"))
    assert await town.act(SessionAttended, session=debate, citizen=person("ben"), door=door_of(CODE)) == wrong


async def test_numbers_of_who_came_with_a_seat_without_one_and_not_at_all(town: Town, host: UUID) -> None:
    debate = await full(town)
    await town.join("eve")
    for name in ("ada", "carl", "eve"):  # with a seat, from the waiting list, without a sign-up
        await town.act(SessionAttended, by=host, session=debate, citizen=person(name))
    await town.act(WalkInCounted, by=host, session=debate)
    found = await attendance_of(town.engine, debate)
    assert found == AttendanceView(signed_up=2, came=1, walk_ins=3)
    assert (found.absent, found.present) == (1, 4)


async def test_it_is_undone_by_the_host_and_by_oneself(town: Town, host: UUID) -> None:
    debate = await full(town)
    for undoing in ({"by": host}, {"by": None}):
        await town.act(SessionAttended, by=host, session=debate, citizen=person("ada"))
        undone = await town.act(AttendanceUndone, session=debate, citizen=person("ada"), **undoing)
        assert undone == ("attendance_undone", HERE)
        assert not await is_here(town.engine, debate, person("ada"))
    assert await town.act(AttendanceUndone, by=host, session=debate, citizen=person("ada")) == (
        "refused.not_there", {"title": TITLE}
    )  # fmt: skip


async def test_walk_ins_are_counted_up_and_down_and_not_below_none(town: Town, host: UUID) -> None:
    debate = await full(town)
    count = {"by": host, "session": debate}
    told = [await town.act(kind, **count) for kind in (WalkInCounted, WalkInCounted, WalkInTakenBack, WalkInTakenBack)]
    assert [params["count"] for _, params in told] == [1, 2, 1, 0]
    assert await town.act(WalkInTakenBack, **count) == ("refused.no_walk_in", {"title": TITLE})


async def test_who_comes_while_a_seat_is_kept_for_them_has_taken_it(town: Town, host: UUID) -> None:
    debate = await town.debate(1)
    for name in ("ada", "ben"):
        await town.act(SeatRequested, session=debate, citizen=await town.join(name))
    town.now = START - timedelta(hours=2)
    await town.act(SeatReleased, session=debate, citizen=person("ada"))
    assert len(await town.rows(Appointment)) == 1
    code, params = await town.act(SessionAttended, by=host, session=debate, citizen=person("ben"))
    assert (code, params["seat"]) == ("arrived", True)
    assert [(seat.citizen, seat.state) for seat in await town.rows(Seat)] == [(person("ben"), "seated")]
    assert await town.rows(Appointment) == []


@pytest.mark.parametrize(
    ("hours", "code"), [(-26, "refused.door_closed"), (-25, "arrived"), (25, "arrived"), (26, "refused.door_closed")]
)
async def test_the_door_is_open_on_the_day_and_the_day_after(town: Town, host: UUID, hours: int, code: str) -> None:
    debate = await full(town)
    town.now = START + timedelta(hours=hours)
    assert (await town.act(SessionAttended, by=host, session=debate, citizen=person("ada")))[0] == code


async def test_nobody_comes_to_what_is_off_or_is_not_or_as_a_stranger(town: Town, host: UUID) -> None:
    debate = await town.debate()
    ada = await town.join("ada")
    await town.act(SessionCancelled, by=None, session=debate)
    town.now = START
    assert (await town.act(SessionAttended, by=host, session=debate, citizen=ada))[0] == "refused.cancelled"
    assert (await town.act(SessionAttended, by=host, session=person("no"), citizen=ada))[0] == "refused.unknown_session"
    other = await town.debate(starts_at=START + timedelta(hours=1))
    assert (await town.act(SessionAttended, by=host, session=other, citizen=person("eve")))[0] == "refused.stranger"


async def test_who_is_erased_afterwards_stays_counted_without_leading_to_anybody(town: Town, host: UUID) -> None:
    debate = await full(town)
    await town.act(SessionAttended, by=host, session=debate, citizen=person("ada"))
    town.later(hours=3)
    before = await attendance_of(town.engine, debate)
    await town.act(CitizenForgotten, citizen=person("ada"))
    assert await attendance_of(town.engine, debate) == before
