"""Take out of a published result what may no longer be shown, without touching the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from deliberation.lengths import shortened
from deliberation.personal_data import mask
from deliberation.rewording import exact

LEFT_OUT = "…"
LEAST = 15  # characters: the least that a contribution has; a shorter span is nobody's
HEAD = 60  # characters; a title may hold the beginning of a text
TITLES = ("title", "original_title")
REFERENCES = ("questions", "citations", "contributions")
ROWS = ("representative", "common_ground", "contention", "uncertain", "bridging")


class Prune:
    """What is `admitted` (reference → text as it is shown), and the texts that are `gone`.

    Gone are those refused, waiting, merged or withdrawn. `left_out` stands where a title was and nothing is left.
    """

    def __init__(self, admitted: Mapping[str, str], gone: Iterable[str], *, left_out: str = LEFT_OUT) -> None:
        self._admitted = admitted
        self._gone = sorted({_folded(each) for text in gone for each in (text, mask(text).text)} - {""})
        self._left_out = left_out

    def document(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """Return the document with references, sentences, rows and titles of admitted texts only."""
        pruned = {name: self._value(name, value) for name, value in content.items()}
        for name in TITLES:
            if isinstance(content.get(name), str):
                pruned[name] = self._title(content[name], pruned)
        return pruned

    def _value(self, name: str, value: Any) -> Any:
        if isinstance(value, Mapping):
            return self.document(value)
        if isinstance(value, str) or not isinstance(value, Sequence):
            return value
        if name in REFERENCES:
            return [reference for reference in value if reference in self._admitted]
        return [self._value("", self._told(name, each)) for each in value if self._stands(name, each)]

    def _told(self, name: str, each: Any) -> Any:
        """Return a sentence as it may stand: in its exact words, once one of its citations has no text any more."""
        if name == "sentences" and not self._admitted.keys() >= set(each["citations"]):
            return exact(each)
        return each

    def _stands(self, name: str, each: Any) -> bool:
        """Say whether a sentence (its exact words are its first citation's), its section or a row has its source."""
        if name == "sections":
            return any(self._stands("sentences", sentence) for sentence in each["sentences"])
        if name == "sentences":
            return bool(each["citations"]) and each["citations"][0] in self._admitted
        return name not in ROWS or each["statement"] in self._admitted

    def _title(self, title: str, content: Mapping[str, Any]) -> str:
        """Return a title; one that quotes what is gone is taken from a text that still stands under it."""
        folded = _folded(title)
        quoted = [gone for gone in self._gone if _quotes(folded, gone)]
        held = _head(folded, quoted)
        if not quoted or self._said(folded, held):
            return title
        heir = next(_sources(content), None)
        if heir is None:
            return self._left_out
        rest = folded[held:] if held else ""  # such as the number of people
        return shortened(self._admitted[heir]) + rest

    def _said(self, title: str, held: int) -> bool:
        """Say whether an admitted text says the title as well, or as much of it as `held`, a text that is gone."""
        texts = [_folded(text) for text in self._admitted.values()]
        return any(title.rstrip(LEFT_OUT) in text for text in texts) or _head(title, texts) >= max(held, LEAST)


def _sources(content: Mapping[str, Any]) -> Iterator[str]:
    """Yield the references under a title, of its questions, its other contributions or its sentences."""
    yield from content.get("questions", ())
    yield from content.get("contributions", ())
    for sentence in content.get("sentences", ()):
        yield from sentence["citations"]


def _quotes(title: str, gone: str) -> bool:
    """Say whether a title is a text, a part of it, or holds its beginning."""
    if len(title) < LEAST or len(gone) < LEAST:
        return title == gone
    return title.rstrip(LEFT_OUT) in gone or gone[:HEAD] in title


def _head(title: str, texts: Iterable[str]) -> int:
    """Return how much of a title is the beginning of one of the texts, as a title holds it."""
    return max((len(head) for head in map(shortened, texts) if title.startswith(head)), default=0)


def _folded(text: str) -> str:
    return " ".join(text.split())
