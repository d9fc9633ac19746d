"""/help: what can be done here."""

from bots.citizen.commands import menu_names
from bots.citizen.home import menu
from bots.citizen.routes import Answers
from bots.citizen.visit import Visit


async def on_help(visit: Visit) -> None:
    """List the commands under the names they have in the person's language."""
    say = visit.say
    lines = [
        f"/{name} — {say(f'citizen-menu-{english}')}" for english, name in menu_names(visit.person.language).items()
    ]
    await visit.show("\n".join([say("citizen-help"), "", *lines]), menu(say))


async def on_unknown_command(visit: Visit) -> None:
    await visit.show(visit.say("citizen-unknown-command"), menu(visit.say))


def answers() -> Answers:
    return Answers(typed={"/help": on_help, "/?": on_unknown_command})
