"""Words that may hurt: a hint for the moderator's eye, never a decision."""

import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache

WORDS: dict[str, tuple[str, ...]] = {
    "fr": ( "connard", "connards", "connasse", "salaud", "salauds", "salope", "enculé", "enculés", "encule",
        "putain", "pute", "bâtard", "batard", "abruti", "abrutis", "débile", "débiles", "crétin", "crétins",
        "imbécile", "imbéciles", "con", "cons", "merde", "bouffon", "bouffons",
        "ta gueule", "va crever", "nique", "fdp", "tg", "ntm",
    ),
    "en": ( "asshole", "assholes", "bastard", "bastards", "bitch", "fuck", "fucking", "shit", "moron", "morons",
        "idiot", "idiots", "scum", "wanker", "dickhead", "stfu", "cunt",
    ),
    "it": ( "stronzo", "stronzi", "bastardo", "bastardi", "coglione", "coglioni", "cretino", "merda",
        "vaffanculo", "puttana",
    ),
    "es": ( "cabrón", "cabrones", "gilipollas", "imbécil", "idiota", "mierda", "puta", "puto", "joder", "hijo de puta",
    ),
    "zh": ( "傻逼", "傻屄", "煞笔", "混蛋", "混账", "混帳",
        "王八蛋", "他妈的", "他媽的", "你妈的", "白痴", "白癡", "滚蛋", "滾蛋", "去死",
    ),
    "ar": ( "يا كلب", "يا كلاب", "يا حمار", "يا حيوان", "يا وسخ",
        "حقير", "حقيرة", "غبي", "غبية", "أغبياء", "أحمق", "حمقى",
        "تبا لك", "تبا لكم",
    ),
}  # fmt: skip
# Dishes and music in a French sentence, loaves; in Chinese “in the past died”, “lost a dead person”.
INNOCENT = re.compile(
    r"\b(?:chili|pollo|arroz|caf[eé]|pasta) con \w+|\bcon (?:carne|queso|leche|arroz|pollo|brio|fuoco|moto|amore)\b"
    r"|\bpains? b[âa]tards?\b|[过過失]去死|去死[亡刑因者后後去]",
    re.IGNORECASE,
)
LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})
LOOKALIKES = str.maketrans("аеорсхіу", "aeopcxiy")  # Cyrillic letters that look Latin
WORD = re.compile(r"[\w@$](?:[\w@$!*\u064b-\u065f\u0670]*[\w@$*])?")
SPELLED = re.compile(r"(?<!\w)\w(?:(?P<gap>[ .\-_*])\w)(?:(?P=gap)\w){2,}(?!\w)")  # letter by letter
ARABIC = str.maketrans({"ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ـ": ""})
CLITICS = re.compile("[وف]?(?:لل|[بلك]?(?:ال)?)")  # and, by, for, like, the: written as one with an Arabic word
STRETCHED = re.compile(r"(.)\1{2,}")  # no word of these languages has a letter three times in a row


def flags(text: str, *, language: str = "fr") -> list[tuple[int, int]]:
    """Return the spans of rude words in the language (and in English, which people borrow from)."""
    words, phrases = _listed(language)
    found = {match.span() for match in WORD.finditer(text) if _is_rude(match.group(), words)}
    found |= {match.span() for match in SPELLED.finditer(text) if _fold(match.group()[::2]) in words}
    found |= _phrases(text, phrases)
    innocent = [match.span() for match in INNOCENT.finditer(text)]
    return sorted(span for span in found if not any(_within(span, each) for each in innocent))


@cache
def _listed(language: str) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return the folded words of a language and of English, and patterns of the phrases."""
    listed = [word for code in (language, "en") for word in WORDS.get(code, ())]
    words = frozenset(_fold(word) for word in listed if not _is_phrase(word))
    return words, tuple(_pattern(word) for word in listed if _is_phrase(word))


def _is_phrase(word: str) -> bool:
    """Say whether it is looked for within the text: several words, or a script that does not part them."""
    return " " in word or word[0] >= "\u4e00"


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def _pattern(phrase: str) -> re.Pattern[str]:
    spaced = r"\s+".join(map(re.escape, _fold(phrase).split()))
    edge = "" if phrase[0] >= "\u4e00" else r"\b"
    return re.compile(f"{edge}{spaced}{edge}")


def _phrases(text: str, phrases: Iterable[re.Pattern[str]]) -> set[tuple[int, int]]:
    """Find phrases in the folded text, and return where they stand in the text as it is."""
    folded, places = _placed(text)
    found = [match.span() for phrase in phrases for match in phrase.finditer(folded)]
    return {(places[start], places[end - 1] + 1) for start, end in found}


def _placed(text: str) -> tuple[str, list[int]]:
    """Return the folded text, and for each of its letters where it comes from."""
    letters = [(letter, place) for place, character in enumerate(text) for letter in _fold(character)]
    return "".join(letter for letter, _ in letters), [place for _, place in letters]


def _is_rude(typed: str, words: AbstractSet[str]) -> bool:
    """Read a word as typed, with figures as letters, with stretched letters and with starred ones."""
    readings = {_fold(typed.strip("@$")), _fold(typed.casefold().translate(LEET))}
    readings |= {CLITICS.sub("", reading, count=1) for reading in readings if reading[:1] >= "\u0600"}
    if readings & words:
        return True
    if "*" in typed:
        return any(_starred(reading, word) for reading in readings for word in words)
    stretched = {STRETCHED.sub(r"\1", reading) for reading in readings if STRETCHED.search(reading)}
    return bool(stretched) and bool({_single(reading) for reading in stretched} & {_single(word) for word in words})


def _single(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _starred(typed: str, word: str) -> bool:
    """Say whether the stars stand for letters of the word, of which the first and one more are there."""
    shown = typed.replace("*", "")
    return len(shown) > 1 and bool(re.fullmatch(re.escape(typed).replace(r"\*", r"\w"), word))


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(LOOKALIKES).translate(ARABIC)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
