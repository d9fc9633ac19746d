"""How a part shows an outside bus who it is: a `.creds` file with a token and a key, a `.nkey` file with a key, a seed.

nats-py reads such files only with the package nkeys, and never ends on a `.creds` file of another kind.
"""

import base64
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from deploy.bus.nkeys import SEED_FORM, key_of, public_of
from deploy.settings import SettingsError
from events.permissions import inbox

TOKEN = re.compile(r"-----BEGIN NATS USER JWT-----\s+(\S+)")
NAME = re.compile(r"-----BEGIN NATS USER-----\s+([a-z-]+)\s")
SEED = re.compile(rf"-----BEGIN USER NKEY SEED-----\s+({SEED_FORM})\s")
BARE = re.compile(rf"^\s*({SEED_FORM})\s*$", re.MULTILINE)  # as the tool nk writes it; comments may stand around it
BEGINNING = "-----BEGIN"
CONTENT = re.compile(rf"[\n\0]|{BEGINNING}|[A-Z0-9]{{24}}")  # no path: a seed, mistyped perhaps, which nobody is shown
FORM = """-----BEGIN NATS USER-----
{name}
------END NATS USER------

-----BEGIN USER NKEY SEED-----
{seed}
------END USER NKEY SEED------
"""
NONE = (
    "PALABRE_NATS_CREDS: this is no .creds and no .nkey file: "
    "it must hold a user's seed, alone, or with their JWT, or with their name as `palabre server-config` writes it"
)


@dataclass(frozen=True, slots=True)
class Credentials:
    """The key that signs what the server makes up, and who it belongs to: a token that says so, or a user's name.

    With neither the server knows the key, and nothing is said of a name.
    """

    key: Ed25519PrivateKey
    token: str | None
    name: str | None

    def sign(self, nonce: str) -> bytes:
        return base64.b64encode(self.key.sign(nonce.encode()))

    @property
    def shown(self) -> dict[str, Any]:
        """Return what a Line is made with."""
        if self.token is not None:
            token = self.token.encode()
            return {"signature_cb": self.sign, "user_jwt_cb": lambda: bytearray(token)}
        whose = {"user": self.name, "name": self.name, "inbox_prefix": inbox(self.name)} if self.name else {}
        return {"signature_cb": self.sign, "nkey": public_of(self.key), **whose}


def shown(given: str | None) -> dict[str, Any]:
    """Return how to connect with PALABRE_NATS_CREDS: a file's path, or its content where `…_FILE` was read.

    Nothing where the bus asks for nothing. Raises SettingsError.
    """
    if given is None:
        return {}
    return credentials(given if CONTENT.search(given) else _content(Path(given))).shown


def credentials(content: str) -> Credentials:
    """Read the content of a `.creds` or a `.nkey` file, or a seed alone. Raises SettingsError."""
    if BEGINNING not in content and (bare := BARE.search(content)):
        return _signed_by(bare[1])
    token, name, seed = TOKEN.search(content), NAME.search(content), SEED.search(f"{content}\n")
    if seed is None or not (token or name):
        raise SettingsError(NONE)
    return _signed_by(seed[1], token[1] if token else None, name[1] if name else None)


def _signed_by(seed: str, token: str | None = None, name: str | None = None) -> Credentials:
    try:
        return Credentials(key_of(seed), token, name)
    except ValueError:
        raise SettingsError(NONE) from None


def _content(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no text"
        raise SettingsError(f"PALABRE_NATS_CREDS: {file} cannot be read ({why}): name a .creds or .nkey file") from None
