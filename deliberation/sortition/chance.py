"""Chance that everybody can repeat: numbers from a public seed, with the standard library alone.

The n-th number is SHA-256 of `seed|purpose|n`, read as a whole number; one that would favour the low results is passed
over (rejection sampling), so that all results are equally likely.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import count
from typing import TypeVar

T = TypeVar("T")

RANGE = 1 << 256


def numbers(seed: object, purpose: str) -> Iterator[int]:
    """Yield the stream of numbers below 2²⁵⁶; every seed, 0 too, has a stream of its own."""
    for number in count():
        yield int.from_bytes(sha256(f"{seed}|{purpose}|{number}".encode()).digest())


def below(stream: Iterator[int], most: int) -> int:
    """Return the stream's next fair number from 0 to `most` − 1."""
    return next(number for number in stream if number < RANGE - RANGE % most) % most


def shuffled(items: Sequence[T], seed: object, purpose: str) -> list[T]:
    """Return the items in an order that the seed decides (Fisher and Yates)."""
    mixed, stream = list(items), numbers(seed, purpose)
    for last in range(len(mixed) - 1, 0, -1):
        other = below(stream, last + 1)
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return mixed


def sealed(secret: str) -> str:
    """Return the commitment to a party's secret, published before anybody reveals."""
    return sha256(f"palabre|{secret}".encode()).hexdigest()


def common_seed(commitments: Mapping[str, str], secrets: Mapping[str, str], public: str) -> str:
    """Return the seed of several parties and a public value announced before it existed.

    No party alone decides it. Raises ValueError naming who has not revealed, or something else than was sealed.
    """
    for party in sorted(commitments):
        if party not in secrets or sealed(secrets[party]) != commitments[party]:
            raise ValueError(f"{party} has not revealed what was sealed")
    parts = [f"{party}={secrets[party]}" for party in sorted(commitments)]
    return sha256("|".join([*parts, public]).encode()).hexdigest()
