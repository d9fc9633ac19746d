"""Votes as they come in, held so that a new map needs no new count: sums that one vote changes in a moment."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_matrix

from deliberation.opinion_map.assembly import MOST_CELLS, UNSEEN, Assembly, Grid, assemble, of_grid
from deliberation.opinion_map.drawing import OpinionMap, in_one_thread, map_of

Floats = NDArray[np.float64]
Counts = NDArray[np.int32]


class VoteState:
    """The last vote of each participant on each statement, and how often votes on two statements came together.

    With V the matrix of votes (0 where there is none) and M that of who voted on what (1 or 0), `both` is MᵀM, `sums`
    VᵀM and `products` VᵀV: whole numbers, so that the same votes leave the same bits, whatever came before them.
    """

    def __init__(self) -> None:
        self._grid: Grid = np.full((0, 0), UNSEEN, dtype=np.int8)
        self._people, self._texts = 0, 0  # in use; the grid has room for more
        self.both, self.sums, self.products = (np.zeros((0, 0), dtype=np.int32) for _ in range(3))

    @classmethod
    def of(cls, participant: ArrayLike, statement: ArrayLike, value: ArrayLike) -> "VoteState":
        """Return the state after many votes, counted at once. Raises ValueError as `opinion_map` does."""
        votes, state = assemble(participant, statement, value), cls()
        state._make_room(votes.participants, votes.statements)
        state._grid[votes.participant, votes.statement] = votes.value
        state._count(votes)
        return state

    def put(self, participant: int, statement: int, value: int) -> None:
        """Take a vote, in place of the one that this participant may have given before."""
        if value not in {-1, 0, 1}:
            raise ValueError("a vote is -1 (disagree), 0 (pass) or 1 (agree)")
        if participant < 0 or statement < 0:
            raise ValueError("participants and statements are numbered from 0")
        self._make_room(participant + 1, statement + 1)
        self.take_back(participant, statement)
        self._grid[participant, statement] = value
        self._add(participant, statement, 1)

    def take_back(self, participant: int, statement: int) -> None:
        """Forget a vote, if there is one."""
        known = 0 <= participant < self._people and 0 <= statement < self._texts
        if known and self._grid[participant, statement] != UNSEEN:
            self._add(participant, statement, -1)
            self._grid[participant, statement] = UNSEEN

    def votes(self) -> Assembly:
        """Return the votes as `assemble` does, up to the highest numbers that were ever given."""
        return of_grid(np.ascontiguousarray(self._grid[: self._people, : self._texts]))

    def opinion_map(self, *, seed: int = 0, previous: OpinionMap | None = None) -> OpinionMap:
        """Draw the map, as `opinion_map` does from the votes."""
        with in_one_thread():
            votes = self.votes()
            return map_of(votes, seed, previous, self.square(votes))

    def square(self, votes: Assembly) -> Floats:
        """Return XᵀX of the centred matrix X = V − M·diag(mean), on the statements that have votes."""
        texts = votes.texts()
        both, sums, products = (each[np.ix_(texts, texts)] for each in (self.both, self.sums, self.products))
        mean = sums.diagonal() / both.diagonal()
        across = sums * mean
        return np.asarray(products - across - across.T + both * np.outer(mean, mean))

    def _add(self, participant: int, statement: int, sign: int) -> None:
        """Count a vote that stands in the grid together with each other one of the same person, or no longer."""
        row = self._grid[participant]
        others = np.flatnonzero(row != UNSEEN)
        values, value = row[others].astype(np.int32), int(row[statement])
        apart = others[others != statement], statement
        self.both[statement, others] += sign
        self.both[apart] += sign
        self.sums[statement, others] += sign * value
        self.sums[apart] += sign * values[others != statement]
        self.products[statement, others] += sign * value * values
        self.products[apart] += sign * value * values[others != statement]

    def _count(self, votes: Assembly) -> None:
        """Count all votes at once."""
        where, shape = (votes.participant, votes.statement), self._grid.shape
        cast = csr_matrix((votes.value.astype(np.int32), where), shape=shape)
        seen = csr_matrix((np.ones(len(votes.value), dtype=np.int32), where), shape=shape)
        self.both, self.sums, self.products = (
            np.asarray((left.T @ right).toarray()) for left, right in ((seen, seen), (cast, seen), (cast, cast))
        )

    def _make_room(self, people: int, texts: int) -> None:
        people, texts = max(people, self._people), max(texts, self._texts)
        if people * texts > MOST_CELLS:
            raise ValueError("participants and statements are too many, or numbered with gaps too wide")
        self._people, self._texts = people, texts
        rows, columns = self._grid.shape
        if self._people > rows or self._texts > columns:
            room = _room(self._people, rows), _room(self._texts, columns)
            self._grid = _grown(self._grid, room, UNSEEN)
            self.both, self.sums, self.products = (
                _grown(each, (room[1], room[1]), 0) for each in (self.both, self.sums, self.products)
            )


def _room(needed: int, held: int) -> int:
    """Return room for half as many again where there is too little, so that growth costs little a vote."""
    return held if needed <= held else needed + (needed // 2 if held else 0)


def _grown(table: NDArray[Any], shape: tuple[int, int], fill: int) -> NDArray[Any]:
    found = np.full(shape, fill, dtype=table.dtype)
    found[: table.shape[0], : table.shape[1]] = table
    return found
