"""Failing on demand: the next calls of a method, or a seeded share of them."""

import random
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["429", "500", "hang", "hang_after"]


@dataclass
class Faults:
    """What goes wrong. `planned`: method → faults of its next calls; `share`: method → (part of the calls, fault).

    A method is named in small letters; `sendmessage/<chat>` plans what happens in one chat only.
    """

    planned: dict[str, list[Kind]] = field(default_factory=dict)
    share: dict[str, tuple[float, Kind]] = field(default_factory=dict)
    retry_after: float = 1
    chance: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311 - no secret

    def next(self, method: str, chat: object = None) -> Kind | None:
        """Return what happens to this call, or None."""
        if waiting := self.planned.get(f"{method}/{chat}") or self.planned.get(method):
            return waiting.pop(0)
        part, kind = self.share.get(method, (0.0, "500"))
        return kind if part and self.chance.random() < part else None
