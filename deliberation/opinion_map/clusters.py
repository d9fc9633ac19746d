"""Groups of people who stand near each other: k-means, how many, and whether they hold."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

STARTS = 48
HASTE = 3  # steps after which the worse starts are given up
HOPEFUL = 5 / 12  # share of the starts that go on from there until they rest
FINALISTS = 1 / 9  # share of the starts that go on with more people
STEPS = 100
TRIED = 400  # people on whom the starts are tried
MANY = 5000  # people on whom the finalists are tried; where there are more, the best goes on with everybody
FAR = 1e9  # where a centre stands that nobody is to be nearest to
STILL = 1e-6  # of the spread of the points: what moves less is at rest
ALIKE = 1e-9  # of the spread, by which two starts that ended in the same place differ at most
SAMPLE = 1000  # people looked at for the silhouette, which grows with the square


def k_means(points: Floats, k: int, seed: int) -> tuple[Ints, Floats]:
    """Return the label of each point and the k centres, the best of several starts (deterministic by seed)."""
    labels, centres = k_means_of_each(points[None], (k,), seed)
    return labels[0, 0], centres[0, 0]


def k_means_of_each(clouds: Floats, ks: Sequence[int], seed: int, *, starts: int = STARTS) -> tuple[Ints, Floats]:
    """Return labels (clouds × ks × points) and centres (clouds × ks × most k × 2) of clouds (clouds × points × 2).

    All in one go, since each step costs little more for many than for one; a smaller k has centres FAR from everybody.
    """
    everybody = _upright(clouds)
    few, many, whole = (np.repeat(each, len(ks), axis=0) for each in (*_parts(everybody), everybody))
    spread = _spread(_parts(everybody)[0], max(ks), starts, np.random.default_rng(seed))
    centres = np.repeat(spread, len(ks), axis=0)
    for number, k in enumerate(ks):
        centres[number :: len(ks), :, k:] = FAR
    centres = _best(few, _lloyd(few, centres, HASTE), int(HOPEFUL * starts))
    centres = _best(few, _lloyd(few, centres, STEPS), max(int(FINALISTS * starts), 1))
    centres = _best(many, _lloyd(many, centres, STEPS), 1)
    if clouds.shape[1] > MANY:
        centres = _lloyd(whole, centres, STEPS)
    shape = len(clouds), len(ks)
    return _near(whole, centres[:, 0]).argmax(axis=1).reshape(*shape, -1), centres.reshape(*shape, -1, 2)


def _parts(everybody: Floats) -> tuple[Floats, Floats]:
    """Return the few on whom the starts are tried and the many on whom the finalists are."""
    few, many = (everybody[:, :, evenly(everybody.shape[2], most)] for most in (TRIED, MANY))
    return few, many


def evenly(count: int, most: int) -> Ints:
    """Return up to `most` of the first `count` whole numbers, at even distances."""
    return np.linspace(0, count - 1, min(count, most)).astype(np.int64)


def _upright(clouds: Floats) -> Floats:
    """Return clouds × (x, y, 1) × points, so that one product with a centre says how near it is."""
    return np.stack((clouds[:, :, 0], clouds[:, :, 1], np.ones(clouds.shape[:2])), axis=1)


def _near(clouds: Floats, centres: Floats) -> Floats:
    """Return how near each point of a cloud is to each of its centres (clouds × k × 2): x·c − |c|²/2.

    As |x − c|² = |x|² − 2 (x·c − |c|²/2), the nearest centre is the one where this is largest.
    """
    length = (centres * centres).sum(axis=2, keepdims=True) / 2
    return np.asarray(np.concatenate((centres, -length), axis=2) @ clouds)


def _spread(clouds: Floats, k: int, starts: int, chance: np.random.Generator) -> Floats:
    """Choose starting centres far from each other (Arthur and Vassilvitskii: k-means++, SODA 2007).

    Returns clouds × starts × k × 2.
    """
    points, count = clouds[:, :2], clouds.shape[2]
    centres = points[:, :, chance.integers(count, size=starts)].transpose(0, 2, 1)[:, :, None]
    nearest = _apart(points, centres[:, :, 0])
    for _ in range(k - 1):
        sums = nearest.cumsum(axis=2)
        aims = chance.random(starts)[:, None] * sums[:, :, -1:]
        chosen = np.minimum((sums < aims).sum(axis=2), count - 1)
        added = np.take_along_axis(points, chosen[:, None], axis=2).transpose(0, 2, 1)
        centres = np.concatenate((centres, added[:, :, None]), axis=2)
        nearest = np.minimum(nearest, _apart(points, added))
    return centres


def _apart(points: Floats, centres: Floats) -> Floats:
    """Return squared distances, clouds × starts × points, of points (clouds × 2 × points) from one centre a start."""
    across, along = (points[:, None, axis] - centres[:, :, axis, None] for axis in range(2))
    return np.asarray(across * across + along * along)


def _lloyd(clouds: Floats, centres: Floats, steps: int) -> Floats:
    """Move the centres of each start (clouds × starts × k × 2) to the means of their points until they rest."""
    count, starts, k, _ = centres.shape
    centres = centres.reshape(-1, k, 2).copy()
    moving = np.arange(count * starts)
    theirs = clouds[moving // starts]
    still = STILL * np.sqrt((clouds[:, :2] ** 2).mean())
    for _ in range(steps):
        moved = _means(theirs, centres[moving])
        restless = (np.abs(moved - centres[moving]) > still).any(axis=(1, 2))
        centres[moving] = moved
        if not restless.all():
            moving, theirs = moving[restless], theirs[restless]
        if not len(moving):
            break
    return centres.reshape(count, starts, k, 2)


def _means(clouds: Floats, centres: Floats) -> Floats:
    """Return the means of the points that are nearest to each centre; a centre without points stays."""
    near = _near(clouds, centres)
    theirs = (near >= near.max(axis=1, keepdims=True)).astype(np.float64)
    sums = theirs @ clouds.transpose(0, 2, 1)  # of x, of y, and how many
    return np.where(sums[:, :, 2:] > 0, sums[:, :, :2] / np.maximum(sums[:, :, 2:], 1), centres)


def _best(clouds: Floats, centres: Floats, most: int) -> Floats:
    """Return the tightest starts (clouds × starts × k × 2) of each cloud, the tightest first, those alike last."""
    count, starts, k, _ = centres.shape
    near = _near(np.repeat(clouds, starts, axis=0), centres.reshape(-1, k, 2)).max(axis=1)
    loose = -near.sum(axis=1).reshape(count, starts)
    order = loose.argsort(axis=1, kind="stable")
    spread = (clouds[:, :2] ** 2).sum(axis=(1, 2))[:, None]
    steps = np.diff(np.take_along_axis(loose, order, axis=1), axis=1, prepend=-np.inf)
    last = (steps <= ALIKE * spread).argsort(axis=1, kind="stable")
    chosen = np.take_along_axis(order, last, axis=1)[:, :most]
    return np.take_along_axis(centres, chosen[:, :, None, None], axis=1)


def silhouette(points: Floats, labels: Ints) -> float:
    """Return the mean silhouette (Rousseeuw 1987) over an even sample of the points; −1 where groups are missing."""
    return silhouettes(points, [labels])[0]


def silhouettes(points: Floats, labellings: list[Ints]) -> list[float]:
    """Return the mean silhouette of each labelling of the same points."""
    chosen = evenly(len(points), SAMPLE)
    apart = cdist(points[chosen], points[chosen])
    return [_silhouette(apart, labels[chosen]) for labels in labellings]


def _silhouette(apart: Floats, labels: Ints) -> float:
    groups, indices, count = np.unique(labels, return_inverse=True, return_counts=True)
    if len(groups) < 2:  # noqa: PLR2004 - one group has no neighbour
        return -1.0
    sums = apart @ np.eye(len(groups))[indices]
    own = np.arange(len(labels)), indices
    within = sums[own] / np.maximum(count[indices] - 1, 1)
    means = sums / count
    means[own] = np.inf
    nearest = means.min(axis=1)
    width = np.where(count[indices] > 1, (nearest - within) / np.maximum(np.maximum(within, nearest), 1e-12), 0.0)
    return float(width.mean())


def agreement(left: Ints, right: Ints) -> float:
    """Return the adjusted Rand index of two labellings (Hubert and Arabie 1985)."""
    table = shared(left, right)
    pairs = [float((counts * (counts - 1) / 2).sum()) for counts in (table, table.sum(axis=1), table.sum(axis=0))]
    everything = len(left) * (len(left) - 1) / 2
    expected = pairs[1] * pairs[2] / everything if everything else 0.0
    highest = (pairs[1] + pairs[2]) / 2
    return 1.0 if highest == expected else (pairs[0] - expected) / (highest - expected)


def shared(left: Ints, right: Ints) -> Ints:
    """Return how many people each pair of groups, one of either labelling, has in common."""
    rows, columns = int(left.max(initial=-1)) + 1, int(right.max(initial=-1)) + 1
    return np.bincount(left * columns + right, minlength=rows * columns).reshape(rows, columns)
