"""The Method of Equal Shares: an agenda in which every group of people gets its share of the time.

Peters, Pierczyński, Skowron: "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021;
completion Add1 and the utilitarian fill as on equalshares.net. Each voter holds an equal part of the budget; an item
is bought when its supporters can pay for it, and of all payable items the one comes first whose supporters get the
most for what they pay.
"""

from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
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
    count: dict[Item, float] = field(init=False)

    def __post_init__(self) -> None:
        self.count = {item: float(self.weights[types].sum()) for item, types in self.supporters.items()}

    def rank(self, item: Item) -> tuple[float, float, str]:
        """Order tied items: cost per supporter, more supporters, then the public seed's hash; never insertion."""
        count = self.count[item]
        digest = sha256(f"{self.tie_seed}|{item}".encode()).hexdigest()
        return (self.costs[item] / count if count else np.inf, -count, digest)


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
    approves. `completion="add1"` raises every voter's part by one unit as long as the real budget suffices, then
    fills what is left with the most supported items. Raises ValueError for negative or unknown values.
    """
    priced: dict[Item, int] = dict(costs) if isinstance(costs, Mapping) else dict(enumerate(costs))
    _check(priced, approvals, budget, utility, completion)
    election = _election(priced, approvals, utility, tie_seed)
    voters = len(approvals)
    share = _first_share(budget, voters, completion)
    bought, paid, left = _purchase(election, share)
    while completion == "add1" and _wanting(election, bought):
        share += 1
        more, more_paid, more_left = _purchase(election, share)
        if sum(priced[item] for item in more) > budget:
            break
        bought, paid, left = more, more_paid, more_left
    filled = _fill(election, bought, budget) if completion == "add1" else []
    return Selection(
        selected=(*bought, *filled),
        payments={item: _by_voter(election, item, paid[item]) for item in bought},
        filled=tuple(filled),
        missed={
            item: _miss(election, item, left, share) for item in priced if item not in bought and item not in filled
        },
    )


def _first_share(budget: int, voters: int, completion: str | None) -> float:
    """Return each voter's part; Add1 counts up from a whole one, as the cities that use the method do."""
    if not voters:
        return 0.0
    return float(budget // voters) if completion == "add1" and budget >= voters else budget / voters


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


def _purchase(election: _Election, share: float) -> tuple[list[Item], dict[Item, Floats], Floats]:
    """Buy until nothing can be paid; return items in order, each type member's payment, and what is left to each.

    The price of an item only rises while others are bought, so an old price is a lower bound: items are looked at in
    the order of their old prices until none can beat the best.
    """
    left = np.full(len(election.weights), share)
    prices = {item: 0.0 for item, count in election.count.items() if count and election.costs[item] > 0}
    bought: list[Item] = [item for item, count in election.count.items() if count and election.costs[item] == 0]
    paid: dict[Item, Floats] = {item: np.zeros(len(election.supporters[item])) for item in bought}
    while True:
        best, best_price, highest = None, np.inf, 0.0
        for item in sorted(prices, key=lambda item: (prices[item], election.rank(item))):
            if prices[item] > best_price * (1 + EPSILON):
                break
            payment = _payment(election, item, left)
            if payment is None:
                del prices[item]
                continue
            prices[item] = price = payment / election.costs[item] if election.by_cost else payment
            nearer = price < best_price * (1 - EPSILON)
            tied = not nearer and price <= best_price * (1 + EPSILON)
            if nearer or (tied and best is not None and election.rank(item) < election.rank(best)):
                best, best_price, highest = item, price, payment
        if best is None:
            return bought, paid, left
        types = election.supporters[best]
        paid[best] = np.minimum(left[types], highest)
        left[types] -= paid[best]
        bought.append(best)
        del prices[best]


def _payment(election: _Election, item: Item, left: Floats) -> float | None:
    """Return the highest payment p with Σ min(left, p) = cost over the supporters; None if they hold too little."""
    types, cost = election.supporters[item], election.costs[item]
    held = left[types]
    weights = election.weights[types]
    if float(held @ weights) < cost * (1 - EPSILON):
        return None
    order = np.argsort(held, kind="stable")
    held, weights = held[order], weights[order]
    before = np.concatenate(([0.0], np.cumsum(held * weights)[:-1]))
    rest = weights[::-1].cumsum()[::-1]
    payments = (cost - before) / rest
    enough = np.flatnonzero(payments <= held * (1 + EPSILON))
    return float(payments[enough[0]]) if len(enough) else float(held[-1])


def _wanting(election: _Election, bought: Sequence[Item]) -> bool:
    """Say whether an item that somebody supports is still to be bought; Add1 goes on until the budget is passed."""
    return any(count and item not in bought for item, count in election.count.items())


def _fill(election: _Election, bought: Sequence[Item], budget: int) -> list[Item]:
    """Return the items that still fit, most supported first (per cost where the utility is the count of items)."""
    left = budget - sum(election.costs[item] for item in bought)
    open_items = [item for item in election.costs if item not in bought and election.count[item]]
    filled = []
    for item in sorted(open_items, key=lambda item: (-election.count[item], election.rank(item))):
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


def _miss(election: _Election, item: Item, left: Floats, share: float) -> Miss:
    types = election.supporters[item]
    short = max(0.0, election.costs[item] - float(left[types] @ election.weights[types]))
    return Miss(short=short, more=int(np.ceil(short / share - EPSILON)) if share else 0)


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
