"""The summary of a theme: exact sentences with their sources, from what the map shows, then by topic."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import numpy as np

from deliberation.disclosure import SMALLEST
from deliberation.excerpts import Sentence, excerpts
from deliberation.frames import OTHERS, counted, title
from deliberation.language import LANGUAGES, detect
from deliberation.opinion_map import OpinionMap, Row
from deliberation.similarity import Embedder, fold
from deliberation.topics import Topics
from storage.read_models.contributions import ContributionView
from workers.material import Material, shown

MOST_SENTENCES = 4  # of a topic
SHARED = 3  # people who make a topic a concern that they share; fewer are heard among the other voices
MOST_STATEMENTS = 5
SURE = 0.7  # of a language, to tell readers of another one about it


def document(
    material: Material,
    drawn: OpinionMap,
    found: Topics,
    groups: Mapping[UUID, int],
    *,
    language: str,
    embed: Embedder,
) -> dict[str, Any]:
    """Return the summary as the contract describes it; `found` are the topics of all the theme's texts."""
    texts = material.texts
    sections = [
        *_from_map(material, drawn, language),
        *_topics(material, found, groups, language, embed),
    ]
    return {
        "theme": material.theme,
        "input_hash": material.input_hash,
        "people": len({text.author for text in texts}),
        "texts": len(texts),
        "distinct_texts": len({fold(text.text) for text in texts}),
        "sections": [section for section in sections if section["sentences"]],
        "made_by": "extractive",
        "language": language,
    }


def _topics(
    material: Material, found: Topics, groups: Mapping[UUID, int], language: str, embed: Embedder
) -> list[dict[str, Any]]:
    """Return a section for each topic that several people speak of, and one for the other voices, a sentence each."""
    vectors = embed(material.words)
    by_author = {str(author): group for author, group in groups.items()}
    topic_of = np.array(found.topic_of, dtype=np.int64)
    sections, others, voices = [], list[ContributionView](), list[Sentence]()
    for topic, named in enumerate(found.titles):
        indices = np.flatnonzero(topic_of == topic)
        members = [material.texts[index] for index in indices]
        shared = len({text.author for text in members}) >= SHARED
        sources = [material.source(text) for text in members]
        chosen = excerpts(
            sources, vectors[indices], most=MOST_SENTENCES if shared else 1, groups=by_author if shared else None
        )
        place = {text.reference: n for n, text in enumerate(members)}
        ordered = [_in_order(sentence, place) for sentence in chosen]
        if shared:
            sections.append(_topic(named, members, ordered, material, language))
        else:
            others += members
            voices += ordered
    return [*sections, _topic(OTHERS[language], others, voices, material, language)]


def _topic(
    named: str, members: Sequence[ContributionView], chosen: Sequence[Sentence], material: Material, language: str
) -> dict[str, Any]:
    people, texts = len({text.author for text in members}), len(members)
    found = _section(counted(named, people, texts, language), "topic", chosen, material)
    return {**found, "people": people, "texts": texts}


def _in_order(sentence: Sentence, place: Mapping[str, int]) -> Sentence:
    """Return the sentence with its further citations in the order of what they say, not of their numbers."""
    first, *others = sentence.citations
    return Sentence(sentence.text, (first, *sorted(others, key=place.__getitem__)))


def _from_map(material: Material, drawn: OpinionMap, language: str) -> list[dict[str, Any]]:
    minority = [row for group in drawn.groups[1:] for row in group.representative[:2]]
    lists: tuple[tuple[str, Sequence[Row]], ...] = (
        ("common_ground", drawn.common_ground),
        ("contention", drawn.contention),
        ("uncertainty", drawn.uncertain),
        ("minority", minority),
    )
    return [_section(title(kind, language), kind, _quoted(rows, material.statements), material) for kind, rows in lists]


def _quoted(rows: Sequence[Row], statements: Sequence[ContributionView]) -> list[Sentence]:
    """Return whole statements as sentences, once each."""
    chosen = dict.fromkeys(row.statement for row in rows if row.votes >= SMALLEST)
    return [
        Sentence(" ".join(shown(statements[index]).split()), (statements[index].reference,))
        for index in list(chosen)[:MOST_STATEMENTS]
    ]


def _section(named: str, kind: str, chosen: Sequence[Sentence], material: Material) -> dict[str, Any]:
    sentences = [_told(sentence, material) for sentence in chosen]
    return {"title": named, "kind": kind, "sentences": sentences}


def _told(sentence: Sentence, material: Material) -> dict[str, Any]:
    """Return a sentence as the document has it, with the language of its contribution where that is sure."""
    told = {"text": sentence.text, "citations": list(sentence.citations)}
    spoken = detect(shown(material.by_reference[sentence.citations[0]]))
    return {**told, "language": spoken.code} if spoken.confidence >= SURE and spoken.code in LANGUAGES else told
