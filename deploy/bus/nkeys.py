"""Keys as NATS writes them: what a key is for, 32 bytes of Ed25519, a checksum, in base 32."""

import base64
import re
from binascii import crc_hqx

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

USER, SEED = 20 << 3, 18 << 3  # the first five bits: the letters U and S
SEED_FORM = "SU[A-Z2-7]{56}"
KEY = slice(2, 34)  # bytes of a seed


def generated() -> str:
    """Return the seed of a new user."""
    return seed_of(Ed25519PrivateKey.generate())


def seed_of(key: Ed25519PrivateKey) -> str:
    return _written(bytes([SEED | USER >> 5, (USER & 31) << 3]) + key.private_bytes_raw())


def key_of(seed: str) -> Ed25519PrivateKey:
    """Return the key in a seed. Raises ValueError for what is none, or was mistyped."""
    if not re.fullmatch(SEED_FORM, seed):
        raise ValueError("no seed of a user")
    key = Ed25519PrivateKey.from_private_bytes(base64.b32decode(seed + "=" * 6)[KEY])
    if seed_of(key) != seed:
        raise ValueError("no seed: its checksum differs")
    return key


def public_of(key: Ed25519PrivateKey) -> str:
    """Return the name under which a server knows a user's key."""
    return _written(bytes([USER]) + key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))


def _written(raw: bytes) -> str:
    return base64.b32encode(raw + crc_hqx(raw, 0).to_bytes(2, "little")).decode().rstrip("=")
