"""When people may be disturbed for something that concerns everybody: by day, in the city's time."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from deliberation.moments import at_night, morning_after


def is_day(now: datetime, timezone: str) -> bool:
    return not at_night(now.astimezone(ZoneInfo(timezone)))


def by_day(when: datetime, timezone: str) -> datetime:
    """Return `when` itself by day, at night the next eight o'clock in the city."""
    return when if is_day(when, timezone) else morning_after(when.astimezone(ZoneInfo(timezone)))


def turns(after: datetime, step: timedelta, timezone: str) -> Iterator[datetime]:
    """Yield moments behind `after`, a step apart, none of them at night."""
    while True:
        after = by_day(after + step, timezone)
        yield after
