"""Facts in the life of a theme."""

import re
import unicodedata
from typing import ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from events.base import Event, Slug
from events.citizens import Language

Phase = Literal[
    "draft",
    "announced",
    "collecting",
    "deliberating",
    "convening",
    "conference",
    "published",
    "answered",
    "archived",
]

LONGEST_SLUG = 40  # characters: a number behind it stays within the 48 that facts allow
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})  # which Unicode does not take apart


def slug_of(title: str) -> str:
    """Return the short name of a theme: its title in ASCII letters, figures and dashes."""
    letters = unicodedata.normalize("NFKD", title).casefold().translate(LIGATURES)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-") or "theme"


class ThemeDrafted(Event):
    """A moderator (or the command line: `by` is None) wrote down a new theme; citizens do not see it yet.

    `language` is the city's: what texts are taken to be in of whose language nothing else is known.
    """

    kind: ClassVar[str] = "theme.drafted"

    by: UUID | None
    title: str = Field(min_length=3, max_length=120)
    slug: Slug
    language: Language | None = None


class PhaseMoved(Event):
    """A moderator (or the command line: `by` is None) moved a theme to another phase."""

    kind: ClassVar[str] = "theme.phase_moved"

    by: UUID | None
    theme: Slug
    phase: Phase


class PhasePlanned(Event):
    """A moderator announced that a theme moves to another phase at a moment; a later plan or move replaces it."""

    kind: ClassVar[str] = "theme.phase_planned"

    by: UUID | None
    theme: Slug
    phase: Phase
    at: AwareDatetime
