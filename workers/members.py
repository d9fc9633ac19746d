"""Who moderates: invitations made and accepted, roles given and taken back."""

from sqlalchemy import delete, func
from sqlmodel import col, select

from events.moderation import InvitationAccepted, InvitationMade, RoleRevoked
from storage.ledger import Handler, Refused, Work, each
from storage.tables.contributions import Lease
from storage.tables.people import Invitation, Member


async def invite(work: Work, made: InvitationMade) -> None:
    if await work.session.get(Invitation, made.code_hash):
        raise Refused("invitation")
    work.session.add(Invitation(code_hash=made.code_hash, role=made.role, expires_at=made.expires_at))
    work.settle(made, "invited", role=made.role)


async def join(work: Work, accepted: InvitationAccepted) -> None:
    """Give the role to whoever shows the code first, while it is valid."""
    invitation = await work.session.get(Invitation, accepted.code_hash)
    if invitation is None or invitation.used_by is not None or invitation.expires_at <= accepted.occurred_at:
        raise Refused("invitation")
    member = await work.session.get(Member, accepted.member)
    if member and invitation.role != "owner" and await last_owner(work, member):
        raise Refused("last_owner", name=member.name)
    invitation.used_by = accepted.member
    if member is None:
        member = Member(
            id=accepted.member, name=await work.number("M"), role=invitation.role, since=accepted.occurred_at
        )
        work.session.add(member)
    member.role, member.active = invitation.role, True
    work.settle(accepted, "welcomed", role=member.role, name=member.name)


async def revoke(work: Work, revoked: RoleRevoked) -> None:
    """Take a role back at once, and what its holder had in hand; the last owner stays."""
    query = select(Member).where(Member.name == revoked.name, col(Member.active))
    member = (await work.session.exec(query)).one_or_none()
    if member is None:
        raise Refused("unknown_member", name=revoked.name)
    if await last_owner(work, member):
        raise Refused("last_owner", name=member.name)
    member.active = False
    await work.session.exec(delete(Lease).where(col(Lease.member) == member.id))
    work.settle(revoked, "revoked", name=member.name, role=member.role)


async def last_owner(work: Work, member: Member) -> bool:
    """Say whether nobody else would be left who can invite."""
    query = select(func.count()).select_from(Member).where(Member.role == "owner", col(Member.active))
    return member.active and member.role == "owner" and (await work.session.exec(query)).one() == 1


def handlers() -> dict[str, Handler]:
    return {
        InvitationMade.kind: each(invite),
        InvitationAccepted.kind: each(join),
        RoleRevoked.kind: each(revoke),
    }
