"""A timetable without a solver: first fit with repair, then many small changes of which the good ones stay.

The repair is iterative forward search (Müller: "Constraint-based Timetabling", 2005): what stands in the way gives
place, what had to give place often does so less readily. The changes are simulated annealing with a fixed number of
steps, so that the same seed gives the same timetable on every machine.
"""

from collections.abc import Mapping, Sequence
from math import log
from random import Random

from deliberation.timetable.board import Board
from deliberation.timetable.grid import Grid
from deliberation.timetable.options import Option

PATIENCE = 20  # times, on average, that a session may give place before another method is asked
STEPS = 4_000  # changes tried for each session
COOLING = 0.01  # the last temperature; the first, 1, is what a session costs on average
SWAPPING = 0.4  # share of the changes that exchange two sessions


def first_fit(grid: Grid, seed: int) -> list[Option] | None:
    """Return a place for each session, or None where none was found; that does not mean that there is none."""
    if not all(grid.options):
        return None
    board, chance = Board(grid), Random(seed)  # noqa: S311 - a search has no secrets
    waiting = sorted(range(len(grid.sessions)), key=lambda each: (len(grid.options[each]), -len(grid.apart[each])))
    given = [0] * len(waiting)
    left = PATIENCE * len(waiting)
    while waiting and left:
        session = waiting.pop(0)
        if (option := _best_free(board, session)) is None:
            option, pushed = _least_harm(board, session, given, chance)
            for other in sorted(pushed):
                board.take(other)
                given[other] += 1
                left -= left > 0
            waiting = sorted(pushed) + waiting
        board.put(session, option)
    return None if waiting else [place for place in board.places if place is not None]


def _best_free(board: Board, session: int) -> Option | None:
    """Return the cheapest free option, the announced one before others of its price."""
    free = [option for option in board.grid.options[session] if board.is_free(session, option)]
    return min(free, key=lambda option: board.cost(session, option), default=None)


def _least_harm(board: Board, session: int, given: Sequence[int], chance: Random) -> tuple[Option, set[int]]:
    """Return the option for which those give place who had to least often."""
    ways = [(option, board.blocking(session, option)) for option in board.grid.options[session]]
    return min(ways, key=lambda way: (sum(1 + given[other] ** 2 for other in way[1]), chance.random()))


def improved(grid: Grid, chosen: Sequence[Option], seed: int) -> list[Option]:
    """Return the most comfortable timetable on the way from this one; it keeps what this one keeps."""
    board, chance = Board(grid), Random(seed).random  # noqa: S311
    cost = board.settle(dict(enumerate(chosen))) or 0
    count, steps = len(chosen), STEPS * len(chosen) if cost else 0
    at = [{(each.first, each.room): each for each in options} for options in grid.options]
    best, gained, most = list(chosen), 0, 0
    for step in range(steps):
        if most == cost:
            break
        session, other = int(chance() * count), int(chance() * count)
        if chance() < SWAPPING:
            changes = _exchange(board, session, other, at)
        else:
            changes = {session: grid.options[session][int(chance() * len(grid.options[session]))]}
        warmth = cost / count * COOLING ** (step / steps)
        gained += board.tried(changes, warmth * log(1 - chance()))
        if gained > most:
            best, most = list(filter(None, board.places)), gained
    return best


def _exchange(
    board: Board, one: int, other: int, at: Sequence[Mapping[tuple[int, int], Option]]
) -> Mapping[int, Option]:
    """Return the two sessions with each other's place, where those are options for them."""
    here, there = board.places[one], board.places[other]
    if one == other or here is None or there is None:
        return {}
    to, fro = at[one].get((there.first, there.room)), at[other].get((here.first, here.room))
    return {one: to, other: fro} if to and fro else {}
