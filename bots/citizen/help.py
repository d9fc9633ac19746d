"""/help and /privacy: what can be done here, and what happens to one's words."""

from bots.citizen.commands import menu_names
from bots.citizen.consent import rows
from bots.citizen.home import back_home, menu
from bots.citizen.routes import Answers
from bots.citizen.visit import Visit


async def on_help(visit: Visit) -> None:
    """List the commands under the names they have in the person's language."""
    say = visit.say
    lines = [
        f"/{name} — {say(f'citizen-menu-{english}')}" for english, name in menu_names(visit.person.language).items()
    ]
    await visit.show("\n".join([say("citizen-help"), "", *lines]), menu(say))


async def on_privacy(visit: Visit) -> None:
    say = visit.say
    text = say("citizen-privacy", city=visit.face.place)
    if visit.known:
        await visit.show(text, [[(say.plain("citizen-button-forget"), "go:forget")], back_home(say)])
    else:
        await visit.show(text, rows(say, visit.person.language, ""))


async def on_unknown_command(visit: Visit) -> None:
    await visit.show(visit.say("citizen-unknown-command"), menu(visit.say))


def answers() -> Answers:
    return Answers(typed={"/help": on_help, "/privacy": on_privacy, "/?": on_unknown_command})
