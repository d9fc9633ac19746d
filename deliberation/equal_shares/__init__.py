"""The Method of Equal Shares: an agenda in which every group of people gets its share of the time.

Peters, Pierczyński, Skowron: "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021;
completion Add1 and the utilitarian fill as on equalshares.net. Each voter holds an equal part of the budget; an item
is bought when its supporters can pay for it, and of all payable items the one comes first whose supporters get the
most for what they pay. Floats are quick and find the way, fractions decide (`exact`).
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from deliberation.equal_shares.add1 import decided
from deliberation.equal_shares.election import Election, Floats, Item, Utility, amount, election_of
from deliberation.equal_shares.exact import Ledger
from deliberation.equal_shares.proportionality import ejr_plus_violations

__all__ = ["Miss", "Selection", "ejr_plus_violations", "equal_shares"]


@dataclass(frozen=True, slots=True)
class Miss:
    """What an item lacked: its supporters hold `short` too little; `more` further supporters would have sufficed.

    That is with the parts as they are: supporters who come with a whole part each. With one less it is not payable.
    """

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


def equal_shares(
    costs: Mapping[Item, int] | Sequence[int],
    approvals: Sequence[AbstractSet[Item]],
    budget: int,
    *,
    utility: Utility = "cost",
    completion: Literal["add1"] | None = "add1",
    tie_seed: str = "",
) -> Selection:
    """Choose items proportionally.

    `costs` by item and `budget` are whole numbers in one unit; `approvals` holds the set of items that each voter
    approves. `completion="add1"` raises every voter's part to the next whole unit, and on by one unit, as long as what
    is then bought stays within the real budget; then it fills what is left with the most supported items. Raises
    ValueError for negative, broken or unknown values.
    """
    if utility not in {"cost", "cardinality"} or completion not in {"add1", None}:
        raise ValueError("utility is 'cost' or 'cardinality', completion is 'add1' or None")
    priced = costs if isinstance(costs, Mapping) else dict(enumerate(costs))
    election = election_of(priced, approvals, utility, tie_seed)
    whole = amount(budget)
    ledger = decided(election, whole, len(approvals), rising=completion == "add1")
    filled = _fill(election, ledger.bought, whole) if completion == "add1" else []
    chosen = [*ledger.bought, *filled]
    return Selection(
        selected=tuple(election.items[item] for item in chosen),
        payments={
            election.items[item]: _by_voter(election, item, paid)
            for item, paid in zip(ledger.bought, ledger.paid, strict=True)
        },
        filled=tuple(election.items[item] for item in filled),
        missed={name: _miss(ledger, item) for item, name in enumerate(election.items) if item not in chosen},
    )


def _fill(election: Election, bought: Sequence[int], budget: Fraction) -> list[int]:
    """Return the items that still fit, most supported first."""
    left, filled = budget - election.total(bought), list[int]()
    waiting = [item for item in election.supported if item not in bought]
    for item in sorted(waiting, key=lambda item: (-election.count[item], election.rank[item])):
        if election.costs[item] <= left:
            filled.append(item)
            left -= election.costs[item]
    return filled


def _by_voter(election: Election, item: int, paid: Floats) -> dict[int, float]:
    return {
        voter: amount
        for index, amount in zip(election.types[item].tolist(), paid.tolist(), strict=True)
        for voter in election.members[index]
    }


def _miss(ledger: Ledger, item: int) -> Miss:
    return Miss(short=float(ledger.lacking(item)), more=ledger.lacking_supporters(item))
