"""Agenda, summary and map as words: HTML messages that Telegram takes, split between items."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bots.wording import Wording, moment

LONGEST = 4096  # characters of a message; HTML marks are counted too, which is on the safe side
CLIP = 600  # characters of one sentence or title; escaping makes a character five at most
GAP = "\n\n"

Document = Mapping[str, Any]
SECTIONS = ("topic", "common_ground", "contention", "uncertainty", "minority")


def agenda_text(content: Document, say: Wording, timezone: str) -> list[str]:
    """Return the agenda: its items in order with time and supporters, then what was left out and why."""
    items = [_agenda_item(item, say, timezone) for item in content.get("items", [])]
    left_out = [_left_out(item, say) for item in content.get("not_selected", [])]
    budget = say("document-agenda-budget", minutes=int(content.get("time_budget_minutes") or 0), items=len(items))
    rest = [say("document-agenda-left-out"), *left_out] if left_out else []
    return packed([budget, *items, *rest])


def _agenda_item(item: Document, say: Wording, timezone: str) -> str:
    lines = [
        say("document-agenda-item", rank=item["rank"], title=clip(item["title"]), minutes=item["minutes"]),
        *_when_and_where(item, say, timezone),
        say("document-agenda-supporters", supporters=item.get("supporters", 0)),
    ]
    if item.get("questions"):
        lines.append(say("document-citations", refs=references(item["questions"])))
    return "\n".join(lines)


def _when_and_where(item: Document, say: Wording, timezone: str) -> list[str]:
    if not item.get("starts_at"):
        return []
    starts = moment(datetime.fromisoformat(str(item["starts_at"])), say.language, timezone)
    if place := item.get("place"):
        return [say("document-agenda-when-where", when=starts, place=str(place))]
    return [say("document-agenda-when", when=starts)]


def _left_out(item: Document, say: Wording) -> str:
    return say("document-agenda-left-out-item", title=clip(item["title"]), supporters=item.get("supporters", 0))


def summary_text(content: Document, say: Wording) -> list[str]:
    """Return the summary: sections in the order of the document, each sentence with what it cites."""
    head = say("document-summary-counts", people=content.get("people", 0), texts=content.get("texts", 0))
    blocks = [block for section in content.get("sections", []) for block in _section(section, say)]
    return packed([head, *blocks])


def _section(section: Document, say: Wording) -> Iterable[str]:
    """Yield the title with the first sentence, then each further sentence by itself."""
    title = say(f"document-section-{section_kind(section)}", title=clip(section["title"]))
    sentences = [
        say("document-sentence", text=clip(sentence["text"]), refs=references(sentence["citations"]))
        for sentence in section.get("sentences", [])
    ]
    yield "\n".join([title, *sentences[:1]])
    yield from sentences[1:]


def section_kind(section: Document) -> str:
    kind = str(section.get("kind", ""))
    return (kind if kind in SECTIONS else SECTIONS[0]).replace("_", "-")


def map_text(content: Document, say: Wording) -> list[str]:
    """Return the opinion map: who took part, the groups, and what unites, divides or leaves unsure.

    A row may carry the statement's `text` beside its reference, and is then told in words.
    """
    head = say(
        "document-map-counts",
        participants=content.get("participants", 0),
        statements=content.get("statements", 0),
        votes=content.get("votes", 0),
    )
    groups = content.get("groups", [])
    told = [_group(number, group, say) for number, group in enumerate(groups, start=1)]
    camps = say("document-map-groups", count=len(groups)) if groups else say("document-map-no-groups")
    sides = [
        block
        for name in ("common_ground", "contention", "uncertain")
        for block in _rows(f"document-map-{name.replace('_', '-')}", content.get(name, []), say)
    ]
    return packed([head, *sides, camps, *told])


def _group(number: int, group: Document, say: Wording) -> str:
    lines = [statement(row, say) for row in group.get("representative", [])[:3]]
    return "\n".join([say("document-map-group", number=number, size=group.get("size", 0)), *lines])


def _rows(title: str, rows: Sequence[Any], say: Wording) -> list[str]:
    return (
        ["\n".join([say(title), statement(rows[0], say)]), *(statement(row, say) for row in rows[1:5])] if rows else []
    )


def statement(row: Any, say: Wording) -> str:
    """Return a statement as text with its reference, or the reference alone."""
    if not isinstance(row, Mapping):
        return say("document-statement-bare", ref=str(row))
    ref, text = str(row.get("statement", "")), str(row.get("text") or "")
    return say("document-statement", ref=ref, text=clip(text)) if text else say("document-statement-bare", ref=ref)


def references(refs: Iterable[object]) -> str:
    return ", ".join(map(str, list(refs)[:12]))


def clip(text: object) -> str:
    """Return a text short enough that one block always fits a message."""
    plain = str(text)
    return plain if len(plain) <= CLIP else f"{plain[: CLIP - 1].rstrip()}…"


def packed(blocks: Iterable[str], longest: int = LONGEST) -> list[str]:
    """Join blocks into as few messages as they fit, never cutting one; there is always one message."""
    messages = [""]
    for block in blocks:
        joined = f"{messages[-1]}{GAP}{block}" if messages[-1] else block
        if len(joined) <= longest:
            messages[-1] = joined
        else:
            messages.append(block)
    return messages
