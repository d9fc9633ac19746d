"""Draw the map: positions, groups that hold, and the statements that speak for them."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

from deliberation.opinion_map.assembly import Assembly, assemble, plane
from deliberation.opinion_map.clusters import agreement, evenly, k_means, silhouette
from deliberation.opinion_map.statements import Row, Tally, common_ground, contention, representative, uncertain

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SMALLEST_GROUP = 10  # people; a smaller one would show who they are
STABLE = 0.6
ENOUGH_VOTES = 7  # of a person, before they are put into a group (fewer where there are fewer statements)
MOST_GROUPS = 5
REPEATS = 8
HIDDEN = 0.1
STARTS_AGAIN = 8
RESAMPLED = 3000  # people looked at for the stability, an even sample


@dataclass(frozen=True, slots=True)
class Group:
    """An opinion group: its number, how many people, and the statements that set it apart."""

    id: int
    size: int
    representative: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class OpinionMap:
    """Where people stand.

    position: n×2 by participant index. group_of: by participant index, −1 = not placed. groups: largest first; none
    when there are no clear camps. stability: mean adjusted Rand index when a tenth of the votes is hidden.
    """

    position: Floats
    group_of: Ints
    groups: tuple[Group, ...]
    common_ground: tuple[Row, ...]
    contention: tuple[Row, ...]
    uncertain: tuple[Row, ...]
    participants: int
    statements: int
    votes: int
    stability: float

    @property
    def representative(self) -> dict[int, tuple[Row, ...]]:
        """Return each group's representative statements by the group's number."""
        return {group.id: group.representative for group in self.groups}


def opinion_map(participant: ArrayLike, statement: ArrayLike, value: ArrayLike, *, seed: int = 0) -> OpinionMap:
    """Draw the map of votes given as three integer arrays of one length (value −1, 0, 1; the last of a pair counts).

    The same bits for any order or repetition of the votes. Raises ValueError for other values or lengths.
    """
    with _blas().limit(limits=1):
        return _drawn(assemble(participant, statement, value), seed)


@cache
def _blas() -> ThreadpoolController:
    """Linear algebra in one thread: the same sums on any number of cores, and quicker on matrices of this size."""
    return ThreadpoolController()


def _drawn(votes: Assembly, seed: int) -> OpinionMap:
    position, _ = plane(votes)
    group_of, stability = _grouped(votes, position, seed)
    count = int(group_of.max(initial=-1)) + 1
    everyone = np.where(votes.votes_by_participant() > 0, 0, -1)
    tally = Tally.of(votes, group_of, count)
    whole = tally if count else Tally.of(votes, everyone, 1)
    return OpinionMap(
        position=position,
        group_of=group_of,
        groups=tuple(
            Group(number, int((group_of == number).sum()), representative(tally, number)) for number in range(count)
        ),
        common_ground=common_ground(whole),
        contention=contention(whole),
        uncertain=uncertain(whole),
        participants=int((everyone == 0).sum()),
        statements=len(votes.texts()),
        votes=len(votes.value),
        stability=stability,
    )


def _grouped(votes: Assembly, position: Floats, seed: int) -> tuple[Ints, float]:
    """Return the group of each participant, and the stability of the chosen grouping (0 where there is none)."""
    nobody = np.full(votes.participants, -1, dtype=np.int64)
    placed = _placed(votes)
    points = position[placed]
    if len(points) < 2 * SMALLEST_GROUP or not np.ptp(points, axis=0).any():
        return nobody, 0.0
    candidates = [(k, k_means(points, k, seed)[0]) for k in range(2, MOST_GROUPS + 1)]
    fitting = [
        (silhouette(points, labels), k, labels)
        for k, labels in candidates
        if np.bincount(labels, minlength=k).min() >= SMALLEST_GROUP
    ]
    for _, k, labels in sorted(fitting, key=lambda each: (-each[0], each[1])):
        stability = _stability(votes, placed, labels, k, seed)
        if stability >= STABLE:
            nobody[placed] = _by_size(points, labels)
            return nobody, stability
    return nobody, 0.0


def _placed(votes: Assembly) -> NDArray[np.bool_]:
    enough = min(ENOUGH_VOTES, len(votes.texts()))
    return votes.votes_by_participant() >= max(enough, 1)


def _stability(votes: Assembly, placed: NDArray[np.bool_], labels: Ints, k: int, seed: int) -> float:
    """Hide a tenth of the votes several times, group again, and compare."""
    people = np.flatnonzero(placed)
    sample = evenly(len(people), RESAMPLED)
    chosen = np.zeros(votes.participants, dtype=bool)
    chosen[people[sample]] = True
    part = votes.only(chosen)
    chance = np.random.default_rng([seed, k, 1])
    found = []
    for _ in range(REPEATS):
        position, _axes = plane(part.without(chance.random(len(part.value)) < HIDDEN))
        found.append(agreement(labels[sample], k_means(position[people[sample]], k, seed, starts=STARTS_AGAIN)[0]))
    return float(np.mean(found))


def _by_size(points: Floats, labels: Ints) -> Ints:
    """Number the groups by size, largest first; equal ones from left to right."""
    count = np.bincount(labels)
    left = [float(points[labels == number, 0].mean()) for number in range(len(count))]
    order = sorted(range(len(count)), key=lambda number: (-count[number], left[number]))
    rank = np.empty(len(count), dtype=np.int64)
    rank[order] = np.arange(len(count))
    return rank[labels]
