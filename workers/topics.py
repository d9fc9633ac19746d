"""The topics of a theme's questions and opinions; vectors are computed once a text."""

from collections.abc import Sequence

from deliberation.similarity import Embedder, Vectors
from deliberation.topics import Topics, topics
from storage.read_models.contributions import ContributionView
from workers.material import Material, shown


class Memo:
    """An embedder that remembers: a text's vector never changes."""

    def __init__(self, embed: Embedder) -> None:
        self._embed = embed
        self._known: dict[str, Vectors] = {}

    def __call__(self, texts: Sequence[str], /) -> Vectors:
        import numpy as np  # noqa: PLC0415 - only those who compute load it

        new = sorted({text for text in texts if text not in self._known})
        self._known.update(zip(new, self._embed(new), strict=True))
        return np.stack([self._known[text] for text in texts]) if texts else self._embed([])


def topics_of(texts: Sequence[ContributionView], embed: Embedder) -> Topics:
    """Group contributions by concern, from their texts as they are shown."""
    return topics([shown(text) for text in texts], embed=embed)


def document(material: Material, found: Topics) -> dict[str, object]:
    """Return the topics of the theme's questions with their references."""
    members: dict[int, list[str]] = {}
    for question, topic in zip(material.questions, found.topic_of, strict=True):
        members.setdefault(topic, []).append(question.reference)
    return {
        "theme": material.theme,
        "input_hash": material.input_hash,
        "topics": [
            {"id": n, "title": title, "keywords": list(found.keywords[n]), "questions": members[n]}
            for n, title in enumerate(found.titles)
        ],
    }
