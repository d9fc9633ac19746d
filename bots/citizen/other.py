"""Whatever is no words and no command gets one sensible answer, and has no effect."""

from bots.citizen.home import menu
from bots.citizen.routes import Answers
from bots.citizen.visit import Visit

KINDS = {
    "picture": ("photo", "video", "animation", "video_note"),
    "voice": ("voice", "audio"),
    "sticker": ("sticker", "dice"),
    "place": ("location", "venue"),
    "file": ("document",),
    "contact": ("contact",),
}


async def on_wordless(visit: Visit) -> None:
    """Answer a picture, a voice, a place: only words can be read by everybody."""
    await visit.tell(visit.say("citizen-words-only", kind=kind_of(visit.message)), menu(visit.say))


def kind_of(message: object) -> str:
    """Return what somebody sent, in a word that the catalogue selects by."""
    return next((kind for kind, names in KINDS.items() if any(getattr(message, name, None) for name in names)), "other")


async def on_edited(visit: Visit) -> None:
    """Say that what was received stays as it was."""
    await visit.tell(visit.say("citizen-edited"), [[(visit.say.plain("citizen-button-mine"), "go:mine")]])


async def on_forwarded(visit: Visit) -> None:
    """Ask for the person's own words: whose these are nobody knows, nor whether they may be published."""
    await visit.tell(visit.say("citizen-forwarded"), menu(visit.say), reply=True)


async def on_unknown_button(visit: Visit) -> None:
    visit.note(visit.say.plain("citizen-gone"))


def answers() -> Answers:
    return Answers(typed={"edited": on_edited, "forwarded": on_forwarded, "wordless": on_wordless})
