"""Groups of people who stand near each other: k-means, how many, and whether they hold."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

STARTS = 48
STEPS = 100
TRIED = 2000  # people on whom the starts are tried; where there are more, only the best start goes on with everybody
SAMPLE = 1500  # people looked at for the silhouette, which grows with the square


def k_means(points: Floats, k: int, seed: int, *, starts: int = STARTS) -> tuple[Ints, Floats]:
    """Return the label of each point and the k centres, the best of several starts (deterministic by seed)."""
    chance = np.random.default_rng([seed, k])
    tried = points[evenly(len(points), TRIED)]
    centres = _lloyd(tried, _spread(tried, k, starts, chance))
    best = centres[_inertia(tried, centres).argmin()]
    if len(tried) < len(points):
        best = _lloyd(points, best[None])[0]
    return np.asarray(_distances(points, best[None])[0].argmin(axis=0), dtype=np.int64), best


def evenly(count: int, most: int) -> Ints:
    """Return up to `most` of the first `count` whole numbers, at even distances."""
    return np.linspace(0, count - 1, min(count, most)).astype(np.int64)


def _spread(points: Floats, k: int, starts: int, chance: np.random.Generator) -> Floats:
    """Choose starting centres far from each other (Arthur and Vassilvitskii: k-means++, SODA 2007): starts × k × 2."""
    centres = points[chance.integers(len(points), size=(starts, 1))]
    nearest = _distances(points, centres)[:, 0]
    for _ in range(k - 1):
        sums = np.maximum(nearest, 0).cumsum(axis=1)
        aims = chance.random((starts, 1)) * sums[:, -1:]
        added = points[np.minimum((sums < aims).sum(axis=1), len(points) - 1)][:, None]
        centres = np.concatenate((centres, added), axis=1)
        nearest = np.minimum(nearest, _distances(points, added)[:, 0])
    return centres


def _lloyd(points: Floats, centres: Floats) -> Floats:
    """Move the centres of each start (starts × k × 2) to the means of their points until they rest."""
    centres, moving = centres.copy(), np.arange(len(centres))
    for _ in range(STEPS):
        moved = _means(points, centres[moving])
        restless = (moved != centres[moving]).any(axis=(1, 2))
        centres[moving] = moved
        moving = moving[restless]
        if not len(moving):
            break
    return centres


def _means(points: Floats, centres: Floats) -> Floats:
    """Return the means of the points that are nearest to each centre; a centre without points stays."""
    starts, k, _ = centres.shape
    cell = (_distances(points, centres).argmin(axis=1) + k * np.arange(starts)[:, None]).ravel()
    count = np.bincount(cell, minlength=starts * k)
    sums = [np.bincount(cell, np.tile(axis, starts), starts * k) for axis in points.T]
    means = np.stack(sums, axis=1) / np.maximum(count, 1)[:, None]
    return np.where((count > 0).reshape(starts, k, 1), means.reshape(centres.shape), centres)


def _distances(points: Floats, centres: Floats) -> Floats:
    """Return squared distances, starts × k × points (to rounding, which may leave them a hair below 0)."""
    starts, k, _ = centres.shape
    flat = centres.reshape(-1, 2)
    apart = (-2 * flat) @ points.T
    apart += (flat * flat).sum(axis=1)[:, None]
    apart += (points * points).sum(axis=1)
    return np.asarray(apart.reshape(starts, k, -1))


def _inertia(points: Floats, centres: Floats) -> Floats:
    return np.asarray(_distances(points, centres).min(axis=1).sum(axis=1))


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
