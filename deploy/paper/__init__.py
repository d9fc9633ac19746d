"""Agenda and summary as one paper to print and to hand on (PDF)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from bots.wording import wording
from deliberation.language import direction
from deploy.paper.matter import Matter
from deploy.paper.parts import document
from deploy.paper.typesetting import can_typeset, settable, typeset
from workers.public_page.rendering import PAPER
from workers.public_page.typefaces import missing

FONTS = {"zh": "fonts-noto-cjk"}  # Debian's package with the letters of a language
PLAIN = ("language", "region", "side", "name")  # which no page shows

Tell = Callable[[str], None]


def unheard(_line: str) -> None:
    """Tell nobody."""


def paper_of(matter: Matter, tell: Tell) -> dict[str, bytes]:
    """Return the PDF by its name. Where it cannot be made, or not whole, `tell` is told why and what to do."""
    if not matter.agenda and not matter.summary:
        return {}
    say = wording(matter.language)
    if not can_typeset():
        tell(f"{PAPER} is left out: it needs the extra `pdf` (pip install '.[pdf]' in Palabre's folder)")
        return {}
    if missing(say.plain("paper-lost", file="") + say.plain("page-agenda")):
        tell(f"{PAPER} is left out: no font here has the letters; install {FONTS.get(matter.language, 'fonts-noto')}")
        return {}
    data = document(matter, say)
    if lost := sorted(missing("".join(_texts(data)))):
        data["notes"].append(say.plain("paper-lost", file="summary.html"))
        tell(
            f"{PAPER}: no font here has {' '.join(lost[:20])}; […] stands for them (install {FONTS['zh']}, fonts-noto)"
        )
    return {PAPER: typeset("paper.typ", _each(data, partial(settable, around=direction(matter.language))))}


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in some data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | Sequence):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(part)


def _each(value: Any, change: Callable[[str], str]) -> Any:
    """Return data with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {name: part if name in PLAIN else _each(part, change) for name, part in value.items()}
    return [_each(part, change) for part in value] if isinstance(value, Sequence) else value
