"""The picture on a poster that a phone's camera reads: the way to the bot, straight to the theme."""

import segno


def code_of(link: str) -> str:
    """Return a QR code as SVG, sized by the page; a quarter of it may be torn off the wall (level Q)."""
    code = segno.make(link, error="q", micro=False)
    return code.svg_inline(border=2, omitsize=True, svgclass="code", lineclass=None, dark="#000", light="#fff")
