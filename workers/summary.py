"""The summary of a theme: exact sentences with their sources, from what the map shows, then by topic."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import numpy as np

from deliberation.excerpts import Sentence, excerpts
from deliberation.opinion_map import OpinionMap, Row
from deliberation.similarity import Embedder, fold
from deliberation.topics import Topics
from storage.read_models.contributions import ContributionView
from workers.material import Material, shown

MOST_SENTENCES = 4  # of a topic
SHARED = 3  # people who make a topic a concern that they share; fewer are heard among the other voices
SMALLEST_CELL = 10
MOST_STATEMENTS = 5

TITLES = {
    "topic": {
        "fr": "{title} — personnes : {people}, contributions : {texts}",
        "en": "{title} — people: {people}, contributions: {texts}",
        "it": "{title} — persone: {people}, contributi: {texts}",
        "es": "{title} — personas: {people}, contribuciones: {texts}",
        "zh": "{title} — {people} 人，{texts} 条意见",
        "ar": "{title} — المشاركون: {people}، المساهمات: {texts}",
    },
    "common_ground": {
        "fr": "Terrain d’entente : ce sur quoi tous les groupes se rejoignent",
        "en": "Common ground: what every group agrees on",
        "it": "Terreno comune: ciò su cui tutti i gruppi concordano",
        "es": "Terreno común: en lo que todos los grupos coinciden",
        "zh": "共识：各群体一致之处",
        "ar": "أرضية مشتركة: ما تتفق عليه كل المجموعات",
    },
    "contention": {
        "fr": "Points de controverse : ce qui partage les avis",
        "en": "Points of contention: what divides opinions",
        "it": "Punti di controversia: ciò che divide",
        "es": "Puntos de controversia: lo que divide",
        "zh": "争议：意见分歧之处",
        "ar": "نقاط الخلاف: ما تنقسم حوله الآراء",
    },
    "uncertainty": {
        "fr": "Zones d’incertitude : ce sur quoi beaucoup hésitent",
        "en": "Uncertainty: what many are unsure about",
        "it": "Incertezze: ciò su cui molti esitano",
        "es": "Incertidumbres: en lo que muchos dudan",
        "zh": "不确定：许多人犹豫之处",
        "ar": "مواضع الحيرة: ما يتردد فيه كثيرون",
    },
    "minority": {
        "fr": "Positions minoritaires : ce que disent les groupes moins nombreux",
        "en": "Minority views: what the smaller groups say",
        "it": "Posizioni minoritarie: ciò che dicono i gruppi più piccoli",
        "es": "Posiciones minoritarias: lo que dicen los grupos menos numerosos",
        "zh": "少数意见：人数较少群体的声音",
        "ar": "آراء الأقلية: ما تقوله المجموعات الأصغر",
    },
}
OTHERS = {
    "fr": "D’autres voix",
    "en": "Other voices",
    "it": "Altre voci",
    "es": "Otras voces",
    "zh": "其他声音",
    "ar": "أصوات أخرى",
}


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
    }


def _topics(
    material: Material, found: Topics, groups: Mapping[UUID, int], language: str, embed: Embedder
) -> list[dict[str, Any]]:
    """Return a section for each topic that several people speak of, and one for the other voices, a sentence each."""
    vectors = embed([shown(text) for text in material.texts])
    by_author = {str(author): group for author, group in groups.items()}
    topic_of = np.array(found.topic_of, dtype=np.int64)
    sections, others, voices = [], list[ContributionView](), list[Sentence]()
    for topic, title in enumerate(found.titles):
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
            sections.append(_section(_counted(title, members, language), "topic", ordered))
        else:
            others += members
            voices += ordered
    return [*sections, _section(_counted(OTHERS[language], others, language), "topic", voices)]


def _counted(title: str, members: Sequence[ContributionView], language: str) -> str:
    people = len({text.author for text in members})
    return TITLES["topic"][language].format(title=title, people=people, texts=len(members))


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
    return [_section(TITLES[kind][language], kind, tuple(_quoted(rows, material.statements))) for kind, rows in lists]


def _quoted(rows: Sequence[Row], statements: Sequence[ContributionView]) -> list[Sentence]:
    """Return whole statements as sentences, once each."""
    chosen = dict.fromkeys(row.statement for row in rows if row.votes >= SMALLEST_CELL)
    return [
        Sentence(" ".join(shown(statements[index]).split()), (statements[index].reference,))
        for index in list(chosen)[:MOST_STATEMENTS]
    ]


def _section(title: str, kind: str, chosen: Sequence[Sentence]) -> dict[str, Any]:
    sentences = [{"text": sentence.text, "citations": list(sentence.citations)} for sentence in chosen]
    return {"title": title, "kind": kind, "sentences": sentences}
