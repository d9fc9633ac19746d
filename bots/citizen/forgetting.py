"""/forget: what will happen in plain words, one more question, and then we no longer know who wrote."""

from bots.citizen.home import menu
from bots.citizen.identity import Person
from bots.citizen.routes import Answers
from bots.citizen.visit import Visit
from bots.wording import moment
from events.base import Outcome
from events.citizens import CitizenForgotten


async def on_forget(visit: Visit) -> None:
    """Say what will be erased and what stays as a number, and ask once more."""
    say = visit.say
    if not visit.known:
        return await visit.show(say("citizen-forget-nothing"), menu(say))
    rows = [
        [(say.plain("citizen-button-forget-yes"), "fg")],
        [(say.plain("citizen-button-forget-no"), "go:home")],
    ]
    return await visit.show(say("citizen-forget"), rows)


async def on_yes(visit: Visit) -> None:
    """Have a citizen erased everywhere; the receipt is the last that they are told."""
    if not visit.known:
        return await visit.show(visit.say("citizen-forget-nothing"))
    outcome = await visit.act(CitizenForgotten)
    forget(visit)
    return await visit.show(receipt(visit, outcome))


def forget(visit: Visit) -> None:
    """Know nothing more of a citizen in this process either, and keep nothing of this visit."""
    visit.memory.identities.forget(visit.account)
    visit.memory.dialogues.forget(visit.citizen)
    visit.person, visit.held = Person(None, visit.person.language), None


def receipt(visit: Visit, outcome: Outcome | None) -> str:
    """Return date and digest of an erasure: what proves it, and says nothing of whom."""
    if outcome is None:
        return visit.say("citizen-forgotten-later")
    if outcome.refused:  # erased already, by another tap
        return visit.say("citizen-forget-nothing")
    when = moment(visit.face.clock(), visit.say.language, visit.face.timezone)
    return visit.say("citizen-forgotten", when=when, digest=str(outcome.params["digest"]))


def answers() -> Answers:
    return Answers(typed={"/forget": on_forget}, tapped={"fg": on_yes})
