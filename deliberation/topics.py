"""Topics: texts grouped by the same concern, across languages, none left out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deliberation.similarity import Embedder, Vectors, centred, embedder, fold

Ints = NDArray[np.int64]

FEW = 30  # below it the debate has no mean of its own yet, and plain cosine is surer
NEAR_WHEN_FEW = 0.70  # cosine similarity
FAR = 0.75  # cosine distance on centred vectors at which two groups are two topics
MOST_AT_ONCE = 3000  # texts; more are assigned to the nearest topic of an even sample
TITLE = 120  # characters
KEYWORDS = 4
STOPWORDS = frozenset(
    (
        "le la les un une des de du d l au aux et ou où mais donc que qui quoi dont ce cet cette ces on il "
        "elle ils elles je tu nous vous se sa son ses leur leurs mon ma mes ton ta tes notre nos votre vos "
        "est sont être a ont avoir faut il y en dans sur sous par pour avec sans plus moins pas ne n c s qu j "
        "m t si comme quand comment pourquoi est-ce faire fait peut doit tout tous toute toutes the a an of "
        "to in on for with and or is are be do does we you they it this that what how why can should will our "
        "your their il lo gli i e di da del della dei che per con non come perché el los las y en un una por "
        "qué cómo no se su es son más para في من على إلى هل ما كيف أن عن "
    ).split()
)


@dataclass(frozen=True, slots=True)
class Topics:
    """topic_of: the topic of each text. By topic: titles, the index of its most central text (medoid), keywords."""

    topic_of: tuple[int, ...]
    titles: tuple[str, ...]
    medoid: tuple[int, ...]
    keywords: tuple[tuple[str, ...], ...]


def topics(
    texts: Sequence[str],
    *,
    languages: Sequence[str] | None = None,  # noqa: ARG001 - part of the contract; meaning is compared across languages
    seed: int = 0,  # noqa: ARG001 - part of the contract; the grouping needs no chance
    embed: Embedder | None = None,
) -> Topics:
    """Group texts by concern; largest topic first. The same texts in another order give the same topics."""
    if not texts:
        return Topics((), (), (), ())
    order = sorted(range(len(texts)), key=lambda index: texts[index])
    vectors = (embed or embedder())([texts[index] for index in order])
    labels = group(vectors)
    ranked = _ranked(labels, [texts[index] for index in order])
    topic_of = np.empty(len(texts), dtype=np.int64)
    topic_of[order] = ranked
    space = centred(vectors) if len(texts) >= FEW else vectors
    members = [np.flatnonzero(ranked == topic) for topic in range(int(ranked.max()) + 1)]
    medoid = [order[_medoid(space, indices)] for indices in members]
    words = _keywords([[texts[order[index]] for index in indices] for indices in members])
    return Topics(
        topic_of=tuple(int(topic) for topic in topic_of),
        titles=tuple(shortened(texts[index]) for index in medoid),
        medoid=tuple(medoid),
        keywords=words,
    )


def group(vectors: Vectors) -> Ints:
    """Return a label for each vector: average linkage by cosine, cut where groups are far from each other."""
    few = len(vectors) < FEW
    space = vectors if few else centred(vectors)
    if len(space) == 1:
        return np.zeros(1, dtype=np.int64)
    if len(space) <= MOST_AT_ONCE:
        return _linked(space, 1 - NEAR_WHEN_FEW if few else FAR)
    sample = np.unique(np.linspace(0, len(space) - 1, MOST_AT_ONCE).astype(np.int64))
    found = _linked(space[sample], FAR)
    centres = np.stack([space[sample][found == label].mean(axis=0) for label in range(found.max() + 1)])
    return np.asarray((space @ centres.T).argmax(axis=1), dtype=np.int64)


def _linked(space: Vectors, distance: float) -> Ints:
    from scipy.cluster.hierarchy import fcluster, linkage  # noqa: PLC0415 - only those who group texts pay for it
    from scipy.spatial.distance import squareform  # noqa: PLC0415 - as above

    apart = np.clip(1 - space.astype(np.float64) @ space.T.astype(np.float64), 0, 2)
    apart = np.round((apart + apart.T) / 2, 9)  # equal texts are at distance 0 whatever the rounding
    np.fill_diagonal(apart, 0)
    tree = linkage(squareform(apart, checks=False), method="average")
    return np.asarray(fcluster(tree, t=distance, criterion="distance") - 1, dtype=np.int64)


def _ranked(labels: Ints, texts: Sequence[str]) -> Ints:
    """Number topics by size, equal ones by their first text in alphabetical order."""
    count = Counter(labels.tolist())
    first: dict[int, str] = {}
    for label, text in zip(labels.tolist(), texts, strict=True):
        first.setdefault(label, text)
    order = sorted(count, key=lambda label: (-count[label], first[label]))
    rank = {label: index for index, label in enumerate(order)}
    return np.array([rank[label] for label in labels.tolist()], dtype=np.int64)


def _medoid(space: Vectors, indices: Ints) -> int:
    middle = space[indices].mean(axis=0)
    return int(indices[np.round(space[indices] @ middle, 6).argmax()])


def _keywords(groups: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return what each topic speaks of more than the others (c-TF-IDF; Grootendorst 2022), as people write it."""
    counts = [Counter(word for text in texts for word in set(_words(text))) for texts in groups]
    everywhere = Counter(word for count in counts for word in count)
    surface = Counter(match for texts in groups for text in texts for match in re.findall(r"\w+", text))
    forms: dict[str, str] = {}
    for form, _ in sorted(surface.items(), key=lambda each: (-each[1], each[0])):
        forms.setdefault(fold(form), form.lower())
    found = []
    for count in counts:
        weight = {word: hits * np.log(1 + len(groups) / everywhere[word]) for word, hits in count.items()}
        best = sorted(weight, key=lambda word: (-weight[word], word))[:KEYWORDS]
        found.append(tuple(forms.get(word, word) for word in best))
    return tuple(found)


def _words(text: str) -> list[str]:
    """Return the words that carry meaning; Chinese, written without spaces, gives pairs of characters."""
    words = []
    for word in fold(text).split():
        if re.search(r"[\u4e00-\u9fff]", word):
            words += [word[start : start + 2] for start in range(max(1, len(word) - 1))]
        elif len(word) > 2 and word not in STOPWORDS:  # noqa: PLR2004 - shorter words tell little
            words.append(word)
    return words


def shortened(text: str, most: int = TITLE) -> str:
    """Return a text in at most `most` characters, cut at a word's end."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    cut = plain[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:") + "…"
