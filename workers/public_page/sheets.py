"""A theme's contributions in portions that a phone can load, and the way from one to the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deliberation.disclosure import SMALLEST
from storage.read_models.contributions import ContributionView
from storage.read_models.themes import ThemeView
from workers.public_page.content import ThemeContent

TEXTS_A_PAGE = 200
AROUND = 2  # pages before and after the one that is read, to go to at once


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a page of contributions shows: equal sheets are equal pages. `supporters` in the order of `texts`."""

    view: ThemeView
    number: int
    of: int
    texts: tuple[ContributionView, ...]
    supporters: tuple[int, ...]

    @property
    def path(self) -> str:
        return f"texts-{self.number}.html"

    @property
    def rows(self) -> Iterator[tuple[ContributionView, int]]:
        return zip(self.texts, self.supporters, strict=True)

    @property
    def near(self) -> list[int]:
        """Return the pages to go to: the first, those around, the last; 0 where some are left out between two."""
        shown = [n for n in range(1, self.of + 1) if n in {1, self.of} or abs(n - self.number) <= AROUND]
        return shown[:1] + [step for before, n in pairwise(shown) for step in ((0, n) if n - before > 1 else (n,))]


def sheets_of(theme: ThemeContent) -> tuple[Sheet, ...]:
    portions = [theme.texts[at : at + TEXTS_A_PAGE] for at in range(0, len(theme.texts), TEXTS_A_PAGE)]
    return tuple(
        Sheet(theme.view, n, len(portions), portion, _supporters(portion, theme))
        for n, portion in enumerate(portions, start=1)
    )


def page_of(sheets: Sequence[Sheet]) -> Mapping[str, str]:
    """Return on which page each contribution is, by reference."""
    return {text.reference: sheet.path for sheet in sheets for text in sheet.texts}


def _supporters(texts: Sequence[ContributionView], theme: ThemeContent) -> tuple[int, ...]:
    """Return how many support each text, as far as it is told: one where they are few."""
    counts = [theme.supporters.get(text.id, 0) if text.kind == "question" else 0 for text in texts]
    return tuple(count if count >= SMALLEST else min(count, 1) for count in counts)
