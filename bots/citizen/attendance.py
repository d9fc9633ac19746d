"""Arriving: one's own sign to show at the door, or the code that hangs in the room."""

from bots.citizen.consent import ask_consent
from bots.citizen.home import back_home
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.session_cards import is_the_day
from bots.citizen.sessions import session_of
from bots.citizen.visit import Row, Visit
from bots.qr import picture
from deliberation.signs import read
from events.attendance import AttendanceUndone, SessionAttended, door_of
from events.base import Outcome
from storage.read_models.attendance import is_here, open_debates
from storage.read_models.sessions import SessionView

DOOR = "in-"  # what a link begins with that leads through a door


async def on_sign(visit: Visit) -> None:
    """Show one's sign, and the link in it as a picture, from the day of the debate on."""
    debate, say = await session_of(visit, visit.wish.arg(0)), visit.say
    if debate is None or not visit.known or debate.mine is None:
        return visit.note(say.plain("citizen-gone"))
    if not is_the_day(visit, debate):
        return visit.note(say.plain("citizen-sign-later"), alert=True)
    if await is_here(visit.face.engine, debate.id, visit.citizen):
        return await welcome(visit, debate, "citizen-arrived-already")
    sign = visit.face.addresses.sign_of(debate.id, visit.citizen)
    visit.moved = True  # the card of the debate stays where it is
    caption = say("citizen-sign", title=debate.title, sign=sign)
    if visit.face.moderator_bot_name:
        link = f"https://t.me/{visit.face.moderator_bot_name}?start={DOOR}{sign}"
        return await visit.picture(picture(link), f"{debate.reference}.png", caption)
    return await visit.tell(caption)


def door_in(payload: str) -> str | None:
    """Return the code of a room in a link's payload."""
    return read(payload.removeprefix(DOOR)) if payload.startswith(DOOR) else None


async def room_of(visit: Visit, code: str | None) -> SessionView | None:
    """Return the debate in whose room this code hangs, if its door is open."""
    sign_of = visit.face.addresses.sign_of
    debates = await open_debates(visit.face.engine, visit.face.clock()) if code else ()
    return next((each for each in debates if sign_of(each.id, each.id) == code), None)


async def on_door(visit: Visit) -> None:
    await enter(visit, read(visit.wish.arg(0)) or "")


async def enter(visit: Visit, code: str) -> None:
    """Note that the person is in the room whose code they have read."""
    debate = await room_of(visit, code)
    if debate is None:
        return await visit.show(visit.say("citizen-door-unknown"), [to_sessions(visit), back_home(visit.say)])
    if not visit.known:
        return await ask_consent(visit, f"door:{code}")
    outcome = await visit.act(SessionAttended, session=debate.id, door=door_of(code))
    if await unsettled(visit, outcome, wanted=f"door:{code}") or outcome is None:
        return None
    return await welcome(visit, debate, said_of(outcome))


def said_of(outcome: Outcome) -> str:
    if outcome.code == "arrived_already":
        return "citizen-arrived-already"
    return "citizen-arrived" if outcome.params["seat"] else "citizen-arrived-without"


async def welcome(visit: Visit, debate: SessionView, said: str) -> None:
    """Say that one is expected, and what can be done now."""
    say, ref = visit.say, debate.reference
    rows: list[Row] = [
        [(say.plain("citizen-button-live"), f"live:{ref}")],
        [(say.plain("citizen-button-not-here"), f"away:{ref}"), *back_home(say)],
    ]
    await visit.show(say(said, title=debate.title), rows)


async def on_away(visit: Visit) -> None:
    """Take it back that one is there."""
    debate = await session_of(visit, visit.wish.arg(0))
    if debate is None or not visit.known:
        return visit.note(visit.say.plain("citizen-gone"))
    outcome = await visit.act(AttendanceUndone, session=debate.id)
    if await unsettled(visit, outcome, wanted=f"seat:see:{debate.reference}"):
        return None
    return await visit.show(visit.say("citizen-arrival-undone"), [to_sessions(visit), back_home(visit.say)])


def to_sessions(visit: Visit) -> Row:
    return [(visit.say.plain("citizen-button-sessions"), "go:sessions")]


def answers() -> Answers:
    return Answers(tapped={"here": on_sign, "door": on_door, "away": on_away})
