"""/sessions: dated debates, a seat taken or given back, a place in the waiting list."""

from bots.citizen.calendar_file import calendar_file
from bots.citizen.consent import ask_consent
from bots.citizen.current import visible
from bots.citizen.home import back_home, next_steps
from bots.citizen.pages import page_of, turning
from bots.citizen.questions import number
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.session_cards import card, is_over, show_one
from bots.citizen.visit import Row, Visit
from deliberation.debates import LONGEST
from events.base import Event
from events.sessions import SeatAccepted, SeatReleased, SeatRequested
from storage.read_models.sessions import SessionView, session_by_reference, sessions_of
from storage.read_models.themes import themes_of

ACTS: dict[str, type[Event]] = {"take": SeatRequested, "accept": SeatAccepted, "release": SeatReleased}


async def on_sessions(visit: Visit) -> None:
    """Show one debate when it is named, else the coming ones."""
    debate = await session_of(visit, visit.wish.words)
    if debate:
        return await show_one(visit, debate)
    theme = await visible(visit, visit.wish.arg(0) or visit.wish.words.lower())
    return await show_page(visit, theme.slug if theme else "", 0)


async def on_page(visit: Visit) -> None:
    await show_page(visit, visit.wish.arg(0), number(visit.wish.arg(1)))


async def show_page(visit: Visit, theme: str, number: int) -> None:
    """List the debates to come and under way, of one theme or of all that citizens see."""
    say, debates = visit.say, await coming(visit, theme)
    if not debates:
        return await visit.show(say("citizen-sessions-none"), next_steps(say, "themes"))
    if len(debates) == 1:
        return await show_one(visit, debates[0])
    page = page_of(debates, number)
    rows: list[Row] = [[(f"{each.reference} · {each.title}"[:60], f"seat:see:{each.reference}")] for each in page.items]
    rows += [turning(page, f"ss:{theme}"), back_home(say)]
    return await visit.show("\n\n".join([say("citizen-sessions"), *(card(visit, each) for each in page.items)]), rows)


async def coming(visit: Visit, theme: str) -> list[SessionView]:
    seen = {each.slug for each in await themes_of(visit.face.engine)}
    debates = await sessions_of(visit.face.engine, citizen=visit.person.id, after=visit.face.clock() - LONGEST)
    meant = [each for each in debates if each.theme in seen and theme in {"", each.theme}]
    return [each for each in meant if not each.cancelled and not is_over(visit, each)]


async def session_of(visit: Visit, reference: str) -> SessionView | None:
    """Return a debate that citizens may see, or None."""
    if not reference:
        return None
    found = await session_by_reference(visit.face.engine, reference, citizen=visit.person.id)
    return found if found and await visible(visit, found.theme) else None


async def on_seat(visit: Visit) -> None:
    """Answer a button of a debate: see it, its calendar file, or an act about one's own seat."""
    verb, debate = visit.wish.arg(0), await session_of(visit, visit.wish.arg(1))
    if debate is None:
        visit.note(visit.say.plain("citizen-gone"))
    elif verb == "see":
        await show_one(visit, debate)
    elif verb == "file":
        await send_file(visit, debate)
    elif verb in ACTS:
        await act(visit, ACTS[verb], debate)
    else:
        visit.note(visit.say.plain("citizen-gone"))


async def act(visit: Visit, fact: type[Event], debate: SessionView) -> None:
    """Wish for a seat, or give it back; who has it is decided elsewhere."""
    if not visit.known:
        return await ask_consent(visit, visit.wish.data)
    outcome = await visit.act(fact, session=debate.id)
    if await unsettled(visit, outcome, wanted=visit.wish.data) or outcome is None:
        return None
    now = await session_of(visit, debate.reference) or debate
    await show_one(visit, now, visit.say("citizen-seat-released") if outcome.code == "released" else "")
    if outcome.code == "seated":
        await send_file(visit, now)
    return None


async def send_file(visit: Visit, debate: SessionView) -> None:
    name = f"{debate.reference}.ics"
    content = calendar_file(debate, city=visit.face.city, now=visit.face.clock(), url=visit.face.web_url)
    await visit.document(content, name, visit.say("citizen-calendar-caption", title=debate.title))


def answers() -> Answers:
    return Answers(typed={"/sessions": on_sessions}, tapped={"seat": on_seat, "ss": on_page})
