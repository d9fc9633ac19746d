"""What moderators changed in an agenda."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.tables.contributions import Contribution
from storage.tables.results import Amendment


@dataclass(frozen=True, slots=True)
class AmendmentView:
    """An item, named by a question in it, was pinned, dropped (`words`: why) or retitled (`words`: the title)."""

    question: str
    amended: str
    what: str
    words: str


async def amendments_of(engine: AsyncEngine, theme: str) -> tuple[AmendmentView, ...]:
    """Return what stands in a theme, the latest last; what names a question that is no longer admitted has lapsed."""
    query = (
        select(Contribution.reference, Amendment)
        .join(Amendment, col(Amendment.question) == col(Contribution.id))
        .where(Amendment.theme == theme, Contribution.state == "admitted")
        .order_by(col(Amendment.turn))
    )
    async with AsyncSession(engine) as session:
        found = (await session.exec(query)).all()
    return tuple(AmendmentView(reference, row.amended, row.what, row.words) for reference, row in found)
