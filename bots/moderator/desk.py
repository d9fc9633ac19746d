"""What the moderator bot is made of: everything it needs from outside, handed in once."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncEngine

from bots.moderator.dialogue import Bucket, Drawer
from bots.moderator.watches import Watches
from events.base import Clock
from events.bus import Bus
from events.kinship import KinOf, alone
from events.naming import NameOf
from storage.addresses import AddressBook

LANGUAGES = ("fr", "en", "it", "es", "zh", "ar")
NO_BOT = "none"  # no name that a bot can have: those end with "bot"


@dataclass(frozen=True, slots=True)
class Desk:
    """`language` is spoken to whoever's own is not spoken here; `bring_up_to_date(theme)` has results computed now.

    `citizen_bot_name()` is empty as long as that bot does not say what it is called.

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
    citizen_bot_name: NameOf
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

    async def bot_for_citizens(self) -> str:
        """Return the citizens' bot's name as texts take it, who say something else where nobody says it now."""
        return await self.citizen_bot_name() or NO_BOT

    def spoken_to(self, code: str | None) -> str:
        """Return the language for a person whose Telegram is set to `code`."""
        short = (code or "").partition("-")[0].lower()
        return next((each for each in (short, self.language) if each in LANGUAGES), LANGUAGES[0])
