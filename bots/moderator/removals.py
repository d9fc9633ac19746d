"""/remove: what everybody can read is taken away by two persons, under an article of the charter."""

from uuid import UUID

from bots.charter import NUMBERS, article, articles
from bots.moderator.cards import decided_rows, decided_text
from bots.moderator.choosing import label
from bots.moderator.hints import clipped
from bots.moderator.refusals import settled
from bots.moderator.results import identifier
from bots.moderator.routes import Act, Handlers, routes
from bots.moderator.visit import Row, Visit
from events.removals import RemovalConfirmed, RemovalDropped, RemovalRequested
from storage.read_models.appeals import RemovalView, removal_by_id, removals_requested
from storage.read_models.contributions import by_reference, contribution_of

ASKED = "remove"
MOST = 8  # requests shown at once


async def on_remove(visit: Visit) -> None:
    """Show what is to be removed; without a reference, what colleagues ask for, and how to name one."""
    if visit.wish.subject:
        return await show(visit, visit.wish.subject)
    say, waiting = visit.say, await removals_requested(visit.desk.engine)
    (await visit.talk()).ask(ASKED)
    lines = [say("moderator-removal-line", ref=each.item.reference, text=clipped(each.item.text)) for each in waiting]
    rows: list[Row] = [[(each.item.reference, f"rmv:{each.id}")] for each in waiting[:MOST]]
    head_ = [say("moderator-removals", count=len(waiting))] if waiting else []
    text = "\n\n".join([*head_, *lines[:MOST], say("moderator-ask-remove")])
    return await visit.show(text, [*rows, [(say.plain("cancel"), "x")]])


async def on_reference(visit: Visit) -> None:
    await show(visit, visit.wish.words)


async def show(visit: Visit, reference: str) -> None:
    """Ask under which article; what is not published cannot be removed."""
    item, talk = await by_reference(visit.desk.engine, reference), await visit.talk()
    if item is None:
        talk.ask(ASKED)
        return await visit.tell(visit.say("moderator-ban-unknown", ref=reference))
    talk.close()
    if item.state != "admitted":
        return await visit.show(await decided_text(visit, item))
    text = f"{await decided_text(visit, item)}\n\n{visit.say('moderator-which-article')}"
    return await visit.show(text, article_rows(visit, item.reference))


def article_rows(visit: Visit, ref: str) -> list[Row]:
    buttons = [
        (label(f"{each.number} · {each.title}"), f"rma:{ref}:{each.number}") for each in articles(visit.language)
    ]
    pairs: list[Row] = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
    return [*pairs, [(visit.say.plain("cancel"), "x")]]


async def on_article(visit: Visit) -> None:
    """Ask the colleagues to agree."""
    item, number = await by_reference(visit.desk.engine, visit.wish.arg(0)), visit.wish.arg(1)
    if item is None or number not in map(str, NUMBERS):
        return await visit.stop("moderator-stale")
    outcome = await visit.act(RemovalRequested, contribution=item.id, article=int(number))
    if not await settled(visit, outcome) or outcome is None:
        return None
    said = visit.say("moderator-removal-asked", ref=item.reference, others=outcome.params["others"])
    drop: Row = [(visit.say.plain("moderator-button-removal-drop"), f"rmd:{outcome.params['removal']}")]
    return await visit.show(said, [drop])


async def on_see(visit: Visit) -> None:
    """Show what a colleague asks for, and take an answer."""
    removal = await meant(visit)
    if removal is None:
        return await visit.stop("moderator-stale")
    visit.moved = visit.wish.name == "removal"  # the notice stays
    if removal.state != "requested" or removal.item.state != "admitted":
        return await visit.show(await decided_text(visit, removal.item))
    return await visit.show(await request_text(visit, removal), request_rows(visit, removal))


async def request_text(visit: Visit, removal: RemovalView) -> str:
    say, found = visit.say, article(removal.article, visit.language)
    mine = removal.requested_by == visit.member.id
    return "\n\n".join(
        [
            await decided_text(visit, removal.item),
            say("moderator-removal-request", number=found.number, title=found.title),
            say("moderator-removal-own" if mine else "moderator-removal-question"),
        ]
    )


def request_rows(visit: Visit, removal: RemovalView) -> list[Row]:
    say = visit.say
    drop = (say.plain("moderator-button-removal-drop"), f"rmd:{removal.id}")
    if removal.requested_by == visit.member.id:
        return [[drop]]
    return [[(say.plain("moderator-button-removal-confirm"), f"rmc:{removal.id}"), drop]]


async def on_confirm(visit: Visit) -> None:
    """Remove it as the second person; the card shows what stands, with undo."""
    removal = await meant(visit)
    if removal is None:
        return await visit.stop("moderator-stale")
    if not await settled(visit, await visit.act(RemovalConfirmed, removal=removal.id)):
        return None
    now = await contribution_of(visit.desk.engine, removal.item.id) or removal.item
    return await visit.show(await decided_text(visit, now), decided_rows(visit, now.reference, "", undo=True))


async def on_drop(visit: Visit) -> None:
    removal = await meant(visit)
    if removal is None:
        return await visit.stop("moderator-stale")
    if await settled(visit, await visit.act(RemovalDropped, removal=removal.id)):
        await visit.show(visit.say("moderator-removal-dropped", ref=removal.item.reference))
    return None


async def meant(visit: Visit) -> RemovalView | None:
    """Return the request that a button is about."""
    asked: UUID | None = identifier(visit.wish.arg(0))
    return await removal_by_id(visit.desk.engine, asked) if asked else None


def answers() -> dict[str, Act]:
    return {ASKED: on_reference}


def handlers() -> Handlers:
    return [
        *routes("/remove", to=on_remove),
        *routes("rma", to=on_article),
        *routes("removal", "rmv", to=on_see),
        *routes("rmc", to=on_confirm),
        *routes("rmd", to=on_drop),
    ]
