"""Who looks on: each open page is told what has changed since it looked last, and no more than that."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Onlooker:
    """What one page has not seen yet: chats (person, bot), lines of the strip, how far the crowd is."""

    chats: set[tuple[int, str]] = field(default_factory=set)
    lines: set[int] = field(default_factory=set)
    crowd: bool = True
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def take(self) -> "Onlooker":
        """Return all of it, and begin anew."""
        taken = Onlooker(self.chats, self.lines, self.crowd)
        self.chats, self.lines, self.crowd = set(), set(), False
        self.woken.clear()
        return taken


class Onlookers:
    """All open pages."""

    def __init__(self) -> None:
        self._all: list[Onlooker] = []

    @contextmanager
    def looking(self, lines: set[int]) -> Iterator[Onlooker]:
        """Look on, from these lines of the strip on."""
        one = Onlooker(lines=lines)
        one.woken.set()
        self._all.append(one)
        try:
            yield one
        finally:
            self._all.remove(one)

    def chat(self, person: int, bot: str) -> None:
        """A chat has changed."""
        for each in self._all:
            each.chats.add((person, bot))
            each.woken.set()

    def line(self, number: int) -> None:
        """A line of the strip is new, or counts more."""
        for each in self._all:
            each.lines.add(number)
            each.woken.set()

    def crowd(self) -> None:
        """The crowd has come, or gone, a step further."""
        for each in self._all:
            each.crowd = True
            each.woken.set()
