"""Where one person stands on the map: from their own votes and what is published of groups, and nothing else.

Plain Python: a bot works it out while the person waits, without the libraries of the map.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

Votes = Mapping[str, int]  # by statement: -1, 0, 1
Means = Mapping[str, float]  # a group's mean vote by statement, -1…1

ENOUGH = 7  # votes on what all groups voted on, before somebody is told which is nearest; as on the map
FEWEST = 3  # likewise within one topic
CLEARLY = 0.1  # by how much the nearest group must be nearer than the next one, in mean squares of votes


@dataclass(frozen=True, slots=True)
class Standing:
    """agreed: how many of the `voted` uniting statements the person voted on as everybody does.

    nearest: the group they are clearly nearest to, None where there is none. nearer: (topic, group) where they are
    clearly nearest to another one than overall.
    """

    agreed: int
    voted: int
    nearest: int | None
    nearer: tuple[tuple[int, int], ...]


def standing(
    votes: Votes, uniting: Mapping[str, int], groups: Mapping[int, Means], topics: Sequence[Collection[str]]
) -> Standing:
    """Say where somebody stands: `uniting` gives the vote that unites by statement, `topics` their statements.

    Raises ValueError for votes or means that are none.
    """
    if any(vote not in (-1, 0, 1) for each in (votes, uniting) for vote in each.values()):
        raise ValueError("a vote is -1 (disagree), 0 (pass) or 1 (agree)")
    if not all(-1 <= mean <= 1 for means in groups.values() for mean in means.values()):
        raise ValueError("a group's mean vote lies between -1 and 1")
    known = frozenset.intersection(*(frozenset(means) for means in groups.values())) if groups else frozenset()
    overall = _nearest(votes, known, groups, min(ENOUGH, max(len(known), 1)))
    within = [_nearest(votes, known.intersection(topic), groups, FEWEST) for topic in topics]
    return Standing(
        agreed=sum(votes[each] == vote for each, vote in uniting.items() if each in votes),
        voted=sum(each in votes for each in uniting),
        nearest=overall,
        nearer=tuple((topic, group) for topic, group in enumerate(within) if group is not None and group != overall),
    )


def _nearest(votes: Votes, asked: Collection[str], groups: Mapping[int, Means], enough: int) -> int | None:
    """Return the group whose mean votes differ least from the person's, if there is enough to tell it clearly."""
    shared = [each for each in asked if each in votes]
    if len(shared) < enough or len(groups) < 2:  # noqa: PLR2004 - nearest of several
        return None
    apart = {
        group: fsum((votes[each] - means[each]) ** 2 for each in shared) / len(shared)
        for group, means in groups.items()
    }
    first, second, *_ = sorted(apart, key=lambda group: apart[group])
    return first if apart[second] - apart[first] >= CLEARLY else None
