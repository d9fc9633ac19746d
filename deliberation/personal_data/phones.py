"""Phone numbers: in international form, as the region writes them, as the text's own language's countries do."""

import re
from collections.abc import Iterator

import phonenumbers

from deliberation.personal_data.spans import Found

GAP = "[ ./()-]{0,3}"
SEVEN = re.compile(rf"\d(?:{GAP}\d){{6}}")  # no phone number has fewer figures
INTERNATIONAL = re.compile(rf"(?:(?<![\d+])\+|(?<![\w+])00) ?[1-9](?:{GAP}\d){{7,13}}(?!\d)")
WITH_ZERO = re.compile(
    r"(?<![\d.,+])(?<!\d-)(?:\(0[1-9]\d{0,4}\)|0[1-9])(?:[ .-]{0,2}|/)\d(?:(?:[ .-]{0,2}|/)\d){6,8}(?!\d)"
)
FRENCH = re.compile(r"(?<!\d)(?:0 [67](?: \d){8}|33[67]\d{8})(?! ?\d)")  # figure by figure; a plus forgotten
CHINESE = re.compile(r"(?<!\d)1[3-9]\d([ -]?)\d{4}\1\d{4}(?!\d)")
AMERICAN = re.compile(r"(?<![\d-])(?:\([2-9]\d\d\) ?|[2-9]\d\d[-. ])[2-9]\d\d-\d{4}(?![\d-])")
DATE = re.compile(  # a day, a month of a year, opening hours
    r"(?:0[1-9]|[12]\d|3[01])([/. -])(?:0[1-9]|1[0-2])\1(?:19\d\d|20\d\d|\d\d)(?!\1?\d)"
    r"|(?:0[1-9]|1[0-2])[/.-](?:19|20)\d\d(?!\d)"
    r"|[0-2]\d\.[0-5]\d ?[-/] ?[0-2]\d\.[0-5]\d(?!\.\d)"
)
# What a number counts stands behind it, or a currency before it.
COUNTS = re.compile(
    r" ?(?:[€$£¥%‰°²³]|(?:euros?|eur|usd|kg|kilos?|g|t|tonnes?|tons?|litr\w*|l|m|km|ha"
    r"|hab\w*|personn\w+|people|ans)(?![\w'’])"
    r"|[元升吨人头公欧万亿年]|يورو|لتر|طن|كيلو)",
    re.IGNORECASE,
)
PRICED = re.compile(r"[€$£¥] ?$")
SPEAKS = {
    "ES": re.compile(
        r"[¿¡ñ]|\b(?:el|los|las|soy|llám\w+|llamad\w*|móvil|teléfono|gracias|hola|con|para|mi)\b", re.IGNORECASE
    ),
    "IT": re.compile(r"\b(?:il|gli|sono|chiam\w+|cell\w*|telefono|grazie|ciao|che|della|mio|mia|per)\b", re.IGNORECASE),
}


def found(text: str, region: str) -> Iterator[Found]:
    if not SEVEN.search(text):
        return
    for start, end in (*_by_shape(text), *_by_country(text, region)):
        if text[start] in "0(" or not _counts(text, start, end):
            yield Found("phone", start, end)


def _counts(text: str, start: int, end: int) -> bool:
    """Say whether a number is of something, or a price; none of these begins with a zero."""
    return bool(COUNTS.match(text, end) or PRICED.search(text[max(0, start - 2) : start]))


def _by_shape(text: str) -> Iterator[tuple[int, int]]:
    """Yield what has the shape of a number: with a country's code, with a leading zero, Chinese, American."""
    yield from (match.span() for match in INTERNATIONAL.finditer(text) if _possible(match.group()))
    yield from (match.span() for match in WITH_ZERO.finditer(text) if not DATE.match(text, match.start()))
    yield from (match.span() for match in FRENCH.finditer(text))
    if re.search(r"[\u4e00-\u9fff]", text):
        yield from (match.span() for match in CHINESE.finditer(text) if not match.group().endswith("00000"))
    yield from (match.span() for match in AMERICAN.finditer(text))


def _possible(written: str) -> bool:
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(re.sub(r"^00", "+", written)))
    except phonenumbers.NumberParseException:
        return False


def _by_country(text: str, region: str) -> Iterator[tuple[int, int]]:
    """Yield valid numbers of the region, and of the country whose language the text speaks."""
    spoken = [country for country, words in SPEAKS.items() if country != region and words.search(text)]
    for country in (region, *spoken):
        for match in phonenumbers.PhoneNumberMatcher(text, country):
            raw = match.raw_string
            bracket = raw.startswith("(") and raw.count("(") > raw.count(")")  # it closes after the number
            if not DATE.match(text, match.start + bracket):
                yield match.start + bracket, match.end
