"""/newsession and /signups: a debate is planned, on one line or question by question, and who comes to it."""

import csv
from collections.abc import Mapping
from datetime import datetime
from io import StringIO
from uuid import UUID

from bots.moderator.choosing import MOST, label, theme_for
from bots.moderator.planning import FIELDS, Reader, SlipError, fields, in_words
from bots.moderator.refusals import settled
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import Row, Visit
from deliberation.moments import reminders
from events.sessions import SessionPlanned
from storage.needs import Needs
from storage.read_models.sessions import SessionView, session_by_reference, sessions_of, signups_of
from storage.read_models.themes import ThemeView

SEPARATOR = "|"
STEPS = tuple(f"session-{field}" for field in FIELDS)
OFFERED = {"capacity": ("20", "40", "60", "100"), "minutes": ("60", "90", "120", "180")}
RUNS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for a formula
COLUMNS = ("session", "title", "number", "person", "seat", "since", "needs")
MOST_NEEDS = 8  # shown on the card; all of them are in the file


async def on_new(visit: Visit) -> None:
    """Plan a session from one line, or begin to ask."""
    slug, *parts = visit.wish.words.split(SEPARATOR)
    named = visit.wish.arg(0) or "".join(slug.split()[:1])
    theme = await theme_for(visit, "ns", slug=named)
    if theme is None:
        return
    if parts:
        await plan_line(visit, theme, parts)
    else:
        talk = await visit.talk()
        talk.close()
        talk.ask(STEPS[0], theme=theme.slug)
        await ask(visit, 0, visit.say("moderator-session-for", title=theme.title))


async def plan_line(visit: Visit, theme: ThemeView, parts: list[str]) -> None:
    try:
        await plan(visit, theme.slug, fields(parts))
    except SlipError as slip:
        await say_slip(visit, slip, theme.slug)


async def ask(visit: Visit, step: int, before: str) -> None:
    """Ask one question, with usual answers as buttons."""
    field, say = FIELDS[step], visit.say
    usual: Row = [
        (say.plain(f"moderator-session-{field}-value", value=each), f"nv:{step}:{each}")
        for each in OFFERED.get(field, ())
    ]
    question = say(f"moderator-ask-session-{field}")
    await visit.show(f"{before}\n\n{question}".strip(), [usual, [(say.plain("cancel"), "x")]])


async def on_answer(visit: Visit) -> None:
    """Take a text for the question that is open."""
    await take(visit, STEPS.index((await visit.talk()).asked), visit.wish.words)


async def on_value(visit: Visit) -> None:
    """Take a usual answer by its button, if its question is the open one."""
    asked, step = (await visit.talk()).asked, int(visit.wish.arg(0))
    if asked == STEPS[step]:
        await take(visit, step, visit.wish.arg(1))
    else:
        await visit.stop("moderator-stale")


async def take(visit: Visit, step: int, answer: str) -> None:
    """Check an answer and go on; after a slip the same question stays open."""
    talk, field = await visit.talk(), FIELDS[step]
    try:
        reader_of(visit).check(field, answer)
        if step + 1 < len(FIELDS):
            talk.ask(STEPS[step + 1], **{field: answer})
            await ask(visit, step + 1, understood(visit, field, answer))
        else:
            given = {**talk.given, field: answer}
            await plan(visit, given.pop("theme"), given)
            talk.close()
    except SlipError as slip:
        if slip.code == "past":  # the time went by while the other questions were answered
            talk.ask(STEPS[FIELDS.index("when")])
        await say_slip(visit, slip, talk.given["theme"])


def understood(visit: Visit, field: str, answer: str) -> str:
    """Say a date back in words, where a slip is easily made."""
    if field != "when":
        return ""
    return visit.say("moderator-session-when", when=when(visit, reader_of(visit).moment(answer)))


async def plan(visit: Visit, theme: str, given: dict[str, str]) -> None:
    """Tell the session; the answer names its reference. Raises SlipError."""
    planned = reader_of(visit).plan(given)
    outcome = await visit.act(
        SessionPlanned,
        theme=theme,
        title=planned.title,
        starts_at=planned.starts_at,
        place=planned.place,
        capacity=planned.capacity,
        minutes=planned.minutes,
        reminders=reminders(planned.starts_at, visit.desk.timezone, visit.desk.clock()),
    )
    if not await settled(visit, outcome) or outcome is None:
        return
    reference = str(outcome.params["session"])
    text = visit.say(
        "moderator-session-planned",
        ref=reference,
        title=planned.title,
        when=when(visit, planned.starts_at),
        place=planned.place,
        capacity=planned.capacity,
        minutes=planned.minutes,
    )
    rows: list[Row] = [[(visit.say.plain("moderator-button-signups"), f"sg:{reference}")]]
    await visit.show(text, rows)


