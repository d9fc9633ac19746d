"""/sessions: a seat, a place in the line, an offered seat, a calendar file."""

from datetime import timedelta
from uuid import UUID

import pytest
from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile
from icalendar import Calendar

from events.news import NewsAddressed
from events.sessions import SeatAccepted, SeatReleased, SeatRequested, SessionCancelled, SessionMoved
from tests.unit.bots.citizen.conftest import ADA, BEN, MEAT, NOON, Card, Town

CARL = 4444


def files(town: Town) -> list[Calendar]:
    sent = [each.document for each in town.phone.requests if isinstance(each, SendDocument)]
    return [Calendar.from_ical(file.data.decode()) for file in sent if isinstance(file, BufferedInputFile)]


async def test_no_debate_is_planned(town: Town) -> None:
    [card] = await town.say("/sessions")
    assert "go:themes" in card.buttons


async def test_a_seat_is_taken_and_comes_with_a_calendar_file(town: Town) -> None:
    debate = await town.debate()
    ada = await town.join()
    [card] = await town.say("/sessions")
    assert ("2 seats are free" in card.text, "Wednesday 25 November 2026 at 13:00" in card.text) == (True, True)
    await town.tap("seat:take:S-1", card=card)
    assert "You have a seat" in card.text
    assert [(each.citizen, each.session) for each in town.bus.of(SeatRequested)] == [(ada, debate.event_id)]
    [event] = files(town)[0].events
    assert (event["summary"], event["location"], event["uid"], event.start, event.end) == (
        "Un soir pour en parler",
        "Salle des fêtes",
        f"{debate.event_id}@clermont-ferrand.palabre",
        NOON + timedelta(days=3),
        NOON + timedelta(days=3, hours=2),
    )


async def test_who_comes_too_late_waits_in_line_and_is_offered_the_freed_seat(town: Town) -> None:
    await town.debate(capacity=1)
    cards: dict[int, Card] = {}
    people: dict[int, UUID] = {}
    for account in (ADA, BEN, CARL):
        people[account] = await town.join(account)
        [cards[account]] = await town.say("/sessions", account)
        await town.tap("seat:take:S-1", account, cards[account])
    assert [f"number {place} on" in cards[account].text for place, account in ((1, BEN), (2, CARL))] == [True, True]
    await town.tap("seat:release:S-1", ADA, cards[ADA])
    [news] = [
        each for each in town.bus.news if isinstance(each, NewsAddressed) and each.wording == "notice-seat-offered"
    ]
    assert news.person == people[BEN]
    [card] = await town.say("/sessions S-1", BEN)
    assert {data for _, data in news.buttons} <= set(card.buttons)
    await town.tap("seat:accept:S-1", BEN, card)
    assert "You have a seat" in card.text
    [card] = await town.say("/sessions", CARL)
    assert "number 1 on" in card.text


async def test_an_offered_seat_that_is_left_goes_to_the_next(town: Town) -> None:
    await town.debate(capacity=1)
    for account in (ADA, BEN, CARL):
        await town.join(account)
        [card] = await town.say("/sessions", account)
        await town.tap("seat:take:S-1", account, card)
    await town.tap("seat:release:S-1", ADA)
    [card] = await town.say("/sessions", BEN)
    await town.tap("seat:release:S-1", BEN, card)
    [card] = await town.say("/sessions", CARL)
    assert "seat:accept:S-1" in card.buttons


async def test_asking_twice_is_asking_once(town: Town) -> None:
    await town.debate()
    await town.join()
    [card] = await town.say("/sessions")
    await town.tap("seat:take:S-1", card=card)
    await town.tap("seat:take:S-1", card=card)
    await town.join(BEN)
    [card] = await town.say("/sessions", BEN)
    assert "One seat is free" in card.text


async def test_a_place_in_line_is_left(town: Town) -> None:
    await town.debate(capacity=1)
    await town.join(BEN)
    [card] = await town.say("/sessions", BEN)
    await town.tap("seat:take:S-1", BEN, card)
    await town.join()
    [card] = await town.say("/sessions")
    assert "You would be the first to wait" in card.text
    await town.tap("seat:take:S-1", card=card)
    await town.tap("seat:release:S-1", card=card)
    assert ("no longer signed up" in card.text, "seat:take:S-1" in card.buttons) == (True, True)


