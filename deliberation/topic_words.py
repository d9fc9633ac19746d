"""The words of a topic: what it speaks of more than the others do, as people write it, in six languages."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from math import log

from deliberation import stopwords
from deliberation.letters import fold

KEYWORDS = 4
SHORTEST = 3  # letters; shorter words tell little
LONGEST_CHINESE = 4  # characters that are still one word; longer runs are taken by pairs
HAN = re.compile(r"[\u4e00-\u9fff]+")
# The article and what is written together with it: “and the meat” is a word about meat.
ARABIC_BEFORE = re.compile(r"^(?:[وف]?(?:ال|بال|كال|لل))(?=\w{3})")
MARKS = re.compile(r"[\u064b-\u0652\u0640]")  # Arabic vowels and stretching, which most people leave out
PLURAL = re.compile(r"(?<=\w{4})[sx]$")

STOPWORDS = frozenset(word for words in stopwords.STOPWORDS.values() for word in fold(words).split())
CHINESE_STOPWORDS = re.compile("|".join((stopwords.CHINESE + stopwords.CHINESE_CHARACTERS).split()))


def keywords(groups: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return what each topic speaks of more than the others (c-TF-IDF; Grootendorst 2022), in its most usual form.

    A text counts a word once. The texts of a topic come in order, the most central first: of equal words those that it
    says are told.
    """
    known = {word for texts in groups for text in texts for run in HAN.findall(text) for word in _chinese(run, set())}
    said = [[dict(_words(text, known)) for text in texts] for texts in groups]
    counts = [Counter(word for words in texts for word in words) for texts in said]
    everywhere = Counter(word for count in counts for word in count)
    forms = _usual(said)
    found = []
    for count in counts:
        weight = {word: round(hits * log(1 + len(groups) / everywhere[word]), 9) for word, hits in count.items()}
        best = sorted(weight, key=lambda word: -weight[word])[:KEYWORDS]
        found.append(tuple(dict.fromkeys(forms[word] for word in best)))
    return tuple(found)


def _usual(said: Sequence[Sequence[dict[str, str]]]) -> dict[str, str]:
    """Return of each word the form in which it is written most often."""
    written = Counter(pair for texts in said for words in texts for pair in words.items())
    forms: dict[str, str] = {}
    for (word, form), _ in sorted(written.items(), key=lambda each: (-each[1], each[0])):
        forms.setdefault(word, form)
    return forms


def _words(text: str, known: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Yield the words that carry meaning: what tells them apart, and the form in which they are written."""
    for form in re.findall(r"\w+", MARKS.sub("", unicodedata.normalize("NFC", text))):
        if HAN.search(form):
            yield from ((word, word) for run in HAN.findall(form) for word in _chinese(run, known))
            continue
        for word in fold(form).split():
            if len(word) >= SHORTEST and word not in STOPWORDS and not word.isdigit():
                yield PLURAL.sub("", ARABIC_BEFORE.sub("", word)), form.lower()


def _chinese(run: str, known: AbstractSet[str]) -> Iterator[str]:
    """Yield the words of a run of Chinese, written without spaces: what stands between the words of any question.

    What is too long to be one is cut where words stand in it that are `known` by themselves, else in pairs.
    """
    for part in CHINESE_STOPWORDS.split(run):
        if len(part) <= LONGEST_CHINESE:
            yield from [part] if len(part) > 1 else []
        else:
            yield from _cut(part, known)


def _cut(part: str, known: AbstractSet[str]) -> Iterator[str]:
    for length in range(min(LONGEST_CHINESE, len(part)), 1, -1):
        for start in range(len(part) - length + 1):
            if (word := part[start : start + length]) in known:
                yield from (*_cut(part[:start], known), word, *_cut(part[start + length :], known))
                return
    yield from (part[start : start + 2] for start in range(len(part) - 1))
