"""How near two texts are by their letters: copies, however they are spelled, and what makes two statements of them."""

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

COPY = 88.0  # of 100; measured on paraphrases and copies in six languages
SAME_SIZE = 0.6  # a text less than six tenths as long as another is no copy of it
SPELLED = {
    "ds": "dans", "ns": "nous", "vs": "vous", "pr": "pour", "ac": "avec", "avc": "avec", "tt": "tout", "tts": "tous",
    "bcp": "beaucoup", "qd": "quand", "pq": "pourquoi", "pcq": "parce que", "cmt": "comment", "jms": "jamais",
    "tjs": "toujours", "km": "kilometres", "labo": "laboratoire", "resto": "restaurant", "stp": "s il te plait",
    "svp": "s il vous plait",
}  # fmt: skip
ALIKE = {"ى": "ي", "ة": "ه", "ـ": "", "œ": "oe", "æ": "ae"}
# A number, a “not” or a side that only one of two texts has makes another statement of it.
FACTS = re.compile(
    r"\d+|\b(?:pas|non|sans|jamais|aucune?|contre|plus|moins|not|no|without|never|against|more|less|fewer"
    r"|senza|mai|contro|piu|meno|sin|nunca|contra|mas|menos|\w+n t|لا|لن|لم|ليس|بدون|ضد)\b|[不没無无別别反]"
)
SAME_WORD = 70.0  # of 100: a word with a slip in it, or with another ending
LIGHT = frozenset(  # politeness, and words that may change and leave a sentence what it is
    (
        "bonjour bonsoir salut merci svp s il te vous plait hello hi thanks thank you please ciao salve grazie per "
        "favore hola gracias por 你好 您好 谢谢 请问 مرحبا السلام عليكم شكرا من فضلكم فضلك "
        "le la les l un une des du de d "
        "au aux en et ou que qu quand qui on ce c est elle elles ils nos notre vont va chez pour dans par lieu "
        "plutot rapport compare the a an of to in at by our is are it that when instead lo gli i di da del della "
        "nel nella al alla che quando nostri invece el los las y nuestros cuando con su se lugar "
    ).split()
)


class _Folding(dict[int, str]):
    """What each character becomes when a text is folded, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKD", chr(code)).casefold()  # a letter of another alphabet's shape is one too
        self[code] = folded = "".join(map(_plain, unicodedata.normalize("NFKD", letters)))
        return folded


def _plain(character: str) -> str:
    if unicodedata.combining(character):
        return ""
    return " " if unicodedata.category(character)[0] in "PSZC" else ALIKE.get(character, character)


FOLDING = _Folding()


def fold(text: str) -> str:
    """Return a text without case, accents, punctuation and surplus white space: what makes two texts the same."""
    return " ".join(text.translate(FOLDING).split())


def spelled_out(text: str) -> str:
    """Return the folded text with the short forms of French messages written out."""
    return " ".join([SPELLED.get(word, word) for word in text.translate(FOLDING).split()])


def near_duplicates(text: str, others: Sequence[str]) -> list[tuple[int, float]]:
    """Return the others that say the same in (nearly) the same words: (index, score 0…1), best first.

    Words are compared in any order; a short text inside a long one is no copy of it.
    """
    return nearest(spelled_out(text), [spelled_out(other) for other in others])


def nearest(mine: str, others: Sequence[str]) -> list[tuple[int, float]]:
    """Return the same for texts that have been spelled out before, once for many comparisons."""
    if not mine:
        return []
    as_long = {index: other for index, other in enumerate(others) if _as_long(mine, other)}
    found = process.extract(mine, as_long, scorer=fuzz.token_set_ratio, score_cutoff=COPY, limit=None)
    facts = set(FACTS.findall(mine))
    copies = [
        (index, score / 100)
        for other, score, index in found
        if set(FACTS.findall(other)) == facts and not _differs(mine, other)
    ]
    return sorted(copies, key=lambda hit: (-hit[1], hit[0]))


def may_agree(text: str, other: str, *, one_language: bool) -> bool:
    """Say whether two texts can say the same: the same figures, and in one language the same “not” and the same side.

    Vectors tell what texts are about, hardly what they say of it: “more meat” stands beside “less meat”.
    """
    mine, theirs = (set(FACTS.findall(spelled_out(each))) for each in (text, other))
    figures = {fact for fact in mine ^ theirs if fact.isdecimal()}
    return not figures and (mine == theirs or not one_language)


def _as_long(left: str, right: str) -> bool:
    return SAME_SIZE * len(left) <= len(right) and SAME_SIZE * len(right) <= len(left)


def _differs(left: str, right: str) -> bool:
    """Say whether a word of one text stands where the other has quite another: chicken for beef, allow for ban."""
    if any(step.tag == "replace" and right[step.dest_start] >= "\u4e00" for step in Levenshtein.opcodes(left, right)):
        return True  # a Chinese character is a word
    mine, theirs = left.split(), right.split()
    only_mine, only_theirs = _left_over(mine, theirs), _left_over(theirs, mine)
    if fuzz.ratio("".join(only_mine), "".join(only_theirs)) >= SAME_WORD:  # written apart, say
        return False
    longest = max((len(word) + (not word.isascii()) for word in only_mine + only_theirs), default=0)
    return bool(only_mine and only_theirs) and longest > 3  # noqa: PLR2004 - articles and the like may change


def _left_over(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return the words that weigh something and that the others have in no spelling."""
    new = [word for word in words if word not in others and word not in LIGHT]
    return [word for word in new if not process.extractOne(word, others, scorer=fuzz.ratio, score_cutoff=SAME_WORD)]
