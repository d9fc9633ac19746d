"""The port through which words reach a person, and what may go wrong on the way."""

from collections.abc import Sequence
from typing import Protocol


class TelegramAwayError(ConnectionError):
    """A bot's handler could not answer, because Telegram cannot be reached or does not take anything."""


class SendingError(Exception):
    """The message did not (surely) arrive."""


class BlockedError(SendingError):
    """The person does not want to hear from the bot: never again, until they write."""


class SlowDownError(SendingError):
    """Telegram wants a pause of `seconds`; nothing was sent."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"pause for {seconds} s")
        self.seconds = seconds


class AmbiguousError(SendingError):
    """Nobody knows whether it arrived."""


class AwayError(SendingError):
    """Telegram could not take it; nothing was sent, and later it may be."""


class MalformedError(SendingError):
    """Telegram will never take this message."""


class Messenger(Protocol):
    """Whoever can bring a text to an account."""

    async def send(self, account: int, html: str, buttons: Sequence[tuple[str, str]]) -> None:
        """Bring `html` to `account`, with buttons (label, data) below; return once it was accepted.

        Raises one of the errors above.
        """
        ...
