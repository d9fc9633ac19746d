"""/movesession, /cancelsession and planned moves of a theme: on one line and by buttons, said back in words."""

from datetime import UTC, datetime, timedelta

import pytest

from events.base import fact_id
from events.citizens import CitizenJoined
from events.news import NewsAddressed
from events.sessions import SeatRequested, SessionCancelled, SessionMoved, SessionPlanned
from events.themes import PhaseMoved, PhasePlanned
from storage.read_models.sessions import session_by_reference
from storage.read_models.themes import ThemeView, theme_of
from tests.unit.bots.moderator.conftest import MEAT, MEAT_TITLE, TownHall

LINE = f"/newsession {MEAT} | Un soir | 2026-12-05 18:30 | Ici | 1"
SIX = datetime(2026, 12, 5, 17, tzinfo=UTC)


@pytest.fixture
async def evening(hall: TownHall) -> TownHall:
    """A session with one person seated and one who waits."""
    await hall.say(LINE)
    [planned] = hall.bus.of(SessionPlanned)
    for name in ("a", "b"):
        await hall.decide(CitizenJoined, citizen=fact_id("citizen", name), language="fr")
        await hall.decide(SeatRequested, session=planned.event_id, citizen=fact_id("citizen", name))
    return hall


def told(hall: TownHall) -> list[str]:
    return [news.wording for news in hall.bus.news if isinstance(news, NewsAddressed)]


async def test_a_session_has_its_reminders_in_the_citys_time(hall: TownHall) -> None:
    await hall.say(LINE)
    [planned] = hall.bus.of(SessionPlanned)
    assert planned.reminders == (
        datetime(2026, 11, 28, 17, 30, tzinfo=UTC),
        datetime(2026, 12, 4, 17, 30, tzinfo=UTC),
        datetime(2026, 12, 5, 15, 30, tzinfo=UTC),
    )


@pytest.mark.parametrize("line", ["/movesession S-1 | 2026-12-06 18:30", "/movesession s-1 06/12/2026 18h30"])
async def test_a_session_moves_on_one_line(evening: TownHall, line: str) -> None:
    [card] = await evening.say(line)
    assert card.text == "✅ <b>S-1 · Un soir</b> is moved:\n🕑 Sunday 6 December 2026 at 18:30\n2 people are told."
    [moved] = evening.bus.of(SessionMoved)
    assert (moved.starts_at, moved.reminders[-1]) == (
        datetime(2026, 12, 6, 17, 30, tzinfo=UTC),
        datetime(2026, 12, 6, 15, 30, tzinfo=UTC),
    )
    assert told(evening) == ["notice-session-moved"] * 2


async def test_a_session_moves_by_buttons_and_an_answer(evening: TownHall) -> None:
    [which] = await evening.say("/movesession")
    [question] = await evening.tap("S-1 · Un soir", which)
    assert ("2 people are signed up" in question.text, "When? For example" in question.text) == (True, True)
    await evening.restart()
    [slip] = await evening.say("tomorrow")
    assert "I do not understand the date “tomorrow”" in slip.text
    [card] = await evening.say("2026-12-06 18:30")
    assert "is moved" in card.text
    [unknown] = await evening.say("2026-12-07 18:30")
    assert unknown.text.startswith("I did not understand")


async def test_a_session_is_cancelled_on_one_line(evening: TownHall) -> None:
    [card] = await evening.say("/cancelsession S-1")
    assert card.text == "❌ <b>S-1 · Un soir</b> (Saturday 5 December 2026 at 18:30) is cancelled.\n2 people are told."
    assert told(evening) == ["notice-session-cancelled"] * 2
    [again] = await evening.say("/cancelsession S-1")
    assert again.text == "“Un soir” is cancelled already. Plan another one: /newsession"
    [signups, _file] = await evening.say("/signups S-1")
    assert (signups.text.endswith("❌ Cancelled."), signups.buttons) == (True, {})


