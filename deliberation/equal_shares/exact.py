"""What is bought when every voter holds the same part, in fractions: the word that counts.

Floats sort out what is beyond doubt: who can surely pay a price and who surely cannot, which items are surely dearer.
Whatever is nearer than MARGIN, a million times what floats get wrong, is decided in fractions.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, lcm

import numpy as np
from numpy.typing import NDArray

from deliberation.equal_shares.election import Election, Floats, Types
from deliberation.equal_shares.purchases import Run

MARGIN = 1e-6  # relative


@dataclass(slots=True)
class Ledger:
    """Who paid what. A voter holds the part less all that they paid in full, and nothing once they ran short.

    full: by type and purchase, 1 where the full payment was made. left and paid are what floats make of it.
    """

    election: Election
    share: Fraction
    bought: list[int] = field(default_factory=list)
    payments: list[Fraction] = field(default_factory=list)
    paid: list[Floats] = field(default_factory=list)
    numerators: list[int] = field(default_factory=list)  # the payments over one denominator: sums are quick
    denominator: int = 1
    left: Floats = field(init=False)
    full: NDArray[np.float64] = field(init=False)
    broke: NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        types = len(self.election.weights)
        self.left = np.full(types, float(self.share))
        self.full = np.zeros((types, len(self.election.items)))
        self.broke = np.zeros(types, dtype=np.bool_)

    def held(self, types: Types) -> Fraction:
        """Return what all voters of these types hold together."""
        solvent = types[~self.broke[types]]
        weights = self.election.weights[solvent]
        payers = weights @ self.full[solvent, : len(self.bought)]
        spent = sum(int(count) * paid for count, paid in zip(payers, self.numerators, strict=True))
        return int(weights.sum()) * self.share - Fraction(spent, self.denominator)

    def each(self, types: Types) -> list[Fraction]:
        """Return what one voter of each type holds; types with the same history are reckoned once."""
        known: dict[bytes, Fraction] = {}
        histories = [self.full[one].tobytes() if not self.broke[one] else b"" for one in types]
        for place, history in enumerate(histories):
            if history not in known:
                one = types[place : place + 1]
                known[history] = self.held(one) / int(self.election.weights[one].sum())
        return [known[history] for history in histories]

    def payment(self, item: int, guess: float) -> Fraction | None:
        """Return p with Σ min(held, p) = cost, which is near the guess; None if the supporters hold too little."""
        types = self.election.types[item]
        rich, near = self._sorted_out(types, guess)
        owed = self.election.costs[item] - self.held(types[~(rich | near)])
        payers = int(self.election.weights[types[rich | near]].sum())
        weights = [int(weight) for weight in self.election.weights[types[near]]]
        for amount, weight in sorted(zip(self.each(types[near]), weights, strict=True)):
            if amount * payers >= owed:
                break
            owed -= amount * weight
            payers -= weight
        return owed / payers if payers else None

    def _sorted_out(self, types: Types, payment: float) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Return which types surely hold more than a payment, and of which floats cannot tell."""
        held, margin = self.left[types], payment * MARGIN + float(self.share) * MARGIN**2
        return held > payment + margin, np.abs(held - payment) <= margin

    def buy(self, item: int, payment: Fraction) -> None:
        types, amount = self.election.types[item], float(payment)
        rich, near = self._sorted_out(types, amount)
        rich[near] = [held >= payment for held in self.each(types[near])]
        self.paid.append(np.where(rich, amount, self.left[types]))
        self.left[types] = np.where(rich, np.maximum(self.left[types] - amount, 0.0), 0.0)
        self.full[types[rich], len(self.bought)] = 1
        self.broke[types[~rich]] = True
        self.bought.append(item)
        self.payments.append(payment)
        self.denominator = lcm(self.denominator, payment.denominator)
        self.numerators = [int(each * self.denominator) for each in self.payments]

    def lacking(self, item: int) -> Fraction:
        """Return how much less than its cost an item's supporters hold."""
        return max(Fraction(), self.election.costs[item] - self.held(self.election.types[item]))

    def lacking_supporters(self, item: int) -> int:
        """Return how many further voters with a whole part would fill what is lacking; 0 where the parts are nil."""
        return max(1, ceil(self.lacking(item) / self.share)) if self.share else 0


def purchase(election: Election, share: Fraction) -> Ledger:
    """Buy until nothing can be paid for."""
    ledger, run = Ledger(election, share), Run(election, share, tolerance=MARGIN)
    for item in election.free:
        ledger.buy(item, Fraction())
    while (likeliest := run.first()) is not None:
        sought = {item: ledger.payment(item, run.payment(item)) for item in run.near(likeliest)}
        offers = [
            (election.price(item, payment), election.rank[item], item) for item, payment in sought.items() if payment
        ]
        for item in sought.keys() - {item for *_, item in offers}:
            run.close(item)
        if sought[likeliest]:  # else the others may not be all
            *_, chosen = min(offers)
            ledger.buy(chosen, sought[chosen] or Fraction())
            run.left[:] = ledger.left
            run.close(chosen)
    return ledger
