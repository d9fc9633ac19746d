"""What a town's calendar promises, in the plainest way, by the clock on the wall; no line of it is the code's own.

A debate reminds those who have a seat a week and a day before, at its own time of day, and two hours before; what
would come between 21 and 8 o'clock comes in the morning, or, shortly before the debate, on the evening before it. A
freed seat is kept for the first who waits: a day, or half of the time that is left, an hour at least. A theme moves at
the moment that was announced.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
NIGHT, MORNING, EVENING = 21, 8, 20
DAY, HOUR = timedelta(days=1), timedelta(hours=1)

REMINDED, OFFERED, EXPIRED = "notice-session-reminder", "notice-seat-offered", "notice-seat-expired"

Letters = Counter[tuple[str, str, str]]  # how often who was told what about which debate


def moment(wall: datetime) -> datetime:
    """Return the moment at which the clock on the wall shows a time: the first, where it does so twice."""
    return wall.replace(tzinfo=PARIS, fold=0).astimezone(UTC)


def wall(moment: datetime) -> datetime:
    """Return what the clock on the wall shows."""
    return moment.astimezone(PARIS).replace(tzinfo=None, fold=0)


def is_shown(time: datetime) -> bool:
    """Say whether the clock on the wall shows a time at all: in spring it jumps over an hour."""
    return wall(moment(time)) == time


def is_night(time: datetime) -> bool:
    return time.hour >= NIGHT or time.hour < MORNING


def reminders_of(debate: datetime, now: datetime) -> set[datetime]:
    """Return when those who come are reminded of a debate that is planned, or moved, now."""
    days = [_next_morning(wall(debate) - days * DAY) for days in (7, 1)]
    moments = {moment(each) for each in (*days, _evening_before(wall(debate - 2 * HOUR)))}
    return {each for each in moments if now < each < debate}


def _next_morning(time: datetime) -> datetime:
    if not is_night(time):
        return time
    morning = time.replace(hour=MORNING, minute=0)
    return morning + DAY if time.hour >= NIGHT else morning


def _evening_before(time: datetime) -> datetime:
    if not is_night(time):
        return time
    evening = time.replace(hour=EVENING, minute=0)
    return evening if time.hour >= NIGHT else evening - DAY


@dataclass
class Debate:
    """A debate: who has a seat or waits, in the order in which they asked, and what is still to come."""

    title: str
    starts_at: datetime
    capacity: int
    reminders: set[datetime]
    seats: dict[str, str] = field(default_factory=dict)
    offers: dict[str, datetime] = field(default_factory=dict)
    called_off: bool = False
    letters: Letters = field(default_factory=Counter)

    def stands(self, now: datetime) -> bool:
        return not self.called_off and now < self.starts_at

    def who(self, *states: str) -> list[str]:
        return [who for who, state in self.seats.items() if state in states]

    def takes(self, who: str) -> None:
        free = len(self.who("seated", "offered")) < self.capacity
        self.seats[who] = "seated" if free else "waiting"

    def leaves(self, who: str, now: datetime) -> None:
        freed = self.seats.pop(who) != "waiting"
        self.offers.pop(who, None)
        if freed and self.stands(now) and (waiting := self.who("waiting")):
            left = self.starts_at - now
            self.seats[waiting[0]] = "offered"
            self.offers[waiting[0]] = min(now + min(DAY, max(HOUR, left / 2)), self.starts_at)
            self.letters[waiting[0], OFFERED, self.title] += 1

    def accepts(self, who: str) -> None:
        self.seats[who] = "seated"
        del self.offers[who]

    def moves(self, starts_at: datetime, now: datetime) -> None:
        self.starts_at, self.reminders = starts_at, reminders_of(starts_at, now)

    def is_called_off(self) -> None:
        self.called_off, self.reminders, self.offers = True, set(), {}

    def sees(self, now: datetime) -> None:
        """Do what has come by now: of several reminders that are late one is sent, and none at night."""
        for who, until in [*self.offers.items()]:
            if until <= now:
                self._expires(who, now)
        late = {each for each in self.reminders if each <= now}
        if not is_night(wall(now)):
            self.reminders -= late
            if late and now < self.starts_at:
                self.letters.update((who, REMINDED, self.title) for who in self.who("seated"))

    def _expires(self, who: str, now: datetime) -> None:
        del self.offers[who]
        if now < self.starts_at:
            self.leaves(who, now)
            self.letters[who, EXPIRED, self.title] += 1

    def coming(self) -> Iterator[datetime]:
        yield from self.reminders
        yield from self.offers.values()


@dataclass
class Theme:
    """A theme, and the move that was announced."""

    slug: str
    phase: str
    closing: tuple[datetime, str] | None = None
    closings: int = 0

    def sees(self, now: datetime) -> None:
        if self.closing and self.closing[0] <= now:
            self.phase, self.closing = self.closing[1], None
            self.closings += 1

    def coming(self) -> Iterator[datetime]:
        if self.closing:
            yield self.closing[0]
