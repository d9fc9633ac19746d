"""Seats: the worker decides who has one, in the order in which people asked; a freed one is offered, for a while."""

from datetime import UTC
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from deliberation.moments import kept_until
from deliberation.waitlist import HELD, frees, when_asked
from events.appointments import MomentCame
from events.base import Event
from events.sessions import SeatAccepted, SeatReleased, SeatRequested
from storage.ledger import Handler, Refused, Work, each
from storage.tables.appointments import Appointment
from storage.tables.people import Citizen
from storage.tables.sessions import Seat, Session
from workers.appointments import OFFER, Effect, arrange, call_off
from workers.decisions import open_theme, participant
from workers.needs import drop
from workers.sessions import Button, has_begun, known, news

TAKE: Button = ("button-take-seat", "accept")
LEAVE: Button = ("button-leave-seat", "release")
ASK_AGAIN: Button = ("button-ask-seat-again", "take")


async def request(work: Work, requested: SeatRequested) -> None:
    """Give a seat while there is one, else a place in the waiting list; asking twice is asking once."""
    await participant(work, requested.citizen)
    debate = await known(work, requested.session)
    await open_theme(work, debate.theme, "sign_up")
    if has_begun(debate, requested):
        raise Refused("past", title=debate.title)
    if debate.cancelled:
        raise Refused("cancelled", title=debate.title)
    seat = await work.session.get(Seat, (debate.id, requested.citizen))
    if seat is None:
        seat = Seat(
            session=debate.id,
            citizen=requested.citizen,
            state=when_asked(await taken(work, debate.id), debate.capacity),
            turn=await last_turn(work, debate.id) + 1,
            since=requested.occurred_at,
        )
        work.session.add(seat)
    await settle_seat(work, requested, debate, seat)


async def accept(work: Work, accepted: SeatAccepted) -> None:
    """Turn an offered seat into a taken one."""
    debate, seat = await held(work, accepted.session, accepted.citizen)
    if seat.state == "offered":
        seat.state = "seated"
        await call_off(work, OFFER, debate.id, person=seat.citizen)
    await settle_seat(work, accepted, debate, seat)


async def release(work: Work, released: SeatReleased) -> None:
    """Give a place back."""
    debate, seat = await held(work, released.session, released.citizen)
    await vacate(work, released, debate, seat)
    work.settle(released, "released", session=debate.reference, title=debate.title)


async def vacate(work: Work, cause: Event, debate: Session, seat: Seat) -> None:
    """Take somebody off a debate's list, with their needs; a freed seat is offered at once to the first who waits."""
    freed = frees(seat.state, open_still=not debate.cancelled and not has_begun(debate, cause))
    await call_off(work, OFFER, debate.id, person=seat.citizen)
    await drop(work, debate.id, seat.citizen)
    await work.session.delete(seat)
    await work.session.flush()
    if freed:
        await offer(work, cause, debate)


async def offer(work: Work, cause: Event, debate: Session) -> None:
    """Keep a seat for the first who waits and can be asked; it is offered to the next when they do not answer."""
    first = await first_in_line(work, debate.id)
    if first is None:
        return
    first.state, until = "offered", kept_until(debate.starts_at, cause.occurred_at)
    arrange(work, cause, OFFER, debate.id, until, person=first.citizen)
    work.emit(
        news(
            cause, debate, first.citizen, "notice-seat-offered", (TAKE, LEAVE), until=until.astimezone(UTC).isoformat()
        )
    )


async def expire(work: Work, came: MomentCame, offered: Appointment) -> None:
    """Pass on a seat that nobody took in time, and say so once."""
    debate = await work.session.get(Session, UUID(offered.about))
    seat = await work.session.get(Seat, (UUID(offered.about), offered.person))
    if debate is None or seat is None or seat.state != "offered" or has_begun(debate, came):
        return
    await vacate(work, came, debate, seat)
    work.emit(news(came, debate, seat.citizen, "notice-seat-expired", (ASK_AGAIN,)))


async def first_in_line(work: Work, session: UUID) -> Seat | None:
    """Return the first who waits and has a chat: who came in with an import cannot answer."""
    query = (
        select(Seat)
        .join(Citizen, col(Citizen.id) == Seat.citizen)
        .where(Seat.session == session, Seat.state == "waiting", Citizen.origin == "chat")
        .order_by(col(Seat.turn))
        .limit(1)
    )
    return (await work.session.exec(query)).one_or_none()


async def settle_seat(work: Work, act: Event, debate: Session, seat: Seat) -> None:
    await work.session.flush()
    position = await place_in_line(work, debate.id, seat.turn) if seat.state == "waiting" else None
    work.settle(act, seat.state, session=debate.reference, title=debate.title, position=position)


async def held(work: Work, session: UUID, citizen: UUID) -> tuple[Session, Seat]:
    debate = await known(work, session)
    seat = await work.session.get(Seat, (session, citizen))
    if seat is None:
        raise Refused("no_seat", session=debate.reference, title=debate.title)
    return debate, seat


async def taken(work: Work, session: UUID) -> int:
    """Count the seats that nobody else can have; an offered one is kept for whom it was offered to."""
    query = select(func.count()).select_from(Seat).where(Seat.session == session, col(Seat.state).in_(HELD))
    return (await work.session.exec(query)).one()


async def last_turn(work: Work, session: UUID) -> int:
    query = select(func.max(Seat.turn)).where(Seat.session == session)
    return (await work.session.exec(query)).one() or 0


async def place_in_line(work: Work, session: UUID, turn: int) -> int:
    query = (
        select(func.count())
        .select_from(Seat)
        .where(Seat.session == session, Seat.state == "waiting", Seat.turn <= turn)
    )
    return (await work.session.exec(query)).one()


def handlers() -> dict[str, Handler]:
    return {
        SeatRequested.kind: each(request),
        SeatAccepted.kind: each(accept),
        SeatReleased.kind: each(release),
    }


def effects() -> dict[str, Effect]:
    return {OFFER: expire}
