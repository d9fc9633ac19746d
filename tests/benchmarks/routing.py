"""What it gains to choose whom is asked what: votes until the common ground is that of all votes, beside chance.

`python -m tests.benchmarks.routing` plays real debates again: the same people come in the order in which they came, but
each is asked half of what they voted on, in an order that a rule chooses. Their answers are known. The evaluation data
must be at hand. Groups are those of all votes, so that only the choice of statements differs.
"""

import sys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from deliberation.opinion_map import Assembly, assemble, opinion_map
from deliberation.opinion_map.statements import Tally, common_ground
from deliberation.routing import priority
from tests.integration.deliberation.evaluation import FOLDER, polis_votes

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Rule = Callable[[Ints, np.random.Generator], int]  # votes on what is left (rows: agree, disagree, pass) → which is next

CHECKS = 60  # looks at the common ground on the way
GOAL = 0.8  # of the statements of all votes' common ground
SEEDS = 5
SIDES = (1, -1, 0)


def by_chance(left: Ints, chance: np.random.Generator) -> int:
    return int(chance.integers(left.shape[1]))


def fewest_first(left: Ints, chance: np.random.Generator) -> int:
    return int(left.sum(axis=0).argmin())


def by_priority(left: Ints, chance: np.random.Generator) -> int:
    ends = np.cumsum([priority(*map(int, each)) for each in left.T])
    return int(min(np.searchsorted(ends, chance.random() * ends[-1], side="right"), len(ends) - 1))


RULES: dict[str, Rule] = {"chance": by_chance, "fewest votes": fewest_first, "priority": by_priority}


def played(votes: Assembly, group_of: Ints, rule: Rule, seed: int) -> tuple[Ints, Floats]:
    """Play a debate again; return numbers of votes, and the share of the whole common ground found with so many."""
    groups, chance = int(group_of.max()) + 1, np.random.default_rng(seed)
    counts = np.zeros((groups, len(SIDES), votes.statements), dtype=np.int64)
    goal = found(Tally.of(votes, group_of, groups))
    budget = (votes.votes_by_participant() + 1) // 2
    looks = np.linspace(0, budget.sum(), CHECKS + 1).astype(np.int64)[1:]
    shares, cast = list[float](), 0
    for person in chance.permutation(votes.people()):
        mine = votes.participant == person
        asked, answers = votes.statement[mine], votes.value[mine]
        for _ in range(budget[person]):
            next_one = rule(counts[:, :, asked].sum(axis=0), chance)
            counts[group_of[person], SIDES.index(answers[next_one]), asked[next_one]] += 1
            asked, answers = np.delete(asked, next_one), np.delete(answers, next_one)
            cast += 1
            if cast == looks[len(shares)]:
                now = found(Tally(counts[:, 0], counts[:, 1], counts.sum(axis=1)))
                shares.append(len(goal & now) / max(len(goal), 1))
    return looks, np.array(shares)


def found(tally: Tally) -> set[tuple[int, str]]:
    return {(row.statement, row.side) for row in common_ground(tally)}


def needed(looks: Ints, shares: Floats) -> int:
    """Return after how many votes the goal is reached for good; all of them where it never is."""
    short = np.flatnonzero(shares < GOAL)
    return int(looks[min(short[-1] + 1, len(looks) - 1)] if len(short) else looks[0])


def placed(votes: Assembly) -> tuple[Assembly, Ints]:
    """Return the votes of those who have a group, and the groups; where there are none, everybody's."""
    group_of = opinion_map(votes.participant, votes.statement, votes.value).group_of
    if group_of.max(initial=-1) < 0:
        group_of = np.zeros(votes.participants, dtype=np.int64)
    return votes.only(group_of >= 0), group_of


def main() -> None:
    sys.stdout.write(f"{'votes until 8 of 10 are found':32}" + "".join(f"{name:>24}" for name in RULES) + "\n")
    for folder in sorted(FOLDER.glob("polis/*/votes.csv")):
        votes, group_of = placed(assemble(*polis_votes(folder.parent)))
        row = f"{folder.parent.name:32}"
        for rule in RULES.values():
            games = [played(votes, group_of, rule, seed) for seed in range(SEEDS)]
            mean = np.mean([needed(*game) for game in games])
            share = np.mean([game[1].mean() for game in games])
            row += f"{mean:12.0f} ({share:.0%} on way)"
        sys.stdout.write(row + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
