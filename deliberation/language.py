"""The six languages: how they are written, and in which of them a text is."""

from dataclasses import dataclass
from functools import cache
from typing import Any

LANGUAGES = ("fr", "en", "it", "es", "zh", "ar")
LATIN = tuple(code for code in LANGUAGES if code not in {"zh", "ar"})
RIGHT_TO_LEFT = frozenset({"ar"})
LOCALES = {"zh": "zh_Hans"}  # of the Unicode consortium, where they are called otherwise
FEWEST_LETTERS = 20  # below it the guess is right seven times in ten only
LEAST_SURE = 0.5
LEAST_SHARE = 0.05  # of all that the languages of the world are likely, for one of ours to be spoken
SURE = 0.8  # below it a guess is no better than what the person last wrote
CHINESE = 3  # Latin letters that say as much as one Chinese character


@dataclass(frozen=True, slots=True)
class Language:
    """A language's code (`other` where none of the six is likely) and how sure that is, 0…1."""

    code: str
    confidence: float


def direction(code: str) -> str:
    """Return how a language is written, as HTML says it."""
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"


def locale(code: str) -> str:
    """Return the name under which the Unicode consortium (CLDR) keeps what is known of a language."""
    return LOCALES.get(code, code)


def detect(text: str) -> Language:
    """Guess the language of a text; a short one is given a low confidence, whatever the guess."""
    letters = [character for character in text if character.isalpha()]
    if not letters:
        return Language("other", 0.0)
    if script := _by_script(letters):
        return script
    likely = dict(_identifier().rank(text))
    share = float(sum(likely[code] for code in LATIN))
    if len(letters) >= FEWEST_LETTERS and share < LEAST_SHARE:
        return Language("other", 1 - share)
    return _of_ours({code: float(likely[code]) / share for code in LATIN} if share else {}, len(letters))


def _of_ours(likely: dict[str, float], letters: int) -> Language:
    """Return the likeliest of our languages; of few letters hardly anything is sure."""
    code = max(likely, key=lambda code: likely[code], default="other")
    confidence = likely.get(code, 0.0)
    if letters < FEWEST_LETTERS:
        return Language(code, min(confidence, 0.7) * letters / FEWEST_LETTERS)
    return Language(code if confidence >= LEAST_SURE else "other", confidence)


def _by_script(letters: list[str]) -> Language | None:
    """Chinese and Arabic are known by their letters; letters of yet another script are of none of the six."""
    chinese = sum("\u4e00" <= letter <= "\u9fff" for letter in letters)
    count = len(letters)
    shares = {
        "zh": CHINESE * chinese / (count + (CHINESE - 1) * chinese),
        "ar": sum("\u0600" <= letter <= "\u06ff" for letter in letters) / count,
    }
    for code, share in shares.items():
        if share > 0.5:  # noqa: PLR2004 - most letters
            return Language(code, 0.5 + share / 2)
    latin = sum(letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" for letter in letters) / count
    return None if latin > 0.5 else Language("other", 1 - latin)  # noqa: PLR2004 - most letters


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - its model is loaded on first use

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
