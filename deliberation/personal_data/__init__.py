"""Personal data in a text, found by pattern and checksum, and masked before anybody else sees it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from deliberation.personal_data import addresses, names, numbers, online, phones
from deliberation.personal_data.spans import Found, Masked

__all__ = ["KINDS", "MASK", "Found", "Masked", "mask"]

MASK = "▒▒▒"  # the same in every language; a summary's span never cuts through it
FILLER = MASK[0]
# Figures near each other, of which no number has fewer, or the beginning of an account, whose rest may be letters.
MANY = re.compile(r"\d(?:[ ./()-]{0,3}[A-Za-z]{0,2}\d){5}|(?<=[A-Za-z]{2})\d\d(?:[ .-]?[A-Za-z0-9]){11}")
KINDS = ("email", "phone", "iban", "nir", "id", "card", "handle", "address", "name")

# Figures and signs that other keyboards write are read as ours; one character each, so that places stay.
ALIKE = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９＋－（）＠．‑–\u00a0\u202f\u2009\u3000",
    "0123456789" * 3 + "+-()@.--" + " " * 4,
)
FOREIGN = re.compile(f"[{''.join(map(chr, ALIKE))}]")


@lru_cache(maxsize=16_384)
def mask(text: str, *, region: str = "FR") -> Masked:
    """Return the text with personal data replaced by MASK, and where each was; `region` reads local phone numbers."""
    found = _everything(text.translate(ALIKE) if FOREIGN.search(text) else text, region)
    masked, end = [], 0
    for each in found:
        masked += [text[end : each.start], MASK]
        end = each.end
    return Masked("".join([*masked, text[end:]]), found)


def _everything(text: str, region: str) -> tuple[Found, ...]:
    """Look again beside what was found, until nothing is left: one thing may have hidden another that touches it."""
    found: list[Found] = []
    while fresh := list(_all(text, region)):
        found += fresh
        for each in fresh:
            text = text[: each.start] + FILLER * (each.end - each.start) + text[each.end :]
    return _apart(found)


def _apart(found: Iterable[Found]) -> tuple[Found, ...]:
    """Join what overlaps, under the kind of what begins first (of the longest, where two begin together)."""
    joined: list[Found] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if joined and each.start < joined[-1].end:
            first = joined.pop()
            each = Found(first.kind, first.start, max(first.end, each.end))  # noqa: PLW2901 - the two are one
        joined.append(each)
    return tuple(joined)


def _all(text: str, region: str) -> Iterator[Found]:
    yield from online.found(text)
    yield from names.found(text)
    yield from addresses.found(text)
    if MANY.search(text):
        yield from numbers.found(text)
        yield from phones.found(text, region)
