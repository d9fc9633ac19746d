"""Typesetting by typst, the extra `pdf`: what people wrote comes in as data, and is never read as markup."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from unicodedata import bidirectional

from workers.public_page.typefaces import UNSEEN, missing, typefaces

LETTERS = "Libertinus Serif"  # comes with typst
GONE = "[…]"
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # what turns the direction of writing
ISOLATED = "\u2068{}\u2069"  # turns no other text than its own


def can_typeset() -> bool:
    """Say whether the extra is installed."""
    try:
        import typst  # noqa: F401, PLC0415 - an extra
    except ModuleNotFoundError:
        return False
    return True


def side_of(text: str) -> str | None:
    """Return how a text is written, as its first letter is (UAX 9, rules P2 and P3); None where it has no letter."""
    strong = (kind for each in text if (kind := bidirectional(each)) in {"L", "R", "AL"})
    return {"L": "ltr", "R": "rtl", "AL": "rtl", None: None}[next(strong, None)]


def settable(text: str, around: str) -> str:
    """Return a text with GONE for each run of characters that nothing here can show.

    One that is written another way than the paper `around` it, or turns the direction of writing, is set apart.
    """
    if lost := missing(text):
        gone, unseen = ("".join(re.escape(each) for each in sorted(some)) for some in (lost, map(chr, UNSEEN)))
        text = re.sub(f"[{gone}][{gone}{unseen}]*", GONE, text)
    apart = TURNING.search(text) or side_of(text) not in {None, around}
    return ISOLATED.format(text) if apart else text


def typeset(template: str, data: Mapping[str, Any]) -> bytes:
    """Return a PDF, equal bytes for equal data and typefaces."""
    import typst  # noqa: PLC0415 - an extra

    page = files("deploy.paper").joinpath(template).read_bytes()
    families = [LETTERS, *(face.family for face in typefaces())]
    return bytes(
        typst.compile(page, font_paths=_fonts(), sys_inputs={"paper": json.dumps({**data, "typefaces": families})})
    )


@cache
def _fonts() -> Any:
    import typst  # noqa: PLC0415 - as above

    folders = sorted({face.file.parent for face in typefaces()})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)
