"""/start, /help and /cancel: an invitation accepted, what can be done, and a dialogue closed."""

from hashlib import sha256

from bots.moderator import door
from bots.moderator.refusals import settled
from bots.moderator.routes import ANY, Handlers, routes
from bots.moderator.visit import Row, Visit
from events.moderation import InvitationAccepted
from storage.read_models.people import invitation_open, member_of

WAYS = (
    (("moderate", "moderator-button-queue", "q"), ("prepare", "moderator-button-themes", "ts")),
    (("publish", "moderator-button-agenda", "ag"), ("publish", "moderator-button-summary", "su")),
    (("host", "moderator-button-signups", "sg"),),
)


async def on_start(visit: Visit) -> None:
    """Accept the invitation in the link, or check in whom a scanned sign names; without a link, say where one is."""
    if visit.may("host") and door.is_link(visit.wish.words):
        await door.on_link(visit, visit.wish.words)
    elif visit.wish.words:
        await accept(visit, sha256(visit.wish.words.encode()).hexdigest())
    elif visit.known:
        await on_help(visit)
    else:
        await visit.tell(visit.say("moderator-stranger", bot=await visit.desk.bot_for_citizens()))


async def accept(visit: Visit, code_hash: str) -> None:
    """Take the role; only who shows a good code is written into the address book."""
    desk = visit.desk
    if visit.known is None and not await invitation_open(desk.engine, code_hash, desk.clock()):
        return await visit.tell(visit.say("moderator-stranger", bot=await desk.bot_for_citizens()))
    person = await desk.addresses.enter("moderator", visit.account)
    if await settled(visit, await visit.act(InvitationAccepted, member=person, code_hash=code_hash)):
        visit.known = await member_of(desk.engine, person)
        await on_help(visit)
    return None


async def on_help(visit: Visit) -> None:
    """Say who one is here and what one may do, with the ways that are walked most as buttons."""
    say, member = visit.say, visit.member
    parts = [say("moderator-welcome", name=member.name, role=say.plain(f"role-{member.role}")), *ways(visit)]
    await visit.show("\n\n".join(parts), home(visit))


def ways(visit: Visit) -> list[str]:
    """Return the commands that the role has, under what they are for."""
    say = visit.say
    found = visit.menu.by_right(visit.member.role)
    later = [say("moderator-help-later")] if found.keys() <= {"meet"} else []
    return later + [
        "\n".join([say(f"moderator-help-{right}"), *(f"/{name} — {say(f'moderator-menu-{name}')}" for name in names)])
        for right, names in found.items()
    ]


def home(visit: Visit) -> list[Row]:
    """Return the ways that are walked most, of those that the role has."""
    return [[(visit.say.plain(key), data) for right, key, data in row if visit.may(right)] for row in WAYS]


async def on_cancel(visit: Visit) -> None:
    """Close the dialogue: the next text answers nothing."""
    (await visit.talk()).close()
    await visit.show(visit.say("moderator-cancelled"))


async def on_anything(visit: Visit) -> None:
    """Answer what nobody understood."""
    await visit.stop("moderator-stale" if visit.query else "error-unknown")


def handlers() -> Handlers:
    return [
        *routes("/start", to=on_start, right=None),
        *routes("/help", "h", to=on_help, right=None),
        *routes("/cancel", "x", to=on_cancel, right=None),
    ]


def last_handlers() -> Handlers:
    """Return what answers when no topic does."""
    return [*routes(ANY, to=on_anything, right=None)]
