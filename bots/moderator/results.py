"""/agenda and /summary: the draft is read, published by one person and confirmed by another."""

import asyncio
import json
import logging
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

from bots.moderator.choosing import theme_for
from bots.moderator.reading import show_document
from bots.moderator.refusals import settled
from bots.moderator.routes import Handlers, routes
from bots.moderator.versions import versions_row
from bots.moderator.visit import FACE, Row, Visit
from bots.wording import listed
from deliberation.roles import may
from events.base import fact_id
from events.results import PublicationConfirmed, PublicationRequested
from storage.read_models.people import members_of
from storage.read_models.results import DraftView, draft_of, publication_of, summary_of
from storage.read_models.themes import ThemeView, theme_of

log = logging.getLogger(__name__)

RESULTS = {"/agenda": "agenda", "ag": "agenda", "pa": "agenda", "/summary": "summary", "su": "summary", "ps": "summary"}
PUBLISH = {"agenda": "pa", "summary": "ps"}
MARK = 4  # characters that tell one draft of a theme from another in a button's data
PATIENCE = 12.0  # seconds; Telegram's update must be finished within 20


async def on_draft(visit: Visit) -> None:
    """Have the result computed and show it."""
    result = RESULTS[visit.wish.name]
    theme = await theme_for(visit, "ag" if result == "agenda" else "su")
    if theme is None:
        return
    visit.moved = True  # the list of themes stays where it is
    fresh = await brought_up_to_date(visit, theme.slug)
    draft = await newest(visit, theme.slug, result)
    if draft is None or not says_something(draft.content):
        await visit.tell(visit.say(f"moderator-{result}-none", theme=theme.title))
    else:
        await show_draft(visit, theme, draft, "" if fresh else visit.say("moderator-draft-behind"))


async def newest(visit: Visit, theme: str, result: str) -> DraftView | None:
    """Return the newest draft; of a summary with what a model wrote of it."""
    engine = visit.desk.engine
    return await (summary_of(engine, theme) if result == "summary" else draft_of(engine, theme, result))


async def brought_up_to_date(visit: Visit, theme: str) -> bool:
    """Return whether the computing was done in time; the newest draft must do otherwise."""
    try:
        async with asyncio.timeout(PATIENCE):
            await visit.desk.bring_up_to_date(theme)
    except TimeoutError:
        log.warning("results of %s are still being computed", theme)
        return False
    return True


def says_something(content: Mapping[str, Any]) -> bool:
    return bool(content.get("items") or content.get("not_selected") or content.get("sections"))


async def show_draft(visit: Visit, theme: ThemeView, draft: DraftView, said: str = "") -> None:
    """Show what would be published, with a button that publishes exactly that, where the phase allows it."""
    say, result = visit.say, draft.result
    head = say(f"moderator-{result}-draft", theme=theme.title)
    if theme.allows("publish"):
        foot, act = "moderator-draft-publish", f"{PUBLISH[result]}:{theme.slug}:{mark_of(draft.content)}"
        rows: list[Row] = [[(say.plain("moderator-button-publish"), act)]]
    else:
        foot, rows = "moderator-draft-later", [[(say.plain("moderator-button-phase"), f"fp:{theme.slug}")]]
    if result == "agenda":
        rows.append([(say.plain("moderator-button-items"), f"ae:{theme.slug}")])
    rows.append(await versions_row(visit, theme, result))
    ending = say(foot, phase=say.plain(f"phase-{theme.phase}"))
    await show_document(visit, draft, head=f"{said}\n\n{head}".strip(), ending=ending, rows=rows)


def mark_of(content: Mapping[str, Any]) -> str:
    """Return a mark of a document that another document hardly has."""
    written = json.dumps(content, sort_keys=True, ensure_ascii=False).encode()
    return urlsafe_b64encode(sha256(written).digest()).decode()[:MARK]


async def on_publish(visit: Visit) -> None:
    """Ask for the publication of what was shown; a draft that has changed since is shown again instead."""
    result, theme = RESULTS[visit.wish.name], await theme_of(visit.desk.engine, visit.wish.arg(0))
    draft = await newest(visit, visit.wish.arg(0), result)
    if theme is None or draft is None:
        return await visit.stop("moderator-stale")
    if mark_of(draft.content) != visit.wish.arg(1):
        visit.moved = True
        return await show_draft(visit, theme, draft, visit.say("moderator-draft-changed"))
    outcome = await visit.act(
        PublicationRequested,
        key=fact_id(FACE, "publish", visit.member.id, visit.message.message_id, draft.input_hash),
        theme=theme.slug,
        result=result,
        input_hash=draft.input_hash,
        content=draft.content,
    )
    if await settled(visit, outcome):
        await visit.show(await who_confirms(visit, theme, result))
    return None


async def who_confirms(visit: Visit, theme: ThemeView, result: str) -> str:
    """Say who has been asked to confirm."""
    say = visit.say
    names = [
        f"{each.name} ({say.plain(f'role-{each.role}')})"
        for each in await members_of(visit.desk.engine)
        if may(each.role, "publish") and each.id != visit.member.id
    ]
    key = "moderator-publish-requested" if names else "moderator-publish-alone"
    return say(key, what=result, theme=theme.title, names=listed(names, visit.language))


async def on_see(visit: Visit) -> None:
    """Show exactly what a colleague wants to publish, and below it the button that confirms it."""
    asked = identifier(visit.wish.arg(0))
    found = await publication_of(visit.desk.engine, asked) if asked else None
    theme = await theme_of(visit.desk.engine, found.theme) if found else None
    if found is None or theme is None:
        return await visit.stop("moderator-stale")
    say, confirm = visit.say, found.version is None and found.requested_by != visit.member.id
    rows: list[Row] = [[(say.plain("button-confirm"), f"cf:{found.id}")]] if confirm else []
    visit.moved = True
    head = say(f"moderator-{found.result}-requested", theme=theme.title)
    ending = say("moderator-confirm-question" if confirm else "moderator-confirm-nothing", version=found.version or 0)
    return await show_document(visit, found, head=head, ending=ending, rows=rows)


async def on_confirm(visit: Visit) -> None:
    """Confirm a publication as the second person."""
    asked = identifier(visit.wish.arg(0))
    if asked is None:
        return await visit.stop("moderator-stale")
    outcome = await visit.act(PublicationConfirmed, publication=asked)
    if not await settled(visit, outcome) or outcome is None:
        return None
    theme = await theme_of(visit.desk.engine, str(outcome.params["theme"]))
    title, params = theme.title if theme else "", outcome.params
    said = visit.say("moderator-published", what=params["result"], theme=title, version=params["version"])
    return await visit.show(said)


def identifier(text: str) -> UUID | None:
    """Return an id from a button's data, None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None


def handlers() -> Handlers:
    return [
        *routes("/agenda", "ag", "/summary", "su", to=on_draft, right="publish"),
        *routes("pa", "ps", to=on_publish, right="publish"),
        *routes("see", "publish", to=on_see, right="publish"),  # `publish` is below notices of earlier versions
        *routes("cf", to=on_confirm, right="publish"),
    ]
