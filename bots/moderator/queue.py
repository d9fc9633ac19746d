"""/queue: one item after the other, decided in one tap, the next one at once."""

from uuid import UUID

from bots.charter import NUMBERS
from bots.moderator.cards import (
    ALL,
    THEME,
    appealed_rows,
    appealed_text,
    article_rows,
    decided_rows,
    decided_text,
    waiting_rows,
    waiting_text,
)
from bots.moderator.refusals import settled, worded
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import Row, Visit
from events.base import Event, Outcome
from events.moderation import (
    ContributionAdmitted,
    ContributionMerged,
    ContributionRefused,
    DecisionUndone,
    ItemRequested,
    ItemSkipped,
)
from storage.read_models.appeals import appeals_waiting
from storage.read_models.contributions import ContributionView, by_reference
from storage.read_models.queue import card_of
from storage.read_models.themes import theme_of
from storage.read_models.waiting import backlog_of


async def on_queue(visit: Visit) -> None:
    """Take the next item of a theme, or of all."""
    slug = visit.wish.subject.lower() or None
    if slug and await theme_of(visit.desk.engine, slug) is None:
        return await visit.stop("moderator-refused-unknown-theme", theme=slug)
    visit.moved = True  # the list of themes stays where it is
    return await show_next(visit, slug)


async def on_next(visit: Visit) -> None:
    """Take the next item after the one on this card."""
    if item := await item_of(visit):
        visit.moved = True
        await show_next(visit, item.theme if scope_of(visit) == THEME else None)


async def show_next(visit: Visit, theme: str | None) -> None:
    outcome = await visit.act(ItemRequested, theme=theme)
    if not await settled(visit, outcome) or outcome is None:
        return
    if outcome.code == "queue_empty":
        await show_empty(visit, theme)
    else:
        await show_item(visit, UUID(str(outcome.params["contribution"])), THEME if theme else ALL)


async def show_empty(visit: Visit, theme: str | None) -> None:
    """Say that nothing waits, or that all of it is in colleagues' hands, or waits in other themes."""
    here = await backlog_of(visit.desk.engine, theme)
    elsewhere = (await backlog_of(visit.desk.engine)).waiting - here.waiting
    rows: list[Row] = [[(visit.say.plain("moderator-button-all-themes", count=elsewhere), "q")]] if elsewhere else []
    text = visit.say("moderator-queue-in-hands" if here.waiting else "moderator-queue-empty", waiting=here.waiting)
    own = await appeals_waiting(visit.desk.engine, against=visit.member.id)
    told = [visit.say("moderator-appeals-own", count=own)] if own else []
    await visit.show("\n\n".join([text, *told]), rows)


async def show_item(visit: Visit, contribution: UUID, scope: str) -> None:
    """Show an item to be decided; one that was decided in the meantime is shown so."""
    card = await card_of(visit.desk.engine, contribution, visit.desk.kin)
    if card is None:
        return await visit.stop("moderator-stale")
    if card.appeal and card.appealed:
        rows = appealed_rows(visit, card.item.reference, scope)
        return await visit.show(await appealed_text(visit, card, card.appeal), rows)
    if card.item.state != "waiting":
        return await show_decided(visit, card.item, scope, undo=False)
    backlog = await backlog_of(visit.desk.engine, card.item.theme if scope == THEME else None)
    rows = waiting_rows(visit, card, scope, backlog.waiting)
    return await visit.show(await waiting_text(visit, card, backlog), rows)


async def show_decided(visit: Visit, item: ContributionView, scope: str, *, undo: bool) -> None:
    await visit.show(await decided_text(visit, item), decided_rows(visit, item.reference, scope, undo=undo))


async def on_admit(visit: Visit) -> None:
    await decide(visit, ContributionAdmitted)


