"""How a topic says which wishes it answers, and how the answer to a wish is found."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bots.citizen.visit import Visit

Handler = Callable[[Visit], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a topic answers, by the name of the wish; a command (`/ask`) is answered by text and by button."""

    typed: Mapping[str, Handler] = field(default_factory=dict)
    tapped: Mapping[str, Handler] = field(default_factory=dict)


class Switchboard:
    """Find the answer in one look: aiogram would await a filter for each of some forty handlers."""

    def __init__(self, topics: Iterable[Answers], *, untyped: Handler, untapped: Handler) -> None:
        self._typed: dict[str, Handler] = {}
        self._tapped: dict[str, Handler] = {}
        self._otherwise = untyped, untapped
        for topic in topics:
            self._typed |= topic.typed
            commands = {name: handler for name, handler in topic.typed.items() if name.startswith("/")}
            self._tapped |= {**commands, **topic.tapped}

    async def answer(self, visit: Visit) -> None:
        """Answer what is wanted; a consent leads on to the wish before it."""
        wish = None
        while wish is not visit.wish:
            wish = visit.wish
            await self._handler(visit)(visit)

    def _handler(self, visit: Visit) -> Handler:
        untyped, untapped = self._otherwise
        return self._tapped.get(visit.wish.name, untapped) if visit.query else self._typed.get(visit.wish.name, untyped)
