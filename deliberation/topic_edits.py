"""What moderators change about the topics that were found: renamed, merged, parted; in the order of their acts.

An edit names a topic by texts in it, so that it holds whatever else is said later. A text that is no longer there names
nothing; an edit of which nothing is left changes nothing.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from deliberation.similarity import Vectors, unit

Ints = NDArray[np.int64]
Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renamed:
    """The topic in which most of these texts are has this title."""

    texts: Texts
    title: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The topic of these texts and the topic of the others are one."""

    texts: Texts
    into: Texts


@dataclass(frozen=True, slots=True)
class Parted:
    """These texts are a topic of their own; the others, which were beside them, stay where they are."""

    texts: Texts
    others: Texts


Edit = Renamed | Merged | Parted


@dataclass
class Edited:
    """Topics under edit: `labels` by text, `titles` by label where a moderator gave one."""

    labels: Ints
    texts: Sequence[str]
    space: Vectors
    titles: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.labels = self.labels.copy()
        self._places: dict[str, list[int]] = {}
        for index, text in enumerate(self.texts):
            self._places.setdefault(text, []).append(index)

    def apply(self, edit: Edit) -> None:
        match edit:
            case Renamed(texts, title):
                self._rename(texts, title)
            case Merged(texts, into):
                self._merge(texts, into)
            case Parted(texts, others):
                self._part(self._indices(texts), self._indices(others))

    def _rename(self, texts: Texts, title: str) -> None:
        topic = self._topic(texts)
        if topic is not None:
            self.titles[topic] = title

    def _merge(self, texts: Texts, into: Texts) -> None:
        one, other = self._topic(texts), self._topic(into)
        if one is None or other is None or one == other:
            return
        self.labels[self.labels == one] = other
        if title := self.titles.pop(one, None):
            self.titles.setdefault(other, title)

    def _part(self, mine: Ints, others: Ints) -> None:
        if not len(mine):
            return
        new = int(self.labels.max()) + 1
        for topic in np.unique(self.labels[mine]):
            here = np.flatnonzero(self.labels == topic)
            later = np.setdiff1d(here, np.union1d(mine, others))
            beside = np.setdiff1d(np.intersect1d(here, others), mine)
            self.labels[self._followers(later, np.intersect1d(here, mine), mine, beside)] = new
        self.labels[mine] = new

    def _followers(self, later: Ints, here: Ints, mine: Ints, beside: Ints) -> Ints:
        """Return which of the texts that came later go with those that were parted.

        They are nearer to those than to what stayed; where nothing is left that stayed, they go if they are fewer.
        """
        if not len(beside):
            return later if len(later) <= len(here) else later[:0]
        nearness = self.space[later] @ unit(np.stack([self.space[each].mean(axis=0) for each in (mine, beside)])).T
        return later[np.round(nearness[:, 0], 6) > np.round(nearness[:, 1], 6)]

    def _indices(self, texts: Texts) -> Ints:
        return np.array(sorted({index for text in texts for index in self._places.get(text, ())}), dtype=np.int64)

    def _topic(self, texts: Texts) -> int | None:
        """Return the topic in which most of these texts are, of equals that of the first."""
        found = [int(self.labels[self._places[text][0]]) for text in texts if text in self._places]
        return Counter(found).most_common(1)[0][0] if found else None
