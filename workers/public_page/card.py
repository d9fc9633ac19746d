"""The picture that a chat or a network shows beside a link to a theme (Open Graph)."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont, features

from workers.public_page.typefaces import Typeface, typefaces

SIZE = (1200, 630)
PAPER, INK, ACCENT = "#fbf9f5", "#1c2b27", "#17604a"
MARGIN, EDGE = 90, 24
LARGE, SMALL = 72, 38
MOST_LINES = 4
ARABIC = ("\u0590", "\u08ff")  # and Hebrew: written from the right


def card_of(title: str, city: str) -> bytes:
    """Return a PNG with the theme's title and the city's name; words that no typeface here has are left out."""
    picture = Image.new("RGB", SIZE, PAPER)
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((0, 0, EDGE, SIZE[1]), fill=ACCENT)
    _write(drawing, city, MARGIN - 20, SMALL, ACCENT)
    _write(drawing, title, 180, LARGE, INK)
    _write(drawing, "Palabre", SIZE[1] - MARGIN - 20, SMALL, ACCENT)
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _write(drawing: ImageDraw.ImageDraw, text: str, top: int, size: int, colour: str) -> None:
    """Write some lines, from the side from which the text is read."""
    face = _face(text)
    if face is None:
        return
    font = ImageFont.truetype(face.file, size, index=face.place)
    right = any(ARABIC[0] <= each <= ARABIC[1] for each in text)
    x, anchor = (SIZE[0] - MARGIN, "ra") if right else (MARGIN, "la")
    for number, line in enumerate(_lines(text, font, SIZE[0] - 2 * MARGIN)):
        drawing.text((x, top + number * round(1.3 * size)), line, fill=colour, font=font, anchor=anchor)


def _face(text: str) -> Typeface | None:
    """Return a typeface that has all of a text; letters that join need a library that joins them."""
    shaped = features.check("raqm") or not any(ARABIC[0] <= each <= ARABIC[1] for each in text)
    letters = "".join(text.split())
    return next((face for face in reversed(typefaces()) if shaped and face.has(letters)), None)


def _lines(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Break a text into lines of this width in pixels, between words, or anywhere in a word that is too long."""
    lines = [""]
    for word in _words(text, font, width):
        joined = f"{lines[-1]} {word}".strip()
        if font.getlength(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1].rstrip()} …"]


def _words(text: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    for word in text.split():
        part = ""
        for each in word:
            if part and font.getlength(part + each) > width:
                yield part
                part = ""
            part += each
        yield part
