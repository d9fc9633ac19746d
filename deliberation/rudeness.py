"""Words that may hurt: a hint for the moderator's eye, never a decision."""

import re
import unicodedata
from collections.abc import Set as AbstractSet

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
    "zh": ( "傻逼", "混蛋", "王八蛋", "他妈的", "白痴", "滚蛋", "去死",
    ),
    "ar": ( "يا كلب", "يا حمار", "يا وسخ", "حقير", "غبي", "أغبياء", "تبا لك",
    ),
}  # fmt: skip
INNOCENT = re.compile(r"\bcon (?:carne|queso|brio)\b", re.IGNORECASE)  # dishes and music in a French sentence
LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})
LOOKALIKES = str.maketrans("аеорсхіу", "aeopcxiy")  # Cyrillic letters that look Latin
WORD = re.compile(r"[\w@$](?:[\w@$!*]*[\w@$*])?")
STRETCHED = re.compile(r"(.)\1{2,}")  # no word of these languages has a letter three times in a row


def flags(text: str, *, language: str = "fr") -> list[tuple[int, int]]:
    """Return the spans of rude words in the language (and in English, which people borrow from)."""
    listed = [word for code in (language, "en") for word in WORDS.get(code, ())]
    if language == "zh":
        return sorted({match.span() for word in listed for match in re.finditer(re.escape(word), text)})
    innocent = [match.span() for match in INNOCENT.finditer(text)]
    words = {_fold(word) for word in listed if " " not in word}
    found = [match.span() for match in WORD.finditer(text) if _is_rude(match.group(), words)]
    phrases = {span for word in listed if " " in word for span in _phrase(text, word)}
    return sorted({*found, *phrases} - {span for span in found if any(_within(span, each) for each in innocent)})


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def _phrase(text: str, phrase: str) -> list[tuple[int, int]]:
    spaced = r"\s+".join(map(re.escape, phrase.split()))
    return [match.span() for match in re.finditer(rf"\b{spaced}\b", text, flags=re.IGNORECASE)]


def _is_rude(typed: str, words: AbstractSet[str]) -> bool:
    """Read a word as typed, with figures as letters, with stretched letters and with starred ones."""
    readings = {_fold(typed.strip("@$")), _fold(typed.casefold().translate(LEET))}
    if readings & words:
        return True
    if "*" in typed:
        return any(_starred(reading, word) for reading in readings for word in words)
    stretched = {STRETCHED.sub(r"\1", reading) for reading in readings if STRETCHED.search(reading)}
    return bool({_single(reading) for reading in stretched} & {_single(word) for word in words})


def _single(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _starred(typed: str, word: str) -> bool:
    """Say whether the stars stand for letters of the word, of which the first and one more are there."""
    shown = typed.replace("*", "")
    return len(shown) > 1 and bool(re.fullmatch(re.escape(typed).replace(r"\*", r"\w"), word))


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(LOOKALIKES)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
