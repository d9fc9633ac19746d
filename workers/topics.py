"""The topics of a theme's contributions: grouped anew whenever texts or edits have changed, under numbers that stay."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from deliberation.similarity import Embedder, Vectors
from deliberation.topic_names import numbered
from deliberation.topics import Topics, beside, topics
from storage.ledger import writing
from storage.tables.topics import Placing, TopicCount
from storage.upsert import upsert
from workers.material import Material

Placings = Mapping[UUID, int]  # the number of each contribution's topic


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


def topics_of(material: Material, embed: Embedder) -> Topics:
    """Group all that was said in a theme by concern, from the texts as they are shown."""
    return topics(
        material.words,
        embed=embed,
        asking=[text.kind == "question" for text in material.texts],
        edits=material.edits,
    )


def placed(material: Material, embed: Embedder, before: Placings) -> dict[UUID, int]:
    """Return the number of the topic that each new text is nearest to; none while there are no topics."""
    import numpy as np  # noqa: PLC0415 - as above

    new = [n for n, text in enumerate(material.texts) if text.id not in before]
    known = [n for n, text in enumerate(material.texts) if text.id in before]
    if not known or not new:
        return {}
    numbers = np.array([before[material.texts[n].id] for n in known], dtype=np.int64)
    vectors = embed(material.words)
    found = beside(vectors[new], vectors[known], numbers)
    return {material.texts[n].id: int(number) for n, number in zip(new, found, strict=True)}


def numbers_of(material: Material, found: Topics, before: Placings, last: int) -> list[int]:
    """Return the number of each topic, the same as before as far as can be."""
    members = [[material.texts[index].id for index in here] for here in found.members]
    return numbered(members, before, last)


def moved(material: Material, found: Topics, numbers: Sequence[int], before: Placings) -> dict[UUID, int]:
    """Return the number of the topic of each text that was in none, or in another one."""
    now = {text.id: numbers[topic] for text, topic in zip(material.texts, found.topic_of, strict=True)}
    return {text: number for text, number in now.items() if before.get(text) != number}


async def keep_placings(engine: AsyncEngine, theme: str, placings: Placings, last: int) -> None:
    """Keep in which topics contributions are, and that no number up to `last` is given again."""
    if not placings:
        return
    rows = [{"contribution": text, "theme": theme, "topic": number} for text, number in placings.items()]
    async with writing(engine) as session:
        await upsert(session, Placing, rows, keys=["contribution"])
        await upsert(session, TopicCount, [{"theme": theme, "last": last}], keys=["theme"])


def document(material: Material, found: Topics, numbers: Sequence[int]) -> dict[str, object]:
    """Return the topics, largest first; `id` is the number that a topic has in this instance."""
    return {
        "theme": material.theme,
        "input_hash": material.input_hash,
        "topics": [
            {
                "id": number,
                "title": title,
                "keywords": list(words),
                "people": len({material.texts[index].author for index in members}),
                "contributions": [material.texts[index].reference for index in members],
            }
            for number, title, words, members in zip(numbers, found.titles, found.keywords, found.members, strict=True)
        ],
    }
