"""The moderator bot's seal: some buttons are under messages of the notifier, and codes are made with the same key."""

import hmac
from base64 import urlsafe_b64encode
from hashlib import sha256

from bots import seal

NEWS = frozenset({"see", "publish", "removal"})  # under messages of the notifier: they carry a secret id instead


class Seal(seal.Seal):
    """Seals, and codes of invitations."""

    def open(self, chat: int, sealed: str) -> str | None:
        """Return the data that was sealed for this chat, None for any other."""
        return sealed if sealed.partition(":")[0] in NEWS else super().open(chat, sealed)

    def code(self, cause: str) -> str:
        """Return a secret that the same cause gives again: a repeated update shows the same invitation."""
        return urlsafe_b64encode(hmac.digest(self._key, f"code/{cause}".encode(), sha256)[:24]).decode()
