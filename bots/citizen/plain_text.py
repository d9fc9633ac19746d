"""Words without a command: the answer to what was asked for, or offered a place. Nothing is kept unasked."""

from aiogram.types import Message

from bots.citizen import appeals, live, needs
from bots.citizen.attendance import enter, room_of
from bots.citizen.consent import ask_consent
from bots.citizen.contributions import mark_of, place, weigh
from bots.citizen.home import back_home
from bots.citizen.routes import Answers
from bots.citizen.visit import Visit
from deliberation.signs import read
from events.base import NUL

KINDS = {"q": "question", "o": "opinion"}
TAKERS = {live.ASKED: live.take, needs.ASKED: needs.take}


async def on_text(visit: Visit) -> None:
    code = read(visit.wish.words)
    if code and await room_of(visit, code):
        return await enter(visit, code)
    if not visit.known:
        return await ask_consent(visit, "go:home")
    talk = await visit.talk()
    if talk.kind == appeals.ASKED:
        return await appeals.on_reason(visit)
    if taker := TAKERS.get(talk.kind):
        return await taker(visit, talk.into, visit.wish.words)
    if talk.kind:
        return await weigh(visit, talk.kind, talk.into, visit.wish.words, mark_of(visit.message), amends=talk.amends)
    say = visit.say
    rows = [
        [(say.plain("citizen-button-as-question"), "as:q"), (say.plain("citizen-button-as-opinion"), "as:o")],
        [(say.plain("citizen-button-neither"), "as:n")],
    ]
    return await visit.tell(say("citizen-what-is-this"), rows, reply=True)


async def on_place(visit: Visit) -> None:
    """Take the text out of the message that the card replies to."""
    kind = KINDS.get(visit.wish.arg(0))
    if kind is None:
        return await visit.show(visit.say("citizen-left-alone"), [back_home(visit.say)])
    if not visit.known:
        return await ask_consent(visit, "go:home")
    said = visit.message.reply_to_message if isinstance(visit.message, Message) else None
    if said is None or not said.text or said.from_user is None or said.from_user.id != visit.account:
        return await visit.show(visit.say("citizen-text-gone"), [back_home(visit.say)])
    return await place(visit, kind, said.text.replace(NUL, ""), said)


def answers() -> Answers:
    return Answers(typed={"text": on_text}, tapped={"as": on_place})
