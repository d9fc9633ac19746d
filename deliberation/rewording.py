"""A summary reworded: what a model is asked of it, what of the answer holds, and how both stand side by side.

Every sentence of a model's is bound to the exact words that it rewords and to all their citations: where the summary
has other words, or one of the citations is gone, the sentence is nobody's and the exact words stand alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from deliberation.faithful import faults
from deliberation.form import is_instruction
from deliberation.frames import retitled

MOST_FAILED = 1 / 3  # of the sentences asked for; beyond it nothing of the rewording is kept

Document = Mapping[str, Any]
Key = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Item:
    """Exact words of citizens, what they cite, and their language (None where it is not sure)."""

    quote: str
    citations: tuple[str, ...]
    language: str | None

    @property
    def key(self) -> Key:
        return self.quote, self.citations


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model made of an item."""

    text: str
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """An item with the sentence that may be shown for it ("" for none) and what was wrong with what was written."""

    item: Item
    text: str
    faults: tuple[str, ...]


def items(summary: Document, language: str) -> tuple[Item, ...]:
    """Return what a model is asked to say in `language`, once each.

    In the summary's own language that is everything, in another one what was said in yet another. Words that could be
    meant for a machine are not handed to one.
    """
    everything = language == summary.get("language")
    found = dict.fromkeys(
        Item(sentence["text"], tuple(sentence["citations"]), sentence.get("language"))
        for section in summary["sections"]
        for sentence in section["sentences"]
    )
    return tuple(
        item
        for item in found
        if (everything or item.language not in (None, language)) and not is_instruction(item.quote)
    )


def judged(asked: Sequence[Item], replies: Mapping[int, Reply], language: str) -> tuple[Judged, ...]:
    """Hold each reply against its item, by place."""
    return tuple(_judged(item, replies.get(place), language) for place, item in enumerate(asked))


def _judged(item: Item, reply: Reply | None, language: str) -> Judged:
    if reply is None:
        return Judged(item, "", ("missing",))
    text = " ".join(reply.text.split())
    sources = dict.fromkeys(item.citations, item.quote)
    wrong = faults(text, reply.citations, sources, language=language, source_language=item.language)
    return Judged(item, "" if wrong else text, wrong)


def kept(answered: Iterable[Judged]) -> list[dict[str, Any]]:
    """Return what was judged as a JSON document keeps it."""
    return [
        {
            "original": each.item.quote,
            "citations": list(each.item.citations),
            "text": each.text,
            "faults": list(each.faults),
        }
        for each in answered
    ]


def holds(wording: Document) -> bool:
    """Say whether so much of a model's wording stood the check that any of it may be shown."""
    return sum(not each["text"] for each in wording["sentences"]) <= MOST_FAILED * len(wording["sentences"])


def reworded(summary: Document, wordings: Mapping[str, Document]) -> dict[str, Any]:
    """Return a summary with what a model wrote of its sentences, by language, beside the exact words."""
    known = {language: dict(_texts(wording)) for language, wording in wordings.items()}
    own = known.pop(str(summary.get("language")), {})
    found = {**summary, "sections": [_section(section, own, known) for section in summary["sections"]]}
    if is_reworded(found):
        found["made_by"] = ", ".join(sorted({str(wording["model"]) for wording in wordings.values()}))
    return found


def _texts(wording: Document) -> Iterator[tuple[Key, str]]:
    for each in wording["sentences"] if holds(wording) else ():
        if each["text"]:
            yield key_of(each), each["text"]


def key_of(kept_sentence: Document) -> Key:
    """Return the key of the item that a kept sentence was made of."""
    return kept_sentence["original"], tuple(kept_sentence["citations"])


def _section(section: Document, own: Mapping[Key, str], others: Mapping[str, Mapping[Key, str]]) -> dict[str, Any]:
    return {**section, "sentences": [_sentence(sentence, own, others) for sentence in section["sentences"]]}


def _sentence(sentence: Document, own: Mapping[Key, str], others: Mapping[str, Mapping[Key, str]]) -> dict[str, Any]:
    key = sentence["text"], tuple(sentence["citations"])
    found = dict(sentence)
    if key in own and own[key] != sentence["text"]:
        found |= {"text": own[key], "original": sentence["text"]}
    if translations := {language: texts[key] for language, texts in sorted(others.items()) if key in texts}:
        found["translations"] = translations
    return found


def is_reworded(summary: Document) -> bool:
    """Say whether a model wrote anything of a summary."""
    sentences = (sentence for section in summary.get("sections", ()) for sentence in section["sentences"])
    return any("original" in sentence or "translations" in sentence for sentence in sentences)


def exact(sentence: Document) -> dict[str, Any]:
    """Return a sentence without what a model made of it."""
    bare = {name: value for name, value in sentence.items() if name not in {"original", "translations"}}
    return {**bare, "text": sentence.get("original", sentence["text"])}


def languages_of(summary: Document) -> list[str]:
    """Return the languages that something of a summary was translated into."""
    sentences = (sentence for section in summary.get("sections", ()) for sentence in section["sentences"])
    return sorted({language for sentence in sentences for language in sentence.get("translations", ())})


def in_language(summary: Document, language: str) -> dict[str, Any]:
    """Return a summary for a reader of `language`: titles in it, citizens' words as they said them.

    What a model translated stands as the text, the exact words beside it as `original`.
    """
    written_in = summary.get("language")
    found = {**summary, "language": language}
    found["sections"] = [
        {
            **section,
            "title": retitled(section, written_in, language) if written_in else section["title"],
            "sentences": [_read(sentence, written_in or language, language) for sentence in section["sentences"]],
        }
        for section in summary.get("sections", ())
    ]
    return found if is_reworded(found) else {**found, "made_by": "extractive"}


def _read(sentence: Document, written_in: str, language: str) -> dict[str, Any]:
    bare = exact(sentence)
    if language == written_in:
        return {**bare, **{name: sentence[name] for name in ("text", "original") if name in sentence}}
    translated = sentence.get("translations", {}).get(language)
    return {**bare, "text": translated, "original": bare["text"]} if translated else bare
