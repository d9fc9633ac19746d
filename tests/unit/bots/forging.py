"""Data of buttons as a forger sends it: somebody else's, an old one, another theme's, bits flipped, cut, noise."""

import random
from collections.abc import Sequence

BYTES = 64


def forgery(chance: random.Random, sealed: Sequence[str], others: Sequence[str]) -> str:
    """Return data that the bot never made for this chat; `sealed` it did, `others` somebody else did elsewhere."""
    real = chance.choice(sealed)
    return {
        "flipped": lambda: flipped(chance, real),
        "cut": lambda: real[: chance.randrange(len(real))],
        "joined": lambda: real[: len(real) // 2] + chance.choice(sealed)[len(real) // 2 :] + "!",
        "without a seal": lambda: real[:-8],
        "longer": lambda: f"{real}:{chance.randrange(10)}"[:BYTES],
        "another's": lambda: chance.choice(others),
        "noise": lambda: "".join(chr(chance.randrange(1, 127)) for _ in range(BYTES)),
        "signs": lambda: "".join(chr(chance.randrange(0x4E00, 0x9FFF)) for _ in range(BYTES // 3)),
    }[chance.choice(KINDS)]()


KINDS = ("flipped", "cut", "joined", "without a seal", "longer", "another's", "noise", "signs")


def flipped(chance: random.Random, data: str) -> str:
    """Return data of which one bit is another; what is no text is read as a client would send it."""
    raw = bytearray(data.encode())
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(7)
    return raw.decode(errors="replace")
