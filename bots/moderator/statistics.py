"""/stats: how much there is of everything in a theme, as text and as a picture."""

import asyncio

from bots.moderator.cards import age
from bots.moderator.chart import bars, drawable
from bots.moderator.choosing import theme_for
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import Visit
from storage.read_models.sources import sources_of
from storage.read_models.status import STATES, Status, status_of
from storage.read_models.themes import ThemeView
from storage.read_models.waiting import backlog_of

MOST_PLACES = 8


async def on_stats(visit: Visit) -> None:
    theme = await theme_for(visit, "st")
    if theme is None:
        return
    visit.moved = True  # the list of themes stays where it is
    counts = await status_of(visit.desk.engine, theme.slug)
    await visit.tell(await text_of(visit, theme, counts))
    if counts.contributions["received"]:
        say = drawable(visit.say)
        labels = [say.plain(f"state-{state}") for state in STATES]
        values = [counts.contributions[state] for state in STATES]
        title = say.plain("moderator-stats-chart", theme=theme.title)
        await visit.picture(
            await asyncio.to_thread(bars, title, labels, values),
            visit.say("moderator-stats-caption", theme=theme.title),
        )


async def text_of(visit: Visit, theme: ThemeView, counts: Status) -> str:
    say, backlog = visit.say, await backlog_of(visit.desk.engine, theme.slug)
    states = [
        say("moderator-stats-state", state=say.plain(f"state-{state}"), count=counts.contributions[state])
        for state in STATES
    ]
    return "\n".join(
        [
            say("moderator-stats", theme=theme.title, phase=say.plain(f"phase-{theme.phase}")),
            say("moderator-stats-received", count=counts.contributions["received"]),
            *states,
            say(
                "moderator-stats-people",
                people=counts.people,
                votes=counts.votes,
                supports=counts.supports,
                sign_ups=counts.sign_ups,
            ),
            *([say("moderator-stats-oldest", age=age(visit, backlog.oldest))] if backlog.waiting else []),
            *await where_from(visit, theme),
        ]
    )


async def where_from(visit: Visit, theme: ThemeView) -> list[str]:
    """Return by which posters people came, the best first, and the others together."""
    say, sources = visit.say, await sources_of(visit.desk.engine, theme.slug)
    told = [
        say("moderator-stats-source", place=place, people=people)
        if place
        else say("moderator-stats-link", people=people)
        for place, people in sources[:MOST_PLACES]
    ]
    others = sum(people for _, people in sources[MOST_PLACES:])
    told += [say("moderator-stats-elsewhere", people=others)] if others else []
    return [say("moderator-stats-sources"), *told] if told else []


def handlers() -> Handlers:
    return [*routes("/stats", "st", to=on_stats, right="oversee")]
