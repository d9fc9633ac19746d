"""The exact principal plane of the mean-imputed votes."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh
from scipy.sparse import csr_matrix

from deliberation.opinion_map.assembly import Assembly

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

DENSE = 0.1  # share of filled cells from which a dense product is quicker than a sparse one
MOST_DENSE = 20_000_000  # cells of a matrix that is made dense: 160 MB
ONE_LINE = 1e-12  # of the first axis’ variance, below which there is no second axis
ALIKE = 1e-9  # share by which entries of an axis differ that would be equal but for rounding
GUIDES = 6  # axes of the whole from which those of a part of it are sought
ROUNDS = 3  # which leave a hundredth of the spread amiss in the worst real debate, and no group otherwise


@dataclass(frozen=True, slots=True)
class Cells:
    """The votes of the people who have any, on the statements that have any, as a matrix in compressed rows."""

    people: Ints  # their numbers, in order
    texts: Ints
    start: Ints  # of each one's votes, and the end of the last one's
    column: Ints
    value: Ints

    @classmethod
    def of(cls, votes: Assembly) -> "Cells":
        count, texts = votes.votes_by_participant(), votes.texts()
        people = np.flatnonzero(count)
        rank = np.zeros(votes.statements, dtype=np.int64)
        rank[texts] = np.arange(len(texts))
        start = np.concatenate(([0], count[people].cumsum()))
        return cls(people, texts, start, rank[votes.statement], votes.value)

    def repeated(self, times: int) -> "Cells":
        """Return a matrix with this one several times on its diagonal: products with it cost one call for all."""
        again = np.arange(times)[:, None]
        return Cells(
            people=np.tile(self.people, times),
            texts=np.tile(self.texts, times),
            start=np.append((self.start[:-1] + again * len(self.value)).ravel(), times * len(self.value)),
            column=(self.column + again * len(self.texts)).ravel(),
            value=np.tile(self.value, times),
        )

    def centred(self, seen: Mask | None = None) -> Any:
        """Return the mean-imputed, centred matrix: sparse, since an imputed (or hidden) cell becomes exactly zero."""
        value = self.value if seen is None else self.value * seen
        count = np.bincount(self.column, seen, len(self.texts))
        mean = np.bincount(self.column, value, len(self.texts)) / np.maximum(count, 1)
        cells = self.value - mean[self.column]
        if seen is not None:
            cells *= seen
        return csr_matrix((cells, self.column, self.start), shape=(len(self.people), len(self.texts)))

    def scale(self, seen: Mask | None = None) -> Floats:
        """Return the scale of Polis for each person, √(statements / votes of the person), as a column."""
        count = np.diff(self.start) if seen is None else np.add.reduceat(seen, self.start[:-1], dtype=np.int64)
        return np.sqrt(len(self.texts) / np.maximum(count, 1))[:, None]


@dataclass(frozen=True, slots=True)
class Plane:
    """Where people stand (n×2), and the leading axes (rows; at least two), the plane's two first."""

    position: Floats
    axes: Floats


def plane(votes: Assembly) -> tuple[Floats, Floats]:
    """Return positions (n×2, scaled as Polis does by √(statements / votes of the person)) and the two axes (2×m)."""
    found = drawn(votes)
    return found.position, found.axes[:2]


def drawn(votes: Assembly, square: Floats | None = None) -> Plane:
    """Return the plane, and the axes that come after its own.

    The axes are the leading right singular vectors of the centred matrix X: exact, not iterated. Their signs are fixed
    by making each one's largest entry positive (the first, where rounding alone tells several apart). Who did not vote
    and what nobody voted on are not part of X: they stand at 0 and count for nothing, whatever their numbers. `square`
    is XᵀX where it is known.
    """
    cells = Cells.of(votes)
    position, axes = np.zeros((votes.participants, 2)), np.zeros((GUIDES, votes.statements))
    if len(cells.people) < 2 or len(cells.texts) < 2:  # noqa: PLR2004 - a plane needs two of each
        return Plane(position, axes)
    matrix = cells.centred()
    if not np.any(matrix.data):
        return Plane(position, axes)
    found = _leading(matrix, square)
    axes[: len(found), cells.texts] = found
    position[cells.people] = np.asarray(matrix @ found[:2].T) * cells.scale()
    return Plane(position, axes)


def _leading(matrix: Any, square: Floats | None) -> Floats:
    """Return the leading right singular vectors as rows, by the eigenvectors of the smaller of XᵀX and XXᵀ."""
    people, texts = matrix.shape
    if square is not None or texts <= people:
        spread, vectors = _top(_square(matrix) if square is None else square)
        axes = vectors.T
    else:
        spread, vectors = _top(_square(matrix.T.tocsr()))
        axes = np.asarray(matrix.T @ vectors).T
        axes = axes / np.maximum(np.linalg.norm(axes, axis=1, keepdims=True), np.finfo(float).tiny)
    axes = np.where((spread > ONE_LINE * spread[0])[:, None], axes, 0.0)
    size = np.abs(axes)
    largest = (size > (1 - ALIKE) * size.max(axis=1, keepdims=True)).argmax(axis=1)
    return np.asarray(axes * np.where(axes[np.arange(len(axes)), largest] < 0, -1.0, 1.0)[:, None])


def _square(matrix: Any) -> Floats:
    """Return XᵀX, by way of dense matrices where so many cells are filled that this is quicker."""
    cells = matrix.shape[0] * matrix.shape[1]
    if cells <= MOST_DENSE and matrix.nnz > cells * DENSE:
        dense = matrix.toarray()
        return np.asarray(dense.T @ dense)
    return np.asarray((matrix.T @ matrix).toarray())


def _top(symmetric: Floats) -> tuple[Floats, Floats]:
    """Return the largest eigenvalues and their eigenvectors as columns, the largest first."""
    size = len(symmetric)
    values, vectors = eigh(symmetric, subset_by_index=(max(size - GUIDES, 0), size - 1))
    return values[::-1], np.asarray(vectors[:, ::-1])


def nearby(cells: Cells, seen: Mask, axes: Floats) -> Floats:
    """Return positions (times × n × 2) when only some votes are seen (times × votes), from the axes of the whole.

    By subspace iteration (Halko, Martinsson and Tropp: "Finding structure with randomness", SIAM Review 53(2), 2011,
    algorithm 4.4): each round multiplies what is amiss by the ratio of the seventh to the second eigenvalue or less.
    """
    times, texts = len(seen), len(cells.texts)
    whole = cells.repeated(times)
    matrix = whole.centred(seen.ravel())
    across = matrix.T
    basis = np.tile(axes[:, cells.texts].T, (times, 1))
    for _ in range(ROUNDS):
        turned, _ = np.linalg.qr((across @ (matrix @ basis)).reshape(times, texts, -1))
        basis = turned.reshape(times * texts, -1)
    along = (matrix @ basis).reshape(times, len(cells.people), -1)
    _, turn = np.linalg.eigh(along.transpose(0, 2, 1) @ along)
    scale = whole.scale(seen.ravel()).reshape(times, -1, 1) / np.sqrt(times)
    return np.asarray(along @ turn[:, :, :-3:-1] * scale)
