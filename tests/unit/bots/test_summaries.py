"""A summary in words: what a model wrote is said to be so, and the exact words stand beneath."""

from typing import Any

import pytest

from bots.playground.entities import plain
from bots.summaries import summary_blocks
from bots.wording import wording
from deliberation.language import LANGUAGES
from deliberation.rewording import in_language

MADE: dict[str, Any] = {
    "people": 1,
    "texts": 2,
    "language": "fr",
    "made_by": "petit <7b>",
    "sections": [
        {
            "title": "Terrain d’entente : ce sur quoi tous les groupes se rejoignent",
            "kind": "common_ground",
            "sentences": [
                {
                    "text": "Moins de viande.",
                    "original": "Franchement, moins de viande.",
                    "citations": ["O-1", "O-2"],
                    "language": "fr",
                    "translations": {"en": "Less meat."},
                },
                {"text": "Des vélos.", "original": "Bikes & more.", "citations": ["O-3"], "language": "en"},
                {"text": "Más trenes.", "citations": ["O-4"], "language": "es"},
                {"text": "Ouf.", "citations": ["O-5"]},
            ],
        }
    ],
}


def told(language: str) -> list[str]:
    return [plain(block) for block in summary_blocks(in_language(MADE, language), wording(language))]


def test_the_exact_words_stand_under_what_a_model_wrote() -> None:
    assert told("fr") == [
        "Faite à partir de 2 contributions d’une personne.",
        (
            "✍️ signale une phrase écrite par le modèle de langue « petit <7b> », 🌐 une traduction faite par lui. "
            "Un programme les a vérifiées ; sous chacune se trouvent les mots exacts, qui seuls font foi."
        ),
        "🤝 Terrain d’entente : ce sur quoi tous les groupes se rejoignent\n✍️ Moins de viande. O-1, O-2",
        "↳ « Franchement, moins de viande. »",
        "🌐 Des vélos. O-3",
        "↳ « Bikes & more. » (en anglais)",
        "« Más trenes. » (en espagnol) O-4",
        "« Ouf. » O-5",
    ]


def test_readers_of_another_language_read_words_as_they_were_said_and_in_which_language() -> None:
    assert told("en") == [
        "Made from 2 contributions by one person.",
        (
            "✍️ marks a sentence written by the language model “petit <7b>”, 🌐 a translation made by it. "
            "A program has checked them; below each stand the exact words, which alone count."
        ),
        "🤝 Common ground: what every group agrees on\n🌐 Less meat. O-1, O-2",
        "↳ “Franchement, moins de viande.” (in French)",
        "“Bikes & more.” O-3",
        "“Más trenes.” (in Spanish) O-4",
        "“Ouf.” O-5",
    ]


@pytest.mark.parametrize("language", ["it", "es", "zh", "ar"])
def test_without_a_translation_nothing_is_said_of_a_model(language: str) -> None:
    assert "petit" not in "".join(told(language))
    assert "Franchement, moins de viande." in "".join(told(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_model_is_named_in_every_language(language: str) -> None:
    note = plain(wording(language)("document-model-note", model="petit <7b>"))
    assert all(part in note for part in ("petit <7b>", "✍️", "🌐"))
