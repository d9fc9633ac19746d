"""What the citizen bot is made of: everything it needs from outside, handed in once."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine

from bots.citizen.dialogue import Bucket
from events.base import Clock
from events.bus import Bus
from events.citizens import Language
from events.kinship import KinOf, alone
from storage.addresses import AddressBook


@dataclass(frozen=True, slots=True)
class Face:
    """`language` is spoken to whoever's own is unknown; `dialogues` is the bucket events.topology.DIALOGUES.

    `contact` answers questions about personal data; `model` may reword summaries.
    `kin` knows what says the same in other words.
    `bot_name` tells this bot's updates from another's in the ids of facts. `moderator_bot_name`: whom the picture of a
    sign leads to; without it people show their sign in letters.
    """

    engine: AsyncEngine
    bus: Bus
    addresses: AddressBook
    clock: Clock
    city: str
    language: Language
    timezone: str
    dialogues: Bucket
    city_name: str = ""
    contact: str | None = None
    model: str | None = None
    web_url: str | None = None
    bot_name: str = "citizen"
    kin: KinOf = alone
    moderator_bot_name: str = ""

    @property
    def place(self) -> str:
        """Return the city's name as people read it."""
        return self.city_name or self.city.replace("-", " ").title()
