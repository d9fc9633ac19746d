"""Which panels are allowed, and the best panel for given weights.

A panel is a count by type of people: as many as it has seats, within all quotas, at most one of each household. The
search is an integer programme on one HiGHS model that stays: only the weights change from call to call.
"""

from collections.abc import Sequence

import highspy
import numpy as np

from deliberation.solver import solver
from deliberation.sortition.bounds import bounds_of
from deliberation.sortition.people import Pool, Quotas
from deliberation.sortition.programme import Floats, Ints, fits, kinds, programme, solved, values_of
from deliberation.sortition.relaxing import infeasible

WHOLE = 1e-6  # nearer than this to a whole number is whole


class Panels:
    """All panels of `size` people that keep the quotas. Raises InfeasibleQuotas where there is none."""

    def __init__(self, pool: Pool, quotas: Quotas, size: int) -> None:
        self._most = np.array([each.most for each in pool.types], dtype=np.float64)
        self._places = np.arange(len(pool.types), dtype=np.int32)
        bounds = list(bounds_of(quotas))
        self._whole = programme(pool, bounds, size)
        if not fits(self._whole):
            raise infeasible(pool, bounds, size)
        self._parts = self._in_parts()

    def _in_parts(self) -> highspy.Highs:
        """Return a model of panels that may be made of parts of people."""
        model, count = solver(), len(self._places)
        model.passModel(self._whole.getModel())
        model.changeColsIntegrality(count, self._places, kinds(count, highspy.HighsVarType.kContinuous))
        model.changeColsCost(count, self._places, np.zeros(count))
        return model

    def best(self, weights: Floats) -> tuple[Ints, float]:
        """Return the panel with the greatest weight, and a proven upper bound on the weight of any panel."""
        self._whole.changeColsCost(len(self._places), self._places, weights)
        if not solved(self._whole):
            raise ArithmeticError("the search for a panel failed")
        return np.rint(values_of(self._whole)).astype(np.int64), float(self._whole.getInfo().mip_dual_bound)

    def good(self, weights: Floats) -> tuple[Ints | None, float]:
        """Return a panel of great weight, found some forty times faster, and an upper bound on the weight of any panel.

        Seats are given in parts first; then one part after the other is rounded, the surest first, and the rest given
        again. None where that ends without a panel.
        """
        self._parts.changeColsCost(len(self._places), self._places, weights)
        solved(self._parts)
        most = float(self._parts.getInfo().objective_function_value)
        fixed = []
        found = values_of(self._parts)
        while len(broken := np.flatnonzero(np.abs(found - np.rint(found)) > WHOLE)):
            surest = int(broken[np.argmin(np.abs(found[broken] - np.rint(found[broken])))])
            seats = float(np.rint(found[surest]))
            self._parts.changeColBounds(surest, seats, seats)
            fixed.append(surest)
            if not solved(self._parts):
                break
            found = values_of(self._parts)
        for each in fixed:
            self._parts.changeColBounds(each, 0.0, self._most[each])
        return (np.rint(found).astype(np.int64) if not len(broken) else None), most

    def in_parts(self, sizes: Floats, outside: Sequence[int]) -> Floats:
        """Return the leximin chances by type, were panels made of parts of people: near what whole people can have.

        The types `outside` fit no panel.
        """
        model, count = self._in_parts(), len(sizes)
        model.addCol(1.0, 0.0, highspy.kHighsInf, 0, [], [])
        first = model.getNumRow()
        for each, size in enumerate(sizes):
            model.addRow(0.0, highspy.kHighsInf, 2, np.array([each, count], dtype=np.int32), np.array([1.0, -size]))
        unsettled = np.ones(count, dtype=bool)
        unsettled[list(outside)] = False
        for each in outside:
            model.changeCoeff(first + each, count, 0.0)
        while unsettled.any() and solved(model):
            lowest = values_of(model)[count]
            tight = unsettled & (np.abs(np.array(model.getSolution().row_dual)[first:]) * sizes > WHOLE)
            if not tight.any():
                break
            for place in np.flatnonzero(tight).tolist():
                model.changeCoeff(first + place, count, 0.0)
                model.changeRowBounds(first + place, sizes[place] * lowest * (1 - WHOLE), highspy.kHighsInf)
            unsettled &= ~tight
        return values_of(model)[:count] / sizes
