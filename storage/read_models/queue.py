"""What a moderator sees of a waiting contribution: the text and hints, which decide nothing by themselves."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.personal_data import mask
from deliberation.rudeness import flags
from storage.read_models.appeals import AppealView, appeal_of
from storage.read_models.contributions import ContributionView, contribution_of, near_to
from storage.tables.contributions import Contribution


@dataclass(frozen=True, slots=True)
class Card:
    """A contribution with hints: what says the same, kinds of personal data found, rude words (spans of the text).

    `former` is what its author says anew with it, `appeal` the newest against a decision about it.
    """

    item: ContributionView
    near: tuple[ContributionView, ...]
    personal_data: tuple[str, ...]
    rude: tuple[tuple[int, int], ...]
    former: ContributionView | None = None
    appeal: AppealView | None = None

    @property
    def appealed(self) -> bool:
        """Say whether somebody has to look at a refusal again."""
        return self.item.state == "refused" and self.appeal is not None and self.appeal.outcome == "open"


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many items wait, and since when the oldest does."""

    waiting: int
    oldest: datetime | None


async def card_of(engine: AsyncEngine, contribution: UUID) -> Card | None:
    """Return the card of a contribution in any state, or None when there is no such contribution."""
    item = await contribution_of(engine, contribution)
    if item is None:
        return None
    former = await contribution_of(engine, item.amends) if item.amends else None
    near = [each for each in await near_to(engine, item.theme, item.kind, item.text, but=item.id) if each != former]
    found = mask(item.text).found
    rude = flags(item.text, language=item.language)
    return Card(
        item=item,
        near=tuple(near),
        personal_data=tuple(sorted({each.kind for each in found})),
        rude=tuple((span[0], span[1]) for span in rude),
        former=former,
        appeal=await appeal_of(engine, item.id),
    )


async def backlog_of(engine: AsyncEngine, theme: str | None = None) -> Backlog:
    query = select(func.count(), func.min(col(Contribution.received_at))).where(Contribution.state == "waiting")
    if theme:
        query = query.where(Contribution.theme == theme)
    async with AsyncSession(engine) as session:
        waiting, oldest = (await session.exec(query)).one()
    return Backlog(waiting, oldest)
