"""Personal data in a text, found by pattern and checksum, and masked before anybody else sees it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import phonenumbers

MASK = "▒▒▒"  # the same in every language; a summary's span never cuts through it

EMAIL = re.compile(r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{1,4}){3,9}\b", re.IGNORECASE)
NIR = re.compile(
    r"\b[12378][ .-]?\d{2}[ .-]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .-]?(?:\d{2}|2[AB])"
    r"[ .-]?\d{3}[ .-]?\d{3}(?:[ .-]?\d{2})?\b"
)
HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z]\w{3,31}\b|\b(?:t\.me|telegram\.me|wa\.me)/\S+", re.IGNORECASE)
STREET = re.compile(
    r"\b\d{1,4}\s?(?:bis|ter)?,?\s+"
    r"(?i:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allée|route|via|calle|street|road)\s+"
    r"(?:(?:de|du|des|la|le|les|l['’]|d['’]|della|del|el)\s*)*[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+)*"
)
SELF = re.compile(
    r"\b(?i:je m['’]appelle|mon nom est|my name is|mi chiamo|me llamo|mi nombre es|اسمي)\s+"
    r"(\w[\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+)*)"
)
FRENCH_PHONE = re.compile(r"(?<![\d.,])(?:0|(?:\+|00)33\s?(?:\(0\)\s?)?)[1-9](?:[ .-]?\d{2}){4}(?![\d])")
COUNTRIES = ("GB", "IT", "ES", "CN", "MA", "DZ", "TN", "BE", "CH", "DE")


@dataclass(frozen=True, slots=True)
class Found:
    """Personal data of a kind (email, phone, iban, nir, handle, address, name) at `start:end` of the text."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Masked:
    text: str
    found: tuple[Found, ...]


@cache
def mask(text: str, *, region: str = "FR") -> Masked:
    """Return the text with personal data replaced by MASK, and where each was; `region` reads local phone numbers."""
    found: list[Found] = []
    for each in sorted(_all(text, region), key=lambda each: (each.start, -each.end)):
        if not found or each.start >= found[-1].end:
            found.append(each)
    masked, end = [], 0
    for each in found:
        masked += [text[end : each.start], MASK]
        end = each.end
    return Masked("".join([*masked, text[end:]]), tuple(found))


def _all(text: str, region: str) -> Iterator[Found]:
    yield from (Found("email", *match.span()) for match in EMAIL.finditer(text))
    yield from (Found("iban", *match.span()) for match in IBAN.finditer(text) if _is_iban(match.group()))
    yield from (Found("nir", *match.span()) for match in NIR.finditer(text) if _is_nir(match.group()))
    yield from (Found("handle", *match.span()) for match in HANDLE.finditer(text))
    yield from (Found("address", *match.span()) for match in STREET.finditer(text))
    yield from (Found("name", *match.span(1)) for match in SELF.finditer(text))
    yield from _phones(text, region)


def _phones(text: str, region: str) -> Iterator[Found]:
    """Read numbers as those of the region first; other countries' only in international form."""
    yield from (Found("phone", *match.span()) for match in FRENCH_PHONE.finditer(text))
    if sum(character.isdigit() for character in text) < 6:  # noqa: PLR2004 - no phone number is shorter
        return
    for country in (region, *COUNTRIES):
        for match in phonenumbers.PhoneNumberMatcher(text, country):
            if country == region or match.raw_string.lstrip(" (").startswith(("+", "00")):
                yield Found("phone", match.start, match.end)


def _is_iban(text: str) -> bool:
    """Check by ISO 13616: letters as numbers, the first four characters last, remainder 1 by 97."""
    plain = re.sub(r"[ -]", "", text).upper()
    if not 15 <= len(plain) <= 34:  # noqa: PLR2004 - as the standard says
        return False
    return int("".join(str(int(character, 36)) for character in plain[4:] + plain[:4])) % 97 == 1


def _is_nir(text: str) -> bool:
    """Check the French social security number: key = 97 − number mod 97; without a key its form must do."""
    plain = re.sub(r"[ .-]", "", text).upper().replace("2A", "19").replace("2B", "18")
    keyed = 15
    return len(plain) != keyed or 97 - int(plain[:13]) % 97 == int(plain[13:])
