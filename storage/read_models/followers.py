"""Who follows what: the people of a theme, those who support a question, and what each of them follows in it."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.read_models.broadcasts import takes_part
from storage.tables.contributions import Contribution
from storage.tables.people import Citizen
from storage.tables.votes import Support


async def people_of(session: AsyncSession, theme: str, after: UUID, most: int) -> Sequence[UUID]:
    """Return the next people who take part in a theme, in the order of their ids."""
    query = select(Citizen.id).where(*takes_part(), col(Citizen.id) > after).order_by(col(Citizen.id)).limit(most)
    return (await session.exec(query, params={"theme": theme})).all()


async def supporters_of(session: AsyncSession, reference: str, after: UUID, most: int) -> Sequence[UUID]:
    """Return the next people with a chat who support a question, in the order of their ids."""
    query = (
        select(Citizen.id)
        .join(Support, col(Support.citizen) == Citizen.id)
        .join(Contribution, col(Contribution.id) == Support.question)
        .where(Contribution.reference == reference, Citizen.origin == "chat", col(Citizen.id) > after)
    )
    return (await session.exec(query.order_by(col(Citizen.id)).limit(most))).all()


async def followed_by(session: AsyncSession, theme: str, people: Collection[UUID]) -> dict[UUID, list[str]]:
    """Return the admitted questions of a theme that people support, or that theirs were put beside, oldest first."""
    merged, target = aliased(Contribution), aliased(Contribution)
    supported = (
        select(Support.citizen, Contribution.reference, Contribution.received_at)
        .join(Contribution, col(Contribution.id) == Support.question)
        .where(Support.theme == theme, col(Support.citizen).in_(people), Contribution.state == "admitted")
    )
    joined = (
        select(merged.author, target.reference, target.received_at)
        .join(target, col(target.id) == merged.merged_into)
        .where(merged.theme == theme, col(merged.author).in_(people))
        .where(merged.state == "merged", target.state == "admitted")
    )
    rows = {*(await session.exec(supported)).all(), *(await session.exec(joined)).all()}
    followed: dict[UUID, list[str]] = {}
    for person, reference, _ in sorted(rows, key=lambda row: (row[2], row[1])):
        followed.setdefault(person, []).append(reference)
    return followed


async def authors_among(session: AsyncSession, theme: str, people: Collection[UUID]) -> set[UUID]:
    """Return who of these people gave something that was admitted in a theme, in the chat."""
    query = (
        select(Contribution.author)
        .distinct()
        .where(Contribution.theme == theme, Contribution.state == "admitted", Contribution.origin == "chat")
        .where(col(Contribution.author).in_(people))
    )
    return set((await session.exec(query)).all())
