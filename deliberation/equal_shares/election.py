"""The election as the method sees it: items by number, voters with equal approvals as one type with a weight."""

from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from hashlib import sha256
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Item = Any  # any hashable id
Floats = NDArray[np.float64]
Types = NDArray[np.intp]
Utility = Literal["cost", "cardinality"]


@dataclass(frozen=True, slots=True)
class Side:
    """An item's supporters. mass: how many voters each of their types has. A payment is `unit` times the price."""

    types: Types
    mass: Floats
    cost: float
    unit: float


@dataclass(frozen=True)
class Election:
    """What is chosen from and by whom; an item is known by its number, in an order that nobody's list decides.

    types: by item, the types of voters who approve it. weights: by type, how many voters it has; members: which.
    """

    items: tuple[Item, ...]
    costs: tuple[Fraction, ...]
    types: tuple[Types, ...]
    weights: Floats
    members: tuple[tuple[int, ...], ...]
    utility: Utility
    tie_seed: str

    @cached_property
    def count(self) -> tuple[int, ...]:
        return tuple(int(side.mass.sum()) for side in self.sides)

    @cached_property
    def rank(self) -> tuple[int, ...]:
        """Return which of tied items goes first: cost per supporter, more supporters, then the public seed's hash."""
        ordered = sorted(range(len(self.items)), key=self._before)
        return tuple(int(rank) for rank in np.argsort(ordered))

    def _before(self, item: int) -> tuple[Fraction, int, str]:
        count = self.count[item]
        digest = sha256(f"{self.tie_seed}|{self.items[item]}".encode()).hexdigest()
        return (self.costs[item] / max(1, count), -count, digest)

    @cached_property
    def supported(self) -> tuple[int, ...]:
        return tuple(item for item, count in enumerate(self.count) if count)

    @cached_property
    def free(self) -> tuple[int, ...]:
        """Return what costs nothing and somebody wants, in the order of ties."""
        return tuple(sorted((item for item in self.supported if not self.costs[item]), key=self.rank.__getitem__))

    @cached_property
    def base(self) -> tuple[Fraction, ...]:
        """Return by item the price while all its supporters can pay the same; zero means that nobody can buy it."""
        return tuple(
            self.price(item, cost / count) if cost and count else Fraction(0)
            for item, (cost, count) in enumerate(zip(self.costs, self.count, strict=True))
        )

    @cached_property
    def floor(self) -> Floats:
        """Return by item the lowest price there can be, as a float; infinity where nobody can buy it."""
        return np.array([float(price) if price else np.inf for price in self.base])

    def price(self, item: int, payment: Fraction) -> Fraction:
        """Return what a supporter who pays the full payment gives for each unit of what they get."""
        return payment / self.costs[item] if self.utility == "cost" else payment

    @cached_property
    def sides(self) -> tuple["Side", ...]:
        """Return by item what a purchase needs to know."""
        return tuple(
            Side(types, self.weights[types], float(cost), float(cost or 1) if self.utility == "cost" else 1.0)
            for types, cost in zip(self.types, self.costs, strict=True)
        )

    def total(self, items: Sequence[int]) -> Fraction:
        return sum((self.costs[item] for item in items), Fraction())


def election_of(
    costs: Mapping[Item, int], approvals: Sequence[AbstractSet[Item]], utility: Utility, tie_seed: str
) -> Election:
    """Bring voters and items into an order of their own. Raises ValueError for negative or unknown values."""
    priced = {item: amount(costs[item]) for item in sorted(costs, key=str)}
    members: dict[frozenset[Hashable], list[int]] = {}
    for voter, approved in enumerate(approvals):
        members.setdefault(frozenset(approved), []).append(voter)
    if unknown := frozenset().union(*members) - priced.keys():
        raise ValueError(f"approved but without a cost: {min(map(str, unknown))}")
    ordered = sorted(members, key=lambda approved: sorted(map(str, approved)))
    types: dict[Item, list[int]] = {item: [] for item in priced}
    for index, approved in enumerate(ordered):
        for item in approved:
            types[item].append(index)
    return Election(
        items=tuple(priced),
        costs=tuple(priced.values()),
        types=tuple(np.array(indices, dtype=np.intp) for indices in types.values()),
        weights=np.array([len(members[approved]) for approved in ordered], dtype=np.float64),
        members=tuple(tuple(members[approved]) for approved in ordered),
        utility=utility,
        tie_seed=tie_seed,
    )


def amount(given: float) -> Fraction:
    """Return a cost or a budget as it is exactly. Raises ValueError for what is negative, endless or no number."""
    if not 0 <= given < float("inf"):  # nor is NaN
        raise ValueError("costs and budget must be numbers and not negative")
    return Fraction(given)
