"""Who moderates: invitations made and accepted, roles given and taken back."""

from sqlalchemy import func
from sqlmodel import col, select

from events.moderation import InvitationAccepted, InvitationMade, RoleRevoked
from storage.ledger import Handler, Refused, Work, each
from storage.tables.people import Invitation, Member
from workers.decisions import authorised

OWNING = frozenset({"owner"})


async def invite(work: Work, made: InvitationMade) -> None:
    await authorised(work, made.by, OWNING)
    work.session.add(Invitation(code_hash=made.code_hash, role=made.role, expires_at=made.expires_at))
    work.settle(made, "invited", role=made.role)


async def join(work: Work, accepted: InvitationAccepted) -> None:
    """Give the role to whoever shows the code first, while it is valid."""
    invitation = await work.session.get(Invitation, accepted.code_hash)
    if invitation is None or invitation.used_by is not None or invitation.expires_at <= accepted.occurred_at:
        raise Refused("invitation")
    invitation.used_by = accepted.member
    member = await work.session.get(Member, accepted.member)
    if member is None:
        member = Member(
            id=accepted.member, name=await work.number("M"), role=invitation.role, since=accepted.occurred_at
        )
        work.session.add(member)
    member.role, member.active = invitation.role, True
    work.settle(accepted, "welcomed", role=member.role, name=member.name)


async def revoke(work: Work, revoked: RoleRevoked) -> None:
    """Take a role back at once; the last owner stays."""
    await authorised(work, revoked.by, OWNING)
    query = select(Member).where(Member.name == revoked.name, col(Member.active))
    member = (await work.session.exec(query)).one_or_none()
    if member is None:
        raise Refused("unknown_member", name=revoked.name)
    if member.role == "owner" and await owners(work) == 1:
        raise Refused("last_owner", name=member.name)
    member.active = False
    work.settle(revoked, "revoked", name=member.name, role=member.role)


async def owners(work: Work) -> int:
    query = select(func.count()).select_from(Member).where(Member.role == "owner", col(Member.active))
    return (await work.session.exec(query)).one()


def handlers() -> dict[str, Handler]:
    return {
        InvitationMade.kind: each(invite),
        InvitationAccepted.kind: each(join),
        RoleRevoked.kind: each(revoke),
    }
