"""The city whose pages these are, and the addresses of its pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

ENDONYMS = {"fr": "Français", "en": "English", "it": "Italiano", "es": "Español", "zh": "中文", "ar": "العربية"}


class Words(Protocol):
    """Texts of one language by key, without any markup."""

    language: str

    def plain(self, key: str, **params: object) -> str:
        """Return a text with these values in it."""
        ...


Moment = Callable[[datetime, str], str]  # a date and time, a language → as people read it in their city


@dataclass(frozen=True, slots=True)
class City:
    """Whose pages these are; `url` is where they are served (none: addresses stay relative)."""

    name: str
    slug: str
    language: str
    url: str | None
    bot: str | None  # the citizen bot's name at Telegram
    licence: str

    def address(self, path: str) -> str:
        """Return the full address of a page, where one is known."""
        return f"{self.url.rstrip('/')}/{path}" if self.url else path

    def bot_link(self, payload: str) -> str | None:
        return f"https://t.me/{self.bot}?start={payload}" if self.bot else None
