"""Waiting items that nothing speaks against: they can be read several at a time, and admitted together."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.letters import nearest, spelled_out
from deliberation.personal_data import mask
from deliberation.rudeness import flags
from deliberation.spam import SHORTLY, Sent, in_company, in_words
from storage.read_models.contributions import ContributionView, admitted_of, around, view
from storage.tables.contributions import Contribution, Lease, Skip

LANGUAGES = frozenset({"fr", "en", "it", "es", "zh", "ar"})
LOOKED_AT = 60  # of those that wait longest: a page holds fewer
LONGEST = 500  # characters of a text that is read among others


async def clean_of(engine: AsyncEngine, member: UUID, now: datetime, theme: str | None) -> tuple[ContributionView, ...]:
    """Return waiting items without a hint, oldest first; not what colleagues have in hand or this member left to them.

    A hint is personal data, a rude word, a link, capitals alone, many texts at once, an unknown language, a text that
    says the same (admitted, or before it in the list), a former version, or one's own entry.
    """
    elsewhere = select(Lease.contribution).where(Lease.until > now, Lease.member != member)
    skipped = select(Skip.contribution).where(Skip.member == member)
    foreign = or_(col(Contribution.entered_by).is_(None), col(Contribution.entered_by) != member)
    query = select(Contribution).where(
        Contribution.state == "waiting",
        col(Contribution.amends).is_(None),
        col(Contribution.id).not_in(elsewhere),
        col(Contribution.id).not_in(skipped),
        foreign,
    )
    if theme:
        query = query.where(Contribution.theme == theme)
    async with AsyncSession(engine) as session:
        ordered = query.order_by(col(Contribution.received_at), col(Contribution.id)).limit(LOOKED_AT)
        waiting = [view(item) for item in (await session.exec(ordered)).all()]
    unlike = await _unlike_others(engine, [item for item in waiting if is_plain(item)])
    return tuple([item for item in unlike if not in_company(_sent(item), await around(engine, item, SHORTLY))])


def _sent(item: ContributionView) -> Sent:
    return Sent(item.author, item.text, item.received_at)


def is_plain(item: ContributionView) -> bool:
    """Say whether a text by itself gives no hint."""
    return (
        len(item.text) <= LONGEST
        and item.language in LANGUAGES
        and not mask(item.text).found
        and not in_words(item.text)
        and not flags(item.text, language=item.language)
    )


async def _unlike_others(engine: AsyncEngine, items: Sequence[ContributionView]) -> tuple[ContributionView, ...]:
    places = {(item.theme, item.kind) for item in items}
    said = {place: [spelled_out(other.text) for other in await admitted_of(engine, *place)] for place in places}
    kept = []
    for item in items:
        others, mine = said[item.theme, item.kind], spelled_out(item.text)
        if not nearest(mine, others):
            kept.append(item)
        others.append(mine)
    return tuple(kept)


async def batch_of(engine: AsyncEngine, member: UUID, until: datetime) -> tuple[ContributionView, ...]:
    """Return what a moderator has in hand until that very moment: the batch that they were shown."""
    query = (
        select(Contribution)
        .join(Lease, col(Lease.contribution) == Contribution.id)
        .where(Lease.member == member, Lease.until == until, Contribution.state == "waiting")
        .order_by(col(Contribution.received_at), col(Contribution.id))
    )
    async with AsyncSession(engine) as session:
        return tuple(view(item) for item in (await session.exec(query)).all())


async def admitted_together(engine: AsyncEngine, member: UUID, when: datetime) -> tuple[ContributionView, ...]:
    """Return what a moderator admitted at that very moment."""
    query = select(Contribution).where(
        Contribution.state == "admitted", Contribution.decided_by == member, Contribution.decided_at == when
    )
    async with AsyncSession(engine) as session:
        return tuple(view(item) for item in (await session.exec(query)).all())
