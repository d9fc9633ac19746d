"""Faithful summaries: sentences taken out of contributions as they stand, each with its source."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from deliberation.personal_data import MASK
from deliberation.similarity import Vectors, fold

# A sentence ends with a line, a Chinese stop, or another stop before white space: neither 3.5 nor a link is cut.
STOP = re.compile(r"""\n|(?:[。！？]++|(?<![.!?…؟])[.!?…؟]++(?=[»”"'’)\]]*+(?:\s|$)))[»”"'’)\]]*+""")
SHORTEST = 12  # characters of a sentence that says something by itself (4 in Chinese)
VARIETY = 0.35  # weight of not repeating what was said (MMR; Carbonell and Goldstein, SIGIR 1998)
VOICE = 0.1  # a group with this share of the people is heard


@dataclass(frozen=True, slots=True)
class Source:
    """A contribution as it may be shown: its reference, its author (any key), the text with personal data masked."""

    reference: str
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """An exact span of the first cited contribution (white space folded); the others say the same words."""

    text: str
    citations: tuple[str, ...]


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, white space folded; a text without any is one sentence."""
    ends = [0, *(stop.end() for stop in STOP.finditer(text)), len(text)]
    found = tuple(" ".join(text[start:end].split()) for start, end in pairwise(ends))
    whole = " ".join(text.split())
    return tuple(part for part in found if _speaks(part)) or ((whole,) if whole else ())


def _speaks(part: str) -> bool:
    dense = bool(re.search(r"[\u4e00-\u9fff]", part))
    return len(part) >= (4 if dense else SHORTEST) and part.replace(MASK, "").strip(" .!?…") != ""


def is_exact_span(sentence: str, source: str) -> bool:
    """Say whether a sentence stands in a source word by word (white space folded)."""
    return " ".join(sentence.split()) in " ".join(source.split())


def excerpts(
    sources: Sequence[Source],
    vectors: Vectors,
    *,
    most: int = 4,
    groups: Mapping[str, int] | None = None,
) -> tuple[Sentence, ...]:
    """Choose up to `most` sentences that speak for the whole, and one more for each group that would go unheard.

    `vectors` are the sources' unit vectors; a sentence stands where its contribution stands. `groups` gives the
    opinion group of an author. Sources in another order give the same sentences.
    """
    order = sorted(
        (index for index, source in enumerate(sources) if source.text.strip()), key=lambda index: _place(sources[index])
    )
    if not order:
        return ()
    ordered, space = [sources[index] for index in order], vectors[order]
    chosen = _most_telling(space, most)
    for group in _unheard(ordered, chosen, groups or {}):
        members = [index for index, source in enumerate(ordered) if (groups or {}).get(source.author) == group]
        chosen.append(members[_most_telling(space[members], 1)[0]])
    lead = [(index, _lead(ordered[index].text)) for index in chosen]
    found: dict[str, Sentence] = {}
    for index, text in lead:
        found.setdefault(fold(text) or text, Sentence(text, _citing(text, index, ordered)))
    return tuple(found.values())


def _place(source: Source) -> tuple[str, str, int, str]:
    """Order sources by their words, those of the same words by reference."""
    return fold(source.text), source.text, len(source.reference), source.reference


def _most_telling(space: Vectors, most: int) -> list[int]:
    """Return indices by maximal marginal relevance: near to the middle, far from what was chosen."""
    central = np.round(space @ space.mean(axis=0), 6)
    chosen: list[int] = []
    while len(chosen) < min(most, len(space)):
        repeated = (space @ space[chosen].T).max(axis=1) if chosen else np.zeros(len(space))
        worth = np.round((1 - VARIETY) * central - VARIETY * repeated, 6)
        worth[chosen] = -np.inf
        chosen.append(int(worth.argmax()))
    return chosen


def _unheard(sources: Sequence[Source], chosen: Sequence[int], groups: Mapping[str, int]) -> list[int]:
    """Return the groups with a tenth of the authors or more of whom no sentence was chosen."""
    authors = {source.author for source in sources}
    placed = [groups[author] for author in authors if author in groups]
    heard = {groups.get(sources[index].author) for index in chosen}
    return sorted(group for group in set(placed) if group not in heard and placed.count(group) >= VOICE * len(authors))


def _lead(text: str) -> str:
    """Return the sentence that carries a contribution: a question where it asks one, else the longest of its first."""
    found = sentences(text)
    asking = [part for part in found if part.rstrip("»”\"')] ").endswith(("?", "؟", "？"))]
    return (asking or [max(found[:3], key=len)])[0]


def _citing(text: str, index: int, sources: Sequence[Source]) -> tuple[str, ...]:
    """Return the reference of the source, then of all that hold the same words."""
    same = f" {fold(text)} "
    others = [
        source.reference
        for other, source in enumerate(sources)
        if other != index and same.strip() and same in f" {fold(source.text)} "
    ]
    return (sources[index].reference, *sorted(others, key=lambda reference: (len(reference), reference)))
