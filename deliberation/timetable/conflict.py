"""Which rules stand in each other's way: a conflict of which nothing can be left out.

Method: QuickXplain (Junker: "Preferred Explanations and Relaxations for Over-Constrained Problems", AAAI 2004).
"""

from collections.abc import Callable, Sequence

from deliberation.timetable.feasible import Open, feasible
from deliberation.timetable.grid import grid_of
from deliberation.timetable.programme import Programme
from deliberation.timetable.rules import Rule, rules_of

Fits = Callable[[Sequence[Rule]], bool]


def conflict(programme: Programme) -> list[Rule]:
    """Return rules that cannot all be kept, where no timetable keeps them all.

    First the sessions, with all that is said of them, then what is said of those that are left.
    """

    def fits(rules: Sequence[Rule]) -> bool:
        """Say whether there is a timetable that keeps these; what is too hard to say is no part of a conflict."""
        try:
            return feasible(grid_of(programme, rules)) is not None
        except Open:
            return True

    said = rules_of(programme)
    sessions = [rule for rule in said if rule.code == "takes_place"]
    others = [rule for rule in said if rule.code != "takes_place"]
    sessions = smallest(others, sessions, fits)
    return sessions + smallest(sessions, others, fits)


def smallest(given: Sequence[Rule], rules: Sequence[Rule], fits: Fits) -> list[Rule]:
    """Return the smallest part of `rules` that does not fit with what is given, where all of them do not."""
    return [] if not rules or not fits(given) else _smallest(given, rules, fits)


def _smallest(given: Sequence[Rule], rules: Sequence[Rule], fits: Fits, *, grown: bool = False) -> list[Rule]:
    if grown and not fits(given):
        return []
    if len(rules) == 1:
        return list(rules)
    half = len(rules) // 2
    one, other = rules[:half], rules[half:]
    second = _smallest([*given, *one], other, fits, grown=bool(one))
    first = _smallest([*given, *second], one, fits, grown=bool(second))
    return first + second
