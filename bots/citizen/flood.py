"""How fast one person may write: a bucket of tokens each, generous to people and closed to machines."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from events.base import Clock

AT_ONCE = 60
PER_SECOND = 1.0
QUIET = timedelta(minutes=1)  # who is told to slow down is told once in this time
REMEMBERED = 20_000


@dataclass(slots=True)
class Tokens:
    left: float
    at: datetime
    update: int = -1
    passed: bool = True
    told: datetime | None = None


class Flood:
    """Count updates by account, in memory only; a repeated update is not counted again."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._tokens: OrderedDict[int, Tokens] = OrderedDict()

    def passes(self, account: int, update: int) -> bool:
        now = self._clock()
        tokens = self._tokens.setdefault(account, Tokens(AT_ONCE, now))
        self._tokens.move_to_end(account)
        if len(self._tokens) > REMEMBERED:
            self._tokens.popitem(last=False)
        if update != tokens.update:  # the same one comes again when the bus was away
            gained = (now - tokens.at).total_seconds() * PER_SECOND
            tokens.left = min(AT_ONCE, tokens.left + gained)
            tokens.at, tokens.update, tokens.passed = now, update, tokens.left >= 1
            tokens.left -= tokens.passed
        return tokens.passed

    def says(self, account: int) -> bool:
        """Say whether the person is told now; once a minute is enough."""
        now, tokens = self._clock(), self._tokens[account]
        due = tokens.told is None or now - tokens.told >= QUIET
        if due:
            tokens.told = now
        return due
