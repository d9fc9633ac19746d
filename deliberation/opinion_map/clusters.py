"""Groups of people who stand near each other: k-means, how many, and whether they hold."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

STARTS = 8
STEPS = 60
TRIED = 5000  # people on whom the starts are tried; where there are more, only the best start goes on with everybody
SAMPLE = 1500  # people looked at for the silhouette, which grows with the square


def k_means(points: Floats, k: int, seed: int) -> tuple[Ints, Floats]:
    """Return the label of each point and the k centres, the best of several starts (deterministic by seed)."""
    chance = np.random.default_rng([seed, k])
    tried = points[evenly(len(points), TRIED)]
    runs = [_lloyd(tried, _spread(tried, k, chance)) for _ in range(STARTS)]
    labels, centres, _ = min(runs, key=lambda run: run[2])
    if len(tried) < len(points):
        labels, centres, _ = _lloyd(points, centres)
    return labels, centres


def evenly(count: int, most: int) -> Ints:
    """Return up to `most` of the first `count` whole numbers, at even distances."""
    return np.linspace(0, count - 1, min(count, most)).astype(np.int64)


def _spread(points: Floats, k: int, chance: np.random.Generator) -> Floats:
    """Choose starting centres far from each other (Arthur and Vassilvitskii: k-means++, SODA 2007)."""
    centres = [points[chance.integers(len(points))]]
    nearest = ((points - centres[0]) ** 2).sum(axis=1)
    while len(centres) < k:
        total = nearest.sum()
        index = np.searchsorted(nearest.cumsum(), chance.random() * total) if total else chance.integers(len(points))
        centres.append(points[min(int(index), len(points) - 1)])
        nearest = np.minimum(nearest, ((points - centres[-1]) ** 2).sum(axis=1))
    return np.array(centres)


def _lloyd(points: Floats, centres: Floats) -> tuple[Ints, Floats, float]:
    labels = np.zeros(len(points), dtype=np.int64)
    for _ in range(STEPS):
        distances = cdist(points, centres, "sqeuclidean")
        nearest = distances.argmin(axis=1)
        count = np.bincount(nearest, minlength=len(centres))
        sums = np.stack([np.bincount(nearest, points[:, axis], len(centres)) for axis in range(2)], axis=1)
        moved = np.where(count[:, None] > 0, sums / np.maximum(count, 1)[:, None], centres)
        settled = np.array_equal(nearest, labels) and np.array_equal(moved, centres)
        labels, centres = nearest, moved
        if settled:
            break
    return labels, centres, float(((points - centres[labels]) ** 2).sum())


def silhouette(points: Floats, labels: Ints) -> float:
    """Return the mean silhouette (Rousseeuw 1987) over an even sample of the points; −1 where groups are missing."""
    chosen = evenly(len(points), SAMPLE)
    points, labels = points[chosen], labels[chosen]
    groups, indices, count = np.unique(labels, return_inverse=True, return_counts=True)
    if len(groups) < 2:  # noqa: PLR2004 - one group has no neighbour
        return -1.0
    sums = cdist(points, points) @ np.eye(len(groups))[indices]
    own = np.arange(len(points)), indices
    within = sums[own] / np.maximum(count[indices] - 1, 1)
    means = sums / count
    means[own] = np.inf
    nearest = means.min(axis=1)
    width = np.where(count[indices] > 1, (nearest - within) / np.maximum(np.maximum(within, nearest), 1e-12), 0.0)
    return float(width.mean())


def agreement(left: Ints, right: Ints) -> float:
    """Return the adjusted Rand index of two labellings (Hubert and Arabie 1985)."""
    table = np.zeros((int(left.max()) + 1, int(right.max()) + 1))
    np.add.at(table, (left, right), 1)
    pairs = [float((counts * (counts - 1) / 2).sum()) for counts in (table, table.sum(axis=1), table.sum(axis=0))]
    everything = len(left) * (len(left) - 1) / 2
    expected = pairs[1] * pairs[2] / everything if everything else 0.0
    highest = (pairs[1] + pairs[2]) / 2
    return 1.0 if highest == expected else (pairs[0] - expected) / (highest - expected)
