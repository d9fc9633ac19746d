"""What the moderator bot is made of: everything it needs from outside, handed in once."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncEngine

from bots.moderator.dialogue import Bucket, Drawer
from bots.moderator.watches import Watches
from events.base import Clock
from events.bus import Bus
from events.kinship import KinOf, alone
from storage.addresses import AddressBook

LANGUAGES = ("fr", "en", "it", "es", "zh", "ar")


@dataclass(frozen=True, slots=True)
class Desk:
    """`language` is spoken to whoever's own is not spoken here; `bring_up_to_date(theme)` has results computed now.

    `bundle(theme)` returns the open data of a theme as a ZIP file.

    `dialogues` is the bucket events.topology.DIALOGUES; without it dialogues end with the process.
    `kin` knows what says the same in other words.
    """

    engine: AsyncEngine
    bus: Bus
    addresses: AddressBook
    clock: Clock
    city: str
    language: str
    timezone: str
    citizen_bot_name: str
    moderator_bot_name: str
    bring_up_to_date: Callable[[str], Awaitable[None]]
    bundle: Callable[[str], Awaitable[bytes]]
    dialogues: Bucket = field(default_factory=Drawer)
    watches: Watches = field(default_factory=Watches)
    city_name: str = ""
    kin: KinOf = alone

    @property
    def place(self) -> str:
        """Return the city's name as people read it."""
        return self.city_name or self.city.replace("-", " ").title()

    def spoken_to(self, code: str | None) -> str:
        """Return the language for a person whose Telegram is set to `code`."""
        short = (code or "").partition("-")[0].lower()
        return next((each for each in (short, self.language) if each in LANGUAGES), LANGUAGES[0])
