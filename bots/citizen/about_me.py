"""/aboutme: three answers, each of them free, so that we see who is not heard yet; changed and erased at any time."""

from hashlib import sha256

from bots.citizen.consent import ask_consent
from bots.citizen.contact import contact_button
from bots.citizen.home import back_home
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.visit import Row, Visit
from bots.strata import named
from deliberation.disclosure import SMALLEST
from deliberation.strata import STRATA, answers_to
from events.base import Outcome
from events.strata import StrataDeclared, StrataTakenBack
from storage.read_models.preferences import preferences_of
from storage.read_models.strata import areas_of
from storage.strata import Declarations

WANTED, NONE, ON = "go:aboutme", "-", "on"  # `on`: the next question follows
MARK = 8  # characters by which a button names an answer: an area's name may be long, or change


def about_me_button(visit: Visit) -> tuple[str, str]:
    """Return the button that leads here."""
    return visit.say.plain("citizen-button-about-me"), WANTED


async def on_about_me(visit: Visit) -> None:
    """Show what was said; who has said nothing is asked, who may not be contacted is told why that comes first."""
    if not visit.known:
        return await ask_consent(visit, WANTED)
    if (await preferences_of(visit.face.engine, visit.citizen)).contact_since is None:
        rows: list[Row] = [[contact_button(visit, allowed=False)], back_home(visit.say)]
        return await visit.show(visit.say("citizen-refused-no-contact"), rows)
    if await declarations_of(visit).said_by(visit.citizen):
        return await show(visit)
    return await ask(visit, STRATA[0], ON)


async def show(visit: Visit, said: str = "citizen-about-me") -> None:
    """Show each answer with the button that changes it, and the one that erases them all."""
    say, answers, open_now = visit.say, await declarations_of(visit).said_by(visit.citizen), await choices(visit)
    lines = [
        say(f"citizen-about-me-{stratum}", answer=named(say, stratum, answers[stratum]))
        if stratum in answers
        else say(f"citizen-about-me-{stratum}-unsaid")
        for stratum in STRATA
        if stratum in answers or open_now[stratum]
    ]
    rows: list[Row] = [
        [(say.plain(f"citizen-button-{stratum}"), f"amq:{stratum}") for stratum in STRATA if open_now[stratum]]
    ]
    rows.append([(say.plain("citizen-button-about-me-erase"), "amx")] if answers else [])
    await visit.show("\n".join([say(said), "", *lines, "", why(visit)]), [*rows, back_home(say)])


def why(visit: Visit) -> str:
    return visit.say("citizen-about-me-why", least=SMALLEST)


async def on_question(visit: Visit) -> None:
    stratum = visit.wish.arg(0)
    if not visit.known or stratum not in STRATA:
        return visit.note(visit.say.plain("citizen-gone"))
    return await ask(visit, stratum, visit.wish.arg(1))


async def ask(visit: Visit, stratum: str, onwards: str = "") -> None:
    """Ask one question; nobody has to answer it."""
    say = visit.say
    buttons = [
        (named(say, stratum, value), f"ama:{stratum}:{mark_of(value)}:{onwards}")
        for value in (await choices(visit))[stratum]
    ]
    pairs: list[Row] = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
    rows: list[Row] = [*pairs, [(say.plain("citizen-button-rather-not"), f"ama:{stratum}:{NONE}:{onwards}")]]
    await visit.show("\n\n".join([say(f"citizen-ask-{stratum}"), why(visit)]), rows)


async def on_answer(visit: Visit) -> None:
    """Note an answer and go on to the next question, or back to all of them."""
    stratum, mark, onwards = (visit.wish.arg(place) for place in range(3))
    if not visit.known or stratum not in STRATA:
        return visit.note(visit.say.plain("citizen-gone"))
    open_now = await choices(visit)
    value = next((each for each in open_now[stratum] if mark_of(each) == mark), None)
    if value is None and mark != NONE:  # an area that the city names no more
        return await ask(visit, stratum, onwards)
    if await unsettled(visit, await changed(visit, stratum, value), wanted=WANTED):
        return None
    rest = [each for each in STRATA[STRATA.index(stratum) + 1 :] if open_now[each]]
    return await (ask(visit, rest[0], ON) if onwards and rest else show(visit, "citizen-about-me-noted"))


async def changed(visit: Visit, stratum: str, value: str | None) -> Outcome | None:
    """Tell all that is said now; where that is nothing, that it is taken back."""
    kept = declarations_of(visit)
    said = {**await kept.said_by(visit.citizen), stratum: value}
    left = {each: answer for each, answer in said.items() if answer}
    if not left:
        return await visit.act(StrataTakenBack)
    return await visit.act(StrataDeclared, sealed=await kept.seal(visit.citizen, left))


async def on_erase(visit: Visit) -> None:
    if not visit.known:
        return visit.note(visit.say.plain("citizen-gone"))
    if await unsettled(visit, await visit.act(StrataTakenBack), wanted=WANTED):
        return None
    again: Row = [(visit.say.plain("citizen-button-about-me-again"), WANTED)]
    return await visit.show(visit.say("citizen-about-me-erased"), [again, back_home(visit.say)])


async def choices(visit: Visit) -> dict[str, tuple[str, ...]]:
    """Return what may be said of each stratum; of areas nothing until the city has named them."""
    areas = await areas_of(visit.face.engine)
    return {stratum: answers_to(stratum, areas) for stratum in STRATA}


def mark_of(value: str) -> str:
    return sha256(value.encode()).hexdigest()[:MARK]


def declarations_of(visit: Visit) -> Declarations:
    return Declarations(visit.face.engine, visit.face.addresses)


def answers() -> Answers:
    return Answers(typed={"/aboutme": on_about_me}, tapped={"amq": on_question, "ama": on_answer, "amx": on_erase})
