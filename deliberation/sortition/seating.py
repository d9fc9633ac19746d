"""From chances to a thousand panels with names, of which one number between 0 and 999 draws one.

Flanigan, Kehne, Procaccia: "Fair sortition made transparent", NeurIPS 2021: people can check a uniform lottery over
a list, and rounding the fairest lottery to one can cost each person very little.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from deliberation.sortition.lottery import Lottery
from deliberation.sortition.panels import Panels
from deliberation.sortition.people import Id, Kin, Pool, Type
from deliberation.sortition.programme import Floats, Ints

PANELS = 1000
NOTHING = 1e-9
WHOLE = 1e-3  # a chance nearer than this to a whole number of panels is that number
WEIGHT = 2.0  # of a seat by which a chance is rounded to another number than the next ones


def seated(pool: Pool, panels: Panels, lottery: Lottery) -> list[tuple[Id, ...]]:
    """Return PANELS panels of ids, each as likely as any other, that give everybody nearly the lottery's chances."""
    seats = Seats(pool)
    return [seats.taken(panel) for panel in rounded(pool, panels, lottery)]


def rounded(pool: Pool, panels: Panels, lottery: Lottery) -> Ints:
    """Return PANELS panels (counts by type, one a row) in which each chance is rounded down or up.

    Each of the lottery's panels gets its share, by largest remainders. Then one panel after the other gives place to a
    better one, until nobody's chance is amiss by a place of the list or more, or no exchange helps.
    """
    due = _due(pool, lottery)
    listed = np.repeat(lottery.panels, _largest_remainders(lottery.chances * PANELS), axis=0)
    while due.amiss(listed.sum(axis=0)).any() and (better := _exchange(listed, due, panels)):
        place, panel = better
        listed[place] = panel
    return listed


@dataclass(frozen=True, slots=True)
class _Due:
    """How many seats people of a type should have on all panels: exactly, and with their chances rounded."""

    sizes: Floats
    exactly: Floats
    fewest: Floats
    most: Floats

    def amiss(self, seats: Ints) -> Floats:
        return np.maximum(0.0, self.fewest - seats) + np.maximum(0.0, seats - self.most)

    def cost(self, seats: Ints) -> Floats:
        return (seats - self.exactly) ** 2 / self.sizes + WEIGHT * self.amiss(seats)


def _due(pool: Pool, lottery: Lottery) -> _Due:
    sizes = np.array([each.size for each in pool.types], dtype=np.float64)
    share = lottery.coverage * PANELS
    return _Due(sizes, sizes * share, sizes * np.floor(share + WHOLE), sizes * np.ceil(share - WHOLE))


def _exchange(listed: Ints, due: _Due, panels: Panels) -> tuple[int, Ints] | None:
    """Return a place of the list and a panel that is better there, those first that can best be spared."""
    seats = listed.sum(axis=0)
    now, gain = due.cost(seats), due.cost(seats) - due.cost(seats - 1)
    different, places = np.unique(listed, axis=0, return_index=True)
    for place in places[np.argsort(-(different @ gain), kind="stable")]:
        rest = seats - listed[place]
        panel, _ = panels.good(due.cost(rest) - due.cost(rest + 1))
        if panel is not None and due.cost(rest + panel).sum() < now.sum() - NOTHING:
            return int(place), panel
    return None


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

    def taken(self, panel: Ints) -> tuple[Id, ...]:
        people: list[Id] = []
        busy: dict[int, set[int]] = {}
        for place in np.flatnonzero(panel):
            each = self._types[place]
            homes = self._free(int(place), busy.setdefault(each.kin, set()))[: panel[place]]
            busy[each.kin].update(homes)
            people += [self._member(int(place), each, home) for home in homes]
        return tuple(sorted(people, key=str))

    def _free(self, place: int, busy: set[int]) -> list[int]:
        order = np.argsort(self._sat[place], kind="stable").tolist()
        return [home for home in order if home not in busy]

    def _member(self, place: int, each: Type, home: int) -> Id:
        self._sat[place][home] += 1
        alike = _alike(self._kins[each.kin], each, home)
        turn = self._turn.get((place, home), 0)
        self._turn[place, home] = turn + 1
        return alike[turn % len(alike)]


def _alike(kin: Kin, each: Type, home: int) -> Sequence[Id]:
    return kin.households[home][each.values]
