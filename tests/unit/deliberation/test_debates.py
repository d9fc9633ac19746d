"""The day of a debate, minute by minute."""

from datetime import UTC, datetime, timedelta

import pytest

from deliberation.debates import door_is_open, needed_until, takes_live
from deliberation.phases import PHASES

START = datetime(2026, 12, 5, 17, 30, tzinfo=UTC)
MINUTES = 120
END = START + timedelta(minutes=MINUTES)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("now", "is_open"),
    [
        (START - timedelta(hours=25) - MINUTE, False),
        (START - timedelta(hours=25), True),
        (START, True),
        (END + timedelta(hours=24) - MINUTE, True),
        (END + timedelta(hours=24), False),
    ],
)
def test_the_door_is_open_from_the_day_of_the_debate_to_the_day_after(now: datetime, is_open: bool) -> None:
    assert door_is_open(START, MINUTES, now) is is_open


@pytest.mark.parametrize("phase", PHASES)
def test_questions_are_taken_from_half_an_hour_before_to_the_end(phase: str) -> None:
    moments = (
        START - timedelta(days=1),
        START - timedelta(minutes=31),
        START - timedelta(minutes=30),
        END - MINUTE,
        END,
    )
    taken = [takes_live(phase, START, MINUTES, now) for now in moments]
    wanted = {
        "draft": [False] * 5,
        "archived": [False] * 5,
        "conference": [True, True, True, True, False],
    }
    assert taken == wanted.get(phase, [False, False, True, True, False])


def test_what_people_need_is_kept_a_week_after_the_end() -> None:
    assert needed_until(START, MINUTES) == END + timedelta(days=7)
