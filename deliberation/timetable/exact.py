"""The most comfortable timetable, by CP-SAT of ortools (the extra `timetable`), or how far one is from it.

The programme in clauses alone, a variable for each session and place and one for each session and quarter: forty
sessions take seconds, where intervals took minutes. One thread, and a bound on effort instead of on time: the same
programme gives the same timetable everywhere.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from ortools.sat.python import cp_model

from deliberation.timetable.feasible import columns_of, named, rows
from deliberation.timetable.grid import Grid
from deliberation.timetable.options import Option

EFFORT = 10.0  # in CP-SAT's deterministic unit, a second of work or somewhat more

Literal = Any  # of CP-SAT


def best(grid: Grid, start: Sequence[Option], cost: int) -> tuple[list[Option], int]:
    """Return a timetable at least as good as `start`, which has this cost, and the cost below which there is none."""
    model = Model(grid)
    model.begin_with(start, cost)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.optimize_with_core = True
    solver.parameters.max_deterministic_time = EFFORT
    found = solver.solve(model.programme) in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    return model.chosen(solver) if found else list(start), max(0, round(solver.best_objective_bound))


class Model:
    """A programme in the words of CP-SAT."""

    def __init__(self, grid: Grid) -> None:
        self.programme = cp_model.CpModel()
        self._grid = grid
        self._columns = columns_of(grid)
        self._here = [self._new() for _ in self._columns]
        for least, most, places in rows(grid, self._columns):
            self._keep(least, most, [self._here[place] for place in places])
        self._on = self._quarters()
        self._cost = sum([*self._clashes(), *self._gaps(), *self._moves()])
        self.programme.minimize(self._cost)

    def begin_with(self, start: Sequence[Option], cost: int) -> None:
        """Look for nothing worse than `start`."""
        self.programme.add(self._cost <= cost)
        for (session, option), here in zip(self._columns, self._here, strict=True):
            self.programme.add_hint(here, start[session] == option)

    def chosen(self, solver: Any) -> list[Option]:
        """Return what the solver has found."""
        columns = zip(self._columns, self._here, strict=True)
        return named(self._grid, [option for (_, option), here in columns if solver.boolean_value(here)])

    def _new(self) -> Literal:
        return self.programme.new_bool_var("")

    def _keep(self, least: int, most: int, literals: Sequence[Literal]) -> None:
        if least == most == 1:
            self.programme.add_exactly_one(literals)
        elif most == 1:
            self.programme.add_at_most_one(literals)
        elif len(literals) > most:
            self.programme.add(sum(literals) <= most)

    def _quarters(self) -> list[list[Literal]]:
        """Return, by session and quarter, whether it is on."""
        covering: list[list[list[Literal]]] = [[[] for _ in self._grid.minutes] for _ in self._grid.sessions]
        for (session, option), here in zip(self._columns, self._here, strict=True):
            for cell in option.cells():
                covering[session][cell].append(here)
        return [[self._any(literals) for literals in cells] for cells in covering]

    def _any(self, literals: Sequence[Literal]) -> Literal:
        found = self._new()
        for each in literals:
            self.programme.add_implication(each, found)
        self.programme.add_bool_or([*literals, ~found])
        return found

    def _clashes(self) -> Iterator[Any]:
        for one, others in enumerate(self._grid.people):
            for other, people in others.items():
                if one < other and other not in self._grid.apart[one]:
                    missed = self._new()
                    for here, there in zip(self._on[one], self._on[other], strict=True):
                        self.programme.add_bool_or([~here, ~there, missed])
                    yield people * missed

    def _gaps(self) -> Iterator[Any]:
        """Yield the quarters in which a speaker waits."""
        for own in self._grid.together:
            speaks = [
                self._any([self._on[session][cell] for session in own]) for cell in range(len(self._grid.minutes))
            ]
            for day in self._grid.days:
                yield from self._waiting([on for cell, on in enumerate(speaks) if day >> cell & 1])

    def _waiting(self, speaks: Sequence[Literal]) -> Iterator[Any]:
        """Yield the quarters of a day between the first and the last in which somebody speaks and they do not."""
        begun, going = self._since(speaks), self._since(speaks[::-1])[::-1]
        for now, before, after in zip(speaks, begun, going, strict=True):
            idle = self._new()
            self.programme.add_bool_or([~before, ~after, now, idle])
            yield self._grid.gap * idle

    def _since(self, speaks: Sequence[Literal]) -> list[Literal]:
        """Return, by quarter, whether somebody has spoken in it or earlier."""
        found = [self._new() for _ in speaks]
        for place, on in enumerate(speaks):
            self.programme.add_implication(on, found[place])
            if place:
                self.programme.add_implication(found[place - 1], found[place])
        return found

    def _moves(self) -> Iterator[Any]:
        for session, option in self._grid.kept.items():
            kept = [here for column, here in zip(self._columns, self._here, strict=True) if column == (session, option)]
            yield self._grid.move * (1 - sum(kept))
