"""`palabre demo`: the whole way once (headless), or a town to walk about in until Ctrl-C."""

from collections.abc import Callable
from pathlib import Path

import click

from deploy import results
from deploy.demo import story
from deploy.demo.crowd import THEME, TITLE
from deploy.demo.stage import Stage, stage
from deploy.exporting import export
from deploy.parts import stop_signal
from deploy.wiring import Instance, instance

Progress = Callable[[str, int, int], None]


async def headless(home: Path, port: int, progress: Progress) -> None:
    """Run the main job from the first invitation to the published results; print them and where the files lie."""
    async with stage(home, port) as running, instance(running.settings, prepare=False) as parts:
        say("both bots listen; their Telegram is a look-alike on this machine")
        await city_comes_together(running, parts, progress, publish=True)
        for result in ("map", "agenda", "summary"):
            content = await results.result_of(running.settings, THEME, result, compute=False)
            click.echo(f"\n{results.TEXTS[result](content)}")
        click.echo(f"\n{results.status_text(await results.status(running.settings))}\n")
        names = await export(running.settings, THEME, home / "export")
        say(f"open data: {home / 'export'} ({', '.join(names)})")
        say(f"database, bus and log: {home}")


async def playing(home: Path, port: int, progress: Progress) -> None:
    """Bring the town to life and leave the two phones to whoever opens the page."""
    stop = stop_signal()
    async with stage(home, port) as running, instance(running.settings, prepare=False) as parts:
        await city_comes_together(running, parts, progress, publish=False)
        click.echo(
            f"\nOpen {running.world.base_url}/ in a browser: two phones, one of a citizen, one of a moderator.\n"
            f"The city's public pages: http://127.0.0.1:{running.settings.web_port}/\n"
            "Some contributions wait in the queue: type /queue as Awa.\n"
            f"Then /phase {THEME} deliberating, and /agenda {THEME}; Blaise confirms.\n"
            f"Files: {home}   Log: {home / 'palabre.log'}\n"
            "Ctrl-C stops everything."
        )
        await stop.wait()
        say("stopping")


async def city_comes_together(running: Stage, parts: Instance, progress: Progress, *, publish: bool) -> None:
    team = await story.theme_is_opened(running)
    say(f"Awa and Blaise were invited, opened the theme « {TITLE} » and planned the debate {story.SESSION}")
    script = await story.crowd_takes_part(parts, progress)
    say(f"{len(script.crowd.people)} people took part")
    players = await story.people_write(running)
    say(f"{', '.join(player.role.name for player in players)} wrote from their phones")
    if publish:
        say(f"Awa decided {await story.queue_is_emptied(running, team.owner, script)} waiting items, a tap each")
        await story.results_are_published(running, team)
        say("agenda and summary were published, each by two people")
        for told in await story.authors_are_told(running, players):
            say(told)


def say(line: str) -> None:
    click.echo(f"▸ {line}")
