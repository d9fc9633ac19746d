"""/live: the questions of a debate that is under way, admitted, chosen and answered in one tap each."""

from bots.moderator.choosing import label
from bots.moderator.refusals import settled
from bots.moderator.routes import Handlers, routes
from bots.moderator.sessions import choose_session
from bots.moderator.visit import Row, Visit
from deliberation.debates import MOST_SHORTLISTED
from events.base import Event
from events.live import LiveAdmissionUndone, LiveAdmitted, LiveAnswered, LiveReopened, LiveShortlisted, LiveUnlisted
from storage.read_models.contributions import by_reference
from storage.read_models.live import ADMITTED, ANSWERED, SHORTLISTED, WAITING, LiveView, live_debates, live_for_leaders
from storage.read_models.sessions import SessionView, session_by_reference

SIZE = 6  # questions of a page: with the longest texts they fit a message
ACTS: dict[str, type[Event]] = {
    "admit": LiveAdmitted,
    "undo": LiveAdmissionUndone,
    "list": LiveShortlisted,
    "unlist": LiveUnlisted,
    "done": LiveAnswered,
    "reopen": LiveReopened,
}
OFFERED = {
    WAITING: ("admit",),
    ADMITTED: ("list", "done"),
    SHORTLISTED: ("done", "unlist"),
    ANSWERED: ("reopen",),
}


async def on_live(visit: Visit) -> None:
    """Show the questions of the debate that is named, or of the only one under way."""
    reference, debates = visit.wish.subject, await live_debates(visit.desk.engine, visit.desk.clock())
    if not reference and len(debates) == 1:
        return await show(visit, debates[0], 0)
    if not reference:
        return await choose_session(visit, "lv")
    debate = await session_by_reference(visit.desk.engine, reference)
    if debate is None:
        return await visit.stop("moderator-slip-session-unknown", ref=reference)
    return await show(visit, debate, number(visit.wish.arg(1)))


async def show(visit: Visit, debate: SessionView, page: int, undo: str = "") -> None:
    """Show a page of the list: what waits, what is to be put next, then the most supported."""
    say, found = visit.say, await live_for_leaders(visit.desk.engine, debate.id)
    last = max(0, (len(found) - 1) // SIZE)
    page = min(page, last)
    shown = found[page * SIZE : (page + 1) * SIZE]
    chosen = sum(each.standing == SHORTLISTED for each in found)
    head = say(
        "moderator-live",
        title=debate.title,
        ref=debate.reference,
        count=len(found),
        chosen=chosen,
        most=MOST_SHORTLISTED,
    )
    rows = [row_of(visit, each, debate.reference, page) for each in shown]
    rows += (
        [[(say.plain("moderator-button-undo-admission", ref=undo), data("undo", undo, debate.reference, page))]]
        if undo
        else []
    )
    await visit.show(
        "\n\n".join([head, *(entry(visit, each) for each in shown)]), [*rows, turning(visit, debate, page, last)]
    )


def entry(visit: Visit, question: LiveView) -> str:
    said = {"ref": question.reference, "text": question.text, "supporters": question.supporters}
    return visit.say(f"moderator-live-{question.standing}", **said)


def row_of(visit: Visit, question: LiveView, debate: str, page: int) -> Row:
    """Return what can be done about a question; only moderators refuse."""
    say, ref = visit.say, question.reference
    acts = [
        (say.plain(f"moderator-button-live-{act}", ref=ref), data(act, ref, debate, page))
        for act in OFFERED[question.standing]
    ]
    if question.standing == WAITING and visit.may("moderate"):
        acts.append((say.plain("moderator-button-refuse"), f"qr:{ref}:"))
    return acts


def data(act: str, reference: str, debate: str, page: int) -> str:
    return f"ld:{act}:{reference}:{debate}:{page}"


def turning(visit: Visit, debate: SessionView, page: int, last: int) -> Row:
    before = [("◀", f"lv:{debate.reference}:{page - 1}")] if page else []
    after = [("▶", f"lv:{debate.reference}:{page + 1}")] if page < last else []
    return [*before, (label(visit.say.plain("moderator-button-refresh")), f"lv:{debate.reference}:{page}"), *after]


def number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


async def on_act(visit: Visit) -> None:
    """Do one thing about one question, and show the list as it is then."""
    act, item = visit.wish.arg(0), await by_reference(visit.desk.engine, visit.wish.arg(1))
    debate = await session_by_reference(visit.desk.engine, visit.wish.arg(2))
    if act not in ACTS or item is None or item.kind != "live" or debate is None:
        return await visit.stop("moderator-stale")
    if await settled(visit, await visit.act(ACTS[act], contribution=item.id)):
        visit.note(visit.say.plain(f"moderator-live-said-{act}", ref=item.reference))
    return await show(visit, debate, number(visit.wish.arg(3)), item.reference if act == "admit" else "")


def handlers() -> Handlers:
    return [*routes("/live", "lv", to=on_live, right="host"), *routes("ld", to=on_act, right="host")]
