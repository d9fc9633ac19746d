"""What can be seen of a model's sentence without knowing what it says: size, signs, language, orders to a machine."""

import re
import unicodedata
from collections.abc import Iterator

from deliberation.language import FEWEST_LETTERS, detect
from deliberation.personal_data import MASK, mask

SHORTEST, LONGEST = 8, 400  # characters of a rewording
SHORTEST_CHINESE = 4
ROOM = 1.5  # times as long as what it rewords, at most, in one language
ROOM_ACROSS = 2.0
ROOM_FROM_CHINESE = 7.0  # which says in a few characters what takes a line in French

LINK = re.compile(r"https?:|www\.|\w@\w|(?<!\w)@\w|\b[\w-]{2,}\.(?:[a-z]{2,10})\b(?:/|\b)", re.IGNORECASE)
REFERENCE = re.compile(r"\b[A-Z]{1,2}-\d+\b")
MARKUP = re.compile(r"[<>{}\[\]|`*_#~\\^=]|&\w+;")
ORDERS = (
    "ignor|disregard|forget|overrid|oubli|dimentic|olvid|omit|pretend|faites? comme|fais comme|act as|you are now|tu es"
)
OBJECTS = (
    "instruct|prompt|consigne|règle|regle|rule|istruzion|regol|instrucci|regla|system|guideline|assistant|modèle|model"
)
INSTRUCTION = re.compile(
    rf"(?:{ORDERS})\w*\W+(?:\w+\W+){{0,6}}(?:{OBJECTS})"
    r"|(?:忽略|无视|忘记|不要遵守|你现在是).{0,12}(?:指令|指示|说明|规则|提示|要求|助手|模型)|系统(?:提示|消息)"
    r"|(?:تجاهل|انس|اهمل|أهمل|تجاهلوا)\S*\s+(?:\S+\s+){0,4}\S*(?:تعليمات|أوامر|اوامر|قواعد|القواعد)"
    r"|\b(?:system|assistant|user|developer)\s*(?:prompt|message|[:>\]])|\bas an ai\b|language model|modèle de langue"
    r"|modelo de lenguaje|modello linguistico|语言模型|نموذج لغوي|chatgpt|\bprompt\b|\bjson\b|\[/?inst|<\||```|#{2,}"
    r"|\b(?:écri|ecri|répond|repond|write|answer|reply|respond|scriv|rispond|escrib)\w*\W+(?:\w+\W+){0,4}"
    r"(?:summary|synthèse|synthese|sintesi|resumen|résumé|sentence|phrase|frase|que|that|che|with|by|par)\b",
    re.IGNORECASE,
)


def is_instruction(text: str) -> bool:
    """Say whether a citizen's words could be meant for a machine: they are shown as they stand, and sent to none."""
    return bool(INSTRUCTION.search(text) or MARKUP.search(text))


def form_faults(text: str, source: str, language: str, *, across: bool) -> Iterator[str]:
    """Yield what can be seen without knowing what is said."""
    chinese = language == "zh"
    room = len(source) * _room(source, across=across) + (4 * SHORTEST if across else 0)
    if not (SHORTEST_CHINESE if chinese else SHORTEST) <= len(text) <= min(LONGEST, max(room, SHORTEST)):
        yield "length"
    if MARKUP.search(text) or any(_is_strange(character) for character in text):
        yield "markup"
    if LINK.search(text):
        yield "link"
    if REFERENCE.search(text):
        yield "reference"
    if mask(text).found or (MASK in text and MASK not in source):
        yield "personal_data"
    if is_instruction(text):
        yield "instruction"
    if not _is_in(text, language):
        yield "language"


def _room(source: str, *, across: bool) -> float:
    """Return how many times as long as its source a sentence may be."""
    return (ROOM_FROM_CHINESE if re.search(r"[\u4e00-\u9fff]", source) else ROOM_ACROSS) if across else ROOM


def _is_strange(character: str) -> bool:
    """Say whether a character is no letter, figure, stop or space: an emoji, a line break, one that nobody sees."""
    category = unicodedata.category(character)
    return category[0] == "C" or category in {"Zl", "Zp", "Sk"} or (category == "So" and character not in "▒°")


def _is_in(text: str, language: str) -> bool:
    """Say whether every part of a text that is long enough to tell is in a language, and the whole in its letters."""
    whole = detect(text)
    parts = [part for part in re.split(r"[.!?…;:。！？؟，,،]", text) if _letters(part) >= FEWEST_LETTERS]
    if _letters(text) < FEWEST_LETTERS:
        scripts = {"zh", "ar"}
        return whole.code == language or not scripts & {whole.code, language}
    return whole.code == language and all(
        detect(part).code == language for part in parts if _letters(part) >= 2 * FEWEST_LETTERS
    )


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)
