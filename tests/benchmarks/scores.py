"""How well the mathematics of texts does on labelled texts, each figure beside that of a usual means."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import phonenumbers
from rapidfuzz import fuzz
from sklearn.cluster import AgglomerativeClustering, KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import average_precision_score, v_measure_score

from deliberation.excerpts import Source, excerpts, is_exact_span
from deliberation.language import detect
from deliberation.personal_data import mask
from deliberation.rudeness import flags
from deliberation.similarity import Vectors, centred, embedder, near_duplicates, unit
from deliberation.topics import topics
from tests.fixtures.texts import marked

Row = dict[str, Any]
Spans = Sequence[tuple[int, int]]
SHORT = 80  # characters


@dataclass(frozen=True, slots=True)
class Found:
    """Right, wrong and missed answers."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def told_apart(said: Iterable[bool], true: Iterable[bool]) -> Found:
    pairs = list(zip(said, true, strict=True))
    return Found(
        right=sum(mine and theirs for mine, theirs in pairs),
        wrong=sum(mine and not theirs for mine, theirs in pairs),
        missed=sum(theirs and not mine for mine, theirs in pairs),
    )


def copies(pairs: Sequence[Row]) -> Found:
    said = (bool(near_duplicates(pair["left"], [pair["right"]])) for pair in pairs)
    return told_apart(said, (pair["copy"] for pair in pairs))


def copies_by_letters(pairs: Sequence[Row]) -> float:
    """Return the F1 of the plain ratio of letters, at the threshold that suits these pairs best."""
    return best_f1([fuzz.ratio(pair["left"], pair["right"]) for pair in pairs], [pair["copy"] for pair in pairs])


def copies_by_meaning(pairs: Sequence[Row]) -> float:
    """Return the F1 of cosine similarity alone, at the threshold that suits these pairs best."""
    left, right = (embedder()([pair[side] for pair in pairs]) for side in ("left", "right"))
    return best_f1([float(cosine) for cosine in (left * right).sum(axis=1)], [pair["copy"] for pair in pairs])


def best_f1(scores: Sequence[float], true: Sequence[bool]) -> float:
    return max(told_apart((score >= least for score in scores), true).f1 for least in set(scores))


def by_topic(texts: Sequence[str], labels: Sequence[str]) -> float:
    return float(v_measure_score(labels, topics(texts).topic_of))


def by_words(texts: Sequence[str], labels: Sequence[str], count: int) -> float:
    """Return the V-measure of TF-IDF and latent semantic analysis, in so many groups by the better of two ways."""
    words = TfidfVectorizer().fit_transform(texts)
    space = unit(TruncatedSVD(min(100, len(texts) - 1), random_state=0).fit_transform(words))
    ways = (
        AgglomerativeClustering(count, metric="cosine", linkage="average"),
        KMeans(count, random_state=0, n_init=4),
    )
    return max(float(v_measure_score(labels, way.fit_predict(space))) for way in ways)


def known_languages(
    rows: Iterable[tuple[str, str]], guess: Callable[[str], str] = lambda text: detect(text).code
) -> float:
    """Return the share of short texts whose language is told right."""
    short = [(text, language) for text, language in rows if len(text) < SHORT]
    return sum(guess(text) == language for text, language in short) / len(short)


def masked(rows: Sequence[Row], spans_of: Callable[[str, str], Spans]) -> Found:
    """Count what must go: right where every character of it is found; wrong is what is found beside it."""
    right = wrong = missed = 0
    for row in rows:
        text, wanted = marked(row["text"])
        found = spans_of(text, row["region"])
        right += sum(covered(span, found) for span in wanted)
        missed += sum(not covered(span, found) for span in wanted)
        wrong += sum(not any(start < span[1] and span[0] < end for span in wanted) for start, end in found)
    return Found(right, wrong, missed)


def covered(span: tuple[int, int], found: Spans) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in found)


def our_spans(text: str, region: str) -> Spans:
    return [(each.start, each.end) for each in mask(text, region=region).found]


def phones_alone(text: str, region: str) -> Spans:
    return [(match.start, match.end) for match in phonenumbers.PhoneNumberMatcher(text, region)]


def touched(texts: Sequence[str], region: str) -> float:
    """Return the share of texts of which something is masked."""
    return sum(bool(mask(text, region=region).found) for text in texts) / len(texts)


def rude(rows: Sequence[Row]) -> Found:
    """Count texts: rude ones with a hint, innocent ones with a hint, rude ones without."""
    texts = [(*marked(row["text"]), row["language"]) for row in rows]
    said = (bool(flags(text, language=language)) for text, _, language in texts)
    return told_apart(said, (bool(spans) for _, spans, _ in texts))


def kin(texts: Sequence[str], labels: Sequence[str], space: Callable[[Vectors], Vectors] = centred) -> float:
    """Return the average precision of cosine similarity over all pairs: are those of one label the nearest?"""
    vectors = space(embedder()(texts))
    upper = np.triu_indices(len(texts), k=1)
    same = np.array(labels)[:, None] == np.array(labels)[None, :]
    return float(average_precision_score(same[upper], (vectors @ vectors.T)[upper]))


def exact_share(texts: Sequence[str]) -> float:
    """Return the share of sentences in summaries, one of every forty texts, that stand in what they cite."""
    shown = [Source(f"Q-{n}", str(n), mask(text).text) for n, text in enumerate(texts, start=1)]
    text_of = {source.reference: source.text for source in shown}
    ends = [*range(0, len(shown), 40), len(shown)]
    said = [
        sentence
        for start, end in pairwise(ends)
        for sentence in excerpts(shown[start:end], embedder()([source.text for source in shown[start:end]]))
    ]
    return sum(is_exact_span(sentence.text, text_of[sentence.citations[0]]) for sentence in said) / len(said)
