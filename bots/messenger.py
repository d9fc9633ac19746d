"""The port through which words reach a person, and what may go wrong on the way."""

from collections.abc import Sequence
from typing import Literal, Protocol

Buttons = Sequence[tuple[str, str]]
Whose = Literal["bot", "person"]


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
    """Whoever can bring a text to an account, in its chat with a bot; each call may raise one of the errors above."""

    async def send(self, account: int, html: str, buttons: Buttons) -> int:
        """Bring `html` with buttons (label, data) below; return the number of its message once it was accepted."""
        ...

    async def edit(self, account: int, message: int, html: str, buttons: Buttons) -> bool:
        """Have a message say this, without a sound; doing so twice is doing it once. False: it cannot be changed."""
        ...

    async def whose(self, account: int, message: int) -> Whose | None:
        """Return who wrote a message, None if there is none with this number in the chat; nothing is to be seen."""
        ...
