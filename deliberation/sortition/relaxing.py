"""Why no panel fits, and how little would have to give way."""

from collections.abc import Sequence

import numpy as np

from deliberation.sortition.bounds import Bound, InfeasibleQuotas
from deliberation.sortition.people import Pool
from deliberation.sortition.programme import fits, having, limits, programme, values_of


def infeasible(pool: Pool, bounds: Sequence[Bound], size: int) -> InfeasibleQuotas:
    """Return what is to be said where no panel keeps all bounds."""
    if not _fits(pool, (), size):
        return InfeasibleQuotas((), (), size)
    conflict = list(bounds)
    for bound in bounds:  # the deletion filter: what is left out without making a panel possible is no part of it
        rest = [each for each in conflict if each != bound]
        conflict = conflict if _fits(pool, rest, size) else rest
    return InfeasibleQuotas(conflict, _nearest(pool, bounds, size), size)


def _fits(pool: Pool, bounds: Sequence[Bound], size: int) -> bool:
    return fits(programme(pool, bounds, size))


def _nearest(pool: Pool, bounds: Sequence[Bound], size: int) -> list[tuple[Bound, int]]:
    """Return the bounds to move, and where to, so that a panel fits and as few people as possible are given way."""
    model, types = programme(pool, (), size), len(pool.types)
    for bound in bounds:
        model.addCol(-1.0, 0.0, float(bound.number if bound.least else size), 0, [], [])
    for number, bound in enumerate(bounds):
        places = np.array([*having(pool, bound), types + number], dtype=np.int32)
        model.addRow(*limits(bound), len(places), places, [*[1.0] * (len(places) - 1), 1.0 if bound.least else -1.0])
    fits(model)
    given = np.rint(values_of(model)[types:]).astype(int)
    return [
        (bound, bound.number - way if bound.least else bound.number + way)
        for bound, way in zip(bounds, given.tolist(), strict=True)
        if way
    ]
