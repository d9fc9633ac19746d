"""/live: what is asked while a debate is under way, and one's own question to it."""

from bots.citizen.consent import ask_consent
from bots.citizen.contributions import key_of, mark_of, slip_in
from bots.citizen.home import back_home, next_steps
from bots.citizen.pages import page_of, turning
from bots.citizen.questions import number
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.sessions import session_of
from bots.citizen.visit import Row, Visit
from deliberation.lengths import LENGTHS
from events.base import Event
from events.live import LiveAsked
from events.votes import SupportGiven, SupportTakenBack
from storage.read_models.live import ANSWERED, LiveView, live_debates, live_of
from storage.read_models.sessions import SessionView

ASKED = "live"


async def on_live(visit: Visit) -> None:
    """Show what is asked in the debate that is under way, or take the words behind the command as a question to it."""
    debate = await under_way(visit)
    if debate is None:
        return
    if visit.wish.words:
        await take(visit, debate.reference, visit.wish.words)
    else:
        await show_page(visit, debate, 0)


async def under_way(visit: Visit) -> SessionView | None:
    """Return the debate that is meant: the only one, or the one where the person has a seat; else ask which."""
    debates = await live_debates(visit.face.engine, visit.face.clock())
    views = [view for each in debates if (view := await session_of(visit, each.reference))]
    mine = [each for each in views if each.mine == "seated"]
    for found in (views, mine):
        if len(found) == 1:
            return found[0]
    if views:
        rows: list[Row] = [[(f"{each.reference} · {each.title}"[:60], f"live:{each.reference}")] for each in views]
        await visit.show(visit.say("citizen-live-which"), [*rows, back_home(visit.say)])
    else:
        await visit.show(visit.say("citizen-live-none"), next_steps(visit.say, "sessions", "ask"))
    return None


async def on_debate(visit: Visit) -> None:
    debate = await session_of(visit, visit.wish.arg(0))
    if debate is None:
        return visit.note(visit.say.plain("citizen-gone"))
    return await show_page(visit, debate, number(visit.wish.arg(1)))


async def show_page(visit: Visit, debate: SessionView, number: int) -> None:
    """Show admitted questions, what is to be put next first, with a button to support each."""
    say, ref, engine = visit.say, debate.reference, visit.face.engine
    found = await live_of(engine, debate.id, visit.person.id)
    page, is_open = page_of(found, number), await takes(visit, debate)
    head = say("citizen-live", title=debate.title, count=len(found))
    closed = [] if is_open else [say("citizen-live-over")]
    rows: list[Row] = [
        [button(visit, each, ref, page.number)] for each in page.items if is_open and may_be_backed(each)
    ]
    ask: Row = [(say.plain("citizen-button-live-ask"), f"liveask:{ref}")] if is_open else []
    rows += [ask, turning(page, f"live:{ref}"), back_home(say)]
    await visit.show("\n\n".join([head, *(entry(visit, each) for each in page.items), *closed]), rows)


async def takes(visit: Visit, debate: SessionView) -> bool:
    return debate.id in {each.id for each in await live_debates(visit.face.engine, visit.face.clock())}


def may_be_backed(question: LiveView) -> bool:
    return not question.mine and question.standing != ANSWERED


def entry(visit: Visit, question: LiveView) -> str:
    said = {"ref": question.reference, "text": question.text, "supporters": question.supporters}
    return visit.say(f"citizen-live-{question.standing}", **said)


def button(visit: Visit, question: LiveView, debate: str, page: int) -> tuple[str, str]:
    label, act = ("citizen-button-unsupport", "no") if question.supported else ("citizen-button-support", "yes")
    return visit.say.plain(label, ref=question.reference), f"livesup:{act}:{question.reference}:{debate}:{page}"


async def on_ask(visit: Visit) -> None:
    """Ask for the question, whose text comes next."""
    debate = await session_of(visit, visit.wish.arg(0))
    if debate is None:
        return visit.note(visit.say.plain("citizen-gone"))
    if not visit.known:
        return await ask_consent(visit, visit.wish.data)
    (await visit.talk()).expect(ASKED, debate.reference)
    least, most = LENGTHS[ASKED]
    visit.moved = True  # the list stays where it is
    prompt = visit.say("citizen-live-prompt", title=debate.title, least=least, most=most)
    return await visit.show(prompt, [[(visit.say.plain("cancel"), "go:cancel")]])


async def take(visit: Visit, reference: str, words: str) -> None:
    """Send a question in; after a slip the next text is one again."""
    debate, text = await session_of(visit, reference), words.strip()
    if debate is None:
        return await visit.show(visit.say("citizen-refused-unknown-session"))
    if not visit.known:
        return await ask_consent(visit, f"liveask:{debate.reference}")
    talk = await visit.talk()
    if slip := slip_in(visit, ASKED, text):
        talk.expect(ASKED, debate.reference)
        return await visit.show(slip, [[(visit.say.plain("cancel"), "go:cancel")]])
    key = key_of(visit, mark_of(visit.message))
    outcome = await visit.act(LiveAsked, key=key, theme=debate.theme, session=debate.id, text=text)
    talk.close()
    if await unsettled(visit, outcome, wanted=f"live:{debate.reference}") or outcome is None:
        return None
    ref = str(outcome.params["ref"])
    rows: list[Row] = [
        [(visit.say.plain("citizen-button-live"), f"live:{debate.reference}")],
        [(visit.say.plain("citizen-button-see", ref=ref), f"m:{ref}"), *back_home(visit.say)],
    ]
    return await visit.show(visit.say("citizen-live-received", ref=ref), rows)


async def on_support(visit: Visit) -> None:
    """Give or take back a support of an admitted question, and show the list again."""
    verb, reference = visit.wish.arg(0), visit.wish.arg(1)
    debate = await session_of(visit, visit.wish.arg(2))
    shown = await live_of(visit.face.engine, debate.id, visit.person.id) if debate else ()
    question = next((each for each in shown if each.reference == reference), None)
    fact: type[Event] | None = {"yes": SupportGiven, "no": SupportTakenBack}.get(verb)
    if debate is None or question is None or fact is None:
        return visit.note(visit.say.plain("citizen-gone"))
    if not visit.known:
        return await ask_consent(visit, visit.wish.data)
    outcome = await visit.act(fact, theme=debate.theme, question=question.id)
    if await unsettled(visit, outcome, wanted=visit.wish.data):
        return None
    visit.note(visit.say.plain("citizen-supported" if verb == "yes" else "citizen-unsupported", ref=reference))
    return await show_page(visit, debate, number(visit.wish.arg(3)))


def answers() -> Answers:
    return Answers(typed={"/live": on_live}, tapped={"live": on_debate, "liveask": on_ask, "livesup": on_support})
