"""The address book: the one place that turns a Telegram account into a person and back.

The account's number is found by a keyed hash and kept sealed (AES-GCM); both keys derive from PALABRE_SECRET.
"""

import hmac
from hashlib import sha256
from secrets import token_bytes
from typing import Literal
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.signs import spelled
from storage.ledger import writing
from storage.tables.identity import Address

BotName = Literal["citizen", "moderator"]
NONCE_BYTES = 12
SEALED = b"\x01"  # which no JSON begins with


class Envelope:
    """Seals what lies outside the database about one person; once their address is erased nobody can open it."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def seal(self, content: bytes) -> bytes:
        nonce = token_bytes(NONCE_BYTES)
        return SEALED + nonce + self._cipher.encrypt(nonce, content, None)

    def open(self, content: bytes) -> bytes | None:
        """Return what was sealed, or None for what this envelope did not seal; what was never sealed is as it is."""
        if not content.startswith(SEALED):
            return content
        sealed = content[len(SEALED) :]
        try:
            return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], None)
        except (InvalidTag, ValueError):  # another secret, or another address of the same person
            return None


class AddressBook:
    """Who is reached where; `secret` is PALABRE_SECRET."""

    def __init__(self, engine: AsyncEngine, secret: str) -> None:
        self._engine = engine
        self._key = hmac.digest(secret.encode(), b"lookup", sha256)
        self._cipher = AESGCM(hmac.digest(secret.encode(), b"seal", sha256))
        self._envelopes = hmac.digest(secret.encode(), b"envelope", sha256)
        self._signs = hmac.digest(secret.encode(), b"sign", sha256)

    async def find(self, bot: BotName, account: int) -> UUID | None:
        """Return the person behind an account that writes to us, or None for a stranger; who writes can be reached."""
        async with AsyncSession(self._engine) as session:
            address = await session.get(Address, self._lookup(bot, account))
        if address and not address.reachable:
            await self.mark(address.person, reachable=True)
        return address.person if address else None

    async def enter(self, bot: BotName, account: int) -> UUID:
        """Return the person behind an account, writing the address down for a newcomer."""
        if known := await self.find(bot, account):
            return known
        person, lookup = uuid4(), self._lookup(bot, account)
        nonce = token_bytes(NONCE_BYTES)
        sealed = nonce + self._cipher.encrypt(nonce, str(account).encode(), lookup.encode())
        try:
            async with writing(self._engine) as session:
                session.add(Address(lookup=lookup, person=person, bot=bot, sealed=sealed))
        except IntegrityError:  # two updates of one newcomer at the same moment
            return await self.enter(bot, account)
        return person

    async def account_of(self, person: UUID) -> int | None:
        """Return the account of a person who can be reached, or None."""
        async with AsyncSession(self._engine) as session:
            query = select(Address).where(Address.person == person, col(Address.reachable))
            address = (await session.exec(query)).one_or_none()
        return self._open(address) if address else None

    async def envelope_of(self, person: UUID) -> Envelope | None:
        """Return a person's envelope: its key derives from the chance in their address, and is gone with it."""
        async with AsyncSession(self._engine) as session:
            sealed = (await session.exec(select(Address.sealed).where(Address.person == person))).one_or_none()
        return self.envelope_by(sealed) if sealed else None

    def envelope_by(self, key: bytes) -> Envelope:
        """Return an envelope that is gone with `key`."""
        return Envelope(hmac.digest(self._envelopes, key, sha256))

    def sign_of(self, session: UUID, person: UUID) -> str:
        """Return the sign under which organisers know a person at one debate, and the room's for the debate itself."""
        return spelled(hmac.digest(self._signs, f"{session}/{person}".encode(), sha256))

    async def mark(self, person: UUID, *, reachable: bool) -> None:
        """Note that a person blocked the bot, or writes again."""
        async with writing(self._engine) as session:
            await session.exec(update(Address).where(col(Address.person) == person).values(reachable=reachable))

    async def forget(self, person: UUID) -> None:
        """Erase where a person is reached; who writes again is a stranger."""
        async with writing(self._engine) as session:
            await session.exec(delete(Address).where(col(Address.person) == person))

    def _lookup(self, bot: str, account: int) -> str:
        return hmac.digest(self._key, f"{bot}/{account}".encode(), sha256).hex()

    def _open(self, address: Address) -> int:
        nonce, sealed = address.sealed[:NONCE_BYTES], address.sealed[NONCE_BYTES:]
        return int(self._cipher.decrypt(nonce, sealed, address.lookup.encode()))
