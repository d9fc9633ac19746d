"""The picture that a chat or a network shows beside a link to a theme (Open Graph)."""

import textwrap
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
PAPER, INK, ACCENT = "#fbf9f5", "#1c2b27", "#17604a"
MARGIN = 90
LINE = 24  # letters
MOST_LINES = 4


def card_of(title: str, city: str) -> bytes:
    """Return a PNG with the theme's title and the city's name."""
    picture = Image.new("RGB", SIZE, PAPER)
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((0, 0, 24, SIZE[1]), fill=ACCENT)
    drawing.text((MARGIN, MARGIN - 20), city, fill=ACCENT, font=ImageFont.load_default(40))
    lines = textwrap.wrap(title, LINE, max_lines=MOST_LINES, placeholder="…")
    drawing.multiline_text((MARGIN, 190), "\n".join(lines), fill=INK, font=ImageFont.load_default(76), spacing=18)
    drawing.text((MARGIN, SIZE[1] - MARGIN - 20), "Palabre", fill=ACCENT, font=ImageFont.load_default(36))
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
