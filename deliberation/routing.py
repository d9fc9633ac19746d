"""Which statement somebody is asked next: drawn by lot, the likelier the more there is to learn from it.

As in Polis (Small and others: "Polis: Scaling Deliberation by Mapping High Dimensional Opinion Spaces", Recerca 26(2),
2021) a statement weighs more when many take a side and few pass, and when it is new. Refusing together is common ground
as well, so the larger side counts, whichever it is; and a further vote teaches the less the more there are, so the
weight falls as votes come in. Plain Python, for a bot in a hurry.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate
from math import isfinite

IN_ADVANCE = 2  # votes that every statement is given on its larger side: a new one comes before all others
BIAS = 4  # the power that leans the draw towards what promises most


@dataclass(frozen=True, slots=True)
class Offer:
    """What was drawn, and the chance with which it was: whoever counts votes can weigh them by its inverse."""

    name: str
    propensity: float


def priority(agree: int, disagree: int, passed: int) -> float:
    """Return how much a statement with these votes weighs in the draw: 1 for a new one, less for any other.

    Raises ValueError for counts below 0 or no number.
    """
    if not (agree >= 0 and disagree >= 0 and passed >= 0):
        raise ValueError("votes are counted from 0")
    seen = agree + disagree + passed
    leading = (max(agree, disagree) + IN_ADVANCE) / (seen + IN_ADVANCE)
    decided = 1 - passed / (seen + IN_ADVANCE)
    return float((leading * decided) ** BIAS / (seen + 1))


def route(weights: Mapping[str, float], seed: str) -> Offer | None:
    """Draw one of the statements that somebody has not voted on, None when none is left.

    The same for any order of the statements; the seed alone decides, so a draw can be repeated. Raises ValueError for
    weights that are not above 0.
    """
    names = sorted(weights)
    ends = list(accumulate(weights[name] for name in names))
    if not names:
        return None
    if not all(weight > 0 for weight in weights.values()) or not isfinite(ends[-1]):
        raise ValueError("a weight is a number above 0")
    aim = _chance(seed) * ends[-1]
    drawn = next((name for name, end in zip(names, ends, strict=True) if aim < end), names[-1])
    return Offer(drawn, weights[drawn] / ends[-1])


def _chance(seed: str) -> float:
    """Return a number from 0 up to, not including, 1: the first 53 bits of the seed's SHA-256."""
    return (int.from_bytes(sha256(seed.encode()).digest()[:8], "big") >> 11) / 2**53
