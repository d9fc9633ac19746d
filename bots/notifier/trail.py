"""Where a letter may be of which Telegram did not say that it took it.

The messages of all private chats of a bot are numbered one after the other. A letter that arrived has a number beyond
those that were known just before it was sent, and below those of letters that were sent after it; most of the numbers
between belong to other letters of ours. What is left is looked at, one message after the other. Where nothing was sent
for a while the numbers between may be answers to the person, and a letter is not searched for.
"""

from collections import deque
from dataclasses import dataclass, field
from itertools import count
from math import inf
from uuid import UUID

from bots.notifier.pace import Seconds

MOST = 40  # messages that are looked at for one letter: beyond it may still be, but nobody can tell
FRESH = 10.0  # seconds in which a person hardly gets answers that we do not know of
SETTLED = 2.0  # seconds after which a request that broke off has no effect any more
REMEMBERED = 5000  # letters: those of the last minutes


@dataclass
class Search:
    """What is known about a letter in doubt: when it was over, what was seen, whether the person wrote meanwhile."""

    over: float
    seen: set[int] = field(default_factory=set)
    talk: bool = False


class Trail:
    """The numbers that one bot's own letters were given, and the searches between them."""

    def __init__(self, seconds: Seconds) -> None:
        self._seconds = seconds
        self._begun = seconds()
        self._given: deque[tuple[int, float]] = deque(maxlen=REMEMBERED)  # number, when that letter was begun
        self._searches: dict[UUID, Search] = {}

    def note(self, number: int, begun: float) -> None:
        """Remember the number of a letter that Telegram took."""
        self._given.append((number, begun))

    def inherit(self, number: int, age: float) -> None:
        """Remember a number of the process before this one, from so many seconds before we began."""
        self._given.append((number, self._begun - age))

    @property
    def last(self) -> int | None:
        """Return the greatest number that letters were given just now, None if none was."""
        fresh = (number for number, begun in self._given if begun > self._seconds() - FRESH)
        return max(fresh, default=None)

    def doubt(self, letter: UUID) -> None:
        """Begin to search for a letter: what is sent from a moment later on has a greater number."""
        self._searches[letter] = Search(over=self._seconds() + SETTLED)

    def search(self, letter: UUID) -> Search:
        """Return what is known; a letter that an earlier process left in doubt was over when this one began."""
        return self._searches.setdefault(letter, Search(over=self._begun))

    def next(self, letter: UUID, after: int) -> int | None:
        """Return the number to look at next, None when there is none left."""
        search, known = self.search(letter), {number for number, _ in self._given}
        end = min((number for number, begun in self._given if begun > search.over), default=inf)
        nearest = next(number for number in count(after + 1) if number not in known and number not in search.seen)
        return nearest if nearest < end and len(search.seen) < MOST else None

    def is_exhausted(self, letter: UUID) -> bool:
        """Say whether the letter may be where nobody has looked."""
        return len(self.search(letter).seen) >= MOST

    def forget(self, letter: UUID) -> None:
        self._searches.pop(letter, None)
