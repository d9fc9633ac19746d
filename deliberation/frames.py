"""The words around what citizens said, in a summary: the titles of its sections, in six languages."""

from collections.abc import Mapping
from typing import Any

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


def title(kind: str, language: str) -> str:
    """Return the title of what the map shows: common ground, contention, uncertainty, minority views."""
    return TITLES[kind][language]


def counted(topic: str, people: int, texts: int, language: str) -> str:
    """Return the title of a topic, with how many people and contributions speak of it."""
    return TITLES["topic"][language].format(title=topic, people=people, texts=texts)


def retitled(section: Mapping[str, Any], written_in: str, language: str) -> str:
    """Return a section's title in another language; the citizen's words in it stay as they are.

    A title that is not as `counted` and `title` made it (an older summary, or one pruned since) stays whole.
    """
    shown, kind = str(section["title"]), section["kind"]
    if kind != "topic":
        return title(kind, language) if shown == TITLES[kind][written_in] else shown
    people, texts = section.get("people"), section.get("texts")
    if people is None or texts is None or not shown.endswith(ending := counted("", people, texts, written_in)):
        return shown
    topic = shown.removesuffix(ending)
    return counted(OTHERS[language] if topic == OTHERS[written_in] else topic, people, texts, language)
