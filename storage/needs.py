"""What people need to take part, sealed and opened again.

Each need has a random key in a table of its own, which no fact tells. The words leave as a fact like all others, but
sealed; when the key is deleted they are gone from the record, the streams, dead letters and later backups at once.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from secrets import token_bytes
from uuid import UUID

from sqlalchemy import and_
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.addresses import AddressBook, Envelope
from storage.ledger import writing
from storage.tables.needs import Need, NeedKey

KEY_BYTES = 32


class Needs:
    """Seal and open what people need; the keys derive from PALABRE_SECRET too."""

    def __init__(self, engine: AsyncEngine, addresses: AddressBook) -> None:
        self._engine = engine
        self._addresses = addresses

    async def seal(self, session: UUID, citizen: UUID, words: str) -> str:
        """Return words as a fact may hold them."""
        sealed = self._envelope(await self._key(session, citizen)).seal(words.encode())
        return urlsafe_b64encode(sealed).decode()

    async def of(self, session: UUID) -> dict[UUID, str]:
        """Return what each person needs in a debate, in the order in which they signed up to say so."""
        query = select(Need, NeedKey).where(
            col(Need.session) == session, NeedKey.session == Need.session, NeedKey.citizen == Need.citizen
        )
        async with AsyncSession(self._engine) as reading:
            rows = (await reading.exec(query.order_by(col(Need.stated_at), col(Need.citizen)))).all()
        opened = {need.citizen: self._open(need.sealed, held.key) for need, held in rows}
        return {citizen: words for citizen, words in opened.items() if words}

    async def said_by(self, citizen: UUID) -> list[str | None]:
        """Return what one person needs, in every debate, oldest first."""
        same = col(NeedKey.session) == col(Need.session), col(NeedKey.citizen) == col(Need.citizen)
        query = select(Need, NeedKey).join(NeedKey, and_(*same), isouter=True).where(Need.citizen == citizen)
        async with AsyncSession(self._engine) as reading:
            rows = (await reading.exec(query.order_by(col(Need.stated_at)))).all()
        return [self._open(need.sealed, held.key) if held else None for need, held in rows]

    async def of_one(self, session: UUID, citizen: UUID) -> str | None:
        return (await self.of(session)).get(citizen)

    def _open(self, sealed: str, key: bytes) -> str | None:
        opened = self._envelope(key).open(urlsafe_b64decode(sealed)) if sealed else None
        return opened.decode() if opened else None

    def _envelope(self, key: bytes) -> Envelope:
        return self._addresses.envelope_by(key)

    async def _key(self, session: UUID, citizen: UUID) -> bytes:
        """Return the key of a need, made at the first statement."""
        async with AsyncSession(self._engine) as reading:
            found = await reading.get(NeedKey, (session, citizen))
        if found:
            return found.key
        key = token_bytes(KEY_BYTES)
        try:
            async with writing(self._engine) as written:
                written.add(NeedKey(session=session, citizen=citizen, key=key))
        except IntegrityError:  # two statements of one person at the same moment
            return await self._key(session, citizen)
        return key
