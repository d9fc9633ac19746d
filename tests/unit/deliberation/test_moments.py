"""When people are reminded, and how long a seat is kept: in the city's own time, never at night."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from deliberation.moments import at_night, comes_twice, kept_until, reminders

PARIS = "Europe/Paris"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def paris(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(PARIS))


def local(moments: tuple[datetime, ...]) -> list[str]:
    return [moment.astimezone(ZoneInfo(PARIS)).strftime("%m-%d %H:%M") for moment in moments]


@pytest.mark.parametrize(
    ("starts_at", "wanted"),
    [
        ("2026-12-05 18:30", ["11-28 18:30", "12-04 18:30", "12-05 16:30"]),
        ("2026-12-05 23:00", ["11-29 08:00", "12-05 08:00", "12-05 20:00"]),  # nobody is woken at eleven
        ("2026-12-05 22:59", ["11-29 08:00", "12-05 08:00", "12-05 20:59"]),
        ("2026-12-05 09:00", ["11-28 09:00", "12-04 09:00", "12-04 20:00"]),  # seven in the morning is night
        ("2026-12-05 00:30", ["11-28 08:00", "12-04 08:00", "12-04 20:00"]),
        ("2026-12-05 07:59", ["11-28 08:00", "12-04 08:00", "12-04 20:00"]),
    ],
)
def test_reminders_come_a_week_a_day_and_two_hours_before_and_never_at_night(starts_at: str, wanted: list[str]) -> None:
    assert local(reminders(paris(starts_at), PARIS, LONG_AGO)) == wanted


@pytest.mark.parametrize(
    ("starts_at", "hours"),
    [
        ("2026-03-29 18:30", 23),  # that night the clocks went forward
        ("2026-03-28 18:30", 24),
        ("2026-10-25 18:30", 25),  # and back
        ("2026-10-26 18:30", 24),
    ],
)
def test_a_day_before_is_the_same_time_of_the_clock_not_twenty_four_hours(starts_at: str, hours: int) -> None:
    debate = paris(starts_at)
    day_before = reminders(debate, PARIS, LONG_AGO)[1]
    assert (debate.astimezone(UTC) - day_before) == timedelta(hours=hours)
    assert local((day_before,))[0].endswith("18:30")


def test_what_is_past_is_not_arranged() -> None:
    debate = paris("2026-12-05 18:30")
    assert local(reminders(debate, PARIS, paris("2026-12-04 18:30"))) == ["12-05 16:30"]
    assert reminders(debate, PARIS, debate - timedelta(hours=1)) == ()


@given(
    starts_at=some.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=some.just(UTC)),  # noqa: DTZ001
    timezone=some.sampled_from([PARIS, "America/Havana", "Asia/Shanghai", "Australia/Lord_Howe", "UTC"]),
    left=some.timedeltas(timedelta(0), timedelta(days=9)),
)
def test_reminders_are_by_day_before_the_debate_and_after_now(
    starts_at: datetime, timezone: str, left: timedelta
) -> None:
    now = starts_at - left
    moments = reminders(starts_at, timezone, now)
    assert moments == tuple(sorted(set(moments)))
    assert [each for each in moments if not now < each < starts_at] == []
    assert [each for each in moments if at_night(each.astimezone(ZoneInfo(timezone)))] == []


@pytest.mark.parametrize(
    ("left", "kept"),
    [
        (timedelta(days=30), timedelta(hours=24)),
        (timedelta(hours=48), timedelta(hours=24)),
        (timedelta(hours=10), timedelta(hours=5)),
        (timedelta(hours=2), timedelta(hours=1)),
        (timedelta(hours=1.5), timedelta(hours=1)),
        (timedelta(minutes=20), timedelta(minutes=20)),
    ],
)
def test_a_seat_is_kept_for_a_day_or_half_of_what_is_left_but_an_hour(left: timedelta, kept: timedelta) -> None:
    now = paris("2026-12-05 12:00")
    assert kept_until(now + left, now) == now + kept


def test_an_hour_that_the_clocks_show_twice_is_known() -> None:
    twice = [moment.replace(fold=fold) for fold in (0, 1) for moment in (paris("2026-10-25 02:30"),)]
    assert [comes_twice(moment, PARIS) for moment in (*twice, paris("2026-10-25 03:30"))] == [True, True, False]
    assert comes_twice(paris("2026-03-29 03:30"), PARIS) is False
