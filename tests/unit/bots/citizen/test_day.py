"""The day of a debate in the chat: who comes, what one needs, the sign for the door, the code in the room."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from aiogram.methods import SendPhoto
from aiogram.types import BufferedInputFile

from events.attendance import AttendanceUndone, DoorOpened, SessionAttended, door_of
from events.base import Event
from events.needs import NeedStated, NeedTakenBack
from events.sessions import SessionPlanned
from storage.needs import Needs
from storage.read_models.attendance import is_here
from tests.unit.bots.citizen.conftest import ADA, BEN, MEAT, NOON, Card, Town

START = NOON + timedelta(days=3)
NEED = "Room for a wheelchair, please."


async def seated(town: Town, account: int = ADA) -> Card:
    """Have somebody take a seat; return the card of the debate."""
    await town.join(account)
    [card] = await town.say("/sessions", account)
    await town.tap("seat:take:S-1", account, card)
    return card


async def code_hangs(town: Town, debate: Event, code: str) -> None:
    hour = town.now
    host = await town.moderator()
    await town.decide(DoorOpened, by=host, session=debate.event_id, door=door_of(code))
    town.now = max(hour, town.now)


def room(town: Town, debate: Event) -> str:
    return town.face.addresses.sign_of(debate.event_id, debate.event_id)


async def test_the_card_says_how_many_come_and_who_waits_is_not_among_them(town: Town) -> None:
    await town.debate(capacity=1)
    [card] = await town.say("/sessions")
    assert "👥 Nobody is coming yet." in card.text
    await seated(town)
    await seated(town, BEN)
    [card] = await town.say("/sessions", 4444)
    assert ("👥 One person is coming." in card.text, "Full. One person is waiting." in card.text) == (True, True)
    assert "Ada" not in card.text


async def test_the_card_says_when_one_will_be_reminded(town: Town) -> None:
    reminded = (START - timedelta(days=1), START - timedelta(hours=2))
    where = {"title": "Un soir pour en parler", "starts_at": START, "place": "Ici"}
    await town.decide(SessionPlanned, by=None, theme=MEAT, **where, reminders=reminded)
    [card] = await town.say("/sessions")
    assert "⏰" not in card.text
    card = await seated(town)
    assert "⏰ I will remind you: Tuesday 24 November 2026 at 13:00 · Wednesday 25 November 2026 at 11:00." in card.text


async def test_what_somebody_needs_is_said_changed_and_taken_back(town: Town) -> None:
    debate = await town.debate()
    card = await seated(town)
    ada, needs = await town.join(), Needs(town.engine, town.face.addresses)
    await town.tap("need:S-1", card=card)
    assert "What do you need to take part?" in card.text
    [slip] = await town.say("…")
    assert "I find no words" in slip.text
    [slip] = await town.say("x" * 301)
    assert "1 character too long (301 of at most 300)" in slip.text
    [noted] = await town.say(NEED)
    assert ("Noted" in noted.text, await needs.of(debate.event_id)) == (True, {ada: NEED})
    assert [each.citizen for each in town.bus.of(NeedStated)] == [ada]
    await town.tap("need:S-1", card=noted)
    assert f"You wrote: {NEED}" in noted.text
    await town.tap("needx:S-1", card=noted)
    assert ("is deleted" in noted.text, await needs.of(debate.event_id)) == (True, {})
    assert len(town.bus.of(NeedTakenBack)) == 1
    [card] = await town.say(NEED)  # the dialogue is over: these are words like all others
    assert "What would you like to do with this message?" in card.text


async def test_who_does_not_come_is_not_asked_what_they_need(town: Town) -> None:
    await town.debate()
    await town.join()
    [card] = await town.say("/sessions")
    assert [data for data in card.buttons if data.startswith(("need", "here"))] == []
    await town.tap("need:S-1", card=card)
    [refused] = await town.say(NEED)
    assert "You have no seat in" in refused.text


async def test_the_sign_is_shown_from_the_day_on_as_letters_and_as_a_picture(town: Town) -> None:
    debate = await town.debate()
    card = await seated(town)
    assert "here:S-1" not in card.buttons
    assert await town.toast("here:S-1", card=card) == "Your code is here on the day of the debate."
    town.now = START.replace(hour=0)  # one in the morning in Paris
    [card] = await town.say("/sessions")
    [shown] = await town.tap("here:S-1", card=card)
    sign = town.face.addresses.sign_of(debate.event_id, await town.join())
    assert f"<code>{sign}</code>" in shown.text
    assert not any(isinstance(each, SendPhoto) for each in town.phone.requests)


async def test_the_picture_leads_the_hosts_bot_to_the_sign(town: Town) -> None:
    debate = await town.debate()
    town.face = replace(town.face, moderator_bot_name="desk_bot")
    town.restarted()
    await seated(town)
    town.now = START
    [card] = await town.say("/sessions")
    [shown] = await town.tap("here:S-1", card=card)
    [picture] = [each.photo for each in town.phone.requests if isinstance(each, SendPhoto)]
    assert isinstance(picture, BufferedInputFile)
    sign = town.face.addresses.sign_of(debate.event_id, await town.join())
    assert (picture.data[:4], sign in shown.text) == (b"\x89PNG", True)


@pytest.mark.parametrize("way", ["/start in-{}", "{}", "link"])
async def test_the_code_in_the_room_lets_one_in_and_that_is_undone(town: Town, way: str) -> None:
    debate = await town.debate()
    await seated(town)
    town.now = START
    code = room(town, debate)
    await code_hangs(town, debate, code)
    said = f"/start in-{code.lower()}" if way == "link" else way.format(code)
    [card] = await town.say(said)
    assert "You are checked in." in card.text
    ada = await town.join()
    assert [(each.citizen, each.session, each.by) for each in town.bus.of(SessionAttended)] == [
        (ada, debate.event_id, None)
    ]
    [again] = await town.say(said)
    assert "already" in again.text
    await town.tap("away:S-1", card=again)
    assert ("no longer counted" in again.text, await is_here(town.engine, debate.event_id, ada)) == (True, False)
    assert len(town.bus.of(AttendanceUndone)) == 1


async def test_a_stranger_at_the_door_is_asked_for_consent_and_then_let_in(town: Town) -> None:
    debate = await town.debate()
    town.now = START
    code = room(town, debate)
    await code_hangs(town, debate, code)
    [card] = await town.say(f"/start in-{code}")
    assert town.bus.of(SessionAttended) == []
    [card] = await town.tap(f"j:en:in-{code}", card=card)
    assert "You had not signed up" in card.text
    [card] = await town.say(code, BEN)
    [_, card] = await town.tap(f"j:en:>door:{code}", BEN, card)
    assert "You are counted" in card.text


async def test_a_code_that_hangs_nowhere_is_told_and_a_word_stays_a_word(town: Town) -> None:
    debate = await town.debate()
    await town.join()
    [card] = await town.say("/start in-K7M3QX")
    assert "I do not know this code" in card.text
    town.now = START
    [card] = await town.say(f"/start in-{room(town, debate)}")  # nobody has hung it up
    assert "does not count for" in card.text
    [card] = await town.say("charge")
    assert "What would you like to do with this message?" in card.text


@pytest.mark.parametrize(
    "data", ["need", "need:", "need:S-9", "needx:S-9", "here:S-1:x", "away:S-9", "door", "door:\0"]
)
async def test_forged_data_is_answered(town: Town, data: str) -> None:
    await town.debate()
    await town.join()
    [card] = await town.say("/sessions")
    before = len(town.phone.answered())
    await town.tap(data, card=card)
    assert (len(town.phone.answered()), town.bus.of(NeedStated), town.bus.of(SessionAttended)) == (before + 1, [], [])


def test_signs_depend_on_the_secret_the_debate_and_the_person(town: Town) -> None:
    sign_of = town.face.addresses.sign_of
    ids = [UUID(int=n) for n in range(3)]
    assert len({sign_of(debate, who) for debate in ids for who in ids}) == 9
