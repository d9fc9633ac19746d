"""Appointments: arranged with the fact that causes them, called off with the fact that ends them, kept once.

What an appointment means is decided again when its moment has come: each topic says so in its `effects()`.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select

from events.appointments import MomentCame
from events.base import Event, fact_id
from storage.ledger import Handler, Refused, Work, each
from storage.tables.appointments import Appointment

Effect = Callable[[Work, MomentCame, Appointment], Awaitable[None]]

REMINDER, OFFER, CLOSING, NEEDS, APPEALS = "reminder", "offer", "closing", "needs", "appeals"


def arrange(
    work: Work,
    cause: Event,
    kind: str,
    about: object,
    at: datetime,
    *,
    person: UUID | None = None,
    phase: str | None = None,
) -> None:
    """Note what is to happen at a moment; its id derives from the cause, so that a replay finds it again."""
    key = fact_id(cause.event_id, "appointment", kind, person, at.astimezone(UTC).isoformat())
    work.session.add(Appointment(id=key, at=at, kind=kind, about=str(about), person=person, phase=phase))


async def call_off(
    work: Work, kind: str, about: object, *, person: UUID | None = None, until: datetime | None = None
) -> None:
    """Forget appointments of a kind: all about something, or those with one person, or those up to a moment."""
    meant = [col(Appointment.kind) == kind, col(Appointment.about) == str(about)]
    meant += [] if person is None else [col(Appointment.person) == person]
    meant += [] if until is None else [col(Appointment.at) <= until]
    await work.session.exec(delete(Appointment).where(*meant))


async def arranged(work: Work, kind: str, about: object) -> Appointment | None:
    """Return the soonest appointment of a kind about something."""
    query = select(Appointment).where(Appointment.kind == kind, Appointment.about == str(about))
    return (await work.session.exec(query.order_by(col(Appointment.at)).limit(1))).one_or_none()


async def keep(work: Work, came: MomentCame, effects: Mapping[str, Effect]) -> None:
    """Do once what was arranged; never before its time, and not at all once it was called off."""
    appointment = await work.session.get(Appointment, came.appointment)
    if appointment is None:
        raise Refused("called_off")
    if came.occurred_at < appointment.at:
        raise Refused("early")
    await work.session.delete(appointment)
    await work.session.flush()
    await effects[appointment.kind](work, came, appointment)
    work.settle(came, appointment.kind)


def handlers(effects: Mapping[str, Effect]) -> dict[str, Handler]:
    async def decide(work: Work, came: MomentCame) -> None:
        await keep(work, came, effects)

    return {MomentCame.kind: each(decide)}
