"""A calendar that is taken in twice moves what has moved, and has nothing twice."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from icalendar import Calendar

from bots.citizen.calendar_file import calendar_file
from deploy.exports.export_calendar import calendar_of
from storage.read_models.sessions import SessionView
from tests.conftest import NOON

HOUR = timedelta(hours=1)
DEBATE = SessionView(
    id=UUID(int=7),
    reference="S-1",
    theme="la-viande",
    title="La cantine",
    starts_at=NOON,
    minutes=60,
    place="Agora",
    capacity=50,
    seated=0,
    waiting=0,
    mine=None,
    position=None,
)
MOVED = replace(DEBATE, starts_at=NOON + 3 * HOUR, place="Gymnase", sequence=1)


def item(rank: int, questions: list[str], begins: Any = NOON, **more: Any) -> dict[str, Any]:
    ends = begins + timedelta(minutes=20)
    times = {"starts_at": begins.isoformat(), "ends_at": ends.isoformat(), "place": "Agora"}
    return {"rank": rank, "title": f"Point {rank}", "questions": questions, **times, **more}


def entries(agenda: dict[str, Any], *debates: SessionView) -> list[tuple[str, int, str, Any]]:
    file = calendar_of(agenda, debates, theme="la-viande", title="La viande", city="clermont")
    calendar: Any = Calendar.from_ical(file)
    return [(str(each["UID"]), each["SEQUENCE"], str(each["SUMMARY"]), each.start) for each in calendar.events]


def test_a_debate_that_moves_keeps_its_uid_and_its_number_grows() -> None:
    uid = "00000000-0000-0000-0000-000000000007@clermont.palabre"
    assert entries({}, DEBATE) == [(uid, 0, "La cantine", NOON)]
    assert entries({}, MOVED) == [(uid, 1, "La cantine", NOON + 3 * HOUR)]


def test_a_debate_is_the_same_entry_in_open_data_and_in_a_citizens_own_file() -> None:
    own = Calendar.from_ical(calendar_file(MOVED, city="clermont", now=NOON)).events[0]
    assert entries({}, MOVED) == [(own["UID"], own["SEQUENCE"], own["SUMMARY"], own.start)]


def test_items_of_the_agenda_move_with_their_debate_and_are_not_there_twice() -> None:
    before = {"version": None, "items": [item(1, ["Q-9", "Q-10"]), item(2, ["Q-3"], NOON + HOUR)]}
    after = {"version": None, "items": [item(1, ["Q-9", "Q-10"], NOON + 3 * HOUR), item(2, ["Q-3"], NOON + 4 * HOUR)]}
    first, second = entries(before, DEBATE), entries(after, MOVED)
    assert [uid for uid, *_ in first] == [uid for uid, *_ in second]
    assert len({uid for uid, *_ in first}) == 2
    assert [each[1:] for each in second] == [(2, "1. Point 1", NOON + 3 * HOUR), (2, "2. Point 2", NOON + 4 * HOUR)]


def test_an_earlier_debate_that_is_added_moves_the_items_and_their_number_grows() -> None:
    earlier = replace(DEBATE, id=UUID(int=8), reference="S-2", starts_at=NOON - HOUR)
    before = entries({"version": None, "items": [item(1, ["Q-9"])]}, DEBATE)
    after = entries({"version": None, "items": [item(1, ["Q-9"], NOON - HOUR)]}, earlier, DEBATE)
    uid = before[0][0]
    assert before == [(uid, 1, "1. Point 1", NOON)]
    assert after == [(uid, 2, "1. Point 1", NOON - HOUR)]


def test_a_debate_that_is_called_off_is_the_same_entry_as_cancelled() -> None:
    off = replace(DEBATE, cancelled=True, sequence=1)
    file: Any = Calendar.from_ical(calendar_of({}, [off], theme="la-viande", title="La viande", city="clermont"))
    uid = entries({}, DEBATE)[0][0]
    assert [(each["UID"], each["SEQUENCE"], each["STATUS"]) for each in file.events] == [(uid, 1, "CANCELLED")]


def test_an_item_stays_the_same_with_another_title_rank_and_more_questions() -> None:
    once = entries({"version": 1, "items": [item(1, ["Q-9", "Q-10"])]})
    again = entries({"version": 2, "items": [item(3, ["Q-11", "Q-10", "Q-9"], title="Le prix")]})
    assert again == [(once[0][0], 2, "3. Le prix", NOON)]
    assert once[0][1] == 1


def test_the_same_agenda_is_the_same_file() -> None:
    agenda = {"version": 1, "items": [item(1, ["Q-1"]), item(2, [], starts_at=None, ends_at=None)]}
    files = {calendar_of(agenda, [DEBATE], theme="la-viande", title="La viande", city="c") for _ in range(2)}
    assert len(files) == 1
    assert [summary for _, _, summary, _ in entries(agenda, DEBATE)] == ["1. Point 1"]
