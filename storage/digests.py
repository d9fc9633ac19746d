"""Digests: what can wait is kept, and once a day one letter is made of all that is kept for a person.

The letter is made, and what is in it marked as gathered, in one transaction: who is killed has done both or neither.
From then on it is a letter like any other, sent once.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, or_, update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.moments import day_begins, next_digest
from events.base import fact_id
from storage.ledger import writing
from storage.letter_states import DIGEST, KEPT_BACK, ON_THE_WAY
from storage.letters import EMPTY, LANES
from storage.read_models.preferences import paces_of, wants_none
from storage.tables.contributions import Contribution
from storage.tables.identity import Address, Letter
from storage.tables.live import LiveQuestion
from storage.tables.sessions import Session
from storage.tables.themes import Theme

MOST = {"at_once": 6, "daily": 1, "off": 0}  # digests a day, by what a person chose
PORTION = 125  # people in one transaction: as many as Telegram takes until the next look
NAMING = ("ref", "gone", "answered", "session")  # parameters that name what a piece of news is about

Piece = dict[str, Any]


class Digests:
    """What is kept for people until it is told; `timezone` is the city's."""

    def __init__(self, engine: AsyncEngine, timezone: str) -> None:
        self._engine = engine
        self._timezone = timezone

    async def paces(self, people: Collection[UUID]) -> dict[UUID, str]:
        """Return how often each of these people wants to be told."""
        if not people:
            return {}
        async with AsyncSession(self._engine) as session:
            return await paces_of(session, people)

    async def gather(self, now: datetime) -> int:
        """Make a letter of what is due for each of the next people; return how many letters. By day only."""
        async with AsyncSession(self._engine) as session:
            people = (await session.exec(_next_people(now))).all()
            unwanted = (await session.exec(select(Letter.id).where(*_unwanted()))).all()
        if not people and not unwanted:
            return 0
        async with writing(self._engine) as session:
            await session.exec(update(Letter).where(*_unwanted()).values(state="dropped", ended_at=now, **EMPTY))
            return await self._gather(session, people, now)

    async def _gather(self, session: AsyncSession, people: Sequence[UUID], now: datetime) -> int:
        kept = await _kept(session, people, now)
        paces = await paces_of(session, people)
        told = await _told(session, people, day_begins(now, self._timezone))
        standing = await Standing.among(session, [letter for letters in kept.values() for letter in letters])
        made = 0
        for person, letters in kept.items():
            if not MOST[paces[person]]:
                await _end(session, letters, "dropped", now)
            elif told[person] >= MOST[paces[person]]:
                await _put_off(session, letters, next_digest(now, self._timezone))
            else:
                made += await _make(session, person, letters, standing, now)
        return made


class Standing:
    """What may still be told when a digest is made: themes that people see, admitted texts, debates to come."""

    def __init__(
        self, themes: Collection[str], texts: Collection[str], debates: Mapping[str, Session], answered: Collection[str]
    ) -> None:
        self._themes = themes
        self._texts = texts
        self._debates = debates
        self._answered = answered

    @classmethod
    async def among(cls, session: AsyncSession, letters: Iterable[Letter]) -> "Standing":
        """Look up all that these letters are about."""
        told = [json.loads(letter.params) for letter in letters]
        named = {name: {str(params[name]) for params in told if name in params} for name in NAMING}
        admitted = col(Contribution.reference).in_(named["ref"] | named["gone"]), Contribution.state == "admitted"
        texts = (await session.exec(select(Contribution.reference).where(*admitted))).all()
        themes = (await session.exec(select(Theme.slug).where(Theme.phase != "draft"))).all()
        planned = (await session.exec(select(Session).where(col(Session.reference).in_(named["session"])))).all()
        live = select(Contribution.reference).join(LiveQuestion, col(LiveQuestion.contribution) == Contribution.id)
        done = live.where(
            col(LiveQuestion.answered_at).is_not(None), col(Contribution.reference).in_(named["answered"])
        )
        answered = (await session.exec(done)).all()
        return cls(set(themes), set(texts), {debate.reference: debate for debate in planned}, set(answered))

    def piece(self, letter: Letter, now: datetime) -> Piece | None:
        """Return what a digest says of a kept letter, None if that is not so any more."""
        params = json.loads(letter.params)
        if letter.theme not in self._themes or params.get("gone") in self._texts:
            return None
        if "ref" in params and params["ref"] not in self._texts:
            return None
        if "answered" in params and params["answered"] not in self._answered:
            return None
        if "session" in params:
            debate = self._debates.get(params["session"])
            if debate is None or debate.cancelled or debate.starts_at <= now:
                return None
            params |= {"when": debate.starts_at.isoformat(), "place": debate.place}
        return {"wording": letter.wording, "theme": letter.theme, "params": params}


