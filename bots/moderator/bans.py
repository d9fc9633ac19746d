"""/ban and /unban: who wrote a contribution takes part no more, or again; nobody learns who it is."""

from bots.moderator.refusals import settled
from bots.moderator.routes import Act, Handlers, routes
from bots.moderator.visit import Row, Visit
from events.base import Event
from events.moderation import AuthorBanned, AuthorUnbanned
from storage.read_models.contributions import by_reference

BAN, UNBAN = "ban", "unban"
ACTS: dict[str, type[Event]] = {BAN: AuthorBanned, UNBAN: AuthorUnbanned}


async def on_ban(visit: Visit) -> None:
    await begin(visit, BAN)


async def on_unban(visit: Visit) -> None:
    await begin(visit, UNBAN)


async def begin(visit: Visit, what: str) -> None:
    """Take the reference behind the command, or ask for one."""
    if visit.wish.subject:
        return await decide(visit, what, visit.wish.subject)
    (await visit.talk()).ask(what)
    return await visit.show(visit.say(f"moderator-ask-{what}"), [[(visit.say.plain("cancel"), "x")]])


async def on_reference(visit: Visit) -> None:
    await decide(visit, (await visit.talk()).asked, visit.wish.words)


async def decide(visit: Visit, what: str, reference: str) -> None:
    """Tell the act; a reference that nothing has leaves the question open."""
    item, talk = await by_reference(visit.desk.engine, reference), await visit.talk()
    if item is None:
        talk.ask(what)
        return await visit.tell(visit.say("moderator-ban-unknown", ref=reference))
    talk.close()
    if await settled(visit, await visit.act(ACTS[what], contribution=item.id)):
        undo: Row = [(visit.say.plain("moderator-button-unban"), f"ub:{item.reference}")]
        said = "moderator-banned" if what == BAN else "moderator-unbanned"
        await visit.show(visit.say(said, ref=item.reference), [undo] if what == BAN else [])
    return None


def answers() -> dict[str, Act]:
    return dict.fromkeys(ACTS, on_reference)


def handlers() -> Handlers:
    return [*routes("/ban", to=on_ban), *routes("/unban", "ub", to=on_unban)]