async def test_a_button_asks_before_it_cancels(evening: TownHall) -> None:
    [signups, _file] = await evening.say("/signups S-1")
    await evening.tap("Cancel the session…", signups)
    assert ("This cannot be undone" in signups.text, evening.bus.of(SessionCancelled)) == (True, [])
    await evening.tap("Yes, cancel the session", signups)
    assert ("is cancelled" in signups.text, len(evening.bus.of(SessionCancelled))) == (True, 1)


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        ("/movesession S-9 | 2026-12-06 18:30", "I do not know the session “S-9”. Type /signups for the list."),
        ("/cancelsession S-9", "I do not know the session “S-9”. Type /signups for the list."),
        ("/movesession S-1 | 2026-11-22 12:59", "“2026-11-22 12:59” is past. Write a date to come."),
        ("/movesession S-1 | 2027-03-28 02:30", "“2027-03-28 02:30” does not exist: that night the clocks go forward."),
        (f"/phase {MEAT} deliberating 2026-11-31 18:00", "I do not understand the date “2026-11-31 18:00”."),
        (f"/phase {MEAT} deliberating 2026-11-22 12:59", "“2026-11-22 12:59” is past."),
        (f"/phase {MEAT} deliberating 2027-03-28 02:30", "“2027-03-28 02:30” does not exist"),
        (f"/phase {MEAT} dancing 2026-12-05 18:00", "“dancing” is no phase."),
        (f"/phase {MEAT} collecting 2026-12-05 18:00", "“La viande” is in the phase “collecting” already."),
    ],
)
async def test_a_slip_is_answered_with_what_is_wrong(evening: TownHall, line: str, slip: str) -> None:
    [card] = await evening.say(line)
    assert slip in card.text
    assert [*evening.bus.of(SessionMoved), *evening.bus.of(SessionCancelled)] == []
    assert await theme_of(evening.engine, MEAT) == ThemeView(MEAT, MEAT_TITLE, "collecting")


async def test_what_has_begun_can_no_longer_be_changed(evening: TownHall) -> None:
    evening.now = SIX + timedelta(hours=1)
    [card] = await evening.say("/movesession S-1 | 2026-12-20 18:30")
    assert card.text == "“Un soir” has begun: it can no longer be changed."
    [card] = await evening.say("/movesession")
    assert card.text == "No session is to come. Plan one: /newsession"


async def test_time_that_went_by_while_answering_asks_for_the_date_again(hall: TownHall) -> None:
    for said in (f"/newsession {MEAT}", "Un soir", "2026-11-22 18:30", "Ici", "40"):
        await hall.say(said)
    hall.now += timedelta(days=1)
    [slip] = await hall.say("120")
    assert "is past" in slip.text
    for said in ("2026-12-05 18:30", "Ici", "40", "120"):
        await hall.say(said)
    assert [each.starts_at for each in hall.bus.of(SessionPlanned)] == [datetime(2026, 12, 5, 17, 30, tzinfo=UTC)]


async def test_a_move_is_planned_and_said_back_with_the_day_of_the_week(hall: TownHall) -> None:
    [card] = await hall.say(f"/phase {MEAT} deliberating 2026-12-05 18:00")
    assert card.text.startswith("⏳ Noted: it moves to the phase “deliberating”, Saturday 5 December 2026 at 18:00.")
    assert await theme_of(hall.engine, MEAT) == ThemeView(MEAT, MEAT_TITLE, "collecting", SIX, "deliberating")
    [card] = await hall.say("/themes")
    assert "⏳ Planned: “deliberating”, Saturday 5 December 2026 at 18:00" in card.text


async def test_a_move_now_drops_the_planned_one_and_says_so(hall: TownHall) -> None:
    await hall.say(f"/phase {MEAT} deliberating 2026-12-05 18:00")
    [card] = await hall.say(f"/phase {MEAT} convening")
    assert "The planned move (“deliberating”, Saturday 5 December 2026 at 18:00) will not take place." in card.text
    assert await theme_of(hall.engine, MEAT) == ThemeView(MEAT, MEAT_TITLE, "convening")


async def test_a_planned_move_is_dropped_by_a_button(hall: TownHall) -> None:
    [card] = await hall.say(f"/phase {MEAT} deliberating 2026-12-05 18:00")
    await hall.tap("Drop the planned move", card)
    assert ("will not take place" in card.text, len(hall.bus.of(PhaseMoved))) == (True, 2)
    assert await theme_of(hall.engine, MEAT) == ThemeView(MEAT, MEAT_TITLE, "collecting")


async def test_of_an_hour_that_comes_twice_the_first_is_meant_and_that_is_said(hall: TownHall) -> None:
    [card] = await hall.say(f"/phase {MEAT} deliberating 2027-10-31 02:30")
    assert (
        "at 02:30 (that night the clocks go back and this hour comes twice: the first of the two is meant)" in card.text
    )
    assert [each.at for each in hall.bus.of(PhasePlanned)] == [datetime(2027, 10, 31, 0, 30, tzinfo=UTC)]


async def test_a_repeated_update_moves_a_session_once(evening: TownHall) -> None:
    update = evening.typed("/movesession S-1 | 2026-12-06 18:30")
    await evening.handle(update)
    evening.now += timedelta(seconds=5)
    await evening.handle(update)
    found = await session_by_reference(evening.engine, "S-1")
    assert found is not None
    assert (found.sequence, told(evening)) == (1, ["notice-session-moved"] * 2)
