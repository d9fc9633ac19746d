"""Where personal data stands in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Personal data of a kind (one of KINDS) at `start:end` of the text."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Masked:
    text: str
    found: tuple[Found, ...]


def each_of(kind: str, pattern: re.Pattern[str], text: str, *, group: int = 0) -> Iterator[Found]:
    """Yield what a pattern finds, or a group of it."""
    return (Found(kind, *match.span(group)) for match in pattern.finditer(text))
