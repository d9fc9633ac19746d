"""What people say of themselves, sealed and opened again: read by themselves, and counted by theme for the moderators.

As what people need (storage.needs) it leaves sealed with a random key that no fact tells: when the key is deleted it is
gone from the record, the streams, dead letters and later backups at once.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from secrets import token_bytes
from uuid import UUID

from sqlalchemy import Select as AnySelect
from sqlalchemy import func, union
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from storage.addresses import AddressBook
from storage.counts import TURNOUT
from storage.ledger import writing
from storage.redaction import NOBODY
from storage.tables.contributions import Contribution
from storage.tables.people import Citizen
from storage.tables.sessions import Seat, Session
from storage.tables.strata import Declaration, DeclarationKey

KEY_BYTES = 32

Said = Mapping[str, str]  # stratum → value


@dataclass(frozen=True, slots=True)
class Present:
    """Who took part in a theme: how many `people`, and for each stratum how many said which value."""

    people: int
    counts: Mapping[str, Mapping[str, int]]


class Declarations:
    """Seal and open what people said; the keys derive from PALABRE_SECRET too."""

    def __init__(self, engine: AsyncEngine, addresses: AddressBook) -> None:
        self._engine = engine
        self._addresses = addresses

    async def seal(self, citizen: UUID, said: Said) -> str:
        """Return what was said as a fact may hold it."""
        envelope = self._addresses.envelope_by(await self._key(citizen))
        return urlsafe_b64encode(envelope.seal(json.dumps(said, ensure_ascii=False).encode())).decode()

    async def said_by(self, citizen: UUID) -> Said:
        async with AsyncSession(self._engine) as reading:
            rows = (await reading.exec(_held().where(col(Declaration.citizen) == citizen))).all()
        return next(iter(self._opened(rows)), {})

    async def present_in(self, theme: str) -> Present:
        """Count who gave, voted, supported or signed up in a theme; who was erased is counted nowhere."""
        there = col(Citizen.id).in_(_acted(theme)), col(Citizen.origin) != NOBODY
        everybody = select(func.count()).select_from(Citizen).where(*there)
        theirs = _held().join(Citizen, col(Citizen.id) == Declaration.citizen).where(*there)
        async with AsyncSession(self._engine) as reading:
            people, rows = (await reading.exec(everybody)).one(), (await reading.exec(theirs)).all()
        counts: dict[str, Counter[str]] = {}
        for said in self._opened(rows):
            for stratum, value in said.items():
                counts.setdefault(stratum, Counter())[value] += 1
        return Present(people, counts)

    def _opened(self, rows: Sequence[tuple[str, bytes]]) -> list[Said]:
        opened = [self._addresses.envelope_by(key).open(urlsafe_b64decode(sealed)) for sealed, key in rows if sealed]
        return [json.loads(each) for each in opened if each]

    async def _key(self, citizen: UUID) -> bytes:
        """Return the key of a person's declarations, made at the first one."""
        async with AsyncSession(self._engine) as reading:
            found = await reading.get(DeclarationKey, citizen)
        if found:
            return found.key
        key = token_bytes(KEY_BYTES)
        try:
            async with writing(self._engine) as written:
                written.add(DeclarationKey(citizen=citizen, key=key))
        except IntegrityError:  # two declarations of one person at the same moment
            return await self._key(citizen)
        return key


def _held() -> Select[str, bytes]:
    return select(Declaration.sealed, DeclarationKey.key).join(
        DeclarationKey, col(DeclarationKey.citizen) == Declaration.citizen
    )


def _acted(theme: str) -> AnySelect[tuple[UUID]]:
    """Return the query for who gave something, voted, supported or signed up in a theme."""
    signed_up = select(Seat.citizen).join(Session, col(Session.id) == Seat.session).where(Session.theme == theme)
    everyone = union(
        select(Contribution.author).where(Contribution.theme == theme),
        select(TURNOUT.c.citizen).where(TURNOUT.c.theme == theme),
        signed_up,
    ).subquery()
    return select(everyone.c[0])
