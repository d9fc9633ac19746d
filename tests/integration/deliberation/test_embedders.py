"""The embedder is a port: the bundled model gives the vectors it always gave, and everything works without it."""

import json
from pathlib import Path

import numpy as np
import pytest

from deliberation.similarity import DIMENSIONS, embedder, word_statistics

GOLDEN = Path(__file__).parents[2] / "golden" / "vectors.json"  # text → its vector, in thousandths


@pytest.fixture
def golden() -> dict[str, list[int]]:
    found: dict[str, list[int]] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return found


def test_the_models_vectors_are_those_of_before(golden: dict[str, list[int]]) -> None:
    """A release of the model that says something else makes other topics of what citizens have said."""
    wanted = np.array(list(golden.values())) / 1000
    vectors = embedder()(list(golden))
    assert vectors.shape == (6, DIMENSIONS)
    cosines = (vectors * wanted).sum(axis=1) / np.linalg.norm(wanted, axis=1)
    assert cosines.min() >= 0.999


def test_a_texts_vector_does_not_depend_on_its_company(golden: dict[str, list[int]]) -> None:
    together = embedder()(list(golden))
    alone = np.concatenate([embedder()([text]) for text in golden])
    assert np.abs(together - alone).max() <= 1e-5


def test_two_languages_say_the_same_to_the_model_and_not_to_word_statistics(golden: dict[str, list[int]]) -> None:
    french, english = list(golden)[:2]
    (left, right), (mine, yours) = embedder()([french, english]), word_statistics([french, english])
    assert float(left @ right) > 0.7
    assert float(mine @ yours) < 0.5