def _unwanted() -> list[ColumnElement[bool]]:
    """Return the conditions for digests that were made and not sent before their readers wanted none any more."""
    return [col(Letter.wording) == DIGEST, col(Letter.state) == "waiting", wants_none(col(Letter.person))]


def _next_people(now: datetime) -> Any:
    """Ask for people for whom something is due and who can be reached."""
    reached = exists().where(col(Address.person) == col(Letter.person), col(Address.reachable))
    due = (col(Letter.state) == KEPT_BACK, col(Letter.due_at) <= now, reached)
    return (
        select(Letter.person).where(*due).group_by(col(Letter.person)).order_by(func.min(Letter.due_at)).limit(PORTION)
    )


async def _kept(session: AsyncSession, people: Collection[UUID], now: datetime) -> dict[UUID, list[Letter]]:
    """Return by person what is due, in the order in which it was told."""
    due = (col(Letter.state) == KEPT_BACK, col(Letter.due_at) <= now, col(Letter.person).in_(people))
    kept = defaultdict(list)
    for letter in (await session.exec(select(Letter).where(*due).order_by(col(Letter.due_at), col(Letter.id)))).all():
        kept[letter.person].append(letter)
    return kept


async def _told(session: AsyncSession, people: Collection[UUID], since: datetime) -> Counter[UUID]:
    """Count the digests of today, and those on their way."""
    recent = or_(col(Letter.state).in_(ON_THE_WAY), col(Letter.ended_at) >= since)
    digests = (Letter.wording == DIGEST, recent, col(Letter.person).in_(people))
    query = select(Letter.person, func.count()).where(*digests).group_by(col(Letter.person))
    return Counter(dict((await session.exec(query)).all()))


async def _make(session: AsyncSession, person: UUID, kept: list[Letter], standing: Standing, now: datetime) -> int:
    """Make one letter of what still stands; where nothing does there is none. Return how many were made."""
    told = {letter.id: standing.piece(letter, now) for letter in kept}
    await _end(session, [letter for letter in kept if told[letter.id] is None], "dropped", now)
    gathered = [letter for letter in kept if told[letter.id] is not None]
    if not gathered:
        return 0
    await _end(session, gathered, "gathered", now)
    session.add(
        Letter(
            id=fact_id(gathered[0].id, DIGEST),
            person=person,
            bot=gathered[0].bot,
            wording=DIGEST,
            params=json.dumps({"pieces": [told[letter.id] for letter in gathered]}, ensure_ascii=False),
            lane=LANES["digest"],
            due_at=now,
        )
    )
    return 1


async def _end(session: AsyncSession, letters: Sequence[Letter], state: str, now: datetime) -> None:
    for letter in letters:
        letter.state, letter.ended_at, letter.params, letter.buttons = state, now, EMPTY["params"], EMPTY["buttons"]
        session.add(letter)


async def _put_off(session: AsyncSession, letters: Sequence[Letter], until: datetime) -> None:
    for place, letter in enumerate(letters):
        letter.due_at = until + timedelta(microseconds=place)
        session.add(letter)
