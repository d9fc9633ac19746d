"""What people write as it may be shown: composed, in order, with nothing hidden in it.

What they wrote stays in the record as it was. Shown is the normal form C of Unicode, without characters that are
invisible, that turn the direction of what follows, or that pile up until they cover the lines above. Joiners stay
where a script or an emoji needs them, and so do the narrow spaces of French.
"""

import re
import unicodedata

JOINERS = "\u200c\u200d"
# Written with joiners: Arabic and its sisters, the scripts of India and of its neighbours, Mongolian.
JOINED = re.compile(r"[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdcf\ufdf0-\ufefc]")
PICTURED = re.compile(r"[\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff]")
BREAKS = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
SPACES = re.compile(
    r"[\t\x1f\u1680\u2000-\u2008\u200a\u205f\u2800\u3000]"
)  # those of French stay: \u00a0 \u2009 \u202f
# Controls, lone halves of a character, private use, what is no character, and all that is there and not seen.
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
LATIN_MARKS = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{2})"
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
MOST_MARKS = 4  # on one letter, in any script: Arabic and Hebrew need three
BLANK_LINES = re.compile(r"\n[^\S\n]*\n(?:[^\S\n]*\n)+")


def legible(text: str) -> str:
    """Return a text as it may be shown; what is legible already is left as it is, and nothing may be left."""
    composed = unicodedata.normalize("NFC", SPACES.sub(" ", BREAKS.sub("\n", UNSEEN.sub("", text))))
    calm = _joined_where_needed(_few_marks(composed))
    return unicodedata.normalize("NFC", BLANK_LINES.sub("\n\n", calm)).strip()


def _few_marks(text: str) -> str:
    """Leave two marks on a Latin letter and four on any other; a mark that stands on nothing goes."""
    if text.isascii():
        return text
    kept, marks = [], MOST_MARKS
    for character in LATIN_MARKS.sub(r"\1", text):
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _joined_where_needed(text: str) -> str:
    """Take out joiners that join nothing: they tell two texts apart that look the same."""
    if not any(joiner in text for joiner in JOINERS):
        return text
    kept: list[str] = []
    for place, character in enumerate(text):
        before, after = "".join(kept[-1:]), text[place + 1 : place + 2]
        if character not in JOINERS or _joins(character, before, after):
            kept.append(character)
    return "".join(kept)


def _joins(joiner: str, before: str, after: str) -> bool:
    if JOINED.match(before) and JOINED.match(after):
        return True
    return joiner == JOINERS[1] and bool(PICTURED.match(before) and PICTURED.match(after))
