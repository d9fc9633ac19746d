"""The strip beside the phones: what passes between the parts, newest last; never a text, a name or who it was."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

KEPT = 60  # lines
TOGETHER = 0.5  # seconds between two of a kind that are told in one line
NEAR = 8  # lines back: facts and what is decided about them come in turns

Station = Literal["citizen", "bot", "bus", "clerk", "cartographer", "notifier"]


@dataclass(frozen=True, slots=True)
class Line:
    """What happened `count` times in a row. `kind`: of a fact, or the code of what was decided; `at` in seconds."""

    number: int
    station: Station
    kind: str
    reference: str
    count: int
    at: float
    until: float


class Strip:
    """The newest lines; `told` is called with the number of each line that is new or has changed."""

    def __init__(self, told: Callable[[int], None], clock: Callable[[], float] = time.time) -> None:
        self._told = told
        self._clock = clock
        self._lines: deque[Line] = deque(maxlen=KEPT)
        self._next = 1

    def tell(self, station: Station, kind: str, reference: str = "") -> None:
        """Add what happened; the like of it that has just happened is counted in the same line."""
        now = self._clock()
        for place in range(len(self._lines) - 1, max(-1, len(self._lines) - 1 - NEAR), -1):
            line = self._lines[place]
            if (line.station, line.kind) == (station, kind) and now - line.until < TOGETHER:
                same = reference if reference == line.reference else ""
                self._lines[place] = replace(line, count=line.count + 1, until=now, reference=same)
                return self._told(line.number)
        self._lines.append(Line(self._next, station, kind, reference, 1, now, now))
        self._next += 1
        return self._told(self._next - 1)

    def lines(self, numbers: set[int] | None = None) -> list[Line]:
        """Return all lines that are kept, or some of them."""
        return [line for line in self._lines if numbers is None or line.number in numbers]
