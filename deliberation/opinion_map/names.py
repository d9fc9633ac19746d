"""Groups keep their number, and so their colour, and people their side, from one map to the next."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from deliberation.opinion_map.clusters import shared

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def named(group_of: Ints, count: int, before: Ints | None) -> Ints:
    """Return a number for each of `count` groups: that of the group before with which it shares the most people.

    All together as many as possible keep theirs (Kuhn: "The Hungarian method for the assignment problem", Naval
    Research Logistics Quarterly 2, 1955); a group that shares nobody gets the lowest number that is free, if it can
    one that was not a group's before.
    """
    if before is None or not count:
        return np.arange(count)
    both = min(len(group_of), len(before))
    placed = (group_of[:both] >= 0) & (before[:both] >= 0)
    common = shared(group_of[:both][placed], before[:both][placed])
    kept = {new: old for new, old in zip(*linear_sum_assignment(-common), strict=True) if common[new, old]}
    once = set(before.tolist())
    free = sorted(set(range(2 * count)) - set(kept.values()), key=lambda number: (number in once, number))
    return np.array([kept[new] if new in kept else free.pop(0) for new in range(count)], dtype=np.int64)


def facing(position: Floats, before: Floats | None) -> Floats:
    """Turn the map round along either axis where people would otherwise have changed sides, taken together."""
    if before is None:
        return position
    both = min(len(position), len(before))
    along = (position[:both] * before[:both]).sum(axis=0)
    return np.asarray(position * np.where(along < 0, -1.0, 1.0))
