"""What is bought when every voter holds the same part, in floats: quick, and right but for the nearest of ties."""

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from deliberation.equal_shares.election import Election, Floats

EPSILON = 1e-9  # relative: two prices nearer than this are a tie, and who lacks less than this can pay
ROUNDING = 1e-13  # relative: what a sum of floats may lack


@dataclass(frozen=True, slots=True)
class Outcome:
    """Items in the order of purchase with the full payment for each; `doubtful`: rounding may have decided a tie."""

    share: Fraction
    bought: tuple[int, ...]
    payments: tuple[float, ...]
    doubtful: bool


@dataclass(slots=True)
class Run:
    """One run of the method. Prices only rise while items are bought: `floor` is by item what its price is at least.

    `before` is what was bought with a smaller part: the same is tried first.
    """

    election: Election
    share: Fraction
    before: Outcome | None = None
    tolerance: float = EPSILON
    doubtful: bool = False
    left: Floats = field(init=False)
    floor: Floats = field(init=False)
    bought: list[int] = field(init=False)
    payments: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.left = np.full(len(self.election.weights), float(self.share))
        self.floor = self.election.floor.copy()
        self.bought = list(self.election.free)
        self.payments = [0.0] * len(self.bought)

    def outcome(self) -> Outcome:
        """Buy until nothing can be paid for."""
        while (likeliest := self.first()) is not None:
            self.buy(self.cheapest(likeliest))
        return Outcome(self.share, tuple(self.bought), tuple(self.payments), self.doubtful)

    def expected(self) -> int | None:
        """Return what was bought at this place with the smaller part."""
        place, order = len(self.bought), self.before.bought if self.before else ()
        return order[place] if place < len(order) else None

    def first(self) -> int | None:
        """Return an item that can be paid for, the likeliest one, with its price for floor; None if there is none."""
        item = self.expected()
        while True:
            if item is None or self.floor[item] == np.inf:
                item = int(self.floor.argmin()) if len(self.floor) else None
            if item is None or self.floor[item] == np.inf:
                return None
            self.raise_to_price(item)
            if self.floor[item] < np.inf:
                return item

    def near(self, best: int) -> list[int]:
        """Return an item and those that are cheaper, or dearer by so little that they may be as cheap."""
        return [best, *self.rivals(best, float(self.floor[best]))]

    def cheapest(self, best: int) -> int:
        """Return the item whose supporters give the least for what they get."""
        for item in self.rivals(best, float(self.floor[best])):
            lowest, price = self.floor[best], self.floor[item]
            nearer = price < lowest * (1 - EPSILON)
            tied = not nearer and price <= lowest * (1 + EPSILON)
            self.doubtful |= bool(tied and not self.alike(item, best))
            if nearer or (tied and self.election.rank[item] < self.election.rank[best]):
                best = item
        return best

    def rivals(self, best: int, price: float) -> list[int]:
        """Return the other items that cost no more than this price, with theirs for floor."""
        limit = price * (1 + self.tolerance)
        maybe = (self.floor <= limit).nonzero()[0].tolist()
        return [item for item in maybe if item != best and self.within(item, limit)]

    def alike(self, item: int, best: int) -> bool:
        """Return whether the prices are the same because of both items nobody runs short: no rounding decides."""
        base, floor = self.election.base, self.election.floor
        unlimited = self.floor[item] <= floor[item] * (1 + ROUNDING) and self.floor[best] <= floor[best] * (
            1 + ROUNDING
        )
        return bool(unlimited and base[item] == base[best])

    def within(self, item: int, limit: float) -> bool:
        """Return whether an item costs no more than the limit, with its price for floor, or else a higher floor."""
        side = self.election.sides[item]
        held, most = self.left.take(side.types), limit * side.unit
        short = side.cost - side.mass.dot(np.minimum(held, most))
        if short > self.tolerance * side.cost:
            rich = side.mass.dot(held > most)
            self.floor[item] = (most + short / rich) / side.unit if rich else np.inf
            return False
        self.raise_to_price(item)
        return bool(self.floor[item] <= limit)

    def raise_to_price(self, item: int) -> None:
        """Raise the floor to the price: p with Σ min(held, p) = cost, or infinity where the supporters hold too little.

        Newton's steps from below: the sum is concave in p, and its slope is the number of those who hold more.
        """
        side = self.election.sides[item]
        held, payment = self.left.take(side.types), self.payment(item)
        while (short := side.cost - side.mass.dot(np.minimum(held, payment))) > ROUNDING * side.cost:
            if not (rich := side.mass.dot(held > payment)):
                enough = bool(short <= self.tolerance * side.cost)
                self.doubtful |= enough
                payment = payment if enough else np.inf
                break
            payment += short / rich
        self.floor[item] = payment / side.unit

    def payment(self, item: int) -> float:
        return float(self.floor[item]) * self.election.sides[item].unit

    def buy(self, item: int) -> None:
        types, payment = self.election.sides[item].types, self.payment(item)
        self.left[types] = np.maximum(self.left.take(types) - payment, 0.0)
        self.bought.append(item)
        self.payments.append(payment)
        self.close(item)

    def close(self, item: int) -> None:
        self.floor[item] = np.inf


def purchase(election: Election, share: Fraction, before: Outcome | None = None) -> Outcome:
    return Run(election, share, before).outcome()


def purchase_throughout(election: Election, share: Fraction, before: Outcome) -> Outcome | None:
    """Return what is bought with a larger part if it surely is the same, in the same order, with every part between.

    A voter has the more left after the same purchases the larger the part, so a price falls as the part rises: no item
    may cost less, with the larger part, than the bought one cost with the smaller.
    """
    run = Run(election, share, before)
    for place in range(len(run.bought), len(before.bought)):
        item, highest = before.bought[place], before.payments[place] / election.sides[before.bought[place]].unit
        run.raise_to_price(item)
        for rival in run.rivals(item, highest):
            always = highest <= election.floor[item] * (1 + ROUNDING) and run.alike(rival, item)
            if not always or election.rank[rival] < election.rank[item]:
                return None
        run.buy(item)
    return run.outcome() if run.first() is None and not run.doubtful else None
