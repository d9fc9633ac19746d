"""/roles, /invite and /revoke: who holds which role, given by a one-time link and taken back at once."""

from datetime import timedelta
from hashlib import sha256
from typing import get_args

from bots.moderator.refusals import settled
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import Row, Visit
from events.moderation import InvitationMade, Role, RoleRevoked
from storage.read_models.people import MemberView, members_of

VALID = timedelta(days=7)
ROLES: tuple[str, ...] = get_args(Role)


async def on_roles(visit: Visit) -> None:
    """List the members by the names that /revoke takes."""
    say = visit.say
    lines = [line(visit, each) for each in await members_of(visit.desk.engine)]
    owner: Row = [
        (say.plain("moderator-button-invite"), "iv"),
        (say.plain("moderator-button-revoke"), "rv"),
    ]
    await visit.show("\n".join([say("moderator-roles"), *lines]), [owner] if visit.may("administer") else [])


def line(visit: Visit, member: MemberView) -> str:
    return visit.say(
        "moderator-role-line",
        name=member.name,
        role=visit.say.plain(f"role-{member.role}"),
        you=member.id == visit.member.id,
    )


async def on_invite(visit: Visit) -> None:
    """Make a one-time link for a role; only its hash is told."""
    role, say = visit.wish.subject.lower(), visit.say
    if role not in ROLES:
        rows: list[Row] = [[(say.plain(f"role-{each}"), f"iv:{each}")] for each in ROLES]
        return await visit.show(say("moderator-which-role"), rows)
    code = visit.seal.code(visit.cause)
    outcome = await visit.act(
        InvitationMade,
        role=role,
        code_hash=sha256(code.encode()).hexdigest(),
        expires_at=visit.desk.clock() + VALID,
    )
    if await settled(visit, outcome):
        link = f"https://t.me/{visit.desk.moderator_bot_name}?start={code}"
        await visit.show(say("moderator-invitation", role=say.plain(f"role-{role}"), days=VALID.days, link=link))
    return None


async def on_revoke(visit: Visit) -> None:
    """Take the role of a named member back, or show whose could be."""
    name = visit.wish.words.strip()
    if name:
        return await revoke(visit, name.upper())
    say = visit.say
    others = [each for each in await members_of(visit.desk.engine) if each.id != visit.member.id]
    if not others:
        return await visit.show(say("moderator-nobody-else"))
    rows: list[Row] = [[(f"{each.name} · {say.plain(f'role-{each.role}')}", f"rn:{each.name}")] for each in others]
    return await visit.show(say("moderator-which-member"), rows)


async def on_revoke_named(visit: Visit) -> None:
    """Ask once more before a tap takes a role."""
    say, name = visit.say, visit.wish.arg(0)
    rows: list[Row] = [
        [(say.plain("moderator-button-revoke-yes", name=name), f"ry:{name}")],
        [(say.plain("back"), "rv")],
    ]
    await visit.show(say("moderator-revoke-sure", name=name), rows)


async def on_revoke_yes(visit: Visit) -> None:
    await revoke(visit, visit.wish.arg(0))


async def revoke(visit: Visit, name: str) -> None:
    if await settled(visit, await visit.act(RoleRevoked, name=name[:64])):
        await visit.show(visit.say("moderator-revoked", name=name))


def handlers() -> Handlers:
    return [
        *routes("/roles", "ro", to=on_roles, right="meet"),
        *routes("/invite", "iv", to=on_invite, right="administer"),
        *routes("/revoke", "rv", to=on_revoke, right="administer"),
        *routes("rn", to=on_revoke_named, right="administer"),
        *routes("ry", to=on_revoke_yes, right="administer"),
    ]
