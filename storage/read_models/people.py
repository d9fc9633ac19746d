"""Participants and members."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.tables.people import Citizen, Invitation, Member


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member as colleagues see them: `name` is `M-<n>`."""

    id: UUID
    name: str
    role: str


async def language_of(engine: AsyncEngine, citizen: UUID) -> str | None:
    """Return the language a citizen chose, or None for a stranger or an imported participant."""
    async with AsyncSession(engine) as session:
        found = await session.get(Citizen, citizen)
    return found.language if found else None


async def languages_spoken(engine: AsyncEngine) -> frozenset[str]:
    """Return the languages that somebody chose."""
    query = select(Citizen.language).where(col(Citizen.language).is_not(None)).distinct()
    async with AsyncSession(engine) as session:
        return frozenset(code for code in (await session.exec(query)).all() if code)


async def has_joined(engine: AsyncEngine, citizen: UUID) -> bool:
    async with AsyncSession(engine) as session:
        return await session.get(Citizen, citizen) is not None


async def member_of(engine: AsyncEngine, person: UUID) -> MemberView | None:
    """Return an active member, or None."""
    async with AsyncSession(engine) as session:
        member = await session.get(Member, person)
    return MemberView(member.id, member.name, member.role) if member and member.active else None


async def members_of(engine: AsyncEngine) -> tuple[MemberView, ...]:
    async with AsyncSession(engine) as session:
        found = (await session.exec(select(Member).where(col(Member.active)).order_by(col(Member.since)))).all()
    return tuple(MemberView(member.id, member.name, member.role) for member in found)


async def invitation_open(engine: AsyncEngine, code_hash: str, now: datetime) -> bool:
    """Say whether an invitation with this hash can still be accepted."""
    async with AsyncSession(engine) as session:
        invitation = await session.get(Invitation, code_hash)
    return invitation is not None and invitation.used_by is None and invitation.expires_at > now
