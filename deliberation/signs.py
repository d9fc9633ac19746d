"""Short signs that people read out at a door: letters and digits that nobody takes for one another."""

ALPHABET = "34679ACDEFGHJKMNPQRTVWXY"  # without 0 O, 1 I L, 2 Z, 5 S, 8 B, and U beside V
LENGTH = 6  # 190 million signs
BETWEEN = " -.\u00a0"  # what people put between them


def spelled(digest: bytes) -> str:
    """Return the sign that a digest of eight bytes or more gives."""
    number, signs = int.from_bytes(digest[:8]), ""
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        signs += ALPHABET[place]
    return signs


def read(text: str) -> str | None:
    """Return the sign that somebody wrote, in small letters or with spaces too; None for what is none."""
    signs = "".join(each for each in text.upper() if each not in BETWEEN)
    return signs if len(signs) == LENGTH and set(signs) <= set(ALPHABET) else None
