"""Kin by meaning: near in direction, after what everybody talks about is taken out."""

import numpy as np

from deliberation.kinship import CENTRED, ENOUGH, MOST, RAW, Debate
from deliberation.similarity import Vectors, unit


def vectors(*rows: list[float]) -> Vectors:
    return unit(np.array(rows, dtype=np.float32))


def kin(text: Vectors, others: Vectors) -> list[tuple[int, float]]:
    return Debate.of(others).kin(text)


def test_few_texts_are_compared_as_they_are() -> None:
    others = vectors([1, 0, 0], [1, 0.9, 0], [0, 1, 0], [0.9, 0.3, 0])
    found = kin(vectors([1, 0, 0]), others)
    assert [index for index, _ in found] == [0, 3, 1]
    assert [score >= RAW for _, score in found] == [True] * 3
    assert found[0][1] == 1.0


def test_in_a_debate_what_everybody_talks_about_tells_nothing_apart() -> None:
    chance = np.random.default_rng(7)
    theme = np.zeros(64) + 3.0
    others = unit(np.asarray(theme + chance.normal(size=(ENOUGH, 64)), dtype=np.float32))
    text = others[:1]
    assert float((others @ text[0]).min()) > RAW  # by their raw cosine all would be kin
    assert [index for index, score in kin(text, others) if score >= CENTRED] == [0]
    assert len(kin(text, others)) == 1


def test_there_are_never_too_many_and_none_among_none() -> None:
    assert len(kin(vectors([1, 0]), vectors(*[[1, 0.01 * n] for n in range(9)]))) == MOST
    assert kin(vectors([1, 0]), np.zeros((0, 2), dtype=np.float32)) == []
    assert kin(vectors([0, 0]), vectors([1, 0])) == []
