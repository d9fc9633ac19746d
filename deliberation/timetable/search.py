"""A timetable without a solver: first fit with repair, then many small changes of which the good ones stay.

The repair is iterative forward search (Müller: "Constraint-based Timetabling", 2005): what stands in the way gives
place, what had to give place often does so less readily. The changes are simulated annealing with a fixed number of
steps, so that the same seed gives the same timetable on every machine.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from random import Random

from deliberation.timetable.grid import Grid, Option

PATIENCE = 20  # times, on average, that a session may give place before another method is asked
STEPS = 4_000  # changes tried for each session
COOLING = 0.01  # the last temperature; the first, 1, is what a session costs on average
SWAPPING = 0.4  # share of the changes that exchange two sessions


class Board:
    """Sessions on a grid, and what each change of place costs."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.places: list[Option | None] = [None] * len(grid.sessions)
        self.busy = [0] * len(grid.rooms)
        self._earlier: list[list[int]] = [[] for _ in grid.sessions]
        self._later: list[list[int]] = [[] for _ in grid.sessions]
        for one, other in grid.after:
            self._earlier[other].append(one)
            self._later[one].append(other)
        self._own = [[own for own in grid.together if session in own] for session in range(len(grid.sessions))]

    def put(self, session: int, option: Option) -> None:
        self.places[session] = option
        self.busy[option.room] |= option.bits

    def take(self, session: int) -> None:
        option = self.places[session]
        if option is not None:
            self.busy[option.room] &= ~option.bits
            self.places[session] = None

    def is_free(self, session: int, option: Option) -> bool:
        """Say whether a session that has no place can have this one."""
        return not self.busy[option.room] & option.bits and next(self._clashing(session, option), None) is None

    def blocking(self, session: int, option: Option) -> set[int]:
        """Return the sessions that would have to give place."""
        found = set(self._clashing(session, option))
        if self.busy[option.room] & option.bits:
            found.update(
                other
                for other, place in enumerate(self.places)
                if place is not None and place.room == option.room and place.bits & option.bits
            )
        return found - {session}

    def settle(self, wanted: Mapping[int, Option]) -> int | None:
        """Put sessions that have no place, and return what they add; where one is not free, none is put: None."""
        added = 0
        for count, (session, option) in enumerate(wanted.items()):
            if not self.is_free(session, option):
                for placed in list(wanted)[:count]:
                    self.take(placed)
                return None
            added += self.cost(session, option)
            self.put(session, option)
        return added

    def tried(self, wanted: Mapping[int, Option], least: float) -> int:
        """Change places if that is right and gains at least so much; return what was gained, 0 if nothing changed."""
        before = {session: place for session in wanted if (place := self.places[session]) is not None}
        self._clear(wanted)
        if (added := self.settle(wanted)) is None:
            for session, option in before.items():
                self.put(session, option)
            return 0
        self._clear(wanted)
        lost = self.settle(before) or 0
        if lost - added < least:
            return 0
        self._clear(wanted)
        for session, option in wanted.items():
            self.put(session, option)
        return lost - added

    def _clear(self, sessions: Iterable[int]) -> None:
        for session in sessions:
            self.take(session)

    def _clashing(self, session: int, option: Option) -> Iterator[int]:
        places = self.places
        for other in self.grid.apart[session]:
            if (place := places[other]) is not None and place.bits & option.bits:
                yield other
        for other in self._earlier[session]:
            if (place := places[other]) is not None and place.bits >> option.first:
                yield other
        for other in self._later[session]:
            if (place := places[other]) is not None and option.bits >> place.first:
                yield other

    def cost(self, session: int, option: Option) -> int:
        """Return what a session adds by being here: missed sessions, waiting speakers, a changed announcement."""
        bits, places = option.bits, self.places
        found = 0
        for other, people in self.grid.people[session].items():
            if (place := places[other]) is not None and place.bits & bits:
                found += people
        for own in self._own[session]:
            found += self.grid.gap * (self._waiting(own, session, bits) - self._waiting(own, session, 0))
        if session in self.grid.kept and self.grid.kept[session] != option:
            found += self.grid.move
        return found

    def _waiting(self, own: Sequence[int], session: int, bits: int) -> int:
        """Count the quarters in which somebody waits, with `session` at `bits` (nowhere, if 0)."""
        for other in own:
            if other != session and (place := self.places[other]) is not None:
                bits |= place.bits
        found = 0
        for day in self.grid.days:
            if here := bits & day:
                found += here.bit_length() - (here & -here).bit_length() + 1 - here.bit_count()
        return found


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
