"""What a model wrote, held against the words of the citizens that it rests on: whatever is not theirs is a fault.

In one language a rewording may shorten, order and mend, with the words of its sources alone: their words in any
inflection, small words, and words that turn a sentence as the sources turn it. Across languages meaning cannot be
checked by code: there it is references, figures, names, quotations, links, language, length, and the surest turns.
A fault is told as a code, for whoever asks why the exact words stand.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from deliberation.form import LONGEST, form_faults
from deliberation.inflection import akin
from deliberation.letters import fold
from deliberation.numerals import Number, has_one, numbers
from deliberation.stances import CLAIMS, SHARED, asks, is_small, speakers, turned, turns, words
from deliberation.vocabulary import SHADES, all_words, strange_words

QUOTED = re.compile(
    r"«([^»]*)(?:»|$)|“([^”]*)(?:”|$)|\"([^\"]*)(?:\"|$)|「([^」]*)(?:」|$)|《([^》]*)(?:》|$)|『([^』]*)(?:』|$)"
)
SINGLE = re.compile(r"(?<!\w)['‘]([^'’]{3,})['’](?!\w)")
WORD = re.compile(r"[^\W\d_]+")
BEGINNING = re.compile(r"(?:^|[.!?…:؟。！？«“\"(¿¡]|(?:^|\s)[–—-])\s*$")


def faults(
    text: str,
    citations: Sequence[str],
    sources: Mapping[str, str],
    *,
    language: str,
    source_language: str | None = None,
) -> tuple[str, ...]:
    """Return what is wrong with a sentence that rests on `citations`; nothing where it may be shown.

    `sources` are the words it may rest on, by reference. `language` is the one asked for; where the sources are in
    another one (`source_language`) less can be checked.
    """
    if not citations or not set(citations) <= sources.keys():
        return ("citations",)
    if len(text) > LONGEST:
        return ("length",)
    source = "\n".join(dict.fromkeys(sources[reference] for reference in citations))
    across = source_language is not None and source_language != language
    spoken = (source_language if across else language) or language
    found = [
        *form_faults(text, source, language, across=across),
        *_facts(text, source, language, spoken, across=across),
    ]
    if not across:
        found += [
            *strange_words(text, source, language, named=_names(source)),
            *(() if _speak_alike(text, source, language) else ("speaker",)),
        ]
    return tuple(dict.fromkeys(found))


def _facts(text: str, source: str, language: str, spoken: str, *, across: bool) -> Iterator[str]:
    """Yield invented or lost figures, names, quotations, and turns of the sentence."""
    if not _same_numbers(text, source, language, spoken, across=across):
        yield "number"
    if not _names(text) <= all_words(source) or not _latin_names_stay(text, source, language, spoken):
        yield "name"
    if not all(fold(part) in fold(source) for part in _quotations(text)):
        yield "quotation"
    if asks(text, language) != asks(source, spoken):
        yield "question"
    if across and not _turns_alike_across(text, source, language, spoken):
        yield "turn"
    if not across and not _turns_alike(text, source, language):
        yield "turn"


def _same_numbers(text: str, source: str, language: str, spoken: str, *, across: bool) -> bool:
    """Compare numbers, and in one language what each counts; percent and currencies in all."""
    mine, theirs = numbers(text, language), numbers(source, spoken)
    ours, known = {each.value for each in mine}, {each.value for each in theirs}
    if ours - {1} != known - {1} or (1 in ours and 1 not in known and not has_one(source)):
        return False
    units = ("percent", "euro", "dollar", "pound")
    if {each for each in mine if each.counts in units} != {each for each in theirs if each.counts in units}:
        return False
    return across or all(
        any(_counts_the_same(each, other, language) for other in theirs) for each in mine if each.value != 1
    )


def _counts_the_same(mine: Number, theirs: Number, language: str) -> bool:
    untold = any(not each.counts or is_small(each.counts, language) for each in (mine, theirs))
    return mine.value == theirs.value and (untold or akin(mine.counts, theirs.counts))


def _names(text: str) -> set[str]:
    """Return the words with a capital that no sentence begins with, folded."""
    found = set[str]()
    for match in WORD.finditer(text):
        word = match.group()
        if word[0].isupper() and word != "I" and not BEGINNING.search(text[: match.start()]):
            found.add(fold(word))
    return found


def _latin_names_stay(text: str, source: str, language: str, spoken: str) -> bool:
    """Say whether names in Latin letters are still there in a script that has no capitals."""
    if spoken == language or language not in {"zh", "ar"}:
        return True
    return _names(source) <= all_words(text)


def _quotations(text: str) -> Iterator[str]:
    for pattern in (QUOTED, SINGLE):
        for match in pattern.finditer(text):
            yield next((group for group in match.groups() if group is not None), "")


def _turns_alike(text: str, source: str, language: str) -> bool:
    """Say whether as much is denied, every other turn is on both sides or on none, and each is about the same."""
    mine, theirs = turns(text, language), turns(source, language)
    kinds = (mine.keys() | theirs.keys()) - {"not", *SHADES}
    if mine["not"] != theirs["not"] or not all(bool(mine[kind]) == bool(theirs[kind]) for kind in kinds):
        return False
    if theirs["rather"] and not _in_order(text, source, language):
        return False
    known = turned(source, language)
    return all(any(_about_the_same(each, other) for other in known) for each in turned(text, language))


def _in_order(text: str, source: str, language: str) -> bool:
    """Say whether the words of meaning come in their order: who prefers the one to the other says it by order alone."""
    theirs = words(source, language)
    places = [
        next((at for at, other in enumerate(theirs) if akin(word, other)), None)
        for word in words(text, language)
        if not is_small(word, language)
    ]
    told = [place for place in places if place is not None]
    return told == sorted(told)


def _speak_alike(text: str, source: str, language: str) -> bool:
    """Say whether nobody speaks who does not speak in the source; “they” may be whom it names."""
    mine, theirs = speakers(text, language), speakers(source, language)
    return mine - theirs <= (set() if theirs & {"we", "i"} else {"they"})


def _about_the_same(mine: tuple[str, tuple[str, ...]], theirs: tuple[str, tuple[str, ...]]) -> bool:
    (kind, ours), (other, known) = mine, theirs
    unknown = not known or not (ours or kind == "not")  # such as “do not close it”
    return kind == other and (unknown or any(akin(one, two) for one in ours for two in known))


def _turns_alike_across(text: str, source: str, language: str, spoken: str) -> bool:
    mine, theirs = turns(text, language), turns(source, spoken)
    told = all(bool(mine[kind]) == bool(theirs[kind]) for kind in SHARED)
    return told and all(theirs[kind] or not mine[kind] for kind in CLAIMS)
