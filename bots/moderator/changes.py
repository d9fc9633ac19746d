"""/movesession and /cancelsession: who comes or waits is told by the notifier."""

import re
from datetime import datetime

from bots.moderator.planning import SlipError
from bots.moderator.refusals import settled
from bots.moderator.routes import Handlers, routes
from bots.moderator.sessions import SEPARATOR, changes, choose_session, reader_of, say_slip, when
from bots.moderator.visit import Row, Visit
from deliberation.moments import reminders
from events.base import Outcome
from events.sessions import SessionCancelled, SessionMoved
from storage.read_models.sessions import SessionView, session_by_reference

ASKED = "move-session"


async def on_move(visit: Visit) -> None:
    """Move a session on one line, or ask when it takes place."""
    reference, date = parted(visit.wish.words)
    debate = await session_for(visit, reference or visit.wish.arg(0), "mv")
    if debate is None:
        return
    if date:
        await move(visit, debate, date)
        return
    talk = await visit.talk()
    talk.close()
    talk.ask(ASKED, session=debate.reference)
    question = f"{about(visit, debate)}\n\n{visit.say('moderator-ask-session-when')}"
    await visit.show(question, [[(visit.say.plain("cancel"), "x")]])


async def on_date(visit: Visit) -> None:
    """Take the answer; after a slip the question stays open."""
    talk = await visit.talk()
    debate = await session_for(visit, talk.given["session"], "mv")
    if debate and await move(visit, debate, visit.wish.words):
        talk.close()


def parted(words: str) -> tuple[str, str]:
    """Return a session's reference and what is behind it."""
    reference, _, rest = re.sub(r"[\s|]+", SEPARATOR, words.strip(), count=1).partition(SEPARATOR)
    return reference, rest.strip()


async def session_for(visit: Visit, reference: str, button: str) -> SessionView | None:
    """Return the session that is meant, or None once the person was asked; `button` names the answer's wish."""
    if not reference:
        await choose_session(visit, button)
        return None
    debate = await session_by_reference(visit.desk.engine, reference)
    if debate is None:
        await visit.stop("moderator-slip-session-unknown", ref=reference)
    return debate


def about(visit: Visit, debate: SessionView) -> str:
    given = {"ref": debate.reference, "title": debate.title, "when": when(visit, debate.starts_at)}
    return visit.say("moderator-session-about", **given, people=debate.seated + debate.waiting)


async def move(visit: Visit, debate: SessionView, date: str) -> bool:
    """Tell the new time; return whether the answer could be read."""
    try:
        starts_at = reader_of(visit).moment(date)
    except SlipError as slip:
        await say_slip(visit, slip, debate.theme)
        return False
    outcome = await visit.act(
        SessionMoved,
        session=debate.id,
        starts_at=starts_at,
        reminders=reminders(starts_at, visit.desk.timezone, visit.desk.clock()),
    )
    if await settled(visit, outcome) and outcome:
        await visit.show(said(visit, "moderator-session-moved", debate, starts_at, outcome), changes(visit, debate))
    return True


async def on_cancel(visit: Visit) -> None:
    """Cancel a session that was named in words; a button asks once more."""
    debate = await session_for(visit, visit.wish.subject, "cs")
    if debate is None:
        return
    if visit.wish.is_command:
        await cancel(visit, debate)
    else:
        sure: Row = [(visit.say.plain("moderator-button-call-off-surely"), f"cx:{debate.reference}")]
        back: Row = [(visit.say.plain("back"), f"sg:{debate.reference}")]
        question = f"{about(visit, debate)}\n\n{visit.say('moderator-session-sure')}"
        await visit.show(question, [sure, back])


async def on_sure(visit: Visit) -> None:
    debate = await session_for(visit, visit.wish.arg(0), "cs")
    if debate:
        await cancel(visit, debate)


async def cancel(visit: Visit, debate: SessionView) -> None:
    outcome = await visit.act(SessionCancelled, session=debate.id)
    if await settled(visit, outcome) and outcome:
        await visit.show(said(visit, "moderator-session-called-off", debate, debate.starts_at, outcome))


def said(visit: Visit, key: str, debate: SessionView, at: datetime, outcome: Outcome) -> str:
    """Return what became of a session, and to how many people that is told."""
    shown = {"ref": debate.reference, "title": debate.title, "when": when(visit, at)}
    return visit.say(key, **shown, people=outcome.params["told"])


def handlers() -> Handlers:
    return [
        *routes("/movesession", "mv", to=on_move, right="plan"),
        *routes("/cancelsession", "cs", to=on_cancel, right="plan"),
        *routes("cx", to=on_sure, right="plan"),
    ]
