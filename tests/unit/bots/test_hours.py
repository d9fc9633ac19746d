"""By day, in the city's time: also in the nights in which the clocks change."""

from datetime import UTC, datetime, timedelta
from itertools import islice

import pytest

from bots.hours import by_day, is_day, turns

PARIS = "Europe/Paris"


@pytest.mark.parametrize(
    ("now", "leaves"),
    [
        ("2026-11-22T07:00:00+00:00", "2026-11-22T07:00:00+00:00"),  # eight in the morning
        ("2026-11-22T06:59:59+00:00", "2026-11-22T07:00:00+00:00"),
        ("2026-11-22T19:59:59+00:00", "2026-11-22T19:59:59+00:00"),
        ("2026-11-22T20:00:00+00:00", "2026-11-23T07:00:00+00:00"),  # nine in the evening
        ("2026-11-22T23:30:00+00:00", "2026-11-23T07:00:00+00:00"),  # past midnight in Paris
        ("2026-12-31T22:00:00+00:00", "2027-01-01T07:00:00+00:00"),
        ("2026-03-28T21:00:00+00:00", "2026-03-29T06:00:00+00:00"),  # the clock goes forward
        ("2026-10-24T20:00:00+00:00", "2026-10-25T07:00:00+00:00"),  # and back
    ],
)
def test_what_would_leave_at_night_leaves_at_eight(now: str, leaves: str) -> None:
    when, then = datetime.fromisoformat(now), datetime.fromisoformat(leaves)
    assert by_day(when, PARIS) == then
    assert (is_day(when, PARIS), is_day(then, PARIS)) == (when == then, True)


def test_turns_are_a_step_apart_and_go_on_in_the_morning() -> None:
    evening, step = datetime(2026, 11, 22, 19, 59, 58, tzinfo=UTC), timedelta(seconds=1)
    morning = datetime(2026, 11, 23, 7, tzinfo=UTC)
    assert list(islice(turns(evening, step, PARIS), 3)) == [evening + step, morning, morning + step]
