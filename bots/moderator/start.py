"""/start, /help and /cancel: an invitation accepted, what can be done, and a dialogue closed."""

from hashlib import sha256

from bots.moderator.refusals import settled
from bots.moderator.routes import ANY, Handlers, routes
from bots.moderator.visit import MODERATING, OWNING, Row, Visit
from events.moderation import InvitationAccepted
from storage.read_models.people import MemberView, invitation_open, member_of


async def on_start(visit: Visit) -> None:
    """Accept the invitation in the link; without one, say where one is."""
    if visit.wish.words:
        await accept(visit, sha256(visit.wish.words.encode()).hexdigest())
    elif visit.known:
        await on_help(visit)
    else:
        await visit.tell(visit.say("moderator-stranger", bot=visit.desk.citizen_bot_name))


async def accept(visit: Visit, code_hash: str) -> None:
    """Take the role; only who shows a good code is written into the address book."""
    desk = visit.desk
    if visit.known is None and not await invitation_open(desk.engine, code_hash, desk.clock()):
        return await visit.tell(visit.say("moderator-stranger", bot=desk.citizen_bot_name))
    person = await desk.addresses.enter("moderator", visit.account)
    if await settled(visit, await visit.act(InvitationAccepted, member=person, code_hash=code_hash)):
        visit.known = await member_of(desk.engine, person)
        await on_help(visit)
    return None


async def on_help(visit: Visit) -> None:
    """Say who one is here and what one may do, with the ways that are walked most as buttons."""
    say, member = visit.say, visit.member
    parts = [say("moderator-welcome", name=member.name, role=say.plain(f"role-{member.role}"))]
    parts += [say(key) for key in ways(member)]
    await visit.show("\n\n".join(parts), home(visit) if member.role in MODERATING else [])


def ways(member: MemberView) -> list[str]:
    if member.role not in MODERATING:
        return ["moderator-help-later"]
    return ["moderator-help", *(["moderator-help-owner"] if member.role in OWNING else [])]


def home(visit: Visit) -> list[Row]:
    say = visit.say
    return [
        [(say.plain("moderator-button-queue"), "q"), (say.plain("moderator-button-themes"), "ts")],
        [(say.plain("moderator-button-agenda"), "ag"), (say.plain("moderator-button-summary"), "su")],
    ]


async def on_cancel(visit: Visit) -> None:
    """Close the dialogue: the next text answers nothing."""
    (await visit.talk()).close()
    await visit.show(visit.say("moderator-cancelled"))


async def on_anything(visit: Visit) -> None:
    """Answer what nobody understood."""
    await visit.stop("moderator-stale" if visit.query else "error-unknown")


def handlers() -> Handlers:
    return [
        *routes("/start", to=on_start, roles=None),
        *routes("/help", "h", to=on_help, roles=None),
        *routes("/cancel", "x", to=on_cancel, roles=None),
    ]


def last_handlers() -> Handlers:
    """Return what answers when no topic does."""
    return [*routes(ANY, to=on_anything, roles=None)]
