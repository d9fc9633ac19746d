"""/checkin and /attendance, and what people need in /signups: signs and numbers, never a name."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from events.attendance import AttendanceUndone, DoorOpened, SessionAttended, WalkInCounted, WalkInTakenBack, door_of
from events.base import Event, fact_id
from events.citizens import CitizenJoined
from events.needs import NeedStated
from events.sessions import SeatRequested, SessionCancelled, SessionPlanned
from storage.needs import Needs
from tests.unit.bots.moderator.conftest import MAX, MEAT, TownHall

START = datetime(2026, 12, 5, 17, 30, tzinfo=UTC)
NEED = "=A ramp & <b>somebody</b> who signs"


@pytest.fixture
async def debate(hall: TownHall) -> Event:
    """A debate with one seat, one who has it and one who waits."""
    debate = await planned(hall)
    for name in ("ada", "ben"):
        citizen = fact_id("citizen", name)
        await hall.decide(CitizenJoined, citizen=citizen, language="fr")
        await hall.decide(SeatRequested, session=debate.event_id, citizen=citizen)
    return debate


async def planned(hall: TownHall, title: str = "Un soir") -> Event:
    where = {"title": title, "starts_at": START, "place": "Ici", "capacity": 1}
    return await hall.decide(SessionPlanned, by=None, theme=MEAT, **where)


def sign_of(hall: TownHall, debate: Event, name: str) -> str:
    return hall.desk.addresses.sign_of(debate.event_id, fact_id("citizen", name))


def came(hall: TownHall) -> list[UUID]:
    return [each.citizen for each in hall.bus.of(SessionAttended)]


async def test_the_sign_ups_tell_what_people_need_under_their_signs(hall: TownHall, debate: Event) -> None:
    sealed = await Needs(hall.engine, hall.desk.addresses).seal(debate.event_id, fact_id("citizen", "ada"), NEED)
    await hall.decide(NeedStated, session=debate.event_id, citizen=fact_id("citizen", "ada"), sealed=sealed)
    [card, _file] = await hall.say("/signups S-1")
    said = f"<code>{sign_of(hall, debate, 'ada')}</code> =A ramp &amp; &lt;b&gt;somebody&lt;/b&gt; who signs"
    assert card.text.endswith(f"🤝 What people need (1):\n{said}")
    [(_, content)] = hall.phone.files
    assert f",'{NEED}" in content.decode()  # no formula


async def test_the_door_is_opened_with_its_numbers_and_the_code_for_the_room(hall: TownHall, debate: Event) -> None:
    hall.now = START
    [card] = await hall.say("/checkin")
    code = hall.desk.addresses.sign_of(debate.event_id, debate.event_id)
    assert [each.door for each in hall.bus.of(DoorOpened)] == [door_of(code)]
    assert (f"<code>{code}</code>" in card.text, "👥 0 present\n0 of 1 people with a seat" in card.text) == (True, True)
    [shown] = await hall.tap("Code for the room", card)
    assert shown.text == f"[file] Un soir: scan this, or type {code} to the bot."


async def test_the_door_does_without_the_citizens_bot_as_long_as_it_does_not_say_its_name(
    hall: TownHall, debate: Event
) -> None:
    hall.now, hall.citizens_bot = START, ""
    [card] = await hall.say("/checkin")
    code = hall.desk.addresses.sign_of(debate.event_id, debate.event_id)
    assert "Who has it types it to the citizens’ bot." in card.text
    assert await hall.tap("Code for the room", card) == []
    assert hall.phone.toasts()[-1] == (
        "The citizens’ bot, where this picture leads, does not say its name just now: please try again in a minute. "
        f"The code of the room is good already: {code}"
    )
    hall.citizens_bot = "citizens_bot"
    [shown] = await hall.tap("Code for the room", card)
    assert shown.text == f"[file] Un soir: scan this, or type {code} to the bot."


async def test_signs_are_typed_one_after_the_other(hall: TownHall, debate: Event) -> None:
    hall.now = START
    await hall.say("/checkin S-1")
    sign = sign_of(hall, debate, "ada")
    [card] = await hall.say(f"{sign[:3].lower()} {sign[3:].lower()}")
    assert card.text == f"✅ <code>{sign}</code> is here: Un soir. One person is present."
    [card] = await hall.say(sign_of(hall, debate, "ben"))
    assert card.text.endswith("2 people are present. ⚠️ On the waiting list: look whether there is a seat.")
    [card] = await hall.say(sign)
    assert "is checked in already" in card.text
    [card] = await hall.say("K7M3QX")
    assert "has the code “K7M3QX”" in card.text
    assert came(hall) == [fact_id("citizen", name) for name in ("ada", "ben", "ada")]


@pytest.mark.parametrize("way", ["/checkin S-1 {}", "/checkin {}", "/start in-{}"])
async def test_a_sign_is_taken_in_one_line_or_by_a_scanned_link_and_undone(
    hall: TownHall, debate: Event, way: str
) -> None:
    hall.now = START
    [card] = await hall.say(way.format(sign_of(hall, debate, "ada")))
    assert "is here" in card.text
    await hall.tap("Undo", card)
    assert "is not counted any more" in card.text
    assert [each.citizen for each in hall.bus.of(AttendanceUndone)] == [fact_id("citizen", "ada")]
    assert came(hall) == [fact_id("citizen", "ada")]


async def test_a_sign_counts_at_its_own_debate_only(hall: TownHall, debate: Event) -> None:
    await planned(hall, "Un autre soir")
    hall.now = START
    [card] = await hall.say(f"/checkin S-2 {sign_of(hall, debate, 'ada')}")
    assert ("Nobody who has signed up" in card.text, came(hall)) == (True, [])
    [card] = await hall.say("/checkin")
    assert sorted(card.buttons) == ["S-1 · Un soir", "S-2 · Un autre soir"]


async def test_walk_ins_are_counted_by_a_tap_and_taken_back(hall: TownHall, debate: Event) -> None:
    hall.now = START
    [card] = await hall.say("/checkin S-1")
    for _ in range(2):
        await hall.tap("Came without a sign-up", card)
    assert "2 without one" in card.text
    await hall.tap("One fewer", card)
    assert ("1 without one" in card.text, len(hall.bus.of(WalkInCounted)), len(hall.bus.of(WalkInTakenBack))) == (
        True, 2, 1
    )  # fmt: skip


async def test_the_numbers_come_as_words_and_as_a_file_without_persons(hall: TownHall, debate: Event) -> None:
    hall.now = START
    await hall.say(f"/checkin S-1 {sign_of(hall, debate, 'ada')}")
    await hall.tap("Came without a sign-up", (await hall.say("/checkin S-1"))[0])
    hall.now += timedelta(days=9)
    [card, _file] = await hall.say("/attendance S-1")
    assert card.text.endswith("👥 2 present\n1 of 1 people with a seat, 1 without one; 0 not there")
    name, content = hall.phone.files[-1]
    assert (name, content.decode("utf-8-sig").splitlines()) == (
        "S-1-attendance.csv",
        [
            "session,title,starts_at,signed_up,came,absent,walk_ins,present,waiting",
            "S-1,Un soir,2026-12-05T17:30+00:00,1,1,0,1,2,1",
        ],
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/checkin", "No door is open"),
        ("/checkin S-1", "The door of “Un soir” is not open"),
        ("/checkin S-9", "I do not know the session “S-9”"),
        ("/attendance S-9", "I do not know the session “S-9”"),
        ("/checkin K7M3QX", "Nobody who has signed up for a debate of today"),
    ],
)
async def test_a_slip_or_a_closed_door_is_told(hall: TownHall, debate: Event, text: str, said: str) -> None:
    [card] = await hall.say(text)
    assert said in card.text
    assert came(hall) == []


async def test_a_cancelled_debate_has_no_door(hall: TownHall, debate: Event) -> None:
    await hall.decide(SessionCancelled, by=None, session=debate.event_id)
    hall.now = START
    [card] = await hall.say("/checkin S-1")
    assert "is cancelled" in card.text


async def test_a_host_checks_in_and_does_not_moderate_nor_plan(hall: TownHall, debate: Event) -> None:
    [card] = await hall.say(f"/start {await hall.invitation('facilitator')}", MAX)
    assert [f"/{name} " in card.text for name in ("checkin", "attendance", "live", "signups")] == [True] * 4
    assert [f"/{name} " in card.text for name in ("queue", "newsession", "ban")] == [False] * 3
    hall.now = START
    [card] = await hall.say(f"/start in-{sign_of(hall, debate, 'ada')}", MAX)
    assert "is here" in card.text
    [card, _file] = await hall.say("/signups S-1", MAX)
    assert [label for label in card.buttons if "Move" in label or "Cancel" in label] == []


async def test_the_link_of_a_sign_is_no_invitation_for_anybody_else(hall: TownHall, debate: Event) -> None:
    hall.now = START
    [card] = await hall.say(f"/start in-{sign_of(hall, debate, 'ada')}", MAX)
    assert ("by invitation" in card.text, came(hall)) == (True, [])
