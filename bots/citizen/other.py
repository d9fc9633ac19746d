"""Whatever is no words and no command gets one sensible answer, and has no effect."""

from bots.citizen.home import menu
from bots.citizen.routes import Answers
from bots.citizen.visit import Visit


async def on_wordless(visit: Visit) -> None:
    """Answer a picture, a voice, a place: only words can be read by everybody."""
    await visit.tell(visit.say("citizen-words-only"), menu(visit.say))


async def on_edited(visit: Visit) -> None:
    """Say that what was received stays as it was."""
    await visit.tell(visit.say("citizen-edited"), [[(visit.say.plain("citizen-button-mine"), "go:mine")]])


async def on_group(visit: Visit) -> None:
    """Ask for a private chat: in a group everybody would see who says what."""
    if visit.query:
        visit.note(visit.say.plain("citizen-private-only"), alert=True)
    else:
        await visit.tell(visit.say("citizen-private-only"))


async def on_unknown_button(visit: Visit) -> None:
    visit.note(visit.say.plain("citizen-gone"))


def answers() -> Answers:
    written = {"group": on_group, "edited": on_edited, "wordless": on_wordless}
    return Answers(typed=written, tapped={"group": on_group})
