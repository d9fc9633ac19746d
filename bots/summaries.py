"""A summary as words: citizens' own, and under what a model made of them the exact ones."""

from collections.abc import Iterator

from bots.documents import TITLE, Document, clip, packed, references, titled
from bots.wording import Wording
from deliberation.disclosure import SMALLEST

SECTIONS = ("topic", "common_ground", "contention", "uncertainty", "minority")


def summary_text(content: Document, say: Wording) -> list[str]:
    return packed(summary_blocks(content, say))


def summary_blocks(content: Document, say: Wording) -> list[str]:
    """Return the summary: sections in the order of the document, each sentence with what it cites.

    The text is in the document's language; where a model wrote it, that is said first, and the exact words follow.
    """
    language = str(content.get("language", say.language))
    blocks = [block for section in content.get("sections", []) for block in _section(section, language, say)]
    return [say("document-summary-counts", people=content.get("people", 0), texts=content.get("texts", 0)),
            *model_note(content, say), *blocks]  # fmt: skip


def counts_for_all(content: Document, say: Wording) -> str:
    """Return of how much a summary was made, as everybody may read it: of few people no number."""
    people, texts = content.get("people", 0), content.get("texts", 0)
    if people < SMALLEST:
        return say.plain("document-summary-counts-few", few=SMALLEST, texts=texts)
    return say.plain("document-summary-counts", people=people, texts=texts)


def model_note(content: Document, say: Wording) -> list[str]:
    """Return what a reader must know of sentences that a model wrote; nothing where there are none."""
    sentences = (sentence for section in content.get("sections", []) for sentence in section.get("sentences", []))
    if any("original" in sentence for sentence in sentences):
        return [say("document-model-note", model=clip(content.get("made_by", ""), TITLE))]
    return []


def _section(section: Document, language: str, say: Wording) -> list[str]:
    named = say(f"document-section-{section_kind(section)}", title=clip(section["title"], TITLE))
    lines = [line for sentence in section.get("sentences", []) for line in _sentence(sentence, language, say)]
    return titled(named, lines)


def _sentence(sentence: Document, language: str, say: Wording) -> Iterator[str]:
    """Yield a sentence as it is read, then its exact words where a model wrote it."""
    text, refs = clip(sentence["text"]), references(sentence["citations"], say)
    spoken = sentence.get("language")
    foreign = say.plain("document-spoken", language=spoken) if spoken not in (None, language) else ""
    if "original" not in sentence:
        key = "document-sentence-foreign" if foreign else "document-sentence"
        yield say(key, text=text, refs=refs, spoken=foreign)
        return
    yield say(f"document-sentence-{'translated' if foreign else 'reworded'}", text=text, refs=refs)
    exact = clip(sentence["original"])
    yield say("document-exact-foreign" if foreign else "document-exact", text=exact, spoken=foreign)


def section_kind(section: Document) -> str:
    kind = str(section.get("kind", ""))
    return (kind if kind in SECTIONS else SECTIONS[0]).replace("_", "-")
