"""Words that may hurt: a hint for the moderator's eye, never a decision."""

import re
import unicodedata

WORDS: dict[str, tuple[str, ...]] = {
    "fr": ( "connard", "connards", "connasse", "salaud", "salauds", "salope", "enculé", "enculés", "encule",
        "putain", "pute", "bâtard", "batard", "abruti", "abrutis", "débile", "débiles", "crétin", "crétins",
        "imbécile", "imbéciles", "con", "cons", "merde", "ordure", "ordures", "bouffon", "bouffons",
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
    "ar": ( "كلب", "حمار", "حقير", "غبي", "أغبياء", "تبا", "وسخ",
    ),
}  # fmt: skip
LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})
LOOKALIKES = str.maketrans("аеорсхіу", "aeopcxiy")  # Cyrillic letters that look Latin
WORD = re.compile(r"[\w@$!]+(?:\*+\w*)?")


def flags(text: str, *, language: str = "fr") -> list[tuple[int, int]]:
    """Return the spans of rude words in the language (and in English, which people borrow from)."""
    words = {_fold(word) for code in {language, "en"} for word in WORDS.get(code, ())}
    if language == "zh":
        return [match.span() for word in sorted(words) for match in re.finditer(re.escape(word), text)]
    single = [match.span() for match in WORD.finditer(text) if words & _readings(match.group())]
    return sorted([*single, *_phrases(text, {word for word in words if " " in word})])


def _phrases(text: str, phrases: set[str]) -> list[tuple[int, int]]:
    return [
        match.span()
        for phrase in sorted(phrases)
        for match in re.finditer(re.escape(phrase), text, flags=re.IGNORECASE)
    ]


def _readings(word: str) -> set[str]:
    """Return the ways to read a word: as typed, without repeated letters, with figures as letters."""
    plain = _fold(word)
    leet = _fold(word.casefold().strip("!").translate(LEET))
    return {each for typed in (plain, leet) for each in (typed, re.sub(r"(.)\1+", r"\1", typed))}


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LOOKALIKES))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
