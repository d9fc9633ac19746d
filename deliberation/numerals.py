"""The numbers in a text, in figures or in words of the six languages, each with what it counts.

“One” in words is also an article, and no number here. Duals (Arabic يومان, two days) and ordinals are not recognised.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from deliberation.letters import fold

HUNDRED, THOUSAND, FOUR, TWENTY = 100, 1000, 4, 20
ONES = frozenset(fold("un une one uno una un' واحد واحدة 一").split())
LINKS = {"fr": {"et"}, "en": {"and"}, "it": {"e"}, "es": {"y"}, "ar": {"و"}, "zh": set[str]()}
WORDS = {
    "fr": "zero=0 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 "
    "quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 "
    "huitante=80 octante=80 nonante=90 cent=100 cents=100 mille=1000 million=1000000 millions=1000000 "
    "milliard=1000000000 milliards=1000000000 dizaine=10 dizaines=10 douzaine=12 quinzaine=15 vingtaine=20 "
    "trentaine=30 quarantaine=40 cinquantaine=50 soixantaine=60 centaine=100 centaines=100 millier=1000 milliers=1000 "
    "moitie=1/2 demi=1/2 demie=1/2 tiers=1/3 quart=1/4 quarts=1/4 double=2 triple=3",
    "en": "zero=0 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 "
    "fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 "
    "sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 hundreds=100 thousand=1000 thousands=1000 million=1000000 "
    "millions=1000000 billion=1000000000 dozen=12 dozens=12 half=1/2 third=1/3 thirds=1/3 quarter=1/4 quarters=1/4 "
    "twice=2 double=2 triple=3 both=2",
    "it": "zero=0 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 tredici=13 "
    "quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti=20 trenta=30 quaranta=40 "
    "cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90 cento=100 mille=1000 mila=1000 milione=1000000 "
    "milioni=1000000 miliardo=1000000000 miliardi=1000000000 decina=10 decine=10 dozzina=12 ventina=20 centinaio=100 "
    "centinaia=100 migliaio=1000 migliaia=1000 meta=1/2 mezzo=1/2 mezza=1/2 terzo=1/3 terzi=1/3 quarto=1/4 quarti=1/4 "
    "doppio=2 triplo=3 duemila=2000 tremila=3000 quattromila=4000 cinquemila=5000 diecimila=10000 centomila=100000",
    "es": "cero=0 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 "
    "catorce=14 quince=15 dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 veintidos=22 "
    "veintitres=23 veinticuatro=24 veinticinco=25 veintiseis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 "
    "cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 "
    "doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400 quinientos=500 seiscientos=600 setecientos=700 "
    "ochocientos=800 novecientos=900 mil=1000 miles=1000 millon=1000000 millones=1000000 decena=10 docena=12 "
    "veintena=20 centenar=100 centenares=100 mitad=1/2 medio=1/2 media=1/2 tercio=1/3 tercios=1/3 cuarto=1/4 "
    "cuartos=1/4 doble=2 triple=3",
    "ar": "صفر=0 اثنان=2 اثنين=2 اثنتان=2 اثنتين=2 ثلاثه=3 ثلاث=3 اربعه=4 اربع=4 خمسه=5 خمس=5 سته=6 ست=6 سبعه=7 "
    "سبع=7 ثمانيه=8 ثماني=8 ثمان=8 تسعه=9 تسع=9 عشره=10 عشر=10 عشرون=20 عشرين=20 ثلاثون=30 ثلاثين=30 اربعون=40 "
    "اربعين=40 خمسون=50 خمسين=50 ستون=60 ستين=60 سبعون=70 سبعين=70 ثمانون=80 ثمانين=80 تسعون=90 تسعين=90 ماءه=100 "
    "مءه=100 مايه=100 ميه=100 مايتان=200 مايتين=200 الف=1000 الاف=1000 الفين=2000 الفان=2000 مليون=1000000 "
    "نصف=1/2 ثلث=1/3 ربع=1/4 ضعف=2",
    "zh": "一半=1/2",
}  # fmt: skip
CHINESE = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
CHINESE_PLACES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
CHINESE_NUMBER = re.compile(r"一半|[零〇一二两三四五六七八九十百千万亿]{1,16}")
FIGURES = r"\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3}){1,6}(?!\d)|\d{1,30}(?:[.,]\d{1,30})?"
PART = re.compile(rf"(?P<figures>{FIGURES})|(?P<unit>[%٪€$£])|(?P<word>[^\W\d_]+)|(?P<stop>[.,;:!?،؛؟。，；！？]+)")
UNITS = {
    "%": "percent", "٪": "percent", "€": "euro", "$": "dollar", "£": "pound", "percent": "percent",
    "pourcent": "percent",
    "euro": "euro", "euros": "euro", "يورو": "euro", "欧元": "euro", "dollar": "dollar", "dollars": "dollar",
}  # fmt: skip
PERCENT = re.compile(r"\b(?:pour cent|per cent|per cento|por ciento)\b|百分之|بالمئه|بالمايه|بالميه|في الميه|في المايه")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the word or unit after it, folded ("" where none follows)."""

    value: Fraction
    counts: str = ""


