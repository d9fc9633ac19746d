"""Votes as a sparse matrix, and the exact principal plane of their mean-imputed form."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.linalg import eigh
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MOST_PEOPLE = 10_000_000
DENSE = 0.1  # share of filled cells from which a dense product is quicker than a sparse one
MOST_DENSE = 20_000_000  # cells of a matrix that is made dense: 160 MB
ONE_LINE = 1e-7  # of the first axis’ spread, below which there is no second axis


@dataclass(frozen=True, slots=True)
class Assembly:
    """Each (participant, statement) once, sorted: the same arrays for any order or repetition of the votes."""

    participant: Ints
    statement: Ints
    value: Ints
    participants: int  # number of rows of the matrix: highest participant index + 1
    statements: int

    def votes_by_participant(self) -> Ints:
        return np.bincount(self.participant, minlength=self.participants)

    def people(self) -> Ints:
        """Return the participants who voted, in order."""
        return np.flatnonzero(self.votes_by_participant())

    def texts(self) -> Ints:
        """Return the statements that were voted on, in order."""
        return np.flatnonzero(np.bincount(self.statement, minlength=self.statements))

    def without(self, hidden: NDArray[np.bool_]) -> "Assembly":
        """Return the same people and statements with some votes hidden."""
        seen = ~hidden
        return Assembly(
            self.participant[seen], self.statement[seen], self.value[seen], self.participants, self.statements
        )

    def only(self, chosen: NDArray[np.bool_]) -> "Assembly":
        """Return the votes of the chosen participants (a mask), who keep their indices."""
        return self.without(~chosen[self.participant])


def assemble(participant: ArrayLike, statement: ArrayLike, value: ArrayLike) -> Assembly:
    """Sort votes and keep the last of each pair. Raises ValueError for unequal lengths or unknown values."""
    columns = [np.asarray(column) for column in (participant, statement, value)]
    if len({column.shape for column in columns}) != 1 or columns[0].ndim != 1:
        raise ValueError("participant, statement and value are three arrays of one length")
    if not len(columns[0]):
        empty = np.zeros(0, dtype=np.int64)
        return Assembly(empty, empty, empty, 0, 0)
    if any(column.dtype.kind not in "iu" for column in columns):
        raise ValueError("participant, statement and value are whole numbers")
    people, texts, values = (column.astype(np.int64) for column in columns)
    if people.min() < 0 or texts.min() < 0 or people.max() > MOST_PEOPLE or texts.max() > MOST_PEOPLE:
        raise ValueError(f"participants and statements are numbered from 0 to {MOST_PEOPLE}")
    if not np.isin(values, (-1, 0, 1)).all():
        raise ValueError("a vote is -1 (disagree), 0 (pass) or 1 (agree)")
    width = int(texts.max()) + 1
    _, last = np.unique((people * width + texts)[::-1], return_index=True)
    kept = len(people) - 1 - last
    return Assembly(people[kept], texts[kept], values[kept], int(people.max()) + 1, width)


def centred(votes: Assembly) -> Any:
    """Return the mean-imputed, centred matrix: sparse, since an imputed cell becomes exactly zero."""
    count = np.bincount(votes.statement, minlength=votes.statements)
    total = np.bincount(votes.statement, weights=votes.value, minlength=votes.statements)
    mean = total / np.maximum(count, 1)
    cells = votes.value - mean[votes.statement]
    return csr_matrix((cells, (votes.participant, votes.statement)), shape=(votes.participants, votes.statements))


def plane(votes: Assembly) -> tuple[Floats, Floats]:
    """Return positions (n×2, scaled as Polis does by √(statements / votes of the person)) and the two axes (2×m).

    The axes are the leading right singular vectors of the centred matrix X: exact, not iterated. Their signs are fixed
    by making each one's largest entry positive. Who did not vote and what nobody voted on are not part of X: they
    stand at 0 and count for nothing, whatever their numbers.
    """
    position, axes = np.zeros((votes.participants, 2)), np.zeros((2, votes.statements))
    people, texts = votes.people(), votes.texts()
    if len(people) < 2 or len(texts) < 2:  # noqa: PLR2004 - a plane needs two of each
        return position, axes
    matrix = centred(votes)[people][:, texts]
    if not np.any(matrix.data):
        return position, axes
    found = _leading(matrix)
    axes[:, texts] = found
    scale = np.sqrt(len(texts) / votes.votes_by_participant()[people])
    position[people] = np.asarray(matrix @ found.T) * scale[:, None]
    return position, axes


def _leading(matrix: Any) -> Floats:
    """Return the two leading right singular vectors as rows, by the eigenvectors of the smaller of XᵀX and XXᵀ."""
    people, texts = matrix.shape
    if texts <= people:
        axes = _top_two(_square(matrix)).T
    else:
        axes = _of_length_one(np.asarray((matrix.T @ _top_two(_square(matrix.T.tocsr()))).T))
    largest = np.abs(axes).argmax(axis=1)
    return np.asarray(axes * np.where(axes[np.arange(2), largest] < 0, -1.0, 1.0)[:, None])


def _of_length_one(axes: Floats) -> Floats:
    """Scale two axes to length 1; where all votes lie on one line, the second is nothing but rounding and becomes 0."""
    first, second = np.linalg.norm(axes, axis=1)
    return np.stack((axes[0] / first, axes[1] / second if second > ONE_LINE * first else np.zeros_like(axes[1])))


def _square(matrix: Any) -> Floats:
    """Return XᵀX, by way of dense matrices where so many cells are filled that this is quicker."""
    cells = matrix.shape[0] * matrix.shape[1]
    if cells <= MOST_DENSE and matrix.nnz > cells * DENSE:
        dense = matrix.toarray()
        return np.asarray(dense.T @ dense)
    return np.asarray((matrix.T @ matrix).toarray())


def _top_two(symmetric: Floats) -> Floats:
    """Return the eigenvectors of the two largest eigenvalues as columns, the largest first."""
    size = len(symmetric)
    _, vectors = eigh(symmetric, subset_by_index=(size - 2, size - 1))
    return np.asarray(vectors[:, ::-1])
