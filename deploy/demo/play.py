"""`palabre demo`: the whole way once (headless), or a town to walk about in until Ctrl-C."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import click

from bots.playground import playground
from deploy import results
from deploy.demo import story
from deploy.demo.cast import Player
from deploy.demo.coming import Coming
from deploy.demo.crowd import THEME, TITLE, Script, parted
from deploy.demo.stage import BOT, MODERATION, Stage, stage
from deploy.demo.watching import watching
from deploy.exports.exporting import export
from deploy.parts import stop_signal
from deploy.settings import Settings
from deploy.watching.health import health
from deploy.wiring import Instance, instance
from events.ending import ended
from storage.read_models.themes import themes_of

Progress = Callable[[str, int, int], None]

FIRST = 100  # people of the sample who are there before anybody opens the page
THEN = (f"/queue {THEME}", f"/phase {THEME} deliberating", f"/agenda {THEME}")  # what a moderator does with them
LOOK_SECONDS = 0.2


async def headless(home: Path, port: int, progress: Progress) -> None:
    """Run the main job from the first invitation to the published results; print them and where the files lie."""
    async with stage(home, port) as running, instance(running.settings, prepare=False) as parts:
        say("both bots listen; their Telegram is a look-alike on this machine")
        await city_comes_together(running, parts, progress)
        for result in ("map", "agenda", "summary"):
            content = await results.result_of(running.settings, THEME, result, compute=False)
            click.echo(f"\n{results.TEXTS[result](content)}")
        click.echo(f"\n{results.status_text(await results.status(running.settings))}\n")
        names = await export(running.settings, THEME, home / "export")
        say(f"Bot API: {running.world.calls} calls, {len(running.world.refused)} refused")
        say(f"open data: {home / 'export'} ({', '.join(names)})")
        say(f"database, bus and log: {home}")


async def playing(home: Path, port: int, progress: Progress) -> None:
    """Bring the town to life and leave the phones to whoever opens the page."""
    stop = stop_signal()
    async with (
        stage(home, port) as running,
        instance(running.settings, prepare=False) as parts,
        watching(parts, running.world.strip),
    ):
        await city_begins(running, parts, progress)
        click.echo(where_to_look(running, home))
        await stop.wait()
        say("stopping")


async def beside(settings: Settings, port: int, progress: Progress) -> None:
    """Stand in Telegram's place for bots that run elsewhere, and bring their town to life if nobody has yet."""
    stop, tokens = stop_signal(), [settings.need(f"{bot}_bot_token") for bot in ("citizen", "moderator")]
    async with playground(port, host="0.0.0.0") as world, health(settings.health_port, lambda: None):  # noqa: S104 - a container's own network
        citizens, moderators = world.bot(tokens[0], BOT), world.bot(tokens[1], MODERATION)
        await unless(stop, _living(Stage(world, settings, citizens, moderators), progress))


async def unless(stop: asyncio.Event, work: Awaitable[None]) -> None:
    """Do the work, or leave it where it is once told to stop."""
    doing, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    await asyncio.wait({doing, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if doing.done():
        doing.result()
    await ended(doing, stopping)


async def _living(running: Stage, progress: Progress) -> None:
    while not (running.citizens.polling and running.moderators.polling):  # noqa: ASYNC110 - it is Telegram who is asked
        await asyncio.sleep(LOOK_SECONDS)
    async with instance(running.settings, prepare=False) as parts, watching(parts, running.world.strip):
        await city_begins(running, parts, progress)
        say("the phones are ready")
        await asyncio.Event().wait()  # until somebody stops it


def where_to_look(running: Stage, home: Path) -> str:
    return (
        f"\nOpen {running.world.base_url}/ in a browser: two phones, one of a citizen, one of a moderator.\n"
        "Not Telegram: a playground. Nothing leaves this machine.\n"
        f"The city's public pages: http://127.0.0.1:{running.settings.web_port}/\n"
        "As the citizen: tap Start, agree, ask a question. As the moderator, Awa: type /queue; it waits there.\n"
        f"Fill the town with the button beside the phones. Then /phase {THEME} deliberating, and /agenda {THEME}; "
        "Blaise confirms, from another phone.\n"
        f"Files: {home}   Log: {home / 'palabre.log'}\n"
        "Ctrl-C stops everything."
    )


async def city_comes_together(running: Stage, parts: Instance, progress: Progress) -> None:
    """Go the whole way, with everybody."""
    team = await theme_is_opened(running)
    script = story.script_of(parts)
    players = await people_come(running, parts, script, progress)
    say(f"Awa decided {await story.queue_is_emptied(running, team.owner, script)} waiting items, a tap each")
    await story.results_are_published(running, team)
    say("agenda and summary were published, each by two people")
    for told in await story.authors_are_told(running, players):
        say(told)


async def city_begins(running: Stage, parts: Instance, progress: Progress) -> None:
    """Open the theme with the first people, unless somebody has; all others come when the page calls them."""
    first, later = parted(story.script_of(parts), FIRST)
    if not await themes_of(parts.engine):
        await theme_is_opened(running)
        await people_come(running, parts, first, progress)
    running.world.crowd.offer(Coming(parts, later), len(later.crowd.people), THEN)


async def theme_is_opened(running: Stage) -> story.Team:
    team = await story.theme_is_opened(running)
    say(f"Awa and Blaise were invited, opened the theme « {TITLE} » and planned the debate {story.SESSION}")
    return team


async def people_come(running: Stage, parts: Instance, script: Script, progress: Progress) -> list[Player]:
    await story.crowd_takes_part(parts, script, progress)
    say(f"{len(script.crowd.people)} people took part")
    players = await story.people_write(running)
    say(f"{', '.join(player.role.name for player in players)} wrote from their phones")
    return players


def say(line: str) -> None:
    click.echo(f"▸ {line}")
