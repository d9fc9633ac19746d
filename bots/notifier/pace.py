"""How fast letters leave: Telegram takes about one message a second in a chat and thirty in all."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from uuid import UUID

Seconds = Callable[[], float]

IN_ALL = 25.0  # a second
BURST_IN_ALL = 5.0
IN_A_CHAT = 1.0  # a second
BURST = 3.0  # of one chat
LONGEST = 30.0  # seconds: so long at most nobody asks whether Telegram is there again
MANY = 10  # refusals in a row, from several chats: then it is the bot that is too fast, not a chat


@dataclass
class Bucket:
    """Tokens that come back with time."""

    rate: float
    size: float
    level: float
    at: float

    def wait(self, now: float, tokens: float = 1.0) -> float:
        """Return the seconds until so many tokens are there."""
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.level >= tokens else (tokens - self.level) / self.rate

    def take(self) -> None:
        self.level -= 1


@dataclass
class Pace:
    """One bucket for all and one a chat; pauses that Telegram asks for.

    A pause is the chat's own: Telegram counts by chat, and everybody else is not to wait for one of them. Only when
    nothing but refusals came for a while does everybody wait.
    """

    seconds: Seconds
    everybody: Bucket = field(init=False)
    chats: dict[UUID, Bucket] = field(default_factory=dict)
    paused: dict[UUID, float] = field(default_factory=dict)
    all_paused: float = 0.0
    refusals: int = 0

    def __post_init__(self) -> None:
        self.everybody = Bucket(IN_ALL, BURST_IN_ALL, BURST_IN_ALL, self.seconds())

    def room(self) -> int:
        """Return how many letters may leave now."""
        now = self.seconds()
        self.everybody.wait(now)
        return int(self.everybody.level) if now >= self.all_paused else 0

    def resting(self) -> set[UUID]:
        """Return who must not be written to now; who may again is forgotten."""
        now = self.seconds()
        self.paused = {person: until for person, until in self.paused.items() if until > now}
        full = [person for person, chat in self.chats.items() if chat.wait(now) == 0 and chat.level >= chat.size]
        for person in full:
            del self.chats[person]
        return {person for person, chat in self.chats.items() if chat.level < 1} | set(self.paused)

    def wait(self) -> float:
        """Return the seconds until several letters may leave: looking for them one by one costs five times as much."""
        now = self.seconds()
        return max(self.everybody.wait(now, self.everybody.size), self.all_paused - now)

    def rest(self) -> float:
        """Return the seconds until somebody who rests may be written to again; infinity when nobody rests."""
        now = self.seconds()
        waits = [until - now for until in self.paused.values()] + [chat.wait(now) for chat in self.chats.values()]
        return min((wait for wait in waits if wait > 0), default=inf)

    def take(self, person: UUID) -> None:
        """Note that a letter leaves."""
        self.everybody.take()
        self.chats.setdefault(person, Bucket(IN_A_CHAT, BURST, BURST, self.seconds())).take()

    def pause(self, person: UUID, seconds: float) -> None:
        """Obey Telegram: nothing to this person for so long, and to nobody when it refuses everybody."""
        until = self.seconds() + seconds
        self.paused[person] = until
        self.refusals += 1
        if self.refusals >= MANY:
            self.all_paused = max(self.all_paused, until)

    def away(self, person: UUID, tries: int) -> float:
        """Return the seconds until Telegram is asked again, more each time; while it takes nothing, all wait longer."""
        waits = 2.0 ** min(tries, 5), 2.0 ** min(self.refusals + 1 - MANY, 5)
        seconds = min(max(waits), LONGEST)
        self.pause(person, seconds)
        return seconds

    def accepted(self) -> None:
        """Note that Telegram took a letter."""
        self.refusals = 0
