"""The texts of the sample theme, read from la_viande.csv."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ADMIT = "admit"
REFUSALS = ("advert", "insult", "personal_data", "off_theme", "unintelligible")
LEANINGS = ("terroir", "vegetal", "budget", "mesure")  # whose chances to agree an opinion's row states


@dataclass(frozen=True, slots=True)
class SampleText:
    """A text in the voice of an actor kind.

    verdict: `admit`, or the reason to refuse it. copy_of: the id of the text that it nearly copies, or empty.
    agree: for an opinion, the chance 0…1 that a person of each of LEANINGS agrees, once they do not pass.
    passing: the chance that anybody passes.
    """

    id: str
    kind: str
    actor: str
    language: str
    topic: str
    verdict: str
    copy_of: str
    text: str
    agree: tuple[float, ...] = ()
    passing: float = 0.0

    @property
    def admitted(self) -> bool:
        return self.verdict == ADMIT

    @property
    def votable(self) -> bool:
        return self.admitted and self.kind == "opinion"


@cache
def sample_texts() -> tuple[SampleText, ...]:
    """Return all texts, those to be refused too, in the order of the file: near-copies follow what they copy."""
    written = (files(__package__) / "la_viande.csv").read_text(encoding="utf-8")
    return tuple(_text(row) for row in csv.DictReader(written.splitlines()))


def _text(row: dict[str, str]) -> SampleText:
    opinion = row["pass"] != ""
    return SampleText(
        id=row["id"],
        kind=row["kind"],
        actor=row["actor"],
        language=row["language"],
        topic=row["topic"],
        verdict=row["verdict"],
        copy_of=row["copy_of"],
        text=row["text"],
        agree=tuple(float(row[name]) for name in LEANINGS) if opinion else (),
        passing=float(row["pass"]) if opinion else 0.0,
    )
