"""Draw the map: positions, groups that hold, and the statements that speak for them."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

from deliberation.opinion_map.assembly import Assembly, assemble
from deliberation.opinion_map.clusters import agreement, evenly, k_means_of_each, silhouettes
from deliberation.opinion_map.names import facing, named
from deliberation.opinion_map.plane import Cells, Plane, drawn, nearby
from deliberation.opinion_map.statements import Row, Tally, common_ground, contention, representative, uncertain

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

SMALLEST_GROUP = 10  # people; a smaller one would show who they are
STABLE = 0.6
ENOUGH_VOTES = 7  # of a person, before they are put into a group (fewer where there are fewer statements)
MOST_GROUPS = 5
REPEATS = 8
HIDDEN = 0.1
STARTS_AGAIN = 8
RESAMPLED = 1500  # people looked at for the stability, an even sample


@dataclass(frozen=True, slots=True)
class Group:
    """An opinion group: its number, how many people, and the statements that set it apart."""

    id: int
    size: int
    representative: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class OpinionMap:
    """Where people stand.

    position: n×2 by participant index. group_of: by participant index, −1 = not placed. groups: largest first, numbered
    in this order unless a previous map has named them; none when there are no clear camps. stability: mean adjusted
    Rand index when a tenth of the votes is hidden.
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


def opinion_map(
    participant: ArrayLike, statement: ArrayLike, value: ArrayLike, *, seed: int = 0, previous: OpinionMap | None = None
) -> OpinionMap:
    """Draw the map of votes given as three integer arrays of one length (value −1, 0, 1; the last of a pair counts).

    The same bits for any order or repetition of the votes. Groups and sides keep the numbers and signs that they have
    in a previous map of the same participants. Raises ValueError for other values or lengths.
    """
    with in_one_thread():
        return map_of(assemble(participant, statement, value), seed, previous)


def in_one_thread() -> Any:
    """Do linear algebra in one thread: the same sums on any number of cores, and quicker on matrices of this size."""
    return _blas().limit(limits=1)


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController()


def map_of(
    votes: Assembly, seed: int = 0, previous: OpinionMap | None = None, square: Floats | None = None
) -> OpinionMap:
    """Draw the map of assembled votes; `square` is XᵀX of their centred matrix X, where it is known."""
    found = drawn(votes, square)
    group_of, stability = _grouped(votes, found, seed)
    count = int(group_of.max(initial=-1)) + 1
    everyone = np.where(votes.votes_by_participant() > 0, 0, -1)
    tally = Tally.of(votes, group_of, count)
    whole = tally if count else Tally.of(votes, everyone, 1)
    sizes = np.bincount(group_of[group_of >= 0], minlength=count)
    names = named(group_of, count, previous.group_of if previous else None)
    return OpinionMap(
        position=facing(found.position, previous.position if previous else None),
        group_of=np.append(names, -1)[group_of],
        groups=tuple(
            Group(int(names[number]), int(sizes[number]), representative(tally, number)) for number in range(count)
        ),
        common_ground=common_ground(whole),
        contention=contention(whole),
        uncertain=uncertain(whole),
        participants=int((everyone == 0).sum()),
        statements=len(votes.texts()),
        votes=len(votes.value),
        stability=stability,
    )


def _grouped(votes: Assembly, found: Plane, seed: int) -> tuple[Ints, float]:
    """Return the group of each participant, and the stability of the chosen grouping (0 where there is none)."""
    nobody = np.full(votes.participants, -1, dtype=np.int64)
    placed = _placed(votes)
    points = found.position[placed]
    if len(points) < 2 * SMALLEST_GROUP or not np.ptp(points, axis=0).any():
        return nobody, 0.0
    ks = range(2, MOST_GROUPS + 1)
    candidates, _ = k_means_of_each(points[None], ks, seed)
    fitting = [
        labels for k, labels in zip(ks, candidates[0], strict=True)
        if np.bincount(labels, minlength=k).min() >= SMALLEST_GROUP
    ]  # fmt: skip
    widths = np.array(silhouettes(points, fitting))
    for number in (-widths).argsort(kind="stable"):
        labels = fitting[number]
        stability = _stability(votes, placed, found.axes, labels, seed)
        if stability >= STABLE:
            nobody[placed] = _by_size(points, labels)
            return nobody, stability
    return nobody, 0.0


def _placed(votes: Assembly) -> Mask:
    enough = min(ENOUGH_VOTES, len(votes.texts()))
    return votes.votes_by_participant() >= max(enough, 1)


def _stability(votes: Assembly, placed: Mask, axes: Floats, labels: Ints, seed: int) -> float:
    """Hide a tenth of the votes several times, group again, and compare."""
    k = int(labels.max()) + 1
    people = np.flatnonzero(placed)
    sample = evenly(len(people), RESAMPLED)
    chosen = np.zeros(votes.participants, dtype=bool)
    chosen[people[sample]] = True
    cells = Cells.of(votes if chosen.all() else votes.only(chosen))
    seen = np.random.default_rng([seed, k, 1]).random((REPEATS, len(cells.value))) >= HIDDEN
    again, _ = k_means_of_each(nearby(cells, seen, axes), (k,), seed, starts=STARTS_AGAIN)
    return float(np.mean([agreement(labels[sample], each) for each in again[:, 0]]))


def _by_size(points: Floats, labels: Ints) -> Ints:
    """Number the groups by size, largest first; equal ones from left to right."""
    count = np.bincount(labels)
    left = [float(points[labels == number, 0].mean()) for number in range(len(count))]
    order = sorted(range(len(count)), key=lambda number: (-count[number], left[number]))
    rank = np.empty(len(count), dtype=np.int64)
    rank[order] = np.arange(len(count))
    return rank[labels]
