"""Take out of a published result what may no longer be shown, without touching the rest."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from deliberation.personal_data import mask

LEFT_OUT = "…"
LEAST = 15  # characters: the least that a contribution has; a shorter span is nobody's
HEAD = 60  # characters; a title may hold the beginning of a text
REFERENCES = ("questions", "citations")
ROWS = ("representative", "common_ground", "contention", "uncertain")


class Prune:
    """What is admitted, by reference and text, and the texts that are `gone`: refused, waiting, merged, withdrawn."""

    def __init__(self, references: Iterable[str], admitted: Iterable[str], gone: Iterable[str]) -> None:
        self._references = frozenset(references)
        self._admitted = [_folded(text) for text in admitted]
        here = frozenset(self._admitted)
        spoken = {_folded(each) for text in gone for each in (text, mask(text).text)}
        self._gone = sorted(spoken - here - {""})

    def document(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """Return the document with references, sentences and rows of admitted texts only."""
        return {name: self._value(name, value) for name, value in content.items()}

    def _value(self, name: str, value: Any) -> Any:
        if isinstance(value, Mapping):
            return self.document(value)
        if isinstance(value, str):
            return self._text(value)
        if not isinstance(value, Sequence):
            return value
        if name in REFERENCES:
            return [reference for reference in value if reference in self._references]
        return [self._value("", each) for each in value if self._stands(name, each)]

    def _stands(self, name: str, each: Any) -> bool:
        """Say whether a sentence (whose text is its first citation's) or a row still has its source."""
        if name == "sentences":
            return bool(each["citations"]) and each["citations"][0] in self._references
        return name not in ROWS or each["statement"] in self._references

    def _text(self, text: str) -> str:
        folded = _folded(text)
        if len(folded) < LEAST or any(folded in each for each in self._admitted):
            return text
        spoken = any(folded in gone or (len(gone) >= LEAST and gone[:HEAD] in folded) for gone in self._gone)
        return LEFT_OUT if spoken else text


def _folded(text: str) -> str:
    return " ".join(text.split())
