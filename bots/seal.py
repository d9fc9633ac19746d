"""Buttons that a bot made for a chat, told apart from data that a client made up.

Telegram passes on whatever a client sends as a button's data. The seal binds data to the chat it was shown in.
"""

import hmac
from base64 import urlsafe_b64encode
from hashlib import sha256

BYTES = 64  # Telegram's limit for a button's data
TAG = 6  # characters of the seal: 36 bits, and each guess is a message to Telegram
MOST = BYTES - TAG  # of data


class Seal:
    """Seals derive from the bot's token: a new token makes old buttons stale."""

    def __init__(self, token: str) -> None:
        self._key = hmac.digest(token.encode(), b"buttons", sha256)

    def close(self, chat: int, data: str) -> str:
        """Return data with its seal. Raises ValueError when Telegram would refuse it as too long."""
        if len(data.encode()) > MOST:
            raise ValueError(f"{data!r} does not fit a button")
        return data + self._tag(chat, data)

    def open(self, chat: int, sealed: str) -> str | None:
        """Return the data that was sealed for this chat, None for any other."""
        data, tag = sealed[:-TAG], sealed[-TAG:]
        return data if hmac.compare_digest(tag.encode(errors="replace"), self._tag(chat, data).encode()) else None

    def _tag(self, chat: int, data: str) -> str:
        sealed = hmac.digest(self._key, f"{chat}/{data}".encode(errors="replace"), sha256)
        return urlsafe_b64encode(sealed).decode()[:TAG]
