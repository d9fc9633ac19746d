"""What tests put in the place of the world outside: a town whose acts are applied at once, an embedder of words."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, TypeVar
from uuid import UUID, uuid5

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

from events.base import Event, Outcome, fact_id
from events.citizens import CitizenJoined
from events.contributions import OpinionGiven, QuestionAsked
from events.moderation import ContributionAdmitted, InvitationAccepted, InvitationMade
from events.news import NewsAddressed
from events.sessions import SessionPlanned
from events.themes import PhaseMoved, ThemeDrafted
from storage.ledger import Ledger
from workers import clerk

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MEAT = "la-viande"
PEOPLE = UUID("0b0e6bb2-6c1c-5b53-8d5f-0a2f6b7a1c11")

Row = TypeVar("Row", bound=SQLModel)


def person(name: object) -> UUID:
    """Return the id of a person in tests."""
    return uuid5(PEOPLE, str(name))


class Town:
    """A town without bots: each act goes through the ledger with the clerk's own handlers."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self.now = NOON
        self.told: list[Event] = []
        self.ledger = Ledger(engine, clerk.handlers(), self._tell)
        self._acts = 0

    async def _tell(self, facts: Sequence[Event]) -> None:
        self.told += facts

    def fact(self, kind: type[Event], **fields: object) -> Event:
        """Return a fact that happens now."""
        self._acts += 1
        given = {"event_id": fact_id("town", self._acts), "city": "clermont-ferrand", "occurred_at": self.now}
        return kind.model_validate({**given, **fields})

    async def apply(self, *facts: Event) -> list[Outcome]:
        """Apply facts as one batch, and tell what follows."""
        outcomes = await self.ledger.once(facts)
        await self.ledger.tell_pending()
        return outcomes

    async def act(self, kind: type[Event], **fields: object) -> tuple[str, dict[str, Any]]:
        """Apply one act; return the code and the parameters of its outcome."""
        [outcome] = await self.apply(self.fact(kind, **fields))
        return outcome.code, outcome.params

    def later(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)

    @property
    def news(self) -> list[NewsAddressed]:
        return [fact for fact in self.told if isinstance(fact, NewsAddressed)]

    def wordings(self) -> list[tuple[UUID, str]]:
        """Return who was told what, in order."""
        return [(news.person, news.wording) for news in self.news]

    async def rows(self, table: type[Row]) -> list[Row]:
        async with AsyncSession(self.engine) as session:
            return list((await session.exec(select(table))).all())

    async def row(self, table: type[Row], key: Any) -> Row:
        async with AsyncSession(self.engine) as session:
            found = await session.get(table, key)
        assert found is not None
        return found

    async def join(self, name: object) -> UUID:
        """Have a person consent; return their id."""
        await self.act(CitizenJoined, citizen=person(name), language="fr")
        return person(name)

    async def member(self, name: object, role: str = "moderator") -> UUID:
        """Have a person take a role by an invitation."""
        code = sha256(str(name).encode()).hexdigest()
        await self.act(InvitationMade, by=None, role=role, code_hash=code, expires_at=self.now + timedelta(days=1))
        await self.act(InvitationAccepted, member=person(name), code_hash=code)
        return person(name)

    async def theme(self, slug: str = MEAT, phase: str = "collecting") -> None:
        await self.act(ThemeDrafted, by=None, title=slug.replace("-", " ").capitalize(), slug=slug)
        await self.move(phase, slug)

    async def move(self, phase: str, slug: str = MEAT) -> None:
        await self.act(PhaseMoved, by=None, theme=slug, phase=phase)

    async def give(self, text: str, name: object = "ada", kind: type[Event] = QuestionAsked, theme: str = MEAT) -> UUID:
        """Have a person give a contribution; return its id."""
        given = self.fact(kind, theme=theme, citizen=await self.join(name), text=text)
        await self.apply(given)
        return given.event_id

    async def admitted(self, text: str, name: object = "ada", kind: type[Event] = QuestionAsked) -> UUID:
        contribution = await self.give(text, name, kind)
        await self.act(ContributionAdmitted, by=None, contribution=contribution)
        return contribution

    async def statement(self, text: str = "La cantine doit servir moins de viande.", name: object = "ada") -> UUID:
        return await self.admitted(text, name, OpinionGiven)

    async def debate(self, capacity: int = 2, **fields: object) -> UUID:
        """Plan a debate; return its id."""
        where = {"title": "Un soir pour en parler", "starts_at": NOON + timedelta(days=3), "place": "Salle des fêtes"}
        planned = self.fact(SessionPlanned, by=None, theme=MEAT, **{**where, "capacity": capacity, **fields})
        await self.apply(planned)
        return planned.event_id


def embed(texts: Sequence[str], /) -> NDArray[np.float32]:
    """Place texts by their words: enough to tell topics that share none from each other."""
    space = np.zeros((len(texts), 256), dtype=np.float32)
    for row, text in zip(space, texts, strict=True):
        for word in text.lower().split():
            row[int.from_bytes(sha256(word.encode()).digest()[:4]) % 256] += 1
    length = np.maximum(np.linalg.norm(space, axis=1, keepdims=True), 1e-9)
    return np.asarray(space / length, dtype=np.float32)
