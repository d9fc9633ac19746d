"""What can be asked of a language model, and how it fails."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

Message = Mapping[str, str]


class NoAnswerError(RuntimeError):
    """A model gave nothing that could be read; the message says why, in words of ours alone."""


class BusyError(NoAnswerError):
    """The same may be asked again, after `after` seconds."""

    def __init__(self, why: str, after: float = 0.0) -> None:
        super().__init__(why)
        self.after = after


class Asks(Protocol):
    """A model by its name."""

    @property
    def name(self) -> str: ...

    async def ask(self, messages: Sequence[Message], /) -> Any:
        """Return JSON. Raises NoAnswerError."""
        ...
