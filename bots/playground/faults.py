"""Failing on demand: the next calls of a method, or a seeded share of them."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["429", "500", "hang", "hang_after"]


@dataclass
class Faults:
    """What goes wrong. `planned`: method → faults of its next calls; `share`: method → parts of the calls with faults.

    A method is named in small letters; `sendmessage/<chat>` plans what happens in one chat only. `intrusions` counts
    the calls to a chat in which the bot had been asked for a pause.
    """

    planned: dict[str, list[Kind]] = field(default_factory=dict)
    share: dict[str, Sequence[tuple[float, Kind]]] = field(default_factory=dict)
    retry_after: float = 1
    chance: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311 - no secret
    seconds: Callable[[], float] = time.monotonic
    intrusions: int = 0
    pauses: dict[object, float] = field(default_factory=dict)

    def next(self, method: str, chat: object = None) -> Kind | None:
        """Return what happens to this call, or None."""
        self.intrusions += self.seconds() < self.pauses.get(chat, 0.0)
        fault = self._planned(method, chat) or self._by_chance(method)
        if fault == "429" and chat is not None:
            self.pauses[chat] = self.seconds() + self.retry_after
        return fault

    def _planned(self, method: str, chat: object) -> Kind | None:
        waiting = self.planned.get(f"{method}/{chat}") or self.planned.get(method)
        return waiting.pop(0) if waiting else None

    def _by_chance(self, method: str) -> Kind | None:
        drawn = self.chance.random() if method in self.share else 1.0
        for part, kind in self.share.get(method, ()):
            if drawn < part:
                return kind
            drawn -= part
        return None
