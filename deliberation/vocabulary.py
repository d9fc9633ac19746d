"""Whether a rewording speaks with the words of its sources, and holds enough of them."""

import re
from collections.abc import Collection, Iterator

from deliberation.inflection import akin
from deliberation.letters import fold
from deliberation.numerals import numbers
from deliberation.stances import is_small, kinds_of, plain, turns

HELD = 0.5  # of the words that carry meaning are in the rewording too, or ten of them
MANY = 10
SHADES = frozenset({"too"})  # kinds that a rewording may leave out, and may not bring in
PAIR = re.compile(r"[^\W\d_]{2}")


def strange_words(text: str, source: str, language: str, *, named: Collection[str]) -> Iterator[str]:
    """Yield `words` where one is not the sources', `name` where it only looks like a name of theirs, `held` for few."""
    if language == "zh":
        yield from _characters(text, source)
        return
    theirs = {*all_words(source), *plain(source, language).split()}
    held = turns(source, language)
    for word in plain(text, language).split():
        if word in theirs or is_small(word, language) or word.isdigit() or numbers(word, language):
            continue
        kinds = kinds_of(word, language)
        if kinds - SHADES or any(held[kind] for kind in kinds):
            continue  # one that turns the sentence is judged as such
        like = {other for other in theirs if akin(word, other)}
        if not like:
            yield "words"
        elif like <= set(named):
            yield "name"
    if not _is_held(_meaning(theirs, language), _meaning(all_words(text), language)):
        yield "held"


def all_words(text: str) -> set[str]:
    return set(fold(text).split())


def _meaning(told: Collection[str], language: str) -> set[str]:
    return {word for word in told if not is_small(word, language) and not kinds_of(word, language)}


def _is_held(theirs: set[str], mine: set[str]) -> bool:
    shared = sum(any(word == other or akin(word, other) for other in mine) for word in theirs)
    return shared >= min(MANY, HELD * len(theirs))


def _characters(text: str, source: str) -> Iterator[str]:
    """Do for Chinese what words do elsewhere: its characters carry the meaning, two by two."""
    held = turns(source, "zh")
    theirs = set(fold(source))
    for character in fold(text).replace(" ", ""):
        known = character in theirs or is_small(character, "zh") or character.isdigit()
        kinds = kinds_of(character, "zh")
        if not known and not kinds - SHADES and not any(held[kind] for kind in kinds):
            yield "words"
    pairs = {source[at : at + 2] for at in range(len(source) - 1) if PAIR.fullmatch(source[at : at + 2])}
    if sum(pair in text for pair in pairs) < min(MANY, HELD / 2 * len(pairs)):
        yield "held"
