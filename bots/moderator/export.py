"""/export: the open data of a theme, as one file."""

import asyncio

from bots.moderator.choosing import theme_for
from bots.moderator.results import brought_up_to_date
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import Visit

MEGABYTE = 1_000_000
HEAVIEST = 49 * MEGABYTE  # a bot may send 50
PATIENCE = 6.0  # seconds to gather, after the computing


async def on_export(visit: Visit) -> None:
    """Send what `palabre export` writes: only what is admitted now, of published results what still stands."""
    theme = await theme_for(visit, "ex")
    if theme is None:
        return None
    visit.moved = True  # the list of themes stays where it is
    fresh, say = await brought_up_to_date(visit, theme.slug), visit.say
    try:
        async with asyncio.timeout(PATIENCE):
            content = await visit.desk.bundle(theme.slug)
    except TimeoutError:
        return await visit.tell(say("moderator-export-later", slug=theme.slug))
    if len(content) > HEAVIEST:
        megabytes = len(content) // MEGABYTE
        return await visit.tell(say("moderator-export-large", theme=theme.title, slug=theme.slug, megabytes=megabytes))
    told = [say("moderator-export-file", theme=theme.title), *([] if fresh else [say("moderator-export-behind")])]
    return await visit.document(content, f"{theme.slug}.zip", "\n\n".join(told))


def handlers() -> Handlers:
    return [*routes("/export", "ex", to=on_export, right="oversee")]
