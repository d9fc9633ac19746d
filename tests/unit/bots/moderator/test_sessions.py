"""/newsession and /signups."""

from datetime import UTC, datetime
from typing import Any

import pytest

from events.base import fact_id
from events.citizens import CitizenJoined
from events.sessions import SeatRequested, SessionPlanned
from tests.unit.bots.moderator.conftest import MEAT, OLA, TownHall

LINE = f"/newsession {MEAT} | Un soir pour en parler | 2026-12-05 18:30 | Salle des fêtes"


def told(session: SessionPlanned) -> dict[str, Any]:
    return session.model_dump(include={"theme", "title", "starts_at", "place", "capacity", "minutes"})


PLANNED = {
    "theme": MEAT,
    "title": "Un soir pour en parler",
    "starts_at": datetime(2026, 12, 5, 17, 30, tzinfo=UTC),
    "place": "Salle des fêtes",
    "capacity": 40,
    "minutes": 120,
}


async def test_a_session_on_one_line_is_named_by_its_reference(hall: TownHall) -> None:
    [card] = await hall.say(LINE)
    [planned] = hall.bus.of(SessionPlanned)
    assert (told(planned), planned.by) == (PLANNED, await hall.person(OLA))
    assert card.text.startswith(
        "✅ Session <b>S-1</b> is planned: <b>Un soir pour en parler</b>\n🕑 Saturday 5 December"
    )


async def test_a_character_that_cannot_be_kept_is_left_out(hall: TownHall) -> None:
    await hall.say(LINE.replace("soir", "so\0ir").replace("Salle", "\0Salle"))
    assert told(hall.bus.of(SessionPlanned)[0]) == PLANNED


async def test_capacity_and_minutes_may_be_given(hall: TownHall) -> None:
    await hall.say(f"{LINE} | 12 | 90")
    assert told(hall.bus.of(SessionPlanned)[0]) == {**PLANNED, "capacity": 12, "minutes": 90}


async def test_the_same_line_again_is_the_same_session(hall: TownHall) -> None:
    update = hall.typed(LINE)
    first, again = await hall.handle(update), await hall.handle(update)
    assert [card.text for card in first] == [card.text for card in again]
    assert len({each.event_id for each in hall.bus.of(SessionPlanned)}) == 1


async def test_a_dialogue_in_text_survives_slips_and_a_restart(hall: TownHall) -> None:
    answers = [
        (f"/newsession {MEAT}", "What is its title?"),
        ("x", "A title has 3 to 120 characters; this one has 1."),
        ("Un soir pour en parler", "When?"),
        ("tomorrow", "I do not understand the date “tomorrow”"),
        ("05/12/2026 18h30", "Saturday 5 December 2026 at 18:30"),
        ("Salle des fêtes", "How many seats?"),
        ("many", "The number of seats must be 1 to 100,000; “many” is not."),
        ("40", "How many minutes?"),
        ("120", "Session <b>S-1</b> is planned"),
    ]
    for said, answer in answers:
        [card] = await hall.say(said)
        assert answer in card.text
        await hall.restart()
    assert [told(each) for each in hall.bus.of(SessionPlanned)] == [PLANNED]


async def test_usual_sizes_are_buttons(hall: TownHall) -> None:
    for said in (f"/newsession {MEAT}", "Un soir pour en parler", "2026-12-05 18:30", "Salle des fêtes"):
        await hall.say(said)
    [minutes] = await hall.tap("60")
    assert list(minutes.buttons) == ["60 min", "90 min", "120 min", "180 min", "Cancel"]
    await hall.tap("90 min", minutes)
    assert told(hall.bus.of(SessionPlanned)[0]) == {**PLANNED, "capacity": 60, "minutes": 90}


