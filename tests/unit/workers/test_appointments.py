"""Reminders, offers and closings: each once, decided again when their moment comes."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from deliberation.moments import reminders
from events.appointments import MomentCame
from events.citizens import CitizenImported
from events.sessions import SeatAccepted, SeatReleased, SeatRequested, SessionCancelled, SessionMoved, SessionPlanned
from events.themes import PhasePlanned
from storage.read_models.sessions import SessionView, reminders_of, session_by_reference
from storage.read_models.themes import ThemeView, theme_of
from storage.tables.appointments import Appointment
from storage.tables.sessions import Seat
from tests.fakes import MEAT, NOON, Town, person
from workers.timekeeper import LOOK, Timekeeper

PARIS = "Europe/Paris"
WEEK, DAY, HOUR = timedelta(days=7), timedelta(days=1), timedelta(hours=1)
EVENING = NOON + timedelta(days=10, hours=5)  # six in the evening in Paris
TITLE = "Un soir pour en parler"


async def look(town: Town, now: datetime | None = None) -> float:
    """Have the timekeeper look at the clock, which shows `now`; what it tells is applied at once."""
    town.now = now or town.now

    async def tell(fact: MomentCame) -> None:
        await town.apply(fact)

    return await Timekeeper(town.engine, tell, lambda: town.now, "clermont-ferrand", PARIS).look()  # type: ignore[arg-type]


async def evening(town: Town, capacity: int = 2, starts_at: datetime = EVENING) -> UUID:
    return await town.debate(capacity, starts_at=starts_at, reminders=reminders(starts_at, PARIS, town.now))


async def ask(town: Town, debate: UUID, *names: str) -> None:
    for name in names:
        await town.act(SeatRequested, session=debate, citizen=await town.join(name))


async def moved(town: Town, debate: UUID, starts_at: datetime) -> tuple[str, dict[str, object]]:
    new = reminders(starts_at, PARIS, town.now)
    return await town.act(SessionMoved, by=None, session=debate, starts_at=starts_at, reminders=new)


async def shown(town: Town) -> SessionView:
    found = await session_by_reference(town.engine, "S-1")
    assert found is not None
    return found


async def test_everybody_seated_is_reminded_three_times_and_nobody_else(town: Town) -> None:
    debate = await evening(town)
    await ask(town, debate, "ada", "ben", "carl")
    for moment in (EVENING - WEEK, EVENING - DAY, EVENING - 2 * HOUR):
        await look(town, moment - timedelta(seconds=1))
        assert town.news == []
        await look(town, moment)
        await look(town, moment)
        assert town.wordings() == [(person(name), "notice-session-reminder") for name in ("ada", "ben")]
        town.told.clear()
    await look(town, EVENING)
    assert (town.news, await town.rows(Appointment)) == ([], [])


async def test_a_reminder_names_the_debate_and_lets_one_give_the_seat_back(town: Town) -> None:
    debate = await evening(town)
    await ask(town, debate, "ada")
    await look(town, EVENING - WEEK)
    [news] = town.news
    assert (news.params, news.buttons, news.urgency) == (
        {"session": "S-1", "title": TITLE, "when": EVENING.isoformat(), "place": "Salle des fêtes"},
        (("button-calendar", "seat:file:S-1"), ("button-give-seat-back", "seat:release:S-1")),
        "now",
    )


async def test_who_left_is_not_reminded_and_who_came_since_is(town: Town) -> None:
    debate = await evening(town)
    await ask(town, debate, "ada", "ben")
    await town.act(SeatReleased, session=debate, citizen=person("ada"))
    await ask(town, debate, "carl")
    await look(town, EVENING - WEEK)
    assert town.wordings() == [(person(name), "notice-session-reminder") for name in ("ben", "carl")]


async def test_who_is_offered_a_seat_is_reminded_once_they_have_taken_it(town: Town) -> None:
    debate = await evening(town, capacity=1)
    await ask(town, debate, "ada", "ben")
    town.now = EVENING - DAY - HOUR
    await look(town)
    await town.act(SeatReleased, session=debate, citizen=person("ada"))
    town.told.clear()
    await look(town, EVENING - DAY)
    assert town.news == []
    await town.act(SeatAccepted, session=debate, citizen=person("ben"))
    await look(town, EVENING - 2 * HOUR)
    assert town.wordings() == [(person("ben"), "notice-session-reminder")]


async def test_who_leaves_and_comes_back_is_reminded_once(town: Town) -> None:
    debate = await evening(town)
    await ask(town, debate, "ada")
    await town.act(SeatReleased, session=debate, citizen=person("ada"))
    await ask(town, debate, "ada")
    await look(town, EVENING - WEEK)
    assert town.wordings() == [(person("ada"), "notice-session-reminder")]


async def test_a_debate_that_is_moved_nearer_is_reminded_of_by_what_is_left_of_its_reminders(town: Town) -> None:
    debate = await evening(town)
    await ask(town, debate, "ada")
    nearer = NOON + DAY + 5 * HOUR
    await moved(town, debate, nearer)
    town.told.clear()
    assert sorted(each.at for each in await town.rows(Appointment)) == [nearer - DAY, nearer - 2 * HOUR]
    assert await reminders_of(town.engine, debate) == (nearer - DAY, nearer - 2 * HOUR)
    for moment in (nearer - DAY, nearer - 2 * HOUR, EVENING - DAY):
        await look(town, moment)
    assert town.wordings() == [(person("ada"), "notice-session-reminder")] * 2


async def test_of_reminders_that_were_missed_one_is_sent_and_none_of_what_has_begun(town: Town) -> None:
    debate = await evening(town)
    await ask(town, debate, "ada")
    await look(town, EVENING - HOUR)
    assert town.wordings() == [(person("ada"), "notice-session-reminder")]
    late = await evening(town, starts_at=EVENING + WEEK)
    await ask(town, late, "ada")
    town.told.clear()
    await look(town, EVENING + WEEK)
    assert (town.news, await town.rows(Appointment)) == ([], [])


async def test_a_reminder_that_is_late_waits_for_the_morning(town: Town) -> None:
    debate = await evening(town)
    await ask(town, debate, "ada")
    night = (EVENING - DAY).replace(hour=23)
    await look(town, night)
    assert (town.news, len(await town.rows(Appointment))) == ([], 3)
    await look(town, night + timedelta(hours=8))
    assert town.wordings() == [(person("ada"), "notice-session-reminder")]


async def test_a_debate_that_is_moved_has_new_reminders_and_everybody_is_told_once(town: Town) -> None:
    debate = await evening(town, capacity=1)
    await ask(town, debate, "ada", "ben")
    later = EVENING + DAY
    assert await moved(town, debate, later) == ("session_moved", {"session": "S-1", "title": TITLE, "told": 2})
    assert await moved(town, debate, later) == ("session_moved", {"session": "S-1", "title": TITLE, "told": 0})
    assert town.wordings() == [(person(name), "notice-session-moved") for name in ("ada", "ben")]
    assert [news.params["when"] for news in town.news] == [later.isoformat()] * 2
    assert [each.at for each in sorted(await town.rows(Appointment), key=lambda each: each.at)] == [
        later - WEEK,
        later - DAY,
        later - 2 * HOUR,
    ]
    assert ((await shown(town)).starts_at, (await shown(town)).sequence) == (later, 1)


async def test_a_debate_that_is_cancelled_is_told_once_and_nothing_is_left_of_it(town: Town) -> None:
    debate = await evening(town, capacity=1)
    await ask(town, debate, "ada", "ben", "carl")
    await town.act(SeatReleased, session=debate, citizen=person("ada"))
    town.told.clear()
    cancelled = ("session_cancelled", {"session": "S-1", "title": TITLE, "told": 2})
    assert await town.act(SessionCancelled, by=None, session=debate) == cancelled
    assert town.wordings() == [(person(name), "notice-session-cancelled") for name in ("ben", "carl")]
    assert await town.rows(Appointment) == []
    refused = ("refused.cancelled", {"title": TITLE})
    assert await town.act(SessionCancelled, by=None, session=debate) == refused
    assert await moved(town, debate, EVENING + DAY) == refused
    assert await town.act(SeatRequested, session=debate, citizen=await town.join("eve")) == refused
    await town.act(SeatReleased, session=debate, citizen=person("ben"))
    assert len(town.news) == 2  # no seat is offered in what is off


async def test_only_members_change_a_debate_and_only_one_that_is_to_come(town: Town) -> None:
    debate = await evening(town)
    eve = await town.member("eve", "expert")
    assert await town.act(SessionCancelled, by=eve, session=debate) == ("refused.role", {})
    assert await town.act(SessionCancelled, by=None, session=person("none")) == ("refused.unknown_session", {})
    assert await moved(town, debate, NOON) == ("refused.past_moment", {})
    town.now = EVENING
    assert await moved(town, debate, EVENING + DAY) == ("refused.past", {"title": TITLE})
    assert await town.act(SessionCancelled, by=None, session=debate) == ("refused.past", {"title": TITLE})


async def test_nobody_plans_a_debate_in_the_past(town: Town) -> None:
    fields = {"title": TITLE, "starts_at": NOON, "place": "Mairie"}
    assert await town.act(SessionPlanned, by=None, theme=MEAT, **fields) == ("refused.past_moment", {})


async def test_an_offer_that_is_not_taken_goes_to_the_next_and_is_told_once(town: Town) -> None:
    debate = await evening(town, capacity=1)
    await ask(town, debate, "ada", "ben", "carl")
    await town.act(SeatReleased, session=debate, citizen=person("ada"))
    assert [news.params["until"] for news in town.news] == [(NOON + DAY).isoformat()]
    await look(town, NOON + DAY - timedelta(seconds=1))
    await look(town, NOON + DAY)
    await look(town, NOON + DAY)
    assert town.wordings() == [
        (person("ben"), "notice-seat-offered"),
        (person("carl"), "notice-seat-offered"),
        (person("ben"), "notice-seat-expired"),
    ]
    assert await town.act(SeatAccepted, session=debate, citizen=person("ben")) == (
        "refused.no_seat", {"session": "S-1", "title": TITLE}
    )  # fmt: skip
    await look(town, NOON + 2 * DAY)
    assert (await shown(town)).seated == 0
    await ask(town, debate, "ben")
    assert (await shown(town)).seated == 1


@pytest.mark.parametrize("answer", [SeatAccepted, SeatReleased])
async def test_an_answer_ends_an_offer(town: Town, answer: type[SeatAccepted | SeatReleased]) -> None:
    debate = await evening(town, capacity=1)
    await ask(town, debate, "ada", "ben")
    await town.act(SeatReleased, session=debate, citizen=person("ada"))
    await town.act(answer, session=debate, citizen=person("ben"))
    assert [each.kind for each in await town.rows(Appointment)] == ["reminder"] * 3
    await ask(town, debate, "ben")
    town.told.clear()
    await look(town, NOON + DAY)
    assert town.news == []


async def test_who_has_no_chat_is_passed_over(town: Town) -> None:
    debate = await evening(town, capacity=1)
    await ask(town, debate, "ada")
    await town.act(CitizenImported, citizen=person("paper"))
    await town.act(SeatRequested, session=debate, citizen=person("paper"))
    await ask(town, debate, "ben")
    await town.act(SeatReleased, session=debate, citizen=person("ada"))
    assert town.wordings() == [(person("ben"), "notice-seat-offered")]
    await town.act(SeatReleased, session=debate, citizen=person("ben"))
    assert {seat.citizen: seat.state for seat in await town.rows(Seat)} == {person("paper"): "waiting"}
    await moved(town, debate, EVENING + DAY)
    assert len(town.news) == 1


async def test_a_theme_moves_when_its_moment_has_come_however_late(town: Town) -> None:
    at = NOON + DAY
    assert await town.act(PhasePlanned, by=None, theme=MEAT, phase="deliberating", at=at) == (
        "phase_planned", {"theme": MEAT, "title": "La viande", "phase": "deliberating"}
    )  # fmt: skip
    assert await theme_of(town.engine, MEAT) == ThemeView(MEAT, "La viande", "collecting", at, "deliberating")
    await look(town, at - timedelta(seconds=1))
    assert await theme_of(town.engine, MEAT) == ThemeView(MEAT, "La viande", "collecting", at, "deliberating")
    await look(town, at + 3 * WEEK)
    assert await theme_of(town.engine, MEAT) == ThemeView(MEAT, "La viande", "deliberating")


async def test_a_planned_move_is_replaced_by_another_and_ended_by_a_move(town: Town) -> None:
    for phase, at in (("deliberating", NOON + DAY), ("convening", NOON + 2 * DAY)):
        await town.act(PhasePlanned, by=None, theme=MEAT, phase=phase, at=at)
    await look(town, NOON + DAY)
    assert await theme_of(town.engine, MEAT) == ThemeView(MEAT, "La viande", "collecting", NOON + 2 * DAY, "convening")
    await town.move("announced")
    await look(town, NOON + 2 * DAY)
    assert await theme_of(town.engine, MEAT) == ThemeView(MEAT, "La viande", "announced")


async def test_what_cannot_be_planned_is_refused(town: Town) -> None:
    eve = await town.member("eve", "expert")
    plan = {"by": None, "theme": MEAT, "phase": "deliberating", "at": NOON + DAY}
    for change, code in (
        ({"by": eve}, "refused.role"),
        ({"theme": "nowhere"}, "refused.unknown_theme"),
        ({"at": NOON}, "refused.past_moment"),
        ({"phase": "collecting"}, "refused.same_phase"),
    ):
        assert (await town.act(PhasePlanned, **{**plan, **change}))[0] == code
    assert await town.rows(Appointment) == []


async def test_a_moment_that_has_not_come_or_was_called_off_does_nothing(town: Town) -> None:
    await town.act(PhasePlanned, by=None, theme=MEAT, phase="deliberating", at=NOON + DAY)
    [closing] = await town.rows(Appointment)
    early = MomentCame.of(closing.id, "clermont-ferrand", NOON + DAY - timedelta(microseconds=1))
    assert [outcome.code for outcome in await town.apply(early)] == ["refused.early"]
    unknown = MomentCame.of(person("nothing"), "clermont-ferrand", NOON + DAY)
    assert [outcome.code for outcome in await town.apply(unknown)] == ["refused.called_off"]
    assert (await theme_of(town.engine, MEAT) or ThemeView("", "", "")).phase == "collecting"


async def test_the_timekeeper_rests_until_the_next_moment_but_not_for_long(town: Town) -> None:
    assert await look(town) == LOOK
    await town.act(PhasePlanned, by=None, theme=MEAT, phase="deliberating", at=NOON + timedelta(seconds=7))
    assert await look(town) == 7.0
    await town.act(PhasePlanned, by=None, theme=MEAT, phase="deliberating", at=NOON + DAY)
    assert await look(town) == LOOK
