"""Topics: texts grouped by the same concern, across languages, none left out; then as moderators changed them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from deliberation.lengths import shortened
from deliberation.similarity import Embedder, Vectors, centred, embedder, unit
from deliberation.topic_edits import Edit, Edited
from deliberation.topic_words import keywords

Ints = NDArray[np.int64]

FEW = 30  # below it the debate has no mean of its own yet, and plain cosine is surer
NEAR_WHEN_FEW = 0.70  # cosine similarity
FAR = 0.80  # cosine distance on centred vectors at which two groups are two topics
MOST_AT_ONCE = 3000  # texts; more are put to the nearest topic of a sample


@dataclass(frozen=True, slots=True)
class Topics:
    """topic_of: the topic of each text. By topic: titles, the index of its most central text (medoid), keywords.

    `members`: the indices of a topic's texts, the most central first.
    """

    topic_of: tuple[int, ...]
    titles: tuple[str, ...]
    medoid: tuple[int, ...]
    keywords: tuple[tuple[str, ...], ...]
    members: tuple[tuple[int, ...], ...]


def topics(
    texts: Sequence[str],
    *,
    languages: Sequence[str] | None = None,  # noqa: ARG001 - part of the contract; meaning is compared across languages
    seed: int = 0,  # noqa: ARG001 - part of the contract; the grouping needs no chance
    embed: Embedder | None = None,
    asking: Sequence[bool] | None = None,
    edits: Sequence[Edit] = (),
) -> Topics:
    """Group texts by concern; largest topic first. The same texts in another order give the same topics.

    `asking` says which texts are questions: the most central of them is a topic's title, where it has any. `edits` are
    what moderators changed, in the order of their acts.
    """
    if not texts:
        return Topics((), (), (), (), ())
    order = sorted(range(len(texts)), key=lambda index: texts[index])
    ordered = [texts[index] for index in order]
    vectors = (embed or embedder())(ordered)
    space = _space(vectors)
    edited = Edited(group(ordered, vectors), ordered, space)
    for edit in edits:
        edited.apply(edit)
    rank = _ranks(edited.labels, ordered)
    members = [_central_first(space, np.flatnonzero(edited.labels == label)) for label in rank]
    question = [asking is None or asking[index] for index in order]
    medoid = [next((index for index in here if question[index]), here[0]) for here in members]
    topic_of = np.empty(len(texts), dtype=np.int64)
    topic_of[order] = [rank[label] for label in edited.labels.tolist()]
    return Topics(
        topic_of=tuple(topic_of.tolist()),
        titles=tuple(
            edited.titles.get(label) or shortened(ordered[index]) for label, index in zip(rank, medoid, strict=True)
        ),
        medoid=tuple(order[index] for index in medoid),
        keywords=keywords([[ordered[index] for index in here] for here in members]),
        members=tuple(tuple(order[index] for index in here) for here in members),
    )


def group(texts: Sequence[str], vectors: Vectors) -> Ints:
    """Return a label for each text: average linkage by cosine, cut where groups are far from each other.

    Of very many texts a part is grouped, always the same ones as others come, and the rest put to the nearest.
    """
    space = _space(vectors)
    if len(space) == 1:
        return np.zeros(1, dtype=np.int64)
    if len(space) <= MOST_AT_ONCE:
        return _linked(space, 1 - NEAR_WHEN_FEW if len(space) < FEW else FAR)
    by_lot = sorted(range(len(texts)), key=lambda index: sha256(texts[index].encode()).digest())
    sample = np.sort(by_lot[:MOST_AT_ONCE])
    return nearest(space, space[sample], _linked(space[sample], FAR))


def nearest(vectors: Vectors, known: Vectors, topic_of: Ints) -> Ints:
    """Return for each vector the topic whose middle it is nearest to, of those that `known` vectors are in."""
    numbers = np.unique(topic_of)
    middles = unit(np.stack([known[topic_of == number].mean(axis=0) for number in numbers]))
    return np.asarray(numbers[np.round(vectors @ middles.T, 6).argmax(axis=1)], dtype=np.int64)


def beside(new: Vectors, known: Vectors, topic_of: Ints) -> Ints:
    """Return the topic that each new text is put into at once, until all are grouped anew."""
    space = _space(np.concatenate([known, new]))
    return nearest(space[len(known) :], space[: len(known)], topic_of)


def _space(vectors: Vectors) -> Vectors:
    return centred(vectors) if len(vectors) >= FEW else vectors


def _linked(space: Vectors, distance: float) -> Ints:
    from scipy.cluster.hierarchy import fcluster, linkage  # noqa: PLC0415 - only those who group texts pay for it
    from scipy.spatial.distance import squareform  # noqa: PLC0415 - as above

    apart = np.clip(1 - space.astype(np.float64) @ space.T.astype(np.float64), 0, 2)
    apart = np.round((apart + apart.T) / 2, 9)  # equal texts are at distance 0 whatever the rounding
    np.fill_diagonal(apart, 0)
    tree = linkage(squareform(apart, checks=False), method="average")
    return np.asarray(fcluster(tree, t=distance, criterion="distance") - 1, dtype=np.int64)


def _ranks(labels: Ints, texts: Sequence[str]) -> dict[int, int]:
    """Number topics by size, equal ones by their first text in alphabetical order."""
    count = Counter(labels.tolist())
    first: dict[int, str] = {}
    for label, text in zip(labels.tolist(), texts, strict=True):
        first.setdefault(label, text)
    order = sorted(count, key=lambda label: (-count[label], first[label]))
    return {label: index for index, label in enumerate(order)}


def _central_first(space: Vectors, indices: Ints) -> list[int]:
    middle = space[indices].mean(axis=0)
    nearness = np.round(space[indices] @ middle, 6)
    return [int(index) for index in indices[np.argsort(-nearness, kind="stable")]]
