"""Numbers that stand for one person: accounts, cards, the identities that states give; told by their check figures."""

import re
from collections.abc import Iterator
from itertools import islice

from deliberation.personal_data.spans import Found, each_of

GAP = "[ .-]"
SHORTEST_IBAN = 15
IBAN_LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DZ": 26, "EE": 20,
    "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LB": 28,
    "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MA": 28, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25,
    "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TN": 24, "TR": 26,
}  # fmt: skip
IBAN = re.compile(rf"(?:(?<![A-Za-z0-9])|(?<=IBAN))[A-Z]{{2}}\d{{2}}(?:{GAP}?[A-Z0-9]){{11,30}}", re.IGNORECASE)
BORN = rf"{GAP}?\d\d{GAP}?(?:0[1-9]|1[0-2]|[235-9]\d|4[0-2]){GAP}?(?:\d\d|2[AB]){GAP}?\d{{3}}{GAP}?\d{{3}}(?!\d{{3}})"
NIR = re.compile(
    rf"(?<!\d)(?:[12]{BORN}(?:{GAP}?\d\d(?!\d)|(?!\d))|[378]{BORN}{GAP}?\d\d(?!\d))", re.IGNORECASE
)  # with its key or without; a bar code begins with 3 as well, and has none
CODICE_FISCALE = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z](?![A-Za-z0-9])", re.IGNORECASE
)
INSURANCE = re.compile(r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b")  # National Insurance, GB
DNI = re.compile(r"(?<![A-Za-z0-9.])(?:[XYZ]-?\d{7}|\d{8}|\d\d\.\d{3}\.\d{3})[ -]?[A-Z](?![A-Za-z0-9])", re.IGNORECASE)
DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
RESIDENT = re.compile(r"(?<!\d)\d{17}[\dXx](?![\dA-Za-z])")
RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CARD = re.compile(r"(?<!\d)[3-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{4}(?!\d)")


def found(text: str) -> Iterator[Found]:
    yield from _ibans(text)
    yield from each_of("nir", NIR, text)
    yield from each_of("id", CODICE_FISCALE, text)
    yield from each_of("id", INSURANCE, text)
    for kind, pattern, holds in (("id", DNI, _is_dni), ("id", RESIDENT, _is_resident), ("card", CARD, _is_card)):
        yield from (Found(kind, *match.span()) for match in pattern.finditer(text) if holds(_plain(match.group())))


def _ibans(text: str) -> Iterator[Found]:
    """Find account numbers of their country's length, whatever word or figure follows them without a stop."""
    for match in IBAN.finditer(text):
        length = IBAN_LENGTHS.get(match.group()[:2].upper())
        ends = range(match.start() + SHORTEST_IBAN, match.end() + 1)
        whole = (end for end in ends if _is_iban(text[match.start() : end], length))
        yield from (Found("iban", match.start(), end) for end in islice(whole, 1))


def _plain(text: str) -> str:
    return re.sub(GAP, "", text).upper()


def _is_iban(text: str, length: int | None) -> bool:
    """Check by ISO 13616: letters as numbers, the first four characters last, remainder 1 by 97."""
    plain = _plain(text)
    if len(plain) != length or not text[-1].isalnum():
        return False
    return int("".join(str(int(character, 36)) for character in plain[4:] + plain[:4])) % 97 == 1


def _is_dni(plain: str) -> bool:
    """Check the letter of a Spanish identity: the number's remainder by 23; X, Y, Z of a foreigner's are 0, 1, 2."""
    number = plain[:-1].translate(str.maketrans("XYZ", "012"))
    return DNI_LETTERS[int(number) % 23] == plain[-1]


def _is_resident(plain: str) -> bool:
    """Check a Chinese identity by GB 11643: weighted sum by 11."""
    total = sum(weight * int(figure) for weight, figure in zip(RESIDENT_WEIGHTS, plain[:17], strict=True))
    return "10X98765432"[total % 11] == plain[17]


def _is_card(plain: str) -> bool:
    """Check by Luhn: each second figure from the right counts twice."""
    doubled = [2 * int(figure) if place % 2 else int(figure) for place, figure in enumerate(reversed(plain))]
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0  # noqa: PLR2004 - two figures make one
