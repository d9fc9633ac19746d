"""What statements say about groups: representative, uniting, dividing, uncertain."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

from deliberation.opinion_map.assembly import Assembly

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

Z_90 = 1.2816  # one-sided 90 %, the threshold of Polis
CAUTION = 0.05  # the lower bound that 95 % of the posterior lies above
FEWEST_VOTES = 7
MOST_ROWS = 10
MOST_REPRESENTATIVE = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A statement in a list of the map.

    agree, disagree: shares of those who voted on it. score: what the list is ordered by. side: "agree" or "disagree".
    repness: for a group's representative statements, how many times more likely the group votes so than the others.
    """

    statement: int
    agree: float
    disagree: float
    votes: int
    score: float
    side: str = "agree"
    repness: float = 1.0


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes by group and statement: three arrays groups × statements."""

    agree: Ints
    disagree: Ints
    seen: Ints

    @classmethod
    def of(cls, votes: Assembly, group_of: Ints, groups: int) -> "Tally":
        group = group_of[votes.participant]
        cell = (group * votes.statements + votes.statement) * 3 + votes.value + 1
        count = np.bincount(cell[group >= 0], minlength=groups * votes.statements * 3)
        disagree, passed, agree = np.moveaxis(count.reshape(groups, votes.statements, 3), 2, 0)
        return cls(agree, disagree, disagree + passed + agree)


def common_ground(tally: Tally) -> tuple[Row, ...]:
    """Return statements that every group is likely to agree (or disagree) with.

    Group-informed consensus: the geometric mean over groups of the lower bound of the share, Jeffreys prior ½.
    """
    everybody = tally.seen.sum(axis=0)
    rows = []
    for side, chosen in (("agree", tally.agree), ("disagree", tally.disagree)):
        bound = betaincinv(chosen + 0.5, tally.seen - chosen + 0.5, CAUTION)
        score = np.exp(np.log(np.maximum(bound, 1e-12)).mean(axis=0))
        united = ((chosen + 0.5) / (tally.seen + 1) > 0.5).all(axis=0) & (tally.seen >= FEWEST_VOTES).all(axis=0)  # noqa: PLR2004 - a majority
        rows += [
            _row(tally, int(index), float(score[index]), side) for index in np.flatnonzero(united & (everybody > 0))
        ]
    return _top(rows)


def contention(tally: Tally) -> tuple[Row, ...]:
    """Return statements that divide: groups differ; where there is one group only, it is split in halves."""
    share = (tally.agree + 0.5) / (tally.seen + 1)
    against = (tally.disagree + 0.5) / (tally.seen + 1)
    if len(share) > 1:
        spread = share.max(axis=0) - share.min(axis=0)
        divided = (share.max(axis=0) > 0.5) & (share.min(axis=0) < 0.5)  # noqa: PLR2004 - a majority
    else:
        spread = 2 * np.minimum(share, against).min(axis=0)
        divided = spread > 0.6  # noqa: PLR2004 - at least 30 % on either side
    seen = (tally.seen >= FEWEST_VOTES).all(axis=0)
    return _top([_row(tally, int(index), float(spread[index]), "agree") for index in np.flatnonzero(divided & seen)])


def uncertain(tally: Tally) -> tuple[Row, ...]:
    """Return statements on which many pass: more than three in ten."""
    seen = tally.seen.sum(axis=0)
    passed = seen - tally.agree.sum(axis=0) - tally.disagree.sum(axis=0)
    share = passed / np.maximum(seen, 1)
    chosen = np.flatnonzero((share > 0.3) & (seen >= FEWEST_VOTES))  # noqa: PLR2004 - as the sentence above says
    return _top([_row(tally, int(index), float(share[index]), "agree") for index in chosen])


def representative(tally: Tally, group: int) -> tuple[Row, ...]:
    """Return the statements that set a group apart (Polis: representativeness and its two tests)."""
    rows = []
    for side, chosen in (("agree", tally.agree), ("disagree", tally.disagree)):
        mine, seen = chosen[group], tally.seen[group]
        others, seen_others = chosen.sum(axis=0) - mine, tally.seen.sum(axis=0) - seen
        share, share_others = (mine + 1) / (seen + 2), (others + 1) / (seen_others + 2)
        sure = _one_proportion(mine, seen)
        apart = _two_proportions(mine, others, seen, seen_others)
        repness = share / share_others
        weight = repness * apart * share * sure
        passing = (sure > Z_90) & (apart > Z_90) & (seen >= FEWEST_VOTES)
        rows += [
            _row(tally, int(index), float(weight[index]), side, group=group, repness=float(repness[index]))
            for index in np.flatnonzero(passing)
        ]
    return _top(rows)[:MOST_REPRESENTATIVE]


def _one_proportion(hits: Ints, seen: Ints) -> Floats:
    return np.asarray(2 * np.sqrt(seen + 1) * ((hits + 1) / (seen + 1) - 0.5))


def _two_proportions(hits: Ints, other_hits: Ints, seen: Ints, other_seen: Ints) -> Floats:
    left, right = (hits + 1) / (seen + 1), (other_hits + 1) / (other_seen + 1)
    pooled = (hits + other_hits + 2) / (seen + other_seen + 2)
    variance = pooled * (1 - pooled) * (1 / (seen + 1) + 1 / (other_seen + 1))
    return np.asarray(np.where(variance > 0, (left - right) / np.sqrt(np.maximum(variance, 1e-12)), 0.0))


def _row(tally: Tally, index: int, score: float, side: str, *, group: int | None = None, repness: float = 1.0) -> Row:
    chosen = slice(None) if group is None else slice(group, group + 1)
    agree, disagree, seen = (int(counts[chosen, index].sum()) for counts in (tally.agree, tally.disagree, tally.seen))
    return Row(index, agree / max(seen, 1), disagree / max(seen, 1), seen, score, side, repness)


def _top(rows: list[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: (-row.score, row.statement))[:MOST_ROWS])
