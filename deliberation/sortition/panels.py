"""Which panels are allowed, how far the quotas are from allowing any, and the best panel for given weights.

A panel is a count by type of people: as many as it has seats, within all quotas, at most one of each household. The
search is an integer programme on one HiGHS model that stays: only the weights change from call to call.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from deliberation.solver import solver
from deliberation.sortition.people import Pool, Quotas

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

WHOLE = 1e-6  # nearer than this to a whole number is whole


@dataclass(frozen=True, slots=True, order=True)
class Bound:
    """One side of a quota: at least (`least`) or at most so many people with this value."""

    feature: str
    value: str
    least: bool
    number: int

    def __str__(self) -> str:
        return f"{self.feature} = {self.value}: at {'least' if self.least else 'most'} {self.number}"


class InfeasibleQuotas(ValueError):  # noqa: N818 - the name of the contract
    """No panel fits.

    `conflict`: quotas that cannot all be kept, none of which can be left out of the conflict. `relaxation`: the
    smallest change (in people, summed) after which a panel fits; empty where the pool itself is too small.
    """

    def __init__(self, conflict: Sequence[Bound], relaxation: Sequence[tuple[Bound, int]], size: int) -> None:
        self.conflict, self.relaxation = tuple(conflict), tuple(relaxation)
        named = "; ".join(map(str, conflict)) or "the pool has too few people (or households)"
        mend = "; ".join(f"{bound.feature} = {bound.value}: {number} instead of {bound.number}"
                         for bound, number in relaxation)  # fmt: skip
        super().__init__(
            f"no panel of {size} keeps all of these: {named}" + (f". A panel fits with {mend}" if mend else "")
        )


class Panels:
    """All panels of `size` people that keep the quotas. Raises InfeasibleQuotas where there is none."""

    def __init__(self, pool: Pool, quotas: Quotas, size: int) -> None:
        self._most = np.array([each.most for each in pool.types], dtype=np.float64)
        self._places = np.arange(len(pool.types), dtype=np.int32)
        bounds = list(_bounds(quotas))
        self._whole = _model(pool, bounds, size)
        if not _solved(self._whole):
            raise _infeasible(pool, bounds, size)
        self._parts = self._in_parts()

    def _in_parts(self) -> highspy.Highs:
        """Return a model of panels that may be made of parts of people."""
        model, count = solver(), len(self._places)
        model.passModel(self._whole.getModel())
        model.changeColsIntegrality(count, self._places, _kinds(count, highspy.HighsVarType.kContinuous))
        model.changeColsCost(count, self._places, np.zeros(count))
        return model

    def best(self, weights: Floats) -> tuple[Ints, float]:
        """Return the panel with the greatest weight, and a proven upper bound on the weight of any panel."""
        self._whole.changeColsCost(len(self._places), self._places, weights)
        if not _solved(self._whole):
            raise ArithmeticError("the search for a panel failed")
        return np.rint(_values(self._whole)).astype(np.int64), float(self._whole.getInfo().mip_dual_bound)

    def good(self, weights: Floats) -> tuple[Ints | None, float]:
        """Return a panel of great weight, found some forty times faster, and an upper bound on the weight of any panel.

        Seats are given in parts first; then one part after the other is rounded, the surest first, and the rest given
        again. None where that ends without a panel.
        """
        self._parts.changeColsCost(len(self._places), self._places, weights)
        _solved(self._parts)
        most = float(self._parts.getInfo().objective_function_value)
        fixed = []
        found = _values(self._parts)
        while len(broken := np.flatnonzero(np.abs(found - np.rint(found)) > WHOLE)):
            surest = int(broken[np.argmin(np.abs(found[broken] - np.rint(found[broken])))])
            seats = float(np.rint(found[surest]))
            self._parts.changeColBounds(surest, seats, seats)
            fixed.append(surest)
            if not _solved(self._parts):
                break
            found = _values(self._parts)
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
        while unsettled.any() and _solved(model):
            lowest = _values(model)[count]
            tight = unsettled & (np.abs(np.array(model.getSolution().row_dual)[first:]) * sizes > WHOLE)
            if not tight.any():
                break
            for place in np.flatnonzero(tight).tolist():
                model.changeCoeff(first + place, count, 0.0)
                model.changeRowBounds(first + place, sizes[place] * lowest * (1 - WHOLE), highspy.kHighsInf)
            unsettled &= ~tight
        return _values(model)[:count] / sizes


def _solved(model: highspy.Highs) -> bool:
    model.run()
    return bool(model.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def _values(model: highspy.Highs) -> Floats:
    return np.array(model.getSolution().col_value)


def _model(pool: Pool, bounds: Sequence[Bound], size: int) -> highspy.Highs:
    model = solver()
    model.changeObjectiveSense(highspy.ObjSense.kMaximize)
    for each in pool.types:
        model.addCol(0.0, 0.0, float(each.most), 0, [], [])
    count = len(pool.types)
    model.changeColsIntegrality(count, np.arange(count, dtype=np.int32), _kinds(count, highspy.HighsVarType.kInteger))
    _row(model, range(count), size, size)
    for number, kin in enumerate(pool.kins):
        alike = [place for place, each in enumerate(pool.types) if each.kin == number]
        if len(alike) > 1:
            _row(model, alike, 0, len(kin.households))
    for bound in bounds:
        _row(model, _having(pool, bound), *_limits(bound))
    return model


def _kinds(count: int, kind: highspy.HighsVarType) -> NDArray[np.uint8]:
    return np.full(count, int(kind), dtype=np.uint8)


def _row(model: highspy.Highs, types: Sequence[int], least: float, most: float) -> None:
    places = np.array(list(types), dtype=np.int32)
    model.addRow(float(least), float(most), len(places), places, np.ones(len(places)))


def _bounds(quotas: Quotas) -> Iterator[Bound]:
    for feature in sorted(quotas):
        for value, (least, most) in sorted(quotas[feature].items()):
            yield Bound(feature, value, least=True, number=least)
            yield Bound(feature, value, least=False, number=most)


def _limits(bound: Bound) -> tuple[float, float]:
    return (bound.number, highspy.kHighsInf) if bound.least else (-highspy.kHighsInf, bound.number)


def _having(pool: Pool, bound: Bound) -> list[int]:
    feature = pool.features.index(bound.feature)
    return [place for place, each in enumerate(pool.types) if each.values[feature] == bound.value]


def _infeasible(pool: Pool, bounds: Sequence[Bound], size: int) -> InfeasibleQuotas:
    if not _fits(pool, (), size):
        return InfeasibleQuotas((), (), size)
    conflict = list(bounds)
    for bound in bounds:  # the deletion filter: what is left out without making a panel possible is no part of it
        rest = [each for each in conflict if each != bound]
        conflict = conflict if _fits(pool, rest, size) else rest
    return InfeasibleQuotas(conflict, _nearest(pool, bounds, size), size)


def _fits(pool: Pool, bounds: Sequence[Bound], size: int) -> bool:
    return _solved(_model(pool, bounds, size))


def _nearest(pool: Pool, bounds: Sequence[Bound], size: int) -> list[tuple[Bound, int]]:
    """Return the bounds to move, and where to, so that a panel fits and as few people as possible are given way."""
    model, types = _model(pool, (), size), len(pool.types)
    for bound in bounds:
        model.addCol(-1.0, 0.0, float(bound.number if bound.least else size), 0, [], [])
    for number, bound in enumerate(bounds):
        places = np.array([*_having(pool, bound), types + number], dtype=np.int32)
        model.addRow(*_limits(bound), len(places), places, [*[1.0] * (len(places) - 1), 1.0 if bound.least else -1.0])
    model.run()
    given = np.rint(np.array(model.getSolution().col_value[types:])).astype(int)
    return [
        (bound, bound.number - way if bound.least else bound.number + way)
        for bound, way in zip(bounds, given.tolist(), strict=True)
        if way
    ]
