"""An agenda or a summary as a moderator reads it: in order, what to do at its end; a long one follows as a file."""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any

from bots.documents import summary_text
from bots.moderator.explained import explained_agenda
from bots.moderator.visit import Row, Visit

MOST_MESSAGES = 4  # of one document; the whole is in a file then
TAGS = re.compile(r"</?[a-z]+>")


def text_of(visit: Visit, result: str, content: Mapping[str, Any]) -> list[str]:
    if result == "agenda":
        return explained_agenda(content, visit.say, visit.desk.timezone)
    return summary_text(content, visit.say)


async def show_parts(
    visit: Visit, name: str, parts: Sequence[str], *, head: str, ending: str, rows: Sequence[Row]
) -> None:
    """Send a document in order, what to do at its end; a long one follows whole as a file."""
    for part in (head, *parts[:MOST_MESSAGES]):
        await visit.tell(part)
    if len(parts) > MOST_MESSAGES:
        await visit.document(plain(parts).encode(), f"{name}.txt", visit.say("moderator-draft-file"))
    await visit.tell(ending, rows)


def plain(parts: Sequence[str]) -> str:
    return unescape(TAGS.sub("", "\n\n".join(parts)))
