"""Signs that a text was made to fill the room: hints for the moderator's eye, never a decision."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from deliberation.letters import nearest, spelled_out

LINK = re.compile(
    r"\bhttps?://\S+|\bwww\.\S+|\b(?:t\.me|telegram\.me|wa\.me|bit\.ly)/\S+"
    r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|info|biz|ru|xyz|shop|online|site|top|club|io)\b(?:/\S*)?",
    re.IGNORECASE,
)
EMAIL = re.compile(r"\S+@\S+")
FEWEST_LETTERS = 12  # of a text that can shout: names of associations are shorter
MOST_CAPITALS = 0.8
FEWEST_WORDS = 3  # beside a link: with fewer, the link is all there is
SHORTLY = timedelta(minutes=10)
FAST = 5  # texts of one person within SHORTLY, this one included
CHORUS = 2  # others who say the same within SHORTLY


@dataclass(frozen=True, slots=True)
class Sent:
    """A text that came in: who sent it, when, and what it says."""

    author: UUID
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Hint:
    """A sign (links, only_links, shouting, repeated, chorus, fast), and how often where it can be counted."""

    sign: str
    count: int = 0


def hints(sent: Sent, around: Iterable[Sent]) -> tuple[Hint, ...]:
    """Return what is conspicuous about a text. `around`: what else came in before and after it, of anybody."""
    near = [other for other in around if abs(other.at - sent.at) <= SHORTLY]
    return (*in_words(sent.text), *in_company(sent, near))


def in_words(text: str) -> tuple[Hint, ...]:
    """Return what a text shows by itself."""
    found = []
    bare = EMAIL.sub(" ", text)
    links = len(LINK.findall(bare))
    if links:
        words = re.findall(r"\w+", LINK.sub(" ", bare))
        found.append(Hint("links" if len(words) >= FEWEST_WORDS else "only_links", links))
    if shouts(LINK.sub(" ", text)):
        found.append(Hint("shouting"))
    return tuple(found)


def shouts(text: str) -> bool:
    """Say whether a text is all in capitals; letters of a script without capitals do not count."""
    cased = [letter for letter in text if letter.lower() != letter.upper()]
    return len(cased) >= FEWEST_LETTERS and sum(map(str.isupper, cased)) >= MOST_CAPITALS * len(cased)


def in_company(sent: Sent, near: Iterable[Sent]) -> tuple[Hint, ...]:
    """Return what shows beside other texts of the same minutes: the same again, the same of many, too many of one."""
    near = list(near)
    own = [other for other in near if other.author == sent.author]
    others = [other for other in near if other.author != sent.author]
    voices = len({others[index].author for index in _same(sent, others)})
    found = {"repeated": len(_same(sent, own)), "chorus": voices, "fast": len(own) + 1}
    least = {"repeated": 1, "chorus": CHORUS, "fast": FAST}
    return tuple(Hint(sign, count) for sign, count in found.items() if count >= least[sign])


def _same(sent: Sent, others: list[Sent]) -> list[int]:
    return [index for index, _ in nearest(spelled_out(sent.text), [spelled_out(other.text) for other in others])]
