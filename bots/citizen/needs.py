"""What somebody needs to take part: asked after a sign-up, read by those who organise, changed or taken back here."""

from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.session_cards import show_one
from bots.citizen.sessions import session_of
from bots.citizen.visit import Row, Visit
from deliberation.debates import LONGEST_NEED
from deliberation.legible import legible
from deliberation.lengths import says_something
from events.needs import NeedStated, NeedTakenBack
from storage.needs import Needs
from storage.read_models.sessions import SessionView

ASKED = "need"


async def on_need(visit: Visit) -> None:
    """Show what was said before, and ask."""
    debate = await session_of(visit, visit.wish.arg(0))
    if debate is None or not visit.known:
        return visit.note(visit.say.plain("citizen-gone"))
    say, said = visit.say, await needs_in(visit).of_one(debate.id, visit.citizen)
    (await visit.talk()).expect(ASKED, debate.reference)
    known = [say("citizen-need-said", text=said)] if said else []
    drop: Row = [(say.plain("citizen-button-need-drop"), f"needx:{debate.reference}")] if said else []
    back: Row = [(say.plain("back"), f"seat:see:{debate.reference}")]
    question = say("citizen-need-prompt", title=debate.title, most=LONGEST_NEED)
    return await visit.show("\n\n".join([*known, question]), [drop, back])


async def take(visit: Visit, reference: str, words: str) -> None:
    """Take the answer; after a slip the question stays open."""
    debate, text = await session_of(visit, reference), legible(words)
    if debate is None:
        return await visit.show(visit.say("citizen-refused-unknown-session"))
    if slip := slip_in(visit, text):
        return await visit.show(slip, [[(visit.say.plain("back"), f"seat:see:{debate.reference}")]])
    sealed = await needs_in(visit).seal(debate.id, visit.citizen, text)
    outcome = await visit.act(NeedStated, session=debate.id, sealed=sealed)
    (await visit.talk()).close()
    if await unsettled(visit, outcome, wanted=f"seat:see:{debate.reference}"):
        return None
    return await show_now(visit, debate, "citizen-need-noted")


def slip_in(visit: Visit, text: str) -> str | None:
    if not says_something(text):
        return visit.say("citizen-slip-empty")
    if len(text) > LONGEST_NEED:
        return visit.say("citizen-slip-long", most=LONGEST_NEED, length=len(text), over=len(text) - LONGEST_NEED)
    return None


async def on_drop(visit: Visit) -> None:
    debate = await session_of(visit, visit.wish.arg(0))
    if debate is None or not visit.known:
        return visit.note(visit.say.plain("citizen-gone"))
    (await visit.talk()).close()
    outcome = await visit.act(NeedTakenBack, session=debate.id)
    if await unsettled(visit, outcome, wanted=f"seat:see:{debate.reference}"):
        return None
    return await show_now(visit, debate, "citizen-need-dropped")


async def show_now(visit: Visit, debate: SessionView, said: str) -> None:
    await show_one(visit, await session_of(visit, debate.reference) or debate, visit.say(said))


def needs_in(visit: Visit) -> Needs:
    return Needs(visit.face.engine, visit.face.addresses)


def answers() -> Answers:
    return Answers(tapped={"need": on_need, "needx": on_drop})
