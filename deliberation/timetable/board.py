"""Sessions on a grid while they are moved about: who stands in whose way, and what each place costs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from deliberation.timetable.grid import Grid
from deliberation.timetable.options import Option


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
