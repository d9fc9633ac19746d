"""When something is due: reminders of a debate in the city's own time, and how long an offered seat is kept.

"A day before" means the same time of the clock on the day before: on the nights when the clocks change that is
23 or 25 hours.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

DAYS_BEFORE = (7, 1)
SHORTLY_BEFORE = timedelta(hours=2)
NIGHT, MORNING, EVENING = 21, 8, 20  # o'clock: nobody is reminded from NIGHT to MORNING
DIGEST = 9  # o'clock: when most people are up, and few have left the house

LONGEST_OFFER = timedelta(hours=24)
SHORTEST_OFFER = timedelta(hours=1)


def reminders(starts_at: datetime, timezone: str, now: datetime) -> tuple[datetime, ...]:
    """Return the moments, after `now`, at which those who come to a debate are reminded, soonest first.

    A week and a day before, at the debate's own time of the clock, and two hours before. What would come at night
    comes in the morning after it; what would come shortly before, on the evening before it.
    """
    zone = ZoneInfo(timezone)
    local = starts_at.astimezone(zone)
    days = [morning_after(local - timedelta(days=days)) for days in DAYS_BEFORE]
    shortly = evening_before((starts_at - SHORTLY_BEFORE).astimezone(zone))
    moments = {each.astimezone(UTC) for each in (*days, shortly)}
    return tuple(sorted(each for each in moments if now < each < starts_at))


def morning_after(local: datetime) -> datetime:
    """Return a local time, or the end of the night that it lies in."""
    if not at_night(local):
        return local
    day = local + timedelta(days=1) if local.hour >= NIGHT else local
    return day.replace(hour=MORNING, minute=0, second=0, microsecond=0)


def evening_before(local: datetime) -> datetime:
    """Return a local time, or an hour before the night that it lies in."""
    if not at_night(local):
        return local
    day = local if local.hour >= NIGHT else local - timedelta(days=1)
    return day.replace(hour=EVENING, minute=0, second=0, microsecond=0)


def at_night(local: datetime) -> bool:
    """Say whether people are left alone at this local time."""
    return not MORNING <= local.hour < NIGHT


def comes_twice(moment: datetime, timezone: str) -> bool:
    """Say whether the clocks of the city show the time of this moment twice, since they go back that night."""
    local = moment.astimezone(ZoneInfo(timezone))
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def kept_until(starts_at: datetime, now: datetime) -> datetime:
    """Return until when a seat offered now is kept: a day, or half of the time that is left; an hour at least."""
    keeping = min(LONGEST_OFFER, max(SHORTEST_OFFER, (starts_at - now) / 2))
    return min(now + keeping, starts_at)


def next_digest(now: datetime, timezone: str) -> datetime:
    """Return the next moment at which news that could wait is told, in the city's time."""
    local = now.astimezone(ZoneInfo(timezone))
    today = local.replace(hour=DIGEST, minute=0, second=0, microsecond=0)
    return (today if today > local else today + timedelta(days=1)).astimezone(UTC)


def day_begins(now: datetime, timezone: str) -> datetime:
    """Return when the city's day began."""
    local = now.astimezone(ZoneInfo(timezone))
    return local.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
