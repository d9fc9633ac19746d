"""A link as a picture that a phone's camera reads."""

from io import BytesIO

import segno

SCALE = 8  # points a module
BORDER = 4  # modules: what the standard asks for


def picture(link: str) -> bytes:
    """Return a PNG; a fifth of it may be dirty or folded."""
    file = BytesIO()
    segno.make(link, error="q", micro=False).save(file, kind="png", scale=SCALE, border=BORDER)
    return file.getvalue()
