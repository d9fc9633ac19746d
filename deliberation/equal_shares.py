"""The Method of Equal Shares: an agenda in which every group of people gets its share of the time.

Peters, Pierczyński, Skowron: "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021;
completion Add1 and the utilitarian fill as on equalshares.net. Each voter holds an equal part of the budget; an item
is bought when its supporters can pay for it, and of all payable items the one comes first whose supporters get the
most for what they pay.
"""

from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from fractions import Fraction
from hashlib import sha256
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Item = Any  # any hashable id
Floats = NDArray[np.float64]
EPSILON = 1e-9  # relative: two prices nearer than this are a tie, which the rules for ties decide


@dataclass(frozen=True, slots=True)
class Miss:
    """What an item lacked: its supporters hold `short` too little; `more` further supporters would have sufficed."""

    short: float
    more: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What was chosen.

    selected: items in the order of purchase, those of the fill last. payments: {item: {voter: amount}}, in the
    budget's unit; the amounts of an item sum to its cost (to 1e-6). filled: items that the utilitarian fill added,
    which nobody pays for. missed: what each other item lacked.
    """

    selected: tuple[Item, ...]
    payments: dict[Item, dict[int, float]]
    filled: tuple[Item, ...]
    missed: dict[Item, Miss]


@dataclass(slots=True)
class _Election:
    """Voters with equal approvals are one type with a weight: the same outcome, much faster."""

    costs: dict[Item, float]
    supporters: dict[Item, NDArray[np.intp]]
    weights: Floats
    members: list[list[int]]
    tie_seed: str
    by_cost: bool
    mass: dict[Item, Floats] = field(init=False)  # by item, how many voters each type of its supporters has
    count: dict[Item, float] = field(init=False)
    rank: dict[Item, int] = field(init=False)

    def __post_init__(self) -> None:
        self.mass = {item: self.weights[types] for item, types in self.supporters.items()}
        self.count = {item: float(mass.sum()) for item, mass in self.mass.items()}
        self.rank = {item: rank for rank, item in enumerate(sorted(self.costs, key=self._before))}

    def price(self, item: Item, payment: float) -> float:
        """Return what a supporter who pays the full payment gives for each unit of what they get."""
        return payment / self.costs[item] if self.by_cost else payment

    def _before(self, item: Item) -> tuple[Fraction, float, str]:
        """Order tied items: cost per supporter, more supporters, then the public seed's hash; never insertion."""
        count = self.count[item]
        digest = sha256(f"{self.tie_seed}|{item}".encode()).hexdigest()
        return (Fraction(int(self.costs[item]), max(1, int(count))), -count, digest)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What is bought when each voter holds `share`: items in order, what each member of a type pays and has left."""

    share: float
    bought: list[Item]
    paid: dict[Item, Floats]
    left: Floats

    def with_share(self, share: float) -> "_Outcome":
        """Return the same purchases and payments with more left to everybody."""
        return _Outcome(share, self.bought, self.paid, self.left + (share - self.share))


def equal_shares(
    costs: Mapping[Item, int] | Sequence[int],
    approvals: Sequence[AbstractSet[Item]],
    budget: int,
    *,
    utility: Literal["cost", "cardinality"] = "cost",
    completion: Literal["add1"] | None = "add1",
    tie_seed: str = "",
) -> Selection:
    """Choose items proportionally.

    `costs` by item and `budget` are whole numbers in one unit; `approvals` holds the set of items that each voter
    approves. `completion="add1"` raises every voter's part to the next whole unit, and on by one unit, as long as what
    is then bought stays within the real budget; then it fills what is left with the most supported items. Raises
    ValueError for negative or unknown values.
    """
    priced: dict[Item, int] = dict(costs) if isinstance(costs, Mapping) else dict(enumerate(costs))
    _check(priced, approvals, budget, utility, completion)
    election = _election(priced, approvals, utility, tie_seed)
    outcome = _purchase(election, budget / len(approvals) if approvals else 0.0)
    if completion == "add1":
        outcome = _raised(election, outcome, budget)
    bought, paid = outcome.bought, outcome.paid
    filled = _fill(election, bought, budget) if completion == "add1" else []
    return Selection(
        selected=(*bought, *filled),
        payments={item: _by_voter(election, item, paid[item]) for item in bought},
        filled=tuple(filled),
        missed={item: _miss(election, item, outcome) for item in priced if item not in paid and item not in filled},
    )


def _raised(election: _Election, outcome: "_Outcome", budget: int) -> "_Outcome":
    """Raise the voters' parts by whole units (Add1) until all is bought that somebody supports or the budget is passed.

    It does not stop where nothing more fits: only so does the count of Wieliczka 2023 come out as it was published.
    """
    while any(count and item not in outcome.paid for item, count in election.count.items()):
        share = max(np.floor(outcome.share + EPSILON) + 1, np.ceil(outcome.share + _idle(election, outcome) - EPSILON))
        more = _purchase(election, float(share))
        if sum(election.costs[item] for item in more.bought) > budget:
            return outcome.with_share(max(outcome.share, share - 1))
        outcome = more
    return outcome


def _check(
    costs: Mapping[Item, int], approvals: Sequence[AbstractSet[Item]], budget: int, utility: str, completion: str | None
) -> None:
    if utility not in {"cost", "cardinality"} or completion not in {"add1", None}:
        raise ValueError("utility is 'cost' or 'cardinality', completion is 'add1' or None")
    if budget < 0 or any(cost < 0 for cost in costs.values()):
        raise ValueError("costs and budget must not be negative")
    if unknown := {item for approved in approvals for item in approved} - costs.keys():
        raise ValueError(f"approved but without a cost: {min(map(str, unknown))}")


def _election(
    costs: Mapping[Item, int], approvals: Sequence[AbstractSet[Item]], utility: str, tie_seed: str
) -> _Election:
    types: dict[frozenset[Hashable], list[int]] = {}
    for voter, approved in enumerate(approvals):
        types.setdefault(frozenset(approved), []).append(voter)
    ordered = sorted(types, key=lambda approved: sorted(map(str, approved)))
    supporters: dict[Item, list[int]] = {item: [] for item in sorted(costs, key=str)}
    for index, approved in enumerate(ordered):
        for item in approved:
            supporters[item].append(index)
    return _Election(
        costs={item: float(costs[item]) for item in supporters},
        supporters={item: np.array(indices, dtype=np.intp) for item, indices in supporters.items()},
        weights=np.array([len(types[approved]) for approved in ordered], dtype=np.float64),
        members=[types[approved] for approved in ordered],
        tie_seed=tie_seed,
        by_cost=utility == "cost",
    )


def _purchase(election: _Election, share: float) -> _Outcome:
    """Buy until nothing can be paid for.

    The price of an item only rises while others are bought, so an old price is a lower bound: items are looked at in
    the order of their old prices until none can beat the best.
    """
    left = np.full(len(election.weights), share)
    prices = {
        item: election.price(item, election.costs[item] / count)
        for item, count in election.count.items()
        if count and election.costs[item] > 0
    }
    free = [item for item, count in election.count.items() if count and election.costs[item] == 0]
    bought: list[Item] = sorted(free, key=lambda item: election.rank[item])
    paid: dict[Item, Floats] = {item: np.zeros(len(election.supporters[item])) for item in bought}
    while True:
        best, best_price, highest = None, np.inf, 0.0
        for item in sorted(prices, key=lambda item: (prices[item], election.rank[item])):
            if prices[item] > best_price * (1 + EPSILON):
                break
            payment = _payment(election, item, left)
            if payment is None:
                del prices[item]
                continue
            prices[item] = price = election.price(item, payment)
            nearer = price < best_price * (1 - EPSILON)
            tied = not nearer and price <= best_price * (1 + EPSILON)
            if nearer or (tied and best is not None and election.rank[item] < election.rank[best]):
                best, best_price, highest = item, price, payment
        if best is None:
            return _Outcome(share, bought, paid, left)
        types = election.supporters[best]
        paid[best] = np.minimum(left[types], highest)
        left[types] -= paid[best]
        bought.append(best)
        del prices[best]


def _payment(election: _Election, item: Item, left: Floats) -> float | None:
    """Return the highest payment p with Σ min(left, p) = cost over the supporters; None if they hold too little."""
    cost, weights = election.costs[item], election.mass[item]
    held = left[election.supporters[item]]
    if float(held @ weights) < cost * (1 - EPSILON):
        return None
    payment = cost / election.count[item]
    if payment <= held.min():
        return payment
    order = np.argsort(held, kind="stable")
    held, weights = held[order], weights[order]
    weighed = held * weights
    before = weighed.cumsum() - weighed
    rest = weights[::-1].cumsum()[::-1]
    payments = (cost - before) / rest
    enough = np.flatnonzero(payments <= held * (1 + EPSILON))
    return float(payments[enough[0]]) if len(enough) else float(held[-1])


def _idle(election: _Election, outcome: _Outcome) -> float:
    """Return by how much the parts can rise, at the least, before other items are bought or somebody pays another sum.

    It is known where no supporter has run out of money: a dearer item then stays dearer, and one that would have been
    cheaper must first be affordable at the price of the item that was bought instead of it.
    """
    left = np.full(len(election.weights), outcome.share)
    waiting = {item for item, count in election.count.items() if count and election.costs[item] > 0}
    idle = np.inf
    for item in [item for item in outcome.bought if item in waiting]:
        waiting.discard(item)
        payment = float(outcome.paid[item].max())
        if outcome.paid[item].min() < payment * (1 - EPSILON):
            return 0.0
        price = election.price(item, payment)
        idle = min([idle, *(_lacking(election, other, left, price, election.rank[item]) for other in waiting)])
        left[election.supporters[item]] -= payment
    return min([idle, *(_lacking(election, other, left, np.inf, 0) for other in waiting)])


def _lacking(election: _Election, item: Item, left: Floats, price: float, rank: int) -> float:
    """Return what each supporter lacks, at the least, to buy the item before one of this price and rank."""
    types, cost, count = election.supporters[item], election.costs[item], election.count[item]
    lowest = election.price(item, cost / count)
    if lowest > price * (1 + EPSILON) or (lowest > price * (1 - EPSILON) and election.rank[item] > rank):
        return np.inf
    most = price * (1 + EPSILON) * (cost if election.by_cost else 1)
    return float(cost - np.minimum(left[types], most) @ election.mass[item]) / count


def _fill(election: _Election, bought: Sequence[Item], budget: int) -> list[Item]:
    """Return the items that still fit, most supported first (per cost where the utility is the count of items)."""
    left = budget - sum(election.costs[item] for item in bought)
    open_items = [item for item in election.costs if item not in bought and election.count[item]]
    filled = []
    for item in sorted(open_items, key=lambda item: (-election.count[item], election.rank[item])):
        if election.costs[item] <= left:
            filled.append(item)
            left -= election.costs[item]
    return filled


def _by_voter(election: _Election, item: Item, paid: Floats) -> dict[int, float]:
    return {
        voter: float(amount)
        for index, amount in zip(election.supporters[item], paid, strict=True)
        for voter in election.members[index]
    }


def _miss(election: _Election, item: Item, outcome: _Outcome) -> Miss:
    types = election.supporters[item]
    short = max(0.0, election.costs[item] - float(outcome.left[types] @ election.mass[item]))
    return Miss(short=short, more=int(np.ceil(short / outcome.share - EPSILON)) if outcome.share else 0)


def ejr_plus_violations(
    costs: Mapping[Item, int], approvals: Sequence[AbstractSet[Item]], budget: int, selected: AbstractSet[Item]
) -> list[Item]:
    """Return the unselected items whose supporters could have paid for them with more satisfaction (EJR+ by cost).

    Brill and Peters: "Robust and Verifiable Proportionality Axioms for Multiwinner Voting", EC 2023. O(m n log n).
    """
    got = np.array([sum(costs[item] for item in approved if item in selected) for approved in approvals])
    violated = []
    for item, cost in costs.items():
        if item in selected:
            continue
        mine = np.sort(got[[item in approved for approved in approvals]]) if len(got) else got
        parts = np.arange(1, len(mine) + 1) * budget / max(1, len(approvals))
        if len(mine) and bool(np.any(mine + cost <= parts * (1 + EPSILON))):
            violated.append(item)
    return violated