async def test_giving_back_what_one_does_not_have_is_told(town: Town) -> None:
    await town.debate()
    await town.join()
    [card] = await town.say("/sessions")
    await town.tap("seat:release:S-1", card=card)
    assert ("You have no seat" in card.text, len(town.bus.of(SeatReleased))) == (True, 1)


async def test_several_debates_are_listed_and_opened(town: Town) -> None:
    for title in ("The first evening", "The second evening"):
        await town.debate(title)
    await town.theme("Le vélo", "le-velo")
    [card] = await town.say("/sessions")
    assert ("The first evening" in card.text, "seat:see:S-2" in card.buttons) == (True, True)
    await town.tap("seat:see:S-2", card=card)
    assert ("The second evening" in card.text, "seat:take:S-2" in card.buttons) == (True, True)
    [card] = await town.say("/sessions le-velo")
    assert "seat:see:S-1" not in card.buttons
    [card] = await town.say(f"/sessions {MEAT}")
    assert "seat:see:S-1" in card.buttons


async def test_what_has_begun_is_over_for_the_bot(town: Town) -> None:
    await town.debate()
    await town.join()
    [card] = await town.say("/sessions")
    town.now = NOON + timedelta(days=4)
    await town.tap("seat:take:S-1", card=card)
    assert "has already begun" in card.text
    [card] = await town.say("/sessions")
    assert "seat:take:S-1" not in card.buttons


async def test_a_debate_that_is_moved_or_cancelled_is_the_same_in_the_calendar_with_a_higher_number(town: Town) -> None:
    debate = await town.debate()
    await town.join()
    [card] = await town.say("/sessions")
    await town.tap("seat:take:S-1", card=card)
    moved = NOON + timedelta(days=5)
    await town.decide(SessionMoved, by=None, session=debate.event_id, starts_at=moved)
    await town.tap("seat:file:S-1", card=card)
    await town.decide(SessionCancelled, by=None, session=debate.event_id)
    await town.tap("seat:file:S-1", card=card)
    events = [file.events[0] for file in files(town)]
    assert [(each["uid"], each["sequence"], each["status"], each.start) for each in events] == [
        (f"{debate.event_id}@clermont-ferrand.palabre", 0, "CONFIRMED", NOON + timedelta(days=3)),
        (f"{debate.event_id}@clermont-ferrand.palabre", 1, "CONFIRMED", moved),
        (f"{debate.event_id}@clermont-ferrand.palabre", 2, "CANCELLED", moved),
    ]


async def test_a_cancelled_debate_is_not_listed_and_says_so_where_it_is_named(town: Town) -> None:
    debate = await town.debate()
    await town.join()
    [card] = await town.say("/sessions S-1")
    await town.decide(SessionCancelled, by=None, session=debate.event_id)
    await town.tap("seat:take:S-1", card=card)
    assert "“Un soir pour en parler” is cancelled." in card.text
    [card] = await town.say("/sessions")
    assert "No debate is planned" in card.text
    [card] = await town.say("/sessions S-1")
    assert ("This debate is cancelled" in card.text, "seat:take:S-1" in card.buttons) == (True, False)


async def test_a_file_may_be_had_without_a_seat(town: Town) -> None:
    await town.debate()
    [card] = await town.say("/sessions")
    await town.tap("seat:file:S-1", card=card)
    assert len(files(town)) == 1


async def test_a_stranger_who_wants_a_seat_gets_it_after_the_consent(town: Town) -> None:
    await town.debate()
    [card] = await town.say("/sessions")
    await town.tap("seat:take:S-1", card=card)
    assert town.bus.of(SeatRequested) == []
    await town.tap("j:en:>seat:take:S-1")
    assert len(town.bus.of(SeatRequested)) == 1


@pytest.mark.parametrize(
    "data", ["seat", "seat:", "seat:take", "seat:take:S-9", "seat:steal:S-1", "seat:take:s-1:x:y", "seat:take:\0"]
)
async def test_forged_data_is_answered(town: Town, data: str) -> None:
    await town.debate()
    await town.join()
    [card] = await town.say("/sessions")
    before = len(town.phone.answered())
    await town.tap(data, card=card)
    assert (len(town.phone.answered()), town.bus.of(SeatAccepted)) == (before + 1, [])
