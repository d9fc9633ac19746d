"""Is there a timetable at all? An integer programme for HiGHS, which finds one or proves that there is none.

A variable for each session and place; rooms that can stand for each other are counted together, and given names after.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import highspy
import numpy as np

from deliberation.solver import solver
from deliberation.timetable.grid import Grid
from deliberation.timetable.options import Option

EFFORT = 5_000  # branches, after which the question stays open

Column = tuple[int, Option]
Row = tuple[int, int, list[int]]  # at least, at most, of these variables


class Open(ArithmeticError):  # noqa: N818
    """The question was too hard."""


def feasible(grid: Grid) -> list[Option] | None:
    """Return a place for each session, or None where there is none. Raises Open where that is not known."""
    if not grid.sessions:
        return []
    if not all(grid.options):
        return None
    columns = columns_of(grid)
    model = solver()
    model.setOptionValue("mip_max_nodes", EFFORT)
    count = len(columns)
    model.addVars(count, np.zeros(count), np.ones(count))
    kinds = np.full(count, int(highspy.HighsVarType.kInteger), dtype=np.uint8)
    model.changeColsIntegrality(count, np.arange(count, dtype=np.int32), kinds)
    _add(model, list(rows(grid, columns)))
    model.run()
    if model.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return None
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise Open
    values = model.getSolution().col_value
    return named(grid, [option for (_, option), value in zip(columns, values, strict=True) if value > 1 / 2])


def columns_of(grid: Grid) -> list[Column]:
    """Return the sessions with their options in the first room of each kind."""
    first = {kind[0] for kind in grid.kinds}
    return [
        (session, option) for session, options in enumerate(grid.options) for option in options if option.room in first
    ]


def named(grid: Grid, chosen: Sequence[Option]) -> list[Option]:
    """Return the options in rooms of their own, where those of a kind were counted together."""
    busy = dict.fromkeys(range(len(grid.rooms)), 0)
    kind_of = {kind[0]: kind for kind in grid.kinds}
    found = list(chosen)
    for session in sorted(range(len(chosen)), key=lambda each: chosen[each].first):
        option = chosen[session]
        room = next(room for room in kind_of[option.room] if not busy[room] & option.bits)
        busy[room] |= option.bits
        found[session] = Option(option.first, room, option.bits)
    return found


def _add(model: highspy.Highs, rows: Sequence[Row]) -> None:
    lengths = [len(places) for _, _, places in rows]
    places = np.array([place for row in rows for place in row[2]], dtype=np.int32)
    model.addRows(
        len(rows),
        np.array([row[0] for row in rows], dtype=np.float64),
        np.array([row[1] for row in rows], dtype=np.float64),
        len(places),
        np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.int32),
        places,
        np.ones(len(places)),
    )


def rows(grid: Grid, columns: Sequence[Column]) -> Iterator[Row]:
    """Yield that each session has one place, and what they may not do to each other."""
    size = {kind[0]: len(kind) for kind in grid.kinds}
    own: dict[int, list[int]] = defaultdict(list)
    rooms: dict[tuple[int, int], list[int]] = defaultdict(list)
    covering: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, (session, option) in enumerate(columns):
        own[session].append(place)
        for cell in option.cells():
            rooms[option.room, cell].append(place)
            covering[session, cell].append(place)
    yield from ((1, 1, places) for places in own.values())
    yield from ((0, size[room], places) for (room, _), places in rooms.items())
    for clique in cliques(grid):
        for cell in range(len(grid.minutes)):
            yield 0, 1, [place for session in clique for place in covering[session, cell]]
    for earlier, later in grid.after:
        for cell in range(len(grid.minutes)):
            late = [place for place in own[earlier] if columns[place][1].bits >> cell]
            yield 0, 1, late + [place for place in own[later] if columns[place][1].first <= cell]


def cliques(grid: Grid) -> list[tuple[int, ...]]:
    """Return sets of sessions all of which are apart, so that each pair is in one of them."""
    left = {(one, other) for one, others in enumerate(grid.apart) for other in others if one < other}
    found = []
    while left:
        clique = list(min(left))
        for other in sorted(grid.apart[clique[0]]):
            if other not in clique and grid.apart[other].issuperset(clique):
                clique.append(other)
        left -= {(one, other) for one in clique for other in clique if one < other}
        found.append(tuple(sorted(clique)))
    return found
