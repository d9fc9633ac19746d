"""Whether a choice is proportional: no group could have paid for an item that gives it more than it got."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from deliberation.equal_shares.election import Item


def ejr_plus_violations(
    costs: Mapping[Item, int], approvals: Sequence[AbstractSet[Item]], budget: int, selected: AbstractSet[Item]
) -> list[Item]:
    """Return the unselected items that violate EJR+ up to one item, by cost: their supporters could have paid for them.

    Of an item's supporters, those who got least are the first to have reason to complain: it is a violation if for
    some t the t-th of them, by what they got, got less than t parts of the budget leave after the item's cost. Brill
    and Peters: "Robust and Verifiable Proportionality Axioms for Multiwinner Voting", EC 2023. O(m n log n).
    """
    got = [sum(costs[item] for item in approved if item in selected) for approved in approvals]
    return [item for item in costs if item not in selected and _violated(item, costs[item], approvals, budget, got)]


def _violated(item: Item, cost: int, approvals: Sequence[AbstractSet[Item]], budget: int, got: Sequence[int]) -> bool:
    mine = sorted(each for each, approved in zip(got, approvals, strict=True) if item in approved)
    return any((each + cost) * len(approvals) <= t * budget for t, each in enumerate(mine, start=1))
