"""The day of a debate: when its door is open, when questions are taken live, how long needs are remembered."""

from datetime import datetime, timedelta

from deliberation.phases import allows

LONGEST = timedelta(days=1)  # a debate lasts as long at most
LONGEST_DAY = timedelta(hours=25)  # when the clocks go back: the day of the debate has begun everywhere in it
AFTERWARDS = timedelta(hours=24)  # who came may be written down until then
EARLY = timedelta(minutes=30)  # before the beginning, questions are taken while people sit down
KEPT = timedelta(days=7)  # after the end, access needs are known still
MOST_SHORTLISTED = 10
LONGEST_NEED = 300  # characters


def ends_at(starts_at: datetime, minutes: int) -> datetime:
    return starts_at + timedelta(minutes=minutes)


def door_is_open(starts_at: datetime, minutes: int, now: datetime) -> bool:
    """Say whether people can be noted as present: from the day of the debate to the day after it."""
    return starts_at - LONGEST_DAY <= now < ends_at(starts_at, minutes) + AFTERWARDS


def takes_live(phase: str, starts_at: datetime, minutes: int, now: datetime) -> bool:
    """Say whether live questions are taken: while the debate is under way, in the conference at any time before too."""
    begun = phase == "conference" or starts_at - EARLY <= now
    return allows(phase, "ask_live") and begun and now < ends_at(starts_at, minutes)


def needed_until(starts_at: datetime, minutes: int) -> datetime:
    """Return until when it is kept what people need to take part."""
    return ends_at(starts_at, minutes) + KEPT
