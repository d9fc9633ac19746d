"""How a part shows an outside bus who it is: the token and the key of a `.creds` file.

nats-py reads such a file only with the package nkeys, and never ends on a file of another kind.
"""

import base64
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from nats.aio.client import JWTCallback, SignatureCallback

from deploy.settings import SettingsError

TOKEN = re.compile(r"-----BEGIN NATS USER JWT-----\s+(\S+)")
SEED = re.compile(r"-----BEGIN USER NKEY SEED-----\s+(SU[A-Z2-7]{56})\s")
BEGINNING = "-----BEGIN"
KEY = slice(2, 34)  # bytes of a seed; before it stands what it is for, behind it a checksum


class Shown(TypedDict, total=False):
    """What is handed to a connection: both, or nothing where the bus asks for nothing."""

    user_jwt_cb: JWTCallback
    signature_cb: SignatureCallback


@dataclass(frozen=True, slots=True)
class Credentials:
    """The token that says who we are, and the key that signs what the server makes up."""

    token: str
    key: Ed25519PrivateKey

    def sign(self, nonce: str) -> bytes:
        return base64.b64encode(self.key.sign(nonce.encode()))

    @property
    def shown(self) -> Shown:
        return {"user_jwt_cb": lambda: bytearray(self.token.encode()), "signature_cb": self.sign}


def shown(given: str | None) -> Shown:
    """Return how to connect with PALABRE_NATS_CREDS: a file's path, or its content where `…_FILE` was read.

    Raises SettingsError.
    """
    if given is None:
        return {}
    return credentials(given if given.lstrip().startswith(BEGINNING) else _content(Path(given))).shown


def credentials(content: str) -> Credentials:
    """Read the content of a `.creds` file. Raises SettingsError."""
    token, seed = TOKEN.search(content), SEED.search(f"{content}\n")
    if token is None or seed is None:
        raise SettingsError("PALABRE_NATS_CREDS: this is no .creds file: it must hold a user's JWT and seed")
    raw = base64.b32decode(seed[1] + "=" * 6)
    return Credentials(token[1], Ed25519PrivateKey.from_private_bytes(raw[KEY]))


def _content(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no text"
        raise SettingsError(f"PALABRE_NATS_CREDS: {file} cannot be read ({why}): name a .creds file") from None
