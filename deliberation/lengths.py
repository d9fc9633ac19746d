"""What counts as a contribution: its length, and that it says something at all."""

LENGTHS = {"question": (15, 500), "opinion": (15, 280), "testimony": (15, 2000)}  # code points, trimmed
FEWEST_LETTERS = 4
BLANK = frozenset("\u115f\u1160\u3164\uffa0")  # Hangul fillers: letters by their category, and nothing to see


def says_something(text: str) -> bool:
    """Tell words from invisible characters, dots or emoji: a text needs a few letters of any script."""
    return sum(character.isalpha() and character not in BLANK for character in text) >= FEWEST_LETTERS
