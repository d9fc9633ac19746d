"""When people may be disturbed for something that concerns everybody: by day, in the city's time."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

MORNING, EVENING = time(8), time(21)


def is_day(now: datetime, timezone: str) -> bool:
    return MORNING <= now.astimezone(ZoneInfo(timezone)).time() < EVENING


def by_day(when: datetime, timezone: str) -> datetime:
    """Return `when` itself by day, at night the next eight o'clock in the city."""
    if is_day(when, timezone):
        return when
    local = when.astimezone(ZoneInfo(timezone))
    day = local.date() + timedelta(days=local.time() >= EVENING)
    return datetime.combine(day, MORNING, local.tzinfo)


def turns(after: datetime, step: timedelta, timezone: str) -> Iterator[datetime]:
    """Yield moments behind `after`, a step apart, none of them at night."""
    while True:
        after = by_day(after + step, timezone)
        yield after
