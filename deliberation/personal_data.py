"""Personal data in a text, found by pattern and checksum, and masked before anybody else sees it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers

MASK = "▒▒▒"  # the same in every language; a summary's span never cuts through it

GAP = "[ .\u00a0\u202f\u2009-]"  # what stands between groups of figures, a phone keyboard's narrow spaces included
SHORTEST_IBAN, LONGEST_IBAN = 15, 34
IBAN_LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DZ": 26, "EE": 20,
    "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LB": 28,
    "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MA": 28, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25,
    "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TN": 24, "TR": 26,
}  # fmt: skip
EMAIL = re.compile(
    r"[\w.+%'&*/=?^{|}~!#$-]{1,64}\s?(?:@|\(at\)|\[at\]|\(arobase\)|\sarobase\s)\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
IBAN = re.compile(rf"(?<![^\W_])[A-Z]{{2}}\d{{2}}(?:{GAP}?[A-Z0-9]){{11,30}}", re.IGNORECASE)
NIR = re.compile(
    rf"(?<!\d)[12378]{GAP}?\d\d{GAP}?(?:0[1-9]|1[0-2]|[2-9]\d){GAP}?(?:\d\d|2[AB])"
    rf"{GAP}?\d{{3}}{GAP}?\d{{3}}(?!\d{{3}})(?:{GAP}?\d\d(?!\d)|(?!\d))",
    re.IGNORECASE,
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
FRENCH_PHONE = re.compile(rf"(?<![\d.,])(?:0|(?:\+|00)33{GAP}?(?:\(0\){GAP}?)?)[1-9](?:(?:{GAP}|/)?\d\d){{4}}(?!\d)")


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


@lru_cache(maxsize=16_384)
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
    yield from _ibans(text)
    yield from (Found("nir", *match.span()) for match in NIR.finditer(text))
    yield from (Found("handle", *match.span()) for match in HANDLE.finditer(text))
    yield from (Found("address", *match.span()) for match in STREET.finditer(text))
    yield from (Found("name", *match.span(1)) for match in SELF.finditer(text))
    yield from _phones(text, region)


def _phones(text: str, region: str) -> Iterator[Found]:
    """Read numbers as those of the region, and other countries' in international form."""
    yield from (Found("phone", *match.span()) for match in FRENCH_PHONE.finditer(text))
    if sum(character.isdigit() for character in text) < 6:  # noqa: PLR2004 - no phone number is shorter
        return
    for match in phonenumbers.PhoneNumberMatcher(text, region):
        raw = match.raw_string
        bracket = raw.startswith("(") and raw.count("(") > raw.count(")")  # it closes after the number
        yield Found("phone", match.start + bracket, match.end)


def _ibans(text: str) -> Iterator[Found]:
    """Find account numbers, whatever word or figure follows them without a stop: of the country's length, else any."""
    for match in IBAN.finditer(text):
        usual = IBAN_LENGTHS.get(match.group()[:2].upper())
        ends = range(match.start() + SHORTEST_IBAN, match.end() + 1)
        found = {_plain(text[match.start() : end]): end for end in ends if _is_iban(text[match.start() : end])}
        if found:
            yield Found("iban", match.start(), found[min(found, key=lambda plain: (len(plain) != usual, -len(plain)))])


def _plain(text: str) -> str:
    return re.sub(GAP, "", text).upper()


def _is_iban(text: str) -> bool:
    """Check by ISO 13616: letters as numbers, the first four characters last, remainder 1 by 97."""
    plain = _plain(text)
    if not SHORTEST_IBAN <= len(plain) <= LONGEST_IBAN or not text[-1].isalnum():
        return False
    return int("".join(str(int(character, 36)) for character in plain[4:] + plain[:4])) % 97 == 1
