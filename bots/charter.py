"""The charter of the debate: numbered articles, the same for those who write and for those who moderate.

A number keeps its meaning for ever: decisions of years ago name it.
"""

from dataclasses import dataclass

from bots.wording import wording

NUMBERS = range(1, 9)


@dataclass(frozen=True, slots=True)
class Article:
    """One rule, in one language, as plain text."""

    number: int
    title: str
    text: str


def article(number: int, language: str) -> Article:
    """Return an article; a number that the charter does not have is told as the charter as a whole."""
    say, name = wording(language), str(number) if number in NUMBERS else "any"
    return Article(number, say.plain(f"charter-{name}-title"), say.plain(f"charter-{name}-text"))


def articles(language: str) -> tuple[Article, ...]:
    """Return the whole charter, in order."""
    return tuple(article(number, language) for number in NUMBERS)
