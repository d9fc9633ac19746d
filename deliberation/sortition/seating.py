"""From chances to a thousand panels with names, of which one number between 0 and 999 draws one.

Flanigan, Kehne, Procaccia: "Fair sortition made transparent", NeurIPS 2021: people can check a uniform lottery over
a list, and rounding the fairest lottery to one costs each person less than a thousandth.
"""

from collections.abc import Sequence

import numpy as np

from deliberation.sortition.lottery import Lottery
from deliberation.sortition.panels import Floats, Ints
from deliberation.sortition.people import Kin, Pool, Type

PANELS = 1000
NOTHING = 1e-9


def seated(pool: Pool, lottery: Lottery) -> list[tuple[str, ...]]:
    """Return PANELS panels of ids, each as likely as any other, that give everybody nearly the lottery's chances."""
    seats = Seats(pool)
    return [seats.taken(lottery.panels[each]) for each in rounded(pool, lottery)]


def rounded(pool: Pool, lottery: Lottery) -> list[int]:
    """Return which of the lottery's panels stands at each of PANELS places.

    Each gets its share, rounded; then places change from one panel to another as long as that brings the chances of
    all people nearer to what they should be (least squares).
    """
    sizes = np.array([each.size for each in pool.types], dtype=np.float64)
    gives = lottery.panels / np.sqrt(sizes)  # so that every person of a type counts
    times = _largest_remainders(lottery.chances * PANELS)
    lacking = PANELS * lottery.chances @ gives - times @ gives
    alike = gives @ gives.T
    apart = np.add.outer(np.diag(alike), np.diag(alike)) - 2 * alike
    while True:
        pull = gives @ lacking
        change = 2 * np.subtract.outer(pull, pull) + apart  # of the squared distance, from row to column
        change[times == 0] = np.inf
        giver, taker = np.unravel_index(int(np.argmin(change)), change.shape)
        if change[giver, taker] > -NOTHING:
            return [int(each) for each in np.repeat(np.arange(len(times)), times)]
        times[giver] -= 1
        times[taker] += 1
        lacking = lacking + gives[giver] - gives[taker]


def _largest_remainders(shares: Floats) -> Ints:
    times = np.floor(shares + NOTHING).astype(np.int64)
    times[np.argsort(times - shares, kind="stable")[: PANELS - int(times.sum())]] += 1
    return times


class Seats:
    """Who of a type sits on the next panel: whoever sat on the fewest, and one of each household."""

    def __init__(self, pool: Pool) -> None:
        self._types = pool.types
        self._kins = pool.kins
        self._sat = [np.zeros(each.most, dtype=np.int64) for each in pool.types]  # by household
        self._turn: dict[tuple[int, int], int] = {}  # within a household of several alike

    def taken(self, panel: Ints) -> tuple[str, ...]:
        people: list[str] = []
        busy: dict[int, set[int]] = {}
        for place in np.flatnonzero(panel):
            each = self._types[place]
            homes = self._free(int(place), busy.setdefault(each.kin, set()))[: panel[place]]
            busy[each.kin].update(homes)
            people += [self._member(int(place), each, home) for home in homes]
        return tuple(sorted(people))

    def _free(self, place: int, busy: set[int]) -> list[int]:
        order = np.argsort(self._sat[place], kind="stable").tolist()
        return [home for home in order if home not in busy]

    def _member(self, place: int, each: Type, home: int) -> str:
        self._sat[place][home] += 1
        alike = _alike(self._kins[each.kin], each, home)
        turn = self._turn.get((place, home), 0)
        self._turn[place, home] = turn + 1
        return alike[turn % len(alike)]


def _alike(kin: Kin, each: Type, home: int) -> Sequence[str]:
    return kin.households[home][each.values]
