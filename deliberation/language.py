"""In which of the six languages a text is."""

from dataclasses import dataclass
from functools import cache
from typing import Any

LANGUAGES = ("fr", "en", "it", "es", "zh", "ar")
FEWEST_LETTERS = 20  # below it the guess is right seven times in ten only
LEAST_SURE = 0.5
SURE = 0.8  # below it a guess is no better than what the person last wrote
CHINESE = 3  # Latin letters that say as much as one Chinese character


@dataclass(frozen=True, slots=True)
class Language:
    """A language's code (`other` where none of the six is likely) and how sure that is, 0…1."""

    code: str
    confidence: float


def detect(text: str) -> Language:
    """Guess the language of a text; a short one is given a low confidence, whatever the guess."""
    letters = [character for character in text if character.isalpha()]
    if not letters:
        return Language("other", 0.0)
    if script := _by_script(letters):
        return script
    code, confidence = _identifier().classify(text)
    if len(letters) < FEWEST_LETTERS:
        confidence = min(confidence, 0.7) * len(letters) / FEWEST_LETTERS
    return Language(
        str(code) if confidence >= LEAST_SURE or len(letters) < FEWEST_LETTERS else "other", float(confidence)
    )


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

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in LANGUAGES if code not in {"zh", "ar"}])
    return identifier