async def test_a_button_of_a_question_that_is_closed_does_nothing(hall: TownHall) -> None:
    for said in (f"/newsession {MEAT}", "Un soir pour en parler", "2026-12-05 18:30", "Salle des fêtes"):
        await hall.say(said)
    seats = hall.card_with("60")
    await hall.say("/cancel")
    assert await hall.tap("60", seats) == []
    assert hall.phone.toasts()[-1] == "This button is out of date. Type /help to go on."


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        (f"{MEAT} | Un soir", "Something is missing, or there is too much."),
        (f"{MEAT} | Un soir | 2026-12-05 18:30 | Ici | 1 | 2 | 3", "Something is missing, or there is too much."),
        (f"{MEAT} | Un soir | demain | Ici", "I do not understand the date “demain”."),
        (f"{MEAT} | Un soir | 2026-11-31 18:30 | Ici", "I do not understand the date “2026-11-31 18:30”."),
        (f"{MEAT} | Un soir | 2026-12-05 25:30 | Ici", "I do not understand the date"),
        (f"{MEAT} | Un soir | 2026-11-22 12:59 | Ici", "“2026-11-22 12:59” is past."),
        (f"{MEAT} | Un soir | 2027-03-28 02:30 | Ici", "“2027-03-28 02:30” does not exist: that night the clocks"),
        (f"{MEAT} | Un | 2026-12-05 18:30 | Ici", "A title has 3 to 120 characters; this one has 2."),
        (f"{MEAT} | Un soir | 2026-12-05 18:30 | I", "A place has 2 to 200 characters; this one has 1."),
        (f"{MEAT} | Un soir | 2026-12-05 18:30 | Ici | 0", "The number of seats must be 1 to 100,000; “0” is not."),
        (
            f"{MEAT} | Un soir | 2026-12-05 18:30 | Ici | ４０",
            "The number of seats must be 1 to 100,000; “４０” is not.",
        ),
        (f"{MEAT} | Un soir | 2026-12-05 18:30 | Ici | 40 | 5", "The length must be 15 to 1,440 minutes; “5” is not."),
        ("pain | Un soir | 2026-12-05 18:30 | Ici", "I do not know the theme “pain”. The list: /themes"),
    ],
)
async def test_a_slip_is_answered_with_what_is_wrong(hall: TownHall, line: str, slip: str) -> None:
    [card] = await hall.say(f"/newsession {line}")
    assert slip in card.text
    assert hall.bus.of(SessionPlanned) == []


async def test_an_hour_that_comes_twice_is_the_first_of_the_two(hall: TownHall) -> None:
    await hall.say(f"/newsession {MEAT} | Un soir | 2027-10-31 02:30 | Ici")
    assert hall.bus.of(SessionPlanned)[0].starts_at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


async def test_signups_are_counted_and_listed_without_names_or_formulas(hall: TownHall) -> None:
    await hall.say(f"/newsession {MEAT} | =1+1 | 2026-12-05 18:30 | Ici | 1")
    [planned] = hall.bus.of(SessionPlanned)
    people = [fact_id("citizen", name) for name in ("a", "b")]
    for citizen in people:
        await hall.decide(CitizenJoined, citizen=citizen, language="fr")
        await hall.decide(SeatRequested, session=planned.event_id, citizen=citizen)
    [card, _file] = await hall.say("/signups s-1")
    assert card.text.endswith("1 of 1 seats taken, 1 on the waiting list.")
    [(name, content)] = hall.phone.files
    rows = [line.split(",") for line in content.decode("utf-8-sig").splitlines()]
    assert name == "S-1.csv"
    assert rows[0] == ["session", "title", "number", "person", "seat", "since", "needs"]
    sign_of = hall.desk.addresses.sign_of
    assert rows[1:] == [
        ["S-1", "'=1+1", "1", sign_of(planned.event_id, people[0]), "seated", "2026-11-22T12:00:00+00:00", ""],
        ["S-1", "'=1+1", "2", sign_of(planned.event_id, people[1]), "waiting", "2026-11-22T12:00:00+00:00", ""],
    ]
    assert not any(str(citizen)[:8] in content.decode() for citizen in people)


async def test_signups_without_a_reference_offers_the_sessions(hall: TownHall) -> None:
    [card] = await hall.say("/signups")
    assert card.text == "There is no session yet. Plan one: /newsession"
    await hall.say(LINE)
    [card] = await hall.say("/signups")
    [shown] = await hall.tap("S-1 · Un soir", card)
    assert "0 of 40 seats taken" in shown.text
    [card] = await hall.say("/signups S-9")
    assert card.text == "I do not know the session “S-9”. Type /signups for the list."
