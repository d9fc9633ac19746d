"""What the paper of agenda and summary is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workers.public_page.rendering import MOST

QUOTED = 3  # questions of an item that stand in words; the others by their reference

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Matter:
    """What the paper is made of: results as they may be shown, texts by reference, the newest entry of the record.

    `since`: when a result was published; one that is not in it is a draft.
    """

    language: str
    timezone: str
    city: str
    title: str
    licence: str
    agenda: Document
    summary: Document
    since: Mapping[str, datetime] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    head: tuple[int, str] | None = None


def quoted(agenda: Document) -> list[str]:
    """Return the references of the questions that the paper has in words."""
    return [reference for item in agenda.get("items", [])[:MOST] for reference in item["questions"][:QUOTED]]
