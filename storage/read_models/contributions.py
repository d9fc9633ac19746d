"""Contributions: one's own, by reference, the admitted ones, and those that resemble a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from deliberation.letters import near_duplicates
from deliberation.personal_data import mask
from deliberation.spam import Sent
from storage.counts import BACKING, TALLY
from storage.tables.contributions import Contribution

REFERENCE = re.compile(r"[A-Z]-[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class ContributionView:
    """A contribution with its state; only author and moderators may see one that is not admitted."""

    id: UUID
    reference: str
    kind: str
    theme: str
    author: UUID
    text: str
    language: str
    state: str
    article: int | None
    merged_into: UUID | None
    received_at: datetime
    decided_at: datetime | None
    origin: str = "chat"
    amends: UUID | None = None
    language_confidence: float = 0.0
    language_source: str = "detected"


def masked(item: ContributionView) -> ContributionView:
    """Return a contribution as anybody but its author and the moderators sees it: personal data masked."""
    return replace(item, text=mask(item.text).text)


async def contribution_of(engine: AsyncEngine, contribution: UUID) -> ContributionView | None:
    async with AsyncSession(engine) as session:
        found = await session.get(Contribution, contribution)
    return view(found) if found else None


async def by_reference(engine: AsyncEngine, reference: str) -> ContributionView | None:
    """Return the contribution with this public reference, in any state; whatever is no reference has none."""
    wanted = reference.strip().upper()
    if not REFERENCE.fullmatch(wanted):
        return None
    found = await _read(engine, select(Contribution).where(Contribution.reference == wanted))
    return found[0] if found else None


async def mine_of(engine: AsyncEngine, citizen: UUID) -> tuple[ContributionView, ...]:
    """Return everything a citizen gave, newest first, in every state."""
    query = select(Contribution).where(Contribution.author == citizen)
    return await _read(engine, query.order_by(col(Contribution.received_at).desc(), col(Contribution.id)))


async def given_by(engine: AsyncEngine, citizen: UUID) -> int:
    """Return how many contributions a citizen gave, in any state."""
    query = select(func.count()).select_from(Contribution).where(Contribution.author == citizen)
    async with AsyncSession(engine) as session:
        return (await session.exec(query)).one()


async def waiting_of(engine: AsyncEngine, citizen: UUID, theme: str, kind: str) -> tuple[ContributionView, ...]:
    """Return what a citizen gave and nobody has decided on yet."""
    given = select(Contribution).where(Contribution.author == citizen, Contribution.state == "waiting")
    return await _read(engine, given.where(Contribution.theme == theme, Contribution.kind == kind))


async def admitted_of(engine: AsyncEngine, theme: str, kind: str | None = None) -> tuple[ContributionView, ...]:
    """Return what was admitted in a theme, oldest first."""
    query = select(Contribution).where(Contribution.theme == theme, Contribution.state == "admitted")
    if kind:
        query = query.where(Contribution.kind == kind)
    return await _read(engine, query.order_by(col(Contribution.received_at), col(Contribution.id)))


async def admitted_texts(engine: AsyncEngine, references: Iterable[str]) -> dict[str, str]:
    """Return what these contributions say, by reference, as everybody may read it; those not admitted are left out."""
    query = select(Contribution).where(col(Contribution.reference).in_([*references]), Contribution.state == "admitted")
    return {text.reference: masked(text).text for text in await _read(engine, query)}


async def gone_of(engine: AsyncEngine, theme: str) -> tuple[str, ...]:
    """Return the texts of a theme that may not be shown: waiting, refused, merged or withdrawn."""
    query = select(Contribution.text).where(Contribution.theme == theme, Contribution.state != "admitted")
    async with AsyncSession(engine) as session:
        return tuple((await session.exec(query)).all())


async def around(engine: AsyncEngine, item: ContributionView, span: timedelta, most: int = 1000) -> tuple[Sent, ...]:
    """Return what people sent by chat shortly before and after a contribution, to any theme, in any state.

    What it says anew is left out: of course it is much the same.
    """
    itself = [each for each in (item.id, item.amends) if each]
    sent = select(Contribution.author, Contribution.text, Contribution.received_at).where(
        col(Contribution.received_at).between(item.received_at - span, item.received_at + span),
        col(Contribution.id).not_in(itself),
        Contribution.origin == "chat",
    )
    async with AsyncSession(engine) as session:
        rows = (await session.exec(sent.order_by(col(Contribution.received_at)).limit(most))).all()
    return tuple(Sent(*row) for row in rows)


async def _read(engine: AsyncEngine, query: SelectOfScalar[Contribution]) -> tuple[ContributionView, ...]:
    """Read rows as plain values: a session that tracks them costs twice as much."""
    async with engine.connect() as connection:
        return tuple(view(row) for row in (await connection.execute(query)).all())


async def near_to(
    engine: AsyncEngine, theme: str, kind: str, text: str, *, most: int = 3, but: UUID | None = None
) -> tuple[ContributionView, ...]:
    """Return admitted contributions that say the same as `text`, nearest first; no other text is looked at."""
    others = [other for other in await admitted_of(engine, theme, kind) if other.id != but]
    found = near_duplicates(text, [other.text for other in others])
    return tuple(others[index] for index, _ in found[:most])


async def said_anew(engine: AsyncEngine, contribution: UUID) -> ContributionView | None:
    """Return the newest version in which its author says a contribution anew."""
    query = select(Contribution).where(Contribution.amends == contribution)
    found = await _read(engine, query.order_by(col(Contribution.received_at).desc(), col(Contribution.id)).limit(1))
    return found[0] if found else None


async def attention_of(engine: AsyncEngine, contribution: UUID) -> tuple[int, int]:
    """Return how many people voted on a statement and how many support a question."""
    async with AsyncSession(engine) as session:
        votes = select(func.coalesce(func.sum(TALLY.c.people), 0)).where(TALLY.c.statement == contribution)
        supports = select(func.coalesce(func.sum(BACKING.c.people), 0)).where(BACKING.c.question == contribution)
        return int((await session.exec(votes)).one()), int((await session.exec(supports)).one())


def view(found: Contribution | Row[Any]) -> ContributionView:
    return ContributionView(
        id=found.id,
        reference=found.reference,
        kind=found.kind,
        theme=found.theme,
        author=found.author,
        text=found.text,
        language=found.language,
        language_confidence=found.language_confidence,
        language_source=found.language_source,
        state=found.state,
        article=found.article,
        merged_into=found.merged_into,
        received_at=found.received_at,
        decided_at=found.decided_at,
        origin=found.origin,
        amends=found.amends,
    )
