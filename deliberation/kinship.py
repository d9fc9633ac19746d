"""Which texts say the same in other words, by the direction of their vectors.

Everybody in a debate talks about the same things. So from as many texts on as tell what that is, their common mean is
taken out before two are compared; with fewer the vectors are compared as they are, and must be nearer.
"""

from deliberation.similarity import Vectors, unit

ENOUGH = 30  # texts that tell what a debate is about
RAW, CENTRED = 0.70, 0.55  # least cosine; measured on paraphrases in six languages
MOST = 3


def kin(text: Vectors, others: Vectors) -> list[tuple[int, float]]:
    """Return the others that are near in meaning: (index, cosine), best first, MOST at most.

    `text` is 1 × dimensions, `others` texts × dimensions, in rows of length 1.
    """
    if not len(others):
        return []
    least = RAW
    if len(others) >= ENOUGH:
        mean, least = others.mean(axis=0, keepdims=True), CENTRED
        text, others = unit(text - mean), unit(others - mean)
    scores = (others @ text[0]).tolist()
    found = [(index, score) for index, score in enumerate(scores) if score >= least]
    return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:MOST]
