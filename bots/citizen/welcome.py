"""/start: welcome, language, consent."""

import re

from bots.citizen.attendance import door_in, enter
from bots.citizen.commands import ENGLISH, TO_WISH, tapped
from bots.citizen.consent import announced_on, welcome_stranger
from bots.citizen.home import menu
from bots.citizen.identity import LANGUAGES, Person
from bots.citizen.routes import Answers
from bots.citizen.themes import choose
from bots.citizen.visit import Visit
from events.citizens import CitizenJoined

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")  # what Telegram lets into a link


async def on_start(visit: Visit) -> None:
    await start(visit)


async def start(visit: Visit) -> None:
    """Welcome a stranger with the consent card, a citizen with the theme on the poster or the home menu."""
    payload = visit.wish.words if PAYLOAD.fullmatch(visit.wish.words) else ""
    if not visit.known:
        return await welcome_stranger(visit, visit.person.language, payload)
    if goal := wanted(payload):
        visit.wish = tapped(goal)  # which is answered next
        return None
    return await arrive(visit, payload, visit.say("citizen-home", city=visit.face.place))


async def arrive(visit: Visit, payload: str, greeting: str) -> None:
    """Go where a link leads: through the door of a room, to the theme on a poster, or home."""
    if code := door_in(payload):
        return await enter(visit, code)
    theme = await announced_on(visit, payload)
    if theme:
        return await choose(visit, theme, greeting)
    return await visit.show(greeting, menu(visit.say))


async def on_join(visit: Visit) -> None:
    """Note the consent, then go where the person was going."""
    _, language, want = (*visit.wish.data.split(":", 2), "", "")[:3]
    goal = want[1:] if want.startswith(">") else wanted(want)
    if not visit.known:
        await join(visit, language, "" if goal else want)
    if goal:
        await visit.show(visit.say("citizen-joined"))
        visit.wish = tapped(goal)  # which is answered next
    else:
        await arrive(visit, want, visit.say("citizen-joined"))


def wanted(payload: str) -> str:
    """Return the data of the button that does what a link is for, such as one from a group: `go-ask`."""
    command = payload.removeprefix(TO_WISH) if payload.startswith(TO_WISH) else ""
    return f"go:{command}" if command in ENGLISH else ""


async def join(visit: Visit, language: str, source: str) -> None:
    """Write the address down, tell the consent, and speak the chosen language from now on."""
    spoken = language if language in LANGUAGES else visit.person.language
    citizen = await visit.face.addresses.enter("citizen", visit.account)
    visit.person = Person(citizen, spoken)
    await visit.act(CitizenJoined, language=spoken, source=source[:64])
    visit.introduce(visit.person)
    (await visit.talk()).language = spoken


def answers() -> Answers:
    return Answers(typed={"/start": on_start, "/home": on_start}, tapped={"j": on_join})
