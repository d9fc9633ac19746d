"""When a message to many leaves: by day, at Telegram's pace, one letter after the other."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bots.notifier.pace import IN_ALL

MORNING, EVENING = time(8), time(21)
STEP = timedelta(seconds=1 / IN_ALL)


def is_day(now: datetime, timezone: str) -> bool:
    """Say whether people may be disturbed for something that concerns everybody."""
    return MORNING <= now.astimezone(ZoneInfo(timezone)).time() < EVENING


def by_day(when: datetime, timezone: str) -> datetime:
    """Return `when` itself by day, at night the next eight o'clock in the city."""
    if is_day(when, timezone):
        return when
    local = when.astimezone(ZoneInfo(timezone))
    day = local.date() + timedelta(days=local.time() >= EVENING)
    return datetime.combine(day, MORNING, local.tzinfo)


def slots(after: datetime, timezone: str) -> Iterator[datetime]:
    """Yield moments behind `after`, one for each letter: what is due at once is looked through again and again."""
    when = after
    while True:
        when = by_day(when + STEP, timezone)
        yield when