def numbers(text: str, language: str) -> tuple[Number, ...]:
    """Return the numbers of a text in their order, but for “one” in words."""
    found = list(_parts(text, language))
    return tuple(
        Number(part, _counted(follows)) for part, follows in pairwise([*found, ""]) if isinstance(part, Fraction)
    )


def has_one(text: str) -> bool:
    """Say whether a text says “one”, in whatever sense."""
    return any(word in ONES for word in fold(text).split()) or "一" in text


def _counted(follows: Fraction | str) -> str:
    return UNITS.get(follows, follows) if isinstance(follows, str) else ""


def _parts(text: str, language: str) -> Iterator[Fraction | str]:
    """Yield the numbers and the words of a text, words that make one number together."""
    known = KNOWN.get(language, KNOWN["en"])
    run, linked = list[Fraction](), False
    for kind, part in _tokens(text):
        value = Fraction(1) if run and part in ONES else _value_of(part, known, language) if kind == "word" else None
        if run and part in LINKS.get(language, ()):
            linked = True
            continue
        if run and (value is None or (linked and not TWENTY <= run[-1] > value)):
            yield _sum(run)
            run = []
        linked = False
        if value is not None:
            run.append(value)
        else:
            yield _figure(part) if kind == "figures" else "" if kind == "stop" else part
    if run:
        yield _sum(run)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield kind and text of each figure, unit, word and stop; a Chinese number is a word by itself."""
    for match in PART.finditer(PERCENT.sub("%", _unaccented(text))):
        kind = str(match.lastgroup)
        if kind == "word" and re.search(r"[\u4e00-\u9fff]", match.group()):
            yield from _chinese(match.group())
        else:
            yield kind, match.group()


def _chinese(text: str) -> Iterator[tuple[str, str]]:
    end = 0
    for match in CHINESE_NUMBER.finditer(text):
        if text[end : match.start()]:
            yield "word", text[end : match.start()]
        yield "word", match.group()
        end = match.end()
    if text[end:]:
        yield "word", text[end : end + 2]  # what is counted, as far as two characters tell it


def _unaccented(text: str) -> str:
    """Return the text as `fold` makes it, with figures of any script as ASCII and with its stops."""
    figures = "".join(str(unicodedata.digit(each, each)) if each.isdigit() else each for each in text)
    return re.sub(r"[^\W\d_]+", lambda word: fold(word.group()).replace(" ", ""), figures)


def _value_of(word: str, known: Mapping[str, Fraction], language: str) -> Fraction | None:
    if word in known:
        return known[word]
    if language == "ar" and word[:1] in "ولبك" and word[1:] in known:
        return known[word[1:]]
    if language == "ar" and word.startswith("ال") and word[2:] in known:
        return known[word[2:]]
    return _chinese_value(word) if CHINESE_NUMBER.fullmatch(word) and word != "一" else None


def _chinese_value(word: str) -> Fraction:
    """Read 三百二十 as 320; figures without places (二〇二六) are read one after the other."""
    if not set(word) & CHINESE_PLACES.keys():
        return Fraction(int("".join(str(CHINESE[character]) for character in word)))
    whole, part, figure = 0, 0, 0
    for character in word:
        place = CHINESE_PLACES.get(character)
        if place is None:
            figure = CHINESE[character]
        elif place >= CHINESE_PLACES["万"]:
            whole, part, figure = whole + max(1, part + figure) * place, 0, 0
        else:
            part, figure = part + max(1, figure) * place, 0
    return Fraction(whole + part + figure)


def _figure(written: str) -> Fraction:
    if re.fullmatch(r"\d{1,3}(?:\D\d{3})+", written):
        return Fraction(re.sub(r"\D", "", written))
    return Fraction(written.replace(",", "."))


def _sum(run: Sequence[Fraction]) -> Fraction:
    """Put together what is said one after the other: two hundred and five, quatre-vingt-dix, trois quarts."""
    whole, part = Fraction(0), Fraction(0)
    for value in run:
        if value >= THOUSAND:
            whole, part = whole + max(Fraction(1), part) * value, Fraction(0)
        elif value == HUNDRED or (value == TWENTY and part == FOUR) or 0 < value < 1:
            part = max(Fraction(1), part) * value
        else:
            part += value
    return whole + part


def _known(listed: str) -> dict[str, Fraction]:
    pairs = (each.split("=") for each in listed.split())
    return {fold(word).replace(" ", ""): Fraction(value) for word, value in pairs}


def _italian() -> dict[str, Fraction]:
    """Return 21 to 99 as Italian writes them, in one word: ventuno, ventidue, ventotto."""
    known = _known(WORDS["it"])
    ones = {"uno": Fraction(1), **{word: value for word, value in known.items() if 2 <= value <= 9}}  # noqa: PLR2004
    tens = {word: value for word, value in known.items() if value in range(20, 100, 10) and word != "ventina"}
    return {
        (ten[:-1] if one[0] in "uo" else ten) + one: high + low
        for ten, high in tens.items()
        for one, low in ones.items()
    }


KNOWN = {language: _known(listed) for language, listed in WORDS.items()}
KNOWN["it"] |= _italian()
