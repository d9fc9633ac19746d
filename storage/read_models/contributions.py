"""Contributions: one's own, by reference, those that resemble a text, and the questions to support."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import exists, func
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from deliberation.similarity import near_duplicates
from storage.tables.contributions import Contribution
from storage.tables.votes import Support, Vote


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


@dataclass(frozen=True, slots=True)
class QuestionView:
    """An admitted question with its number of supporters, and whether the reader is one of them."""

    id: UUID
    reference: str
    text: str
    supporters: int
    supported: bool
    mine: bool


async def contribution_of(engine: AsyncEngine, contribution: UUID) -> ContributionView | None:
    async with AsyncSession(engine) as session:
        found = await session.get(Contribution, contribution)
    return view(found) if found else None


async def by_reference(engine: AsyncEngine, reference: str) -> ContributionView | None:
    """Return the contribution with this public reference, in any state."""
    async with AsyncSession(engine) as session:
        query = select(Contribution).where(Contribution.reference == reference.strip().upper())
        found = (await session.exec(query)).one_or_none()
    return view(found) if found else None


async def mine_of(engine: AsyncEngine, citizen: UUID) -> tuple[ContributionView, ...]:
    """Return everything a citizen gave, newest first, in every state."""
    query = select(Contribution).where(Contribution.author == citizen)
    async with AsyncSession(engine) as session:
        found = (await session.exec(query.order_by(col(Contribution.received_at).desc()))).all()
    return tuple(map(view, found))


async def admitted_of(engine: AsyncEngine, theme: str, kind: str | None = None) -> tuple[ContributionView, ...]:
    """Return what was admitted in a theme, oldest first."""
    query = select(Contribution).where(Contribution.theme == theme, Contribution.state == "admitted")
    if kind:
        query = query.where(Contribution.kind == kind)
    async with AsyncSession(engine) as session:
        found = (await session.exec(query.order_by(col(Contribution.received_at), col(Contribution.id)))).all()
    return tuple(map(view, found))


async def near_to(
    engine: AsyncEngine, theme: str, kind: str, text: str, *, most: int = 3, but: UUID | None = None
) -> tuple[ContributionView, ...]:
    """Return admitted contributions that say the same as `text`, nearest first; no other text is looked at."""
    others = [other for other in await admitted_of(engine, theme, kind) if other.id != but]
    found = near_duplicates(text, [other.text for other in others])
    return tuple(others[index] for index, _ in found[:most])


async def questions_of(engine: AsyncEngine, theme: str, citizen: UUID | None) -> tuple[QuestionView, ...]:
    """Return the admitted questions: by turns the most supported and the one that has had the least attention."""
    async with AsyncSession(engine) as session:
        rows = (await session.exec(_questions(theme, citizen))).all()
    ranked = [
        QuestionView(question.id, question.reference, question.text, supporters, supported, question.author == citizen)
        for question, supporters, supported in rows
    ]
    return tuple(_by_turns(ranked))


def _questions(theme: str, citizen: UUID | None) -> Select[Contribution, Any, bool]:
    supporters = select(func.count()).select_from(Support).where(Support.question == Contribution.id).scalar_subquery()
    supported = exists().where(col(Support.question) == Contribution.id, col(Support.citizen) == citizen)
    return (
        select(Contribution, supporters.label("supporters"), supported.label("supported"))
        .where(Contribution.theme == theme, Contribution.kind == "question", Contribution.state == "admitted")
        .order_by(supporters.desc(), col(Contribution.received_at), col(Contribution.id))
    )


def _by_turns(ranked: list[QuestionView]) -> Iterable[QuestionView]:
    """Yield from the top and from the bottom alternately, so that a new question is seen as well."""
    top, bottom = 0, len(ranked) - 1
    while top <= bottom:
        yield ranked[top]
        if top < bottom:
            yield ranked[bottom]
        top, bottom = top + 1, bottom - 1


async def attention_of(engine: AsyncEngine, contribution: UUID) -> tuple[int, int]:
    """Return how many people voted on a statement and how many support a question."""
    async with AsyncSession(engine) as session:
        votes = select(func.count()).select_from(Vote).where(Vote.statement == contribution)
        supports = select(func.count()).select_from(Support).where(Support.question == contribution)
        return (await session.exec(votes)).one(), (await session.exec(supports)).one()


def view(found: Contribution) -> ContributionView:
    return ContributionView(
        id=found.id,
        reference=found.reference,
        kind=found.kind,
        theme=found.theme,
        author=found.author,
        text=found.text,
        language=found.language,
        state=found.state,
        article=found.article,
        merged_into=found.merged_into,
        received_at=found.received_at,
        decided_at=found.decided_at,
    )
