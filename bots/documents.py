"""Agenda and map as words: HTML messages that Telegram takes, split between items."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import accumulate
from typing import Any

from bots.wording import Wording, listed, moment, number

LONGEST = 4096  # characters of a message; HTML marks are counted too, which is on the safe side
CLIP = 560  # characters of one sentence or item; escaping makes a character five at most
TITLE = 180  # characters of a section's title, or of a former one, which shares a block with other words
GAP = "\n\n"

Document = Mapping[str, Any]


def agenda_text(content: Document, say: Wording, timezone: str) -> list[str]:
    return packed(agenda_blocks(content, say, timezone))


def agenda_blocks(content: Document, say: Wording, timezone: str) -> list[str]:
    """Return the agenda: its items in order with time and supporters, then what was left out."""
    items = [_agenda_item(item, say, timezone) for item in content.get("items", [])]
    left_out = [_left_out(item, say) for item in content.get("not_selected", [])]
    budget = say("document-agenda-budget", minutes=int(content.get("time_budget_minutes") or 0), items=len(items))
    rest = [say("document-agenda-left-out"), *left_out] if left_out else []
    return [budget, *items, *rest]


def _agenda_item(item: Document, say: Wording, timezone: str) -> str:
    lines = [
        say("document-agenda-item", rank=item["rank"], title=clip(item["title"]), minutes=item["minutes"]),
        *_when_and_where(item, say, timezone),
        say("document-agenda-supporters", supporters=item.get("supporters", 0)),
    ]
    if original := item.get("original_title"):
        lines.append(say("document-agenda-retitled", title=clip(original, TITLE)))
    if item.get("pinned"):
        lines.append(say("document-agenda-pinned"))
    elif item.get("paid_by"):
        lines.append(
            say("document-agenda-paid", paid=listed((_share(paid, say) for paid in item["paid_by"]), say.language))
        )
    if item.get("questions"):
        lines.append(say("document-citations", refs=references(item["questions"], say)))
    return "\n".join(lines)


def _when_and_where(item: Document, say: Wording, timezone: str) -> list[str]:
    if not item.get("starts_at"):
        return []
    starts = moment(datetime.fromisoformat(str(item["starts_at"])), say.language, timezone)
    if place := item.get("place"):
        return [say("document-agenda-when-where", when=starts, place=str(place))]
    return [say("document-agenda-when", when=starts)]


def _share(paid: Document, say: Wording) -> str:
    minutes = number(paid.get("minutes", 0), say.language)
    return say.plain("document-agenda-share", group=_payer(paid.get("group"), say), minutes=minutes)


def _payer(group: object, say: Wording) -> str:
    """Return a group as the map calls it; None is the common remainder, a word those in no group."""
    if isinstance(group, int):
        return say.plain("document-agenda-group", number=group + 1)
    return say.plain("document-agenda-remainder" if group is None else "document-agenda-others")


def _left_out(item: Document, say: Wording) -> str:
    """Return a topic that is not on the agenda and what it lacked, which early versions do not say in numbers."""
    line = say("document-agenda-left-out-item", title=clip(item["title"]), supporters=item.get("supporters", 0))
    if reason := item.get("dropped"):
        return "\n".join([line, say("document-agenda-dropped", reason=reason)])
    if not (lacks := item.get("lacks")):
        return line
    return f"{line}\n{_lacking(lacks, say)}"


def _lacking(lacks: Document, say: Wording) -> str:
    minutes = number(lacks["minutes"], say.language)
    if supporters := lacks.get("supporters"):
        return say("document-agenda-lacks", minutes=minutes, supporters=supporters)
    return say("document-agenda-short", minutes=minutes)


def map_blocks(content: Document, say: Wording) -> list[str]:
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
    told = [block for number, group in enumerate(groups, start=1) for block in _group(number, group, say)]
    camps = say("document-map-groups", count=len(groups)) if groups else say("document-map-no-groups")
    sides = [
        block
        for name in ("common_ground", "contention", "uncertain")
        for block in _rows(f"document-map-{name.replace('_', '-')}", content.get(name, []), say)
    ]
    return [head, *sides, camps, *told]


def _group(number: int, group: Document, say: Wording) -> list[str]:
    title = say("document-map-group", number=number, size=group.get("size", 0))
    return titled(title, [statement(row, say) for row in group.get("representative", [])[:3]])


def _rows(key: str, rows: Sequence[Any], say: Wording) -> list[str]:
    return titled(say(key), [statement(row, say) for row in rows[:5]]) if rows else []


def titled(title: str, lines: Sequence[str]) -> list[str]:
    """Return the title with its first line, then each line by itself: a message may end between them."""
    return ["\n".join([title, *lines[:1]]), *lines[1:]]


def statement(row: Any, say: Wording) -> str:
    """Return a statement as text with its reference, or the reference alone."""
    if not isinstance(row, Mapping):
        return say("document-statement-bare", ref=str(row))
    ref, text = str(row.get("statement", "")), str(row.get("text") or "")
    return say("document-statement", ref=ref, text=clip(text)) if text else say("document-statement-bare", ref=ref)


def references(refs: Iterable[object], say: Wording) -> str:
    return listed(list(refs)[:12], say.language)


def clip(text: object, longest: int = CLIP) -> str:
    """Return a text short enough that one block always fits a message."""
    plain = str(text)
    return plain if len(plain) <= longest else f"{plain[: longest - 1].rstrip()}…"


def bounded(blocks: Sequence[str], most: int, rest: str) -> list[str]:
    """Join blocks into `most` messages at most; where they do not fit, the last ones give way to `rest`."""
    whole = packed(blocks)
    if len(whole) <= most:
        return whole
    reach = accumulate(len(block) + len(GAP) for block in blocks)
    kept = [block for block, end in zip(blocks, reach, strict=True) if end <= most * LONGEST]
    while len(shorter := packed([*kept, rest])) > most:
        kept.pop()
    return shorter


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