async def say_slip(visit: Visit, slip: SlipError, theme: str) -> None:
    await visit.tell(visit.say(f"moderator-slip-session-{slip.code}", theme=theme, **slip.params))


def reader_of(visit: Visit) -> Reader:
    return Reader(visit.desk.timezone, visit.desk.clock())


def when(visit: Visit, starts_at: datetime) -> str:
    return in_words(starts_at, visit.say, visit.desk.timezone)


async def on_signups(visit: Visit) -> None:
    """Show how many come to a session, and give the list as a file."""
    reference = visit.wish.subject
    if not reference:
        return await choose_session(visit)
    debate = await session_by_reference(visit.desk.engine, reference)
    if debate is None:
        return await visit.stop("moderator-slip-session-unknown", ref=reference)
    visit.moved = True  # the list of sessions stays where it is
    needs = await Needs(visit.desk.engine, visit.desk.addresses).of(debate.id)
    text = "\n\n".join([card(visit, debate), *needs_in(visit, debate, needs)])
    await visit.tell(text, [*changes(visit, debate), doors(visit, debate)])
    if debate.seated + debate.waiting:
        content = await sheet(visit, debate, needs)
        await visit.document(content, f"{debate.reference}.csv", visit.say("moderator-signups-file"))
    return None


def card(visit: Visit, debate: SessionView) -> str:
    text = visit.say(
        "moderator-signups",
        ref=debate.reference,
        title=debate.title,
        when=when(visit, debate.starts_at),
        seated=debate.seated,
        capacity=debate.capacity,
        waiting=debate.waiting,
    )
    return f"{text}\n{visit.say('moderator-session-off')}" if debate.cancelled else text


def needs_in(visit: Visit, debate: SessionView, needs: Mapping[UUID, str]) -> list[str]:
    """Return what people need to take part, each under their sign."""
    sign_of = visit.desk.addresses.sign_of
    lines = [
        visit.say("moderator-need", sign=sign_of(debate.id, citizen), text=words)
        for citizen, words in list(needs.items())[:MOST_NEEDS]
    ]
    return ["\n".join([visit.say("moderator-needs", count=len(needs)), *lines])] if needs else []


def doors(visit: Visit, debate: SessionView) -> Row:
    say, ref = visit.say, debate.reference
    check_in = (say.plain("moderator-button-check-in"), f"ci:{ref}")
    return [] if debate.cancelled else [check_in, (say.plain("moderator-button-attendance"), f"ay:{ref}")]


def changes(visit: Visit, debate: SessionView) -> list[Row]:
    """Return what can still be changed about a session."""
    if not (visit.may("plan") and is_coming(visit, debate)):
        return []
    move, cancel = f"mv:{debate.reference}", f"cs:{debate.reference}"
    return [[(visit.say.plain("moderator-button-move"), move), (visit.say.plain("moderator-button-call-off"), cancel)]]


def is_coming(visit: Visit, debate: SessionView) -> bool:
    return not debate.cancelled and debate.starts_at > visit.desk.clock()


CHANGING = ("mv", "cs")


async def choose_session(visit: Visit, button: str = "sg") -> None:
    """Offer the sessions as buttons; to change one, those that are to come."""
    debates, none = await sessions_of(visit.desk.engine), "moderator-no-session"
    if button in CHANGING:
        debates, none = tuple(each for each in debates if is_coming(visit, each)), "moderator-no-coming-session"
    if not debates:
        return await visit.show(visit.say(none))
    rows: list[Row] = [
        [(label(f"{each.reference} · {each.title}"), f"{button}:{each.reference}")] for each in debates[-MOST:]
    ]
    return await visit.show(visit.say("moderator-which-session"), rows)


async def sheet(visit: Visit, debate: SessionView, needs: Mapping[UUID, str]) -> bytes:
    """Return the sign-ups as CSV, in the order in which people asked; persons bear a sign of this session only."""
    file = StringIO()
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    for number, each in enumerate(await signups_of(visit.desk.engine, debate.id), start=1):
        sign = visit.desk.addresses.sign_of(debate.id, each.citizen)
        since, need = each.since.isoformat(timespec="seconds"), needs.get(each.citizen, "")
        rows.writerow(map(cell, (debate.reference, debate.title, number, sign, each.state, since, need)))
    return file.getvalue().encode("utf-8-sig")  # with the mark by which spreadsheets know UTF-8


def cell(value: object) -> str:
    """Return a value that no spreadsheet runs."""
    text = str(value)
    return f"'{text}" if text.startswith(RUNS) else text


def handlers() -> Handlers:
    return [
        *routes("/newsession", "ns", to=on_new, right="plan"),
        *routes("nv", to=on_value, right="plan"),
        *routes("/signups", "sg", to=on_signups, right="host"),
    ]
