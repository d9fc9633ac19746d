"""How fast letters leave: Telegram takes about one message a second in a chat and thirty in all."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

Seconds = Callable[[], float]

IN_ALL = 25.0  # a second
IN_A_CHAT = 1.0  # a second
BURST = 3.0  # of one chat
FORGET = 10_000  # chats remembered


@dataclass
class Bucket:
    """Tokens that come back with time."""

    rate: float
    size: float
    level: float
    at: float

    def wait(self, now: float) -> float:
        """Return the seconds until a token is there."""
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.level >= 1 else (1 - self.level) / self.rate

    def take(self) -> None:
        self.level -= 1


@dataclass
class Pace:
    """One bucket for all and one a chat; pauses that Telegram asks for."""

    seconds: Seconds
    everybody: Bucket = field(init=False)
    chats: dict[UUID, Bucket] = field(default_factory=dict)
    paused: dict[UUID, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.everybody = Bucket(IN_ALL, IN_ALL, IN_ALL, self.seconds())

    def wait(self, person: UUID) -> float:
        """Return the seconds until this person may be written to; 0 takes the turn at once."""
        now = self.seconds()
        if len(self.chats) > FORGET:
            self.chats.clear()
        chat = self.chats.setdefault(person, Bucket(IN_A_CHAT, BURST, BURST, now))
        wait = max(self.everybody.wait(now), chat.wait(now), self.paused.get(person, 0.0) - now)
        if wait <= 0:
            self.everybody.take()
            chat.take()
            self.paused.pop(person, None)
            return 0.0
        return wait

    def pause(self, person: UUID, seconds: float) -> None:
        """Obey Telegram: nothing to this person for so long."""
        self.paused[person] = self.seconds() + seconds
