"""Which texts say the same in other words, by the direction of their vectors.

Everybody in a debate talks about the same things. So from as many texts on as tell what that is, their common mean is
taken out before two are compared; with fewer the vectors are compared as they are, and must be nearer.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from deliberation.similarity import Vectors, unit

ENOUGH = 30  # texts that tell what a debate is about
RAW, CENTRED = 0.70, 0.55  # least cosine; measured on paraphrases in six languages
MOST = 3


@dataclass(frozen=True, slots=True)
class Debate:
    """The texts of a debate as they are compared: texts × dimensions, in rows of length 1 around `mean`."""

    vectors: Vectors
    mean: Vectors
    least: float

    @classmethod
    def of(cls, vectors: Vectors) -> Self:
        """Take out of vectors in rows of length 1 what all of them have in common, where there are enough."""
        if len(vectors) < ENOUGH:
            return cls(vectors, np.zeros((1, vectors.shape[1]), dtype=np.float32), RAW)
        mean = vectors.mean(axis=0, keepdims=True)
        return cls(unit(vectors - mean), mean, CENTRED)

    def kin(self, text: Vectors, *, most: int = MOST) -> list[tuple[int, float]]:
        """Return the texts that are near in meaning to one of 1 × dimensions: (index, cosine), best first."""
        scores = (self.vectors @ unit(text - self.mean)[0]).tolist()
        found = [(index, score) for index, score in enumerate(scores) if score >= self.least]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:most]
