"""Panels as an integer programme for HiGHS: a variable for each type of people, a row for each rule."""

from collections.abc import Sequence

import highspy
import numpy as np
from numpy.typing import NDArray

from deliberation.solver import solver
from deliberation.sortition.bounds import Bound
from deliberation.sortition.people import Pool

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

IMPOSSIBLE = {
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,  # nothing here is unbounded
    highspy.HighsModelStatus.kModelEmpty,  # nobody
}


def programme(pool: Pool, bounds: Sequence[Bound], size: int) -> highspy.Highs:
    """Return the model of all panels of `size` people, one of each household at most, that keep these bounds."""
    model = solver()
    model.changeObjectiveSense(highspy.ObjSense.kMaximize)
    for each in pool.types:
        model.addCol(0.0, 0.0, float(each.most), 0, [], [])
    count = len(pool.types)
    model.changeColsIntegrality(count, np.arange(count, dtype=np.int32), kinds(count, highspy.HighsVarType.kInteger))
    _row(model, range(count), size, size)
    for number, kin in enumerate(pool.kins):
        alike = [place for place, each in enumerate(pool.types) if each.kin == number]
        if len(alike) > 1:
            _row(model, alike, 0, len(kin.households))
    for bound in bounds:
        _row(model, having(pool, bound), *limits(bound))
    return model


def kinds(count: int, kind: highspy.HighsVarType) -> NDArray[np.uint8]:
    return np.full(count, int(kind), dtype=np.uint8)


def _row(model: highspy.Highs, types: Sequence[int], least: float, most: float) -> None:
    places = np.array(list(types), dtype=np.int32)
    model.addRow(float(least), float(most), len(places), places, np.ones(len(places)))


def limits(bound: Bound) -> tuple[float, float]:
    return (bound.number, highspy.kHighsInf) if bound.least else (-highspy.kHighsInf, bound.number)


def having(pool: Pool, bound: Bound) -> list[int]:
    """Return the places of the types that a bound counts."""
    feature = pool.features.index(bound.feature)
    return [place for place, each in enumerate(pool.types) if each.values[feature] == bound.value]


def fits(model: highspy.Highs) -> bool:
    """Say whether there is a panel at all. Raises ArithmeticError where the solver cannot say: that is no proof."""
    if solved(model):
        return True
    if model.getModelStatus() not in IMPOSSIBLE:
        raise ArithmeticError(f"the search for a panel ended without an answer: {model.getModelStatus().name}")
    return False


def solved(model: highspy.Highs) -> bool:
    model.run()
    return bool(model.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def values_of(model: highspy.Highs) -> Floats:
    return np.array(model.getSolution().col_value)
