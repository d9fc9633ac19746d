"""/agenda, /summary and /map: what came out, as text first, then as a picture."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any

from bots.citizen.current import theme_for
from bots.citizen.home import next_steps
from bots.citizen.routes import Answers
from bots.citizen.standing import standing_row
from bots.citizen.visit import Row, Visit
from bots.documents import agenda_blocks, bounded, clip, map_blocks
from bots.summaries import summary_blocks
from bots.wording import Wording, moment
from deliberation.pruning import Prune
from deliberation.rewording import in_language
from storage.read_models.contributions import gone_of
from storage.read_models.objections import objections_of
from storage.read_models.results import PublicationView, draft_of, published_of
from storage.read_models.themes import ThemeView

READABLE = ("agenda", "summary", "map")
SIDES = ("common_ground", "contention", "uncertain")
QUOTED = ("question", "opinion", "testimony")
FEWEST = 10  # people; a map of fewer could show who they are, and says nothing about a city
MOST_MESSAGES = 3  # a person is never sent more at once; the rest is read on the public page
VERSION_DIGITS = 7
MOST_OBJECTIONS = 2  # all are in the open data


async def on_result(visit: Visit) -> None:
    """Show the result that the command is called after."""
    await show(visit, visit.wish.name.removeprefix("/"), visit.wish.arg(0) or visit.wish.words)


async def on_open(visit: Visit) -> None:
    """Open a result from the button under a piece of news, which stays where it is."""
    visit.moved = True
    result = visit.wish.arg(0)
    if result in READABLE:
        await show(visit, result, visit.wish.arg(1), version_in(visit.wish.arg(2)))
    else:
        visit.note(visit.say.plain("citizen-gone"))


async def show(visit: Visit, result: str, slug: str, version: int | None = None) -> None:
    theme = await theme_for(visit, "read", lambda each: f"go:{result}:{each}", slug=slug)
    if theme is None:
        return
    if result == "map":
        await show_map(visit, theme)
    else:
        await show_published(visit, theme, result, version)


async def show_published(visit: Visit, theme: ThemeView, result: str, version: int | None = None) -> None:
    """Show a published version, the newest unless one is named; a draft is for moderators."""
    say, found = visit.say, await published_of(visit.face.engine, theme.slug, result, version)
    if found is None:
        return await visit.show(say(f"citizen-{result}-none", theme=theme.title), next_steps(say, "questions", "vote"))
    head = say(f"citizen-{result}-head", theme=theme.title, version=found.version or 0)
    content = await still_said(visit, theme.slug, found.content)
    if result == "agenda":
        blocks = agenda_blocks(content, say, visit.face.timezone)
    else:
        blocks = summary_blocks(in_language(content, say.language), say)
    rows = [versions_row(say, found, asked=version), *next_steps(say, *_others(result))]
    return await show_blocks(visit, [head, *await objections(visit, theme), *blocks], rows)


async def objections(visit: Visit, theme: ThemeView) -> list[str]:
    """Return what the guarantor objects to, the newest first."""
    raised = await objections_of(visit.face.engine, theme.slug)
    return [
        visit.say(
            "citizen-objection",
            when=moment(each.raised_at, visit.say.language, visit.face.timezone),
            text=clip(each.text),
        )
        for each in reversed(raised[-MOST_OBJECTIONS:])
    ]


def versions_row(say: Wording, found: PublicationView, *, asked: int | None) -> Row:
    """Return the way to the version before, and from an older one back to the newest."""
    here, opens = found.version or 0, f"open:{found.result}:{found.theme}"
    before = [(say.plain("button-version", version=here - 1), f"{opens}:{here - 1}")] if here > 1 else []
    return [*before, *([(say.plain("button-newest"), opens)] if asked else [])]


def version_in(text: str) -> int | None:
    """Return the number of a version in a button's data; anything else is none: data may be forged."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < VERSION_DIGITS else None


async def still_said(visit: Visit, theme: str, content: dict[str, Any]) -> dict[str, Any]:
    """Return a published result without the words that were withdrawn after it was published."""
    walls = [await visit.memory.walls.of(theme, kind) for kind in QUOTED]
    admitted = {reference: item.text for wall in walls for reference, item in wall.by_reference.items()}
    gone = await gone_of(visit.face.engine, theme)
    return Prune(admitted, gone, left_out=visit.say.plain("state-withdrawn")).document(content)


async def show_map(visit: Visit, theme: ThemeView) -> None:
    """Say in words who agrees on what, then show the picture of it."""
    say, found = visit.say, await draft_of(visit.face.engine, theme.slug, "map")
    if found is None or found.content.get("participants", 0) < FEWEST:
        return await visit.show(say("citizen-map-none", theme=theme.title), next_steps(say, "vote"))
    head, png = say("citizen-map-head", theme=theme.title), await picture(visit, theme)
    blocks = [head, *map_blocks(await in_words(visit, theme, found.content), say)]
    rows = [standing_row(say, theme.slug), *next_steps(say, *_others("map"))]
    await show_blocks(visit, blocks, rows, most=MOST_MESSAGES - (png is not None))
    if png:
        await visit.picture(png, f"{theme.slug}.png", head)
    return None


async def in_words(visit: Visit, theme: ThemeView, content: dict[str, Any]) -> dict[str, Any]:
    """Return the map with the text of each statement that is still admitted."""
    wall = await visit.memory.walls.of(theme.slug, "opinion")

    def told(row: Any) -> Any:
        bare = row if isinstance(row, dict) else {"statement": row}
        found = wall.by_reference.get(str(bare.get("statement")))
        return {**bare, "text": found.text if found else ""}

    groups = [
        {**group, "representative": [told(row) for row in group.get("representative", [])]}
        for group in content.get("groups", [])
    ]
    sides = {side: [told(row) for row in content.get(side, [])] for side in SIDES}
    return {**content, **sides, "groups": groups}


async def picture(visit: Visit, theme: ThemeView) -> bytes | None:
    """Return the map's picture, or None while there is none."""
    found = await draft_of(visit.face.engine, theme.slug, "map_picture")
    try:
        return base64.b64decode(found.content["png"], validate=True) if found else None
    except (KeyError, TypeError, binascii.Error):
        return None


async def show_blocks(visit: Visit, blocks: Sequence[str], rows: Sequence[Row], most: int = MOST_MESSAGES) -> None:
    """Show a long document in order, buttons under its end."""
    *first, last = bounded(blocks, most, visit.say("citizen-document-more", url=visit.face.web_url or ""))
    for part in first:
        await visit.show(part)
    await visit.show(last, rows)


def _others(result: str) -> list[str]:
    return [each for each in READABLE if each != result]


def answers() -> Answers:
    return Answers(typed={f"/{name}": on_result for name in READABLE}, tapped={"open": on_open})
