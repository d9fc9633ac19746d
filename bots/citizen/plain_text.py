"""Words without a command: the answer to what was asked for, or offered a place. Nothing is kept unasked."""

from aiogram import Router
from aiogram.types import Message, TelegramObject

from bots.citizen.consent import ask_consent
from bots.citizen.contributions import mark_of, place, weigh
from bots.citizen.home import back_home
from bots.citizen.identity import Identities
from bots.citizen.routes import routes
from bots.citizen.visit import Visit, Wants

KINDS = {"q": "question", "o": "opinion"}


async def on_text(message: Message, visit: Visit, identities: Identities) -> None:
    if not visit.known:
        return await ask_consent(visit, "go:home")
    talk = await visit.talk()
    if talk.kind:
        return await weigh(visit, identities, talk.kind, talk.into, visit.wish.words, mark_of(message))
    say = visit.say
    rows = [
        [(say.plain("citizen-button-as-question"), "as:q"), (say.plain("citizen-button-as-opinion"), "as:o")],
        [(say.plain("citizen-button-neither"), "as:n")],
    ]
    return await visit.tell(say("citizen-what-is-this"), rows, reply=True)


async def on_place(_event: TelegramObject, visit: Visit, identities: Identities) -> None:
    """Take the text out of the message that the card replies to."""
    kind = KINDS.get(visit.wish.arg(0))
    if kind is None:
        return await visit.show(visit.say("citizen-left-alone"), [back_home(visit.say)])
    if not visit.known:
        return await ask_consent(visit, "go:home")
    said = visit.message.reply_to_message if isinstance(visit.message, Message) else None
    if said is None or not said.text or said.from_user is None or said.from_user.id != visit.account:
        return await visit.show(visit.say("citizen-text-gone"), [back_home(visit.say)])
    return await place(visit, identities, kind, said.text, said)


def router() -> Router:
    router = routes("plain_text", tapped={"as": on_place})
    router.message.register(on_text, Wants("text"))
    return router
