"""Personal data in a text, found by pattern and checksum, and masked before anybody else sees it."""

from collections.abc import Iterator
from functools import lru_cache

from deliberation.personal_data import addresses, names, numbers, online, phones
from deliberation.personal_data.spans import Found, Masked

__all__ = ["KINDS", "MASK", "Found", "Masked", "mask"]

MASK = "▒▒▒"  # the same in every language; a summary's span never cuts through it
KINDS = ("email", "phone", "iban", "nir", "id", "card", "handle", "address", "name")

# Figures and signs that other keyboards write are read as ours; one character each, so that places stay.
ALIKE = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９＋－（）＠．‑–\u00a0\u202f\u2009\u3000",
    "0123456789" * 3 + "+-()@.--" + " " * 4,
)


@lru_cache(maxsize=16_384)
def mask(text: str, *, region: str = "FR") -> Masked:
    """Return the text with personal data replaced by MASK, and where each was; `region` reads local phone numbers."""
    found = _apart(_all(text.translate(ALIKE), region))
    masked, end = [], 0
    for each in found:
        masked += [text[end : each.start], MASK]
        end = each.end
    return Masked("".join([*masked, text[end:]]), found)


def _apart(found: Iterator[Found]) -> tuple[Found, ...]:
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
    if any(map(str.isdigit, text)) or addresses.COUNTED.search(text):
        yield from numbers.found(text)
        yield from phones.found(text, region)
        yield from addresses.found(text)