async def on_refuse(visit: Visit) -> None:
    """Ask under which article; the card keeps its text."""
    item = await item_of(visit)
    card = await card_of(visit.desk.engine, item.id, visit.desk.kin) if item else None
    if card is None or card.item.state != "waiting":
        return await visit.stop("moderator-stale")
    scope = scope_of(visit)
    backlog = await backlog_of(visit.desk.engine, card.item.theme if scope == THEME else None)
    text = f"{await waiting_text(visit, card, backlog)}\n\n{visit.say('moderator-which-article')}"
    return await visit.show(text, article_rows(visit, card.item.reference, scope))


async def on_back(visit: Visit) -> None:
    if item := await item_of(visit):
        await show_item(visit, item.id, scope_of(visit))


async def on_article(visit: Visit) -> None:
    number = visit.wish.arg(1)
    if number not in map(str, NUMBERS):
        return await visit.stop("moderator-stale")
    return await decide(visit, ContributionRefused, article=int(number))


async def on_merge(visit: Visit) -> None:
    """Put the item beside one that says the same; both texts are kept."""
    target = await by_reference(visit.desk.engine, visit.wish.arg(1))
    if target is None:
        return await visit.stop("moderator-stale")
    return await decide(visit, ContributionMerged, into=target.id)


async def decide(visit: Visit, kind: type[Event], **fields: object) -> None:
    """Tell a decision; the card shows what stands, and the next item follows."""
    item, scope = await item_of(visit), scope_of(visit)
    if item is None:
        return None
    outcome = await visit.act(kind, key=None, contribution=item.id, **fields)
    if outcome is None:
        return await visit.stop("moderator-later")
    now = await item_of(visit) or item
    if outcome.refused:
        return await stop_on_card(visit, outcome, now, scope)
    await show_decided(visit, now, scope, undo=True)
    return await show_next(visit, item.theme if scope == THEME else None)


async def on_skip(visit: Visit) -> None:
    """Leave the item to somebody else; it comes back when nothing else waits."""
    item, scope = await item_of(visit), scope_of(visit)
    if item is None:
        return None
    if not await settled(visit, await visit.act(ItemSkipped, contribution=item.id)):
        return None
    card = await card_of(visit.desk.engine, item.id, visit.desk.kin)
    if card and card.item.state != "waiting" and not card.appealed:  # somebody else decided it first
        return await show_decided(visit, card.item, scope, undo=False)
    text = visit.say("moderator-decided-skipped", ref=item.reference)
    await visit.show(text, [[(visit.say.plain("moderator-button-take-again"), f"qb:{item.reference}:{scope}")]])
    return await show_next(visit, item.theme if scope == THEME else None)


async def on_undo(visit: Visit) -> None:
    """Take the decision back, while it is fresh; the card is open again."""
    item, scope = await item_of(visit), scope_of(visit)
    if item is None:
        return None
    outcome = await visit.act(DecisionUndone, contribution=item.id)
    if outcome is None:
        return await visit.stop("moderator-later")
    if outcome.refused:
        return await stop_on_card(visit, outcome, item, scope)
    return await show_item(visit, item.id, scope)


async def stop_on_card(visit: Visit, outcome: Outcome, item: ContributionView, scope: str) -> None:
    """Say over the card what was not possible, and show in it what stands."""
    key, params = worded(visit, outcome)
    await visit.stop(key, **params)
    if outcome.code != "refused.role":
        await show_item(visit, item.id, scope)


async def item_of(visit: Visit) -> ContributionView | None:
    """Return the item that a button is about; says so when there is none."""
    found = await by_reference(visit.desk.engine, visit.wish.arg(0))
    if found is None:
        await visit.stop("moderator-stale")
    return found


def scope_of(visit: Visit) -> str:
    return THEME if visit.wish.args[-1:] == (THEME,) else ALL


def handlers() -> Handlers:
    return [
        *routes("/queue", "q", to=on_queue),
        *routes("qx", to=on_next),
        *routes("qa", to=on_admit),
        *routes("qr", to=on_refuse),
        *routes("qb", to=on_back),
        *routes("qn", to=on_article),
        *routes("qm", to=on_merge),
        *routes("qs", to=on_skip),
        *routes("qu", to=on_undo),
    ]
