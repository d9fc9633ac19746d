"""Whatever is no words and no command gets one sensible answer, and has no effect."""

from aiogram import Router
from aiogram.types import TelegramObject

from bots.citizen.home import menu
from bots.citizen.visit import Visit, Wants


async def on_wordless(_event: TelegramObject, visit: Visit) -> None:
    """Answer a picture, a voice, a place: only words can be read by everybody."""
    await visit.tell(visit.say("citizen-words-only"), menu(visit.say))


async def on_edited(_event: TelegramObject, visit: Visit) -> None:
    """Say that what was received stays as it was."""
    await visit.tell(visit.say("citizen-edited"), [[(visit.say.plain("citizen-button-mine"), "go:mine")]])


async def on_group(_event: TelegramObject, visit: Visit) -> None:
    """Ask for a private chat: in a group everybody would see who says what."""
    if visit.query:
        visit.note(visit.say.plain("citizen-private-only"), alert=True)
    else:
        await visit.tell(visit.say("citizen-private-only"))


async def on_unknown_button(_event: TelegramObject, visit: Visit) -> None:
    visit.note(visit.say.plain("citizen-gone"))


def router() -> Router:
    router = Router(name="other")
    router.message.register(on_group, Wants("group"))
    router.edited_message.register(on_group, Wants("group"))
    router.edited_message.register(on_edited)
    router.message.register(on_wordless)
    router.callback_query.register(on_group, Wants("group"))
    router.callback_query.register(on_unknown_button)
    return router
