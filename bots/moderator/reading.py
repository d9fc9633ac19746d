"""An agenda or a summary as a moderator reads it: in order, what to do at its end; a long one follows as a file."""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any

from bots.moderator.explained import explained_agenda
from bots.moderator.visit import Row, Visit
from bots.summaries import summary_text
from bots.wording import wording
from deliberation.rewording import in_language, languages_of
from storage.read_models.results import DraftView, PublicationView

MOST_MESSAGES = 4  # of one document; the whole is in a file then
TAGS = re.compile(r"</?[a-z]+>")


def text_of(visit: Visit, result: str, content: Mapping[str, Any]) -> list[str]:
    if result == "agenda":
        return explained_agenda(content, visit.say, visit.desk.timezone)
    return summary_text(content, visit.say)


async def show_document(
    visit: Visit, shown: DraftView | PublicationView, *, head: str, ending: str, rows: Sequence[Row]
) -> None:
    """Send a document in order, what to do at its end; a long one, and what a model translated, whole as files."""
    parts = text_of(visit, shown.result, shown.content)
    for part in (head, *parts[:MOST_MESSAGES]):
        await visit.tell(part)
    if len(parts) > MOST_MESSAGES:
        await visit.document(plain(parts).encode(), f"{shown.theme}.txt", visit.say("moderator-draft-file"))
    for language in languages_of(shown.content):
        told = summary_text(in_language(shown.content, language), wording(language))
        caption = visit.say("moderator-draft-translation", spoken=visit.say.plain("document-spoken", language=language))
        await visit.document(plain(told).encode(), f"{shown.theme}-{language}.txt", caption)
    await visit.tell(ending, rows)


def plain(parts: Sequence[str]) -> str:
    return unescape(TAGS.sub("", "\n\n".join(parts)))
