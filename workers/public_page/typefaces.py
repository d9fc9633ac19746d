"""Which typefaces this machine has for our six languages, and which characters none of them can show.

DejaVu Sans comes with matplotlib and is always there: it has Latin, Greek, Cyrillic and Arabic letters and many signs,
but no Chinese. What the machine has besides is looked for by the names of files, where systems keep them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "/Library/Fonts")
# By preference; of a collection (.ttc) the place of the one for simplified Chinese.
KNOWN = (
    ("Noto Naskh Arabic", "NotoNaskhArabic-Regular.ttf", 0),
    ("Amiri", "Amiri-Regular.ttf", 0),
    ("Noto Serif CJK SC", "NotoSerifCJK-Regular.ttc", 2),
    ("Noto Sans CJK SC", "NotoSansCJK-Regular.ttc", 2),
    ("Source Han Serif SC", "SourceHanSerifSC-Regular.otf", 0),
    ("WenQuanYi Micro Hei", "wqy-microhei.ttc", 0),
    ("WenQuanYi Zen Hei", "wqy-zenhei.ttc", 0),
    ("Droid Sans Fallback", "DroidSansFallbackFull.ttf", 0),
)
UNSEEN = {*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFE0E, 0xFE0F}  # direct, join, vary


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of letters, and the file of its regular ones."""

    family: str
    file: Path
    place: int

    def has(self, characters: Iterable[str]) -> bool:
        return {ord(each) for each in characters} <= _letters(self) | UNSEEN


@cache
def typefaces() -> tuple[Typeface, ...]:
    """Return those that are here, the ones to be preferred first."""
    found = {file.name: file for folder in FOLDERS for file in _files(Path(folder).expanduser())}
    ours = [Typeface(family, found[name], place) for family, name, place in KNOWN if name in found]
    return (*ours, Typeface("DejaVu Sans", _bundled(), 0))


def missing(text: str) -> frozenset[str]:
    """Return the characters of a text that no typeface here has."""
    left = {each for each in text if not each.isspace() and ord(each) not in UNSEEN}
    for face in sorted(typefaces(), key=lambda face: face.family != "DejaVu Sans"):  # its table is small
        if not left:
            break
        left = {each for each in left if ord(each) not in _letters(face)}
    return frozenset(left)


def _bundled() -> Path:
    spec = find_spec("matplotlib")  # not imported: it takes a second
    assert spec is not None  # noqa: S101 - it is one of our dependencies
    assert spec.origin is not None  # noqa: S101 - as above
    return Path(spec.origin).parent / "mpl-data/fonts/ttf/DejaVuSans.ttf"


def _files(folder: Path) -> Iterator[Path]:
    names = {name for _, name, _ in KNOWN}
    return (file for file in sorted(folder.rglob("*.[to]t[cf]")) if file.name in names)


@cache
def _letters(face: Typeface) -> frozenset[int]:
    with TTFont(face.file, fontNumber=face.place, lazy=True) as font:
        return frozenset(font.getBestCmap())
