"""/sessions: dated debates, a seat taken or given back, a place in the waiting list."""

from zoneinfo import ZoneInfo

from bots.citizen.calendar_file import calendar_file
from bots.citizen.consent import ask_consent
from bots.citizen.current import visible
from bots.citizen.home import back_home, next_steps
from bots.citizen.pages import page_of, turning
from bots.citizen.questions import number
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.visit import Row, Visit
from bots.wording import moment
from deliberation.debates import LONGEST, ends_at, takes_live
from events.base import Event
from events.sessions import SeatAccepted, SeatReleased, SeatRequested
from storage.read_models.sessions import SessionView, reminders_of, session_by_reference, sessions_of
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


def is_over(visit: Visit, debate: SessionView) -> bool:
    return debate.cancelled or visit.face.clock() >= ends_at(debate.starts_at, debate.minutes)


def is_the_day(visit: Visit, debate: SessionView) -> bool:
    """Say whether the day of a debate has come, in the city's time, and the debate is not over."""
    zone = ZoneInfo(visit.face.timezone)
    return not is_over(visit, debate) and visit.face.clock().astimezone(zone).date() >= (
        debate.starts_at.astimezone(zone).date()
    )


async def session_of(visit: Visit, reference: str) -> SessionView | None:
    """Return a debate that citizens may see, or None."""
    if not reference:
        return None
    found = await session_by_reference(visit.face.engine, reference, citizen=visit.person.id)
    return found if found and await visible(visit, found.theme) else None


def card(visit: Visit, debate: SessionView) -> str:
    """Return a debate with its seats, and the reader's own place in it."""
    return "\n".join(
        [
            visit.say(
                "citizen-session",
                ref=debate.reference,
                title=debate.title,
                when=when(visit, debate),
                place=debate.place,
                minutes=debate.minutes,
            ),
            *([] if debate.cancelled else [visit.say("citizen-coming", count=debate.coming)]),
            standing(visit, debate) or seats(visit, debate),
        ]
    )


def when(visit: Visit, debate: SessionView) -> str:
    return moment(debate.starts_at, visit.person.language, visit.face.timezone)


def standing(visit: Visit, debate: SessionView) -> str:
    """Return the reader's place: a seat, an offered one, a position in the line, or nothing."""
    if debate.cancelled:
        return visit.say("citizen-session-cancelled")
    if debate.mine is None:
        return ""
    return visit.say(f"citizen-seat-{debate.mine}", position=debate.position or 0)


def seats(visit: Visit, debate: SessionView) -> str:
    return visit.say("citizen-seats", free=debate.free, waiting=debate.waiting)


def buttons(visit: Visit, debate: SessionView) -> list[Row]:
    say, ref = visit.say, debate.reference
    leave = (say.plain("citizen-button-leave-seat"), f"seat:release:{ref}")
    file = (say.plain("citizen-button-calendar"), f"seat:file:{ref}")
    over = debate.cancelled or debate.starts_at <= visit.face.clock()
    acts: dict[str | None, Row] = {
        None: [(say.plain("citizen-button-take-seat"), f"seat:take:{ref}")],
        "seated": [leave],
        "waiting": [(say.plain("citizen-button-leave-line"), f"seat:release:{ref}")],
        "offered": [(say.plain("citizen-button-accept-seat"), f"seat:accept:{ref}"), leave],
    }
    return [
        [] if over else acts.get(debate.mine, []),
        *([(say.plain(label), f"{name}:{ref}")] for label, name in doors(visit, debate)),
        [file],
        [*more(visit), *back_home(say)],
    ]


def doors(visit: Visit, debate: SessionView) -> list[tuple[str, str]]:
    """Return what else those who come can do now: say what they need, show their sign."""
    needs = [("citizen-button-need", "need")] if debate.mine and not is_over(visit, debate) else []
    sign = [("citizen-button-sign", "here")] if debate.mine == "seated" and is_the_day(visit, debate) else []
    return [*sign, *needs]


def more(visit: Visit) -> Row:
    return [(visit.say.plain("citizen-button-sessions"), "go:sessions")]


async def show_one(visit: Visit, debate: SessionView, said: str = "") -> None:
    text = "\n".join([card(visit, debate), *await reminded(visit, debate)])
    await visit.show(f"{said}\n\n{text}".strip(), [*await live_row(visit, debate), *buttons(visit, debate)])


async def reminded(visit: Visit, debate: SessionView) -> list[str]:
    """Return when somebody who has a seat will be reminded."""
    if debate.mine != "seated":
        return []
    moments = await reminders_of(visit.face.engine, debate.id)
    shown = [moment(each, visit.person.language, visit.face.timezone) for each in moments]
    return [visit.say("citizen-reminded", count=len(shown), when=" · ".join(shown))] if shown else []


async def live_row(visit: Visit, debate: SessionView) -> list[Row]:
    """Return the way to the live questions while they are taken."""
    theme = await visible(visit, debate.theme)
    now_open = theme and takes_live(theme.phase, debate.starts_at, debate.minutes, visit.face.clock())
    is_open = now_open and not debate.cancelled
    return [[(visit.say.plain("citizen-button-live"), f"live:{debate.reference}")]] if is_open else []


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
