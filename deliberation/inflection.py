"""Whether two words are forms of one, told by how they begin: no dictionary, six languages, sometimes wrong."""

import re

STEM = 4  # letters that two forms of a word begin with, at least
STEM_SHARE = 0.6  # of the longer form
ENDING = 4  # letters that an inflection adds at most
SUFFIXES = ("هما", "ها", "هم", "نا", "ات", "ون", "ين", "ان", "ه", "ي", "ك", "ا")
PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ف", "ب", "ل", "ك")
ARABIC = re.compile(r"[\u0600-\u06ff]")


def akin(word: str, other: str) -> bool:
    """Say whether two words are forms of one: they begin alike, and what follows is no longer than an inflection."""
    if word == other:
        return True
    if ARABIC.search(word):
        return _arabic_stem(word) == _arabic_stem(other)
    same = next(
        (n for n, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), min(len(word), len(other))
    )
    longer = max(len(word), len(other))
    return same >= max(STEM, STEM_SHARE * longer) and longer - same <= ENDING


def _arabic_stem(word: str) -> str:
    """Return a folded Arabic word without its article, conjunction and one ending."""
    least = 3
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= least:
            word = word[len(prefix) :]
            break
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            return word[: -len(suffix)]
    return word
