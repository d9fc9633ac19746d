"""The fairest lottery over panels: nobody's chance can be raised without lowering one that is as low or lower.

Flanigan, Gölz, Gupta, Hennig, Procaccia: "Fair algorithms for selecting citizens' assemblies", Nature 596 (2021).
Found by column generation over types of people instead of persons: the master programme mixes the panels that are
known, its prices say which panel would help most, and the greatest price of any panel proves how far the mix can be
from the best.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import highspy
import numpy as np

from deliberation.solver import solver
from deliberation.sortition.panels import Panels
from deliberation.sortition.people import Pool
from deliberation.sortition.programme import Floats, Ints

Search = Callable[[Floats], tuple[Ints | None, float]]

PRECISION = 1e-5  # of a chance
PRIMAL = 4  # simplex: a new panel leaves the mix as it is a possible one
SMOOTHING = (0.9, 0.7, 0.5, 0.0)  # how much of the best prices so far is in the prices that are asked for


@dataclass(frozen=True, slots=True)
class Lottery:
    """Panels (counts by type, one a row) with the chance of each; `coverage` is the chance of a person by type.

    No lottery gives everybody who can be drawn a greater chance than `bound`.
    """

    panels: Ints
    chances: Floats
    coverage: Floats
    bound: float


@dataclass(slots=True)
class _Master:
    """Mix panels so that the lowest chance of the types that are not settled is as high as possible."""

    sizes: Floats
    model: highspy.Highs = field(default_factory=solver)
    panels: list[Ints] = field(default_factory=list)
    settled: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.settled = np.zeros(len(self.sizes))
        self.model.setOptionValue("simplex_strategy", PRIMAL)
        self.model.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self.model.addCol(1.0, 0.0, highspy.kHighsInf, 0, [], [])  # the lowest chance
        self.model.addRow(1.0, 1.0, 0, [], [])  # the chances of the panels sum to one
        for _ in self.sizes:
            self.model.addRow(0.0, highspy.kHighsInf, 1, np.array([0], dtype=np.int32), np.array([-1.0]))

    def add(self, panel: Ints) -> None:
        self.panels.append(panel)
        seated = np.flatnonzero(panel)
        rows = np.concatenate([[0], seated + 1]).astype(np.int32)
        self.model.addCol(
            0.0, 0.0, highspy.kHighsInf, len(rows), rows, np.concatenate([[1.0], panel[seated] / self.sizes[seated]])
        )

    def settle(self, each: int, chance: float) -> None:
        """Keep a type's chance as it is; the others may still rise."""
        self.settled[each] = chance
        self.model.changeCoeff(each + 1, 0, 0.0)
        self.model.changeRowBounds(each + 1, chance, highspy.kHighsInf)

    def solve(self) -> tuple[float, Floats, float]:
        """Return the lowest chance, the price of each type's coverage, and the price of a panel."""
        self.model.run()
        solution = self.model.getSolution()
        duals = np.array(solution.row_dual)
        return solution.col_value[0], np.maximum(-duals[1:], 0.0), duals[0]

    def chances(self) -> Floats:
        return np.array(self.model.getSolution().col_value[1:]).clip(min=0.0)


def fairest(pool: Pool, panels: Panels) -> Lottery:
    """Return the leximin lottery, the first level of which is maximin; who fits no panel has no chance."""
    sizes = np.array([each.size for each in pool.types], dtype=np.float64)
    master = _Master(sizes)
    outside = _reach_everybody(master, panels, len(sizes))
    for panel in _towards(panels, panels.in_parts(sizes, outside), sizes):
        master.add(panel)
    for each in outside:
        master.settle(each, 0.0)
    bound = _levelled(master, panels, sizes, outside)
    chances = master.chances()
    used = chances > 0
    mixed, weights = np.array(master.panels)[used], chances[used] / chances.sum()
    return Lottery(mixed, weights, weights @ mixed / sizes, bound)


def _levelled(master: _Master, panels: Panels, sizes: Floats, outside: Sequence[int]) -> float:
    """Raise the lowest chance, keep those who cannot be raised further, and go on with the others.

    Returns the proven upper bound of the first level.
    """
    unsettled = np.ones(len(sizes), dtype=bool)
    unsettled[list(outside)] = False
    bounds: list[float] = []
    while unsettled.any():
        lowest, prices, proven = _raised(master, panels, sizes)
        bounds.append(proven)
        tight = unsettled & (prices > PRECISION / 10)  # who has a price holds the others down
        if not tight.any():
            break
        for place in np.flatnonzero(tight).tolist():
            master.settle(place, lowest - PRECISION / 100)
        unsettled &= ~tight
    return bounds[0] if bounds else 0.0


def _reach_everybody(master: _Master, panels: Panels, count: int) -> list[int]:
    """Begin with panels in which every type sits that can sit anywhere; return the types that cannot."""
    reached, outside = np.zeros(count, dtype=bool), []
    for each in range(count):
        if reached[each]:
            continue
        wanted = np.where(reached, 0.0, 1e-3)
        wanted[each] = 1.0
        panel, _ = panels.good(wanted)
        if panel is None or panel[each] == 0:
            panel, _ = panels.best(wanted)
        if panel[each] == 0:
            outside.append(each)
        reached |= panel > 0
        master.add(panel)
    return outside


def _towards(panels: Panels, wanted: Floats, sizes: Floats) -> Iterator[Ints]:
    """Yield panels whose even mix comes near the chances that are wanted: each makes up for those before it."""
    seen, given = set[bytes](), np.zeros(len(sizes))
    for number in range(1, len(sizes) + 1):
        panel, _ = panels.good(number * wanted - given / sizes)
        if panel is not None:
            given += panel
            if panel.tobytes() not in seen:
                seen.add(panel.tobytes())
                yield panel


def _raised(master: _Master, panels: Panels, sizes: Floats) -> tuple[float, Floats, float]:
    """Add panels until no other can raise the lowest chance; return it, the prices, and its proven upper bound.

    For any prices the best panel's price bounds the lowest chance from above; prices near those of the best bound so
    far find it in fewer steps than the master's own, which swing (Wentges smoothing). Several panels are asked for at a
    time, since to solve the master again takes longer.
    """
    centre, proven = np.zeros(len(sizes)), np.inf

    def helpful(search: Search, wanted: Floats) -> list[Ints]:
        """Return the panel that a search finds, if it helps, and keep the bound that comes with it."""
        nonlocal centre, proven
        panel, most = search(wanted / sizes)
        if (above := most - float(wanted @ master.settled)) < proven:
            proven, centre = above, wanted
        return [panel] if panel is not None and float(prices @ (panel / sizes)) > worth + PRECISION / 100 else []

    while True:
        lowest, prices, worth = master.solve()
        if proven - lowest <= PRECISION:
            return lowest, prices, proven
        found = []
        for share in SMOOTHING:
            found += helpful(panels.good, share * centre + (1 - share) * prices if np.isfinite(proven) else prices)
        different = {panel.tobytes(): panel for panel in found or helpful(panels.best, prices)}
        if not different:
            return lowest, prices, proven
        for panel in different.values():
            master.add(panel)
