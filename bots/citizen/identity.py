"""Who writes: a Telegram account becomes a citizen's id here, and goes no further."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import get_args
from uuid import UUID

from bots.citizen.face import Face
from events.citizens import Language
from storage.read_models.people import language_of

REMEMBERED = 20_000  # people; about 5 MB
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote: a citizen's id, or None for a stranger, of whom nothing is stored."""

    id: UUID | None
    language: str


class Identities:
    """Which citizen an account is: looked up once, then known by heart. Strangers are looked up each time."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._known: OrderedDict[int, Person] = OrderedDict()

    async def person(self, account: int, code: str | None) -> Person:
        """Return the citizen behind an account, or a stranger: whoever has not consented is one.

        `code` is the language that Telegram tells of a stranger.
        """
        if known := self._known.get(account):
            self._known.move_to_end(account)
            return known
        citizen = await self._face.addresses.find("citizen", account)
        chosen = await language_of(self._face.engine, citizen) if citizen else None
        if chosen is None:
            return Person(None, self.guess(code))
        return self.remember(account, Person(citizen, chosen))

    def remember(self, account: int, person: Person) -> Person:
        """Know a citizen by heart; the one who has been away longest is forgotten."""
        self._known[account] = person
        self._known.move_to_end(account)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return person

    def forget(self, account: int) -> None:
        self._known.pop(account, None)

    def spoken(self, account: int, code: str | None) -> str:
        """Return the language to speak when there is no time to look anybody up."""
        known = self._known.get(account)
        return known.language if known else self.guess(code)

    def guess(self, code: str | None) -> str:
        """Return the language of a stranger: Telegram's if it is spoken here, else the instance's."""
        short = (code or "").partition("-")[0].lower()
        return short if short in LANGUAGES else self._face.language
