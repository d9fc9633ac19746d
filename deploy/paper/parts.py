"""The parts of the paper: why an item is there, citizens' exact words, how to check all of it."""

from collections.abc import Sequence
from datetime import datetime
from html import unescape
from typing import Any

from bots.summaries import counts_for_all, model_note
from bots.wording import Wording, listed, moment
from deliberation.language import direction
from deliberation.rewording import in_language
from deploy.paper.matter import QUOTED, Document, Matter
from deploy.paper.typesetting import side_of
from workers.public_page.rendering import MOST

NAMED = 12  # references of one sentence or item
REGIONS = {"zh": "cn"}
UNKNOWN = {"ltr": "und", "rtl": "ar"}  # for a text of which only its letters are known
SIDES = {"ltr": "left", "rtl": "right"}
REWORDED, TRANSLATED = "✍", "⇄"  # the globe of the pages is in hardly any font


def document(matter: Matter, say: Wording) -> dict[str, Any]:
    return {
        "language": matter.language,
        "region": REGIONS.get(matter.language),
        "city": matter.city,
        "name": matter.title,
        "title": matter.title,
        "notes": [],
        "contents": say.plain("paper-contents"),
        "parts": [*_agenda(matter, say), *_summary(matter, say)],
        "colophon": _colophon(matter, say),
        "hash": matter.head and matter.head[1],
    }


def _colophon(matter: Matter, say: Wording) -> list[str]:
    told = [say.plain("page-foot-made", city=matter.city), say.plain("page-licence", licence=matter.licence)]
    if matter.head is None:
        return told
    return [
        *told,
        say.plain("page-record-verify") + " palabre verify",
        say.plain("page-record-head", entries=matter.head[0]),
    ]


def _agenda(matter: Matter, say: Wording) -> list[dict[str, Any]]:
    """Return the agenda as a part, and what was left out as another."""
    items, left_out = matter.agenda.get("items", []), matter.agenda.get("not_selected", [])
    if not items and not left_out:
        return [_part(say.plain("page-agenda"), [say.plain("page-agenda-none")])]
    budget = say.plain("page-agenda-budget", minutes=matter.agenda["time_budget_minutes"], items=len(items))
    notes = [*_edition("agenda", matter, say), budget, say.plain("page-agenda-how")]
    sections = [_item(item, matter, say) for item in items[:MOST]]
    parts = [_part(say.plain("page-agenda"), notes, sections, after=_rest(items, "agenda.json", say))]
    if left_out:
        rows = [{"title": item["title"], "note": item["why"]} for item in left_out[:MOST]]
        title = say.plain("page-left-out", items=len(left_out))
        parts.append(_part(title, [], rows=rows, after=_rest(left_out, "agenda.json", say)))
    return parts


def _item(item: Document, matter: Matter, say: Wording) -> dict[str, Any]:
    """Return an item: when, why, who pays for it, the first of its questions in words and all by reference."""
    when = (
        moment(datetime.fromisoformat(item["starts_at"]), say.language, matter.timezone)
        if item.get("starts_at")
        else ""
    )
    meta = [say.plain("page-minutes", minutes=item["minutes"]), when, item.get("place") or ""]
    paid = [_share(each, say) for each in item.get("paid_by", ())]
    formerly = item.get("original_title")
    notes = [
        " · ".join(filter(None, meta)),
        item["why"],
        f"{say.plain('page-paid')} {' · '.join(paid)}" if paid else "",
        say.plain("document-agenda-retitled", title=formerly) if formerly else "",
    ]
    shown = [reference for reference in item["questions"][:QUOTED] if reference in matter.texts]
    quotes = [_quote(matter.texts[reference], [reference], None, say) for reference in shown]
    others = [reference for reference in item["questions"] if reference not in shown]
    section = {"title": f"{item['rank']}. {item['title']}", "notes": [note for note in notes if note], "quotes": quotes}
    return {**section, "others": _references(others, say)}


def _share(paid: Document, say: Wording) -> str:
    group = paid["group"]
    key = "remainder" if group is None else "group" if isinstance(group, int) else "others"
    number = {"number": group + 1} if isinstance(group, int) else {}
    return say.plain("page-share", group=say.plain(f"document-agenda-{key}", **number), minutes=paid["minutes"])


def _summary(matter: Matter, say: Wording) -> list[dict[str, Any]]:
    content = in_language(matter.summary, matter.language)
    sections = [section for section in content["sections"] if section["sentences"]]
    if not sections:
        return [_part(say.plain("page-summary"), [say.plain("page-summary-none")])]
    note = [unescape(each).replace("🌐", TRANSLATED) for each in model_note(content, say)]
    notes = [*_edition("summary", matter, say), counts_for_all(content, say), *note, say.plain("paper-exact")]
    told = [_section(section, say) for section in sections[:MOST]]
    return [_part(say.plain("page-summary"), notes, told, after=_rest(sections, "summary.json", say))]


def _section(section: Document, say: Wording) -> dict[str, Any]:
    sentences = section["sentences"]
    rest = "".join(_rest(sentences, "summary.json", say))
    quotes = [_sentence(each, say) for each in sentences[:MOST]]
    return {"title": section["title"], "notes": [], "quotes": quotes, "others": rest}


def _sentence(sentence: Document, say: Wording) -> dict[str, Any]:
    """Return citizens' exact words; what a model made of them stands above."""
    spoken = sentence.get("language")
    found = _quote(sentence.get("original", sentence["text"]), sentence["citations"], spoken, say)
    if "original" not in sentence:
        return found
    mark = REWORDED if spoken in {None, say.language} else TRANSLATED
    return {**found, "reworded": f"{mark} {sentence['text']}"}


def _quote(text: str, references: Sequence[str], spoken: str | None, say: Wording) -> dict[str, Any]:
    written = side_of(text) or direction(say.language)
    language = spoken or (say.language if written == direction(say.language) else UNKNOWN[written])
    foreign = [say.plain("document-spoken", language=spoken)] if spoken not in {None, say.language} else []
    source = " · ".join([*foreign, _references(references, say)])
    return {"text": text, "reworded": None, "language": language, "side": SIDES[written], "source": source}


def _references(references: Sequence[str], say: Wording) -> str:
    return listed([*references[:NAMED], *(["…"] if len(references) > NAMED else [])], say.language)


def _edition(result: str, matter: Matter, say: Wording) -> list[str]:
    version, since = getattr(matter, result).get("version"), matter.since.get(result)
    if since is None:
        return [say.plain("paper-draft")]
    return [say.plain("page-edition", version=version, when=moment(since, say.language, matter.timezone))]


def _rest(found: Sequence[object], file: str, say: Wording) -> list[str]:
    return [f"{say.plain('page-rest', count=len(found) - MOST)} {file}"] if len(found) > MOST else []


def _part(
    title: str,
    notes: Sequence[str],
    sections: Sequence[Document] = (),
    *,
    rows: Sequence[Document] = (),
    after: Sequence[str] = (),
) -> dict[str, Any]:
    return {"title": title, "notes": [*notes], "sections": [*sections], "rows": [*rows], "after": [*after]}
