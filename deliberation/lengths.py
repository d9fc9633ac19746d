"""What counts as a contribution: its length, and that it says something at all; and how a long one is cut short."""

from deliberation.legible import legible

# In code points, as it may be shown.
LENGTHS = {"question": (15, 500), "opinion": (15, 280), "testimony": (15, 2000), "live": (15, 280)}
LONGEST = 2000  # code points as it was written, which the record keeps
FEWEST_LETTERS = 4
TITLE = 120  # characters


def says_something(text: str) -> bool:
    """Tell words from invisible characters, dots or emoji: a text needs a few letters of any script."""
    return sum(map(str.isalpha, legible(text))) >= FEWEST_LETTERS


def shortened(text: str, most: int = TITLE) -> str:
    """Return a text in at most `most` characters, cut at a word's end."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    cut = plain[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:") + "…"
