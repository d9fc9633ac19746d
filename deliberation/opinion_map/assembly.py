"""Votes in order: each pair of a participant and a statement once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ints = NDArray[np.int64]
Grid = NDArray[np.int8]

MOST_PEOPLE = 10_000_000
MOST_CELLS = 200_000_000  # of a grid of bytes, one for each participant and statement
SPARSE = 100  # cells a vote, from which sorting the votes is quicker than filling a grid
UNSEEN = 2  # in a cell without a vote


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
    if values.min() < -1 or values.max() > 1:
        raise ValueError("a vote is -1 (disagree), 0 (pass) or 1 (agree)")
    rows, width = int(people.max()) + 1, int(texts.max()) + 1
    if rows * width > min(MOST_CELLS, SPARSE * len(people)):
        return _sorted(people, texts, values)
    grid = np.full((rows, width), UNSEEN, dtype=np.int8)
    grid[people, texts] = values  # of a repeated index, numpy keeps the last value in the order of memory
    return of_grid(grid)


def of_grid(grid: Grid) -> Assembly:
    """Return the votes of a grid of participants × statements, where a cell is -1, 0, 1 or UNSEEN."""
    cells = grid.ravel()
    filled = np.flatnonzero(cells != UNSEEN)
    people, texts = np.divmod(filled, max(grid.shape[1], 1))
    return Assembly(people, texts, cells[filled].astype(np.int64), *grid.shape)


def _sorted(people: Ints, texts: Ints, values: Ints) -> Assembly:
    width = int(texts.max()) + 1
    _, last = np.unique((people * width + texts)[::-1], return_index=True)
    kept = len(people) - 1 - last
    return Assembly(people[kept], texts[kept], values[kept], int(people.max()) + 1, width)
