"""Make a timetable: of its own by default, exactly where ortools is installed (the extra `timetable`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from deliberation.timetable.checking import Discomfort, discomfort
from deliberation.timetable.conflict import conflict
from deliberation.timetable.feasible import Open, feasible
from deliberation.timetable.grid import Grid, grid_of
from deliberation.timetable.options import Option
from deliberation.timetable.programme import Place, Programme
from deliberation.timetable.rules import InfeasibleTimetable, rules_of
from deliberation.timetable.search import first_fit, improved


@dataclass(frozen=True, slots=True)
class Timetable:
    """Where and when each session is, what that asks of people, and how little any timetable could ask (`least`)."""

    places: dict[str, Place]
    discomfort: Discomfort
    least: int

    @property
    def is_optimal(self) -> bool:
        """Say whether it is proven that no timetable is better."""
        return self.discomfort.total == self.least


def timetable(programme: Programme, *, method: Literal["search", "exact"] = "search", seed: int = 0) -> Timetable:
    """Give each session of a programme a place.

    All rules are always kept; `search` makes it comfortable, `exact` (with ortools) proves how far it is from the most
    comfortable. The same seed gives the same timetable. Raises InfeasibleTimetable with the rules in conflict.
    """
    grid = grid_of(programme, rules_of(programme))
    chosen, least = improved(grid, _right(programme, grid, seed), seed), 0
    cost = discomfort(programme, grid.plan(chosen)).total
    if method == "exact" and cost:
        from deliberation.timetable.exact import best  # noqa: PLC0415 - ortools is an extra of 165 MB

        chosen, least = best(grid, chosen, cost)
    places = grid.plan(chosen)
    return Timetable(places, discomfort(programme, places), least)


def _right(programme: Programme, grid: Grid, seed: int) -> Sequence[Option]:
    """Return places that keep all rules."""
    if (found := first_fit(grid, seed)) is not None:
        return found
    try:
        found = feasible(grid)
    except Open:
        raise InfeasibleTimetable((), programme.room_minutes()) from None
    if found is None:
        raise InfeasibleTimetable(conflict(programme), programme.room_minutes())
    return found
