"""Debates: planned, moved, cancelled, and remembered by those who come."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from events.appointments import MomentCame
from events.base import Event, Param
from events.news import NewsAddressed
from events.sessions import SessionCancelled, SessionMoved, SessionPlanned
from storage.ledger import Handler, Refused, Work, each
from storage.tables.appointments import Appointment
from storage.tables.people import Citizen
from storage.tables.sessions import Seat, Session
from storage.tables.themes import Theme
from workers import tidings
from workers.appointments import NEEDS, OFFER, REMINDER, Effect, arrange, call_off
from workers.needs import drop, keep_longer

Button = tuple[str, str]  # what it says, and which act about a seat it is

HOLDING = ("seated", "offered", "waiting")
GIVE_BACK: Button = ("button-give-seat-back", "release")
CALENDAR: Button = ("button-calendar", "file")


async def plan(work: Work, planned: SessionPlanned) -> None:
    if await work.session.get(Theme, planned.theme) is None:
        raise Refused("unknown_theme", theme=planned.theme)
    if planned.starts_at <= planned.occurred_at:
        raise Refused("past_moment")
    reference = await work.number("S")
    debate = Session(
        id=planned.event_id,
        reference=reference,
        **planned.model_dump(include={"theme", "title", "starts_at", "minutes", "place", "capacity"}),
    )
    work.session.add(debate)
    arrange_reminders(work, planned, debate, planned.reminders)
    await tidings.spread(work, planned, debate.theme, "session", debate.reference)
    work.settle(planned, "planned", session=reference, title=planned.title)


async def move(work: Work, moved: SessionMoved) -> None:
    """Give a debate another time, with reminders of its own, and tell everybody who comes or waits."""
    debate = await standing(work, moved.session, moved)
    if moved.starts_at <= moved.occurred_at:
        raise Refused("past_moment")
    told = 0
    if moved.starts_at != debate.starts_at:
        debate.starts_at, debate.sequence = moved.starts_at, debate.sequence + 1
        await call_off(work, REMINDER, debate.id)
        arrange_reminders(work, moved, debate, moved.reminders)
        await keep_longer(work, moved, debate)
        told = await tell(work, moved, debate, "notice-session-moved", (CALENDAR, GIVE_BACK))
    work.settle(moved, "session_moved", session=debate.reference, title=debate.title, told=told)


async def cancel(work: Work, cancelled: SessionCancelled) -> None:
    """Call a debate off, with all that was arranged for it, and tell everybody who comes or waits."""
    debate = await standing(work, cancelled.session, cancelled)
    debate.cancelled, debate.sequence = True, debate.sequence + 1
    for kind in (REMINDER, OFFER, NEEDS):
        await call_off(work, kind, debate.id)
    await drop(work, debate.id)
    told = await tell(work, cancelled, debate, "notice-session-cancelled", (CALENDAR,))
    work.settle(cancelled, "session_cancelled", session=debate.reference, title=debate.title, told=told)


def arrange_reminders(work: Work, cause: Event, debate: Session, moments: Iterable[datetime]) -> None:
    for moment in sorted(set(moments)):
        if cause.occurred_at < moment < debate.starts_at:
            arrange(work, cause, REMINDER, debate.id, moment)


async def remind(work: Work, came: MomentCame, reminder: Appointment) -> None:
    """Remind everybody who has a seat now; of several that are late one is enough."""
    debate = await work.session.get(Session, UUID(reminder.about))
    if debate is None or has_begun(debate, came) or debate.cancelled:
        return
    await call_off(work, REMINDER, debate.id, until=came.occurred_at)
    await tell(work, came, debate, "notice-session-reminder", (CALENDAR, GIVE_BACK), states={"seated"})


async def tell(
    work: Work,
    cause: Event,
    debate: Session,
    wording: str,
    buttons: Sequence[Button],
    *,
    states: Collection[str] = HOLDING,
) -> int:
    """Tell the same to everybody who holds a place and has a chat (an import gives none); return to how many."""
    query = (
        select(Seat.citizen)
        .join(Citizen, col(Citizen.id) == Seat.citizen)
        .where(Seat.session == debate.id, col(Seat.state).in_(states), Citizen.origin == "chat")
        .order_by(col(Seat.turn))
    )
    people = (await work.session.exec(query)).all()
    for citizen in people:
        work.emit(news(cause, debate, citizen, wording, buttons))
    return len(people)


def news(
    cause: Event, debate: Session, citizen: UUID, wording: str, buttons: Sequence[Button], **more: Param
) -> NewsAddressed:
    where = {"when": debate.starts_at.isoformat(), "place": debate.place}
    return NewsAddressed.following(
        cause,
        citizen,
        person=citizen,
        audience="citizen",
        wording=wording,
        params={"session": debate.reference, "title": debate.title, **where, **more},
        theme=debate.theme,
        buttons=tuple((label, f"seat:{act}:{debate.reference}") for label, act in buttons),
    )


async def known(work: Work, session: UUID) -> Session:
    debate = await work.session.get(Session, session)
    if debate is None:
        raise Refused("unknown_session")
    return debate


async def standing(work: Work, session: UUID, act: Event) -> Session:
    """Return a debate that is still to come. Refuses `unknown_session`, `past`, `cancelled`."""
    debate = await known(work, session)
    if debate.cancelled:
        raise Refused("cancelled", title=debate.title)
    if has_begun(debate, act):
        raise Refused("past", title=debate.title)
    return debate


def has_begun(debate: Session, act: Event) -> bool:
    return act.occurred_at >= debate.starts_at


def handlers() -> dict[str, Handler]:
    return {SessionPlanned.kind: each(plan), SessionMoved.kind: each(move), SessionCancelled.kind: each(cancel)}


def effects() -> dict[str, Effect]:
    return {REMINDER: remind}
