"""Debates and seats: the worker decides who has the seat, in the order in which people asked."""

from datetime import UTC
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from events.base import Event
from events.news import NewsAddressed
from events.sessions import SeatAccepted, SeatReleased, SeatRequested, SessionPlanned
from storage.ledger import Handler, Refused, Work, each
from storage.tables.sessions import Seat, Session
from storage.tables.themes import Theme
from workers.decisions import authorised, open_theme, participant


async def plan(work: Work, planned: SessionPlanned) -> None:
    await authorised(work, planned.by)
    if await work.session.get(Theme, planned.theme) is None:
        raise Refused("unknown_theme", theme=planned.theme)
    reference = await work.number("S")
    work.session.add(
        Session(
            id=planned.event_id,
            reference=reference,
            **planned.model_dump(include={"theme", "title", "starts_at", "minutes", "place", "capacity"}),
        )
    )
    work.settle(planned, "planned", session=reference, title=planned.title)


async def request(work: Work, requested: SeatRequested) -> None:
    """Give a seat while there is one, else a place in the waiting list; asking twice is asking once."""
    await participant(work, requested.citizen)
    debate = await known(work, requested.session)
    await open_theme(work, debate.theme, "sign_up")
    if requested.occurred_at >= debate.starts_at.astimezone(UTC):
        raise Refused("past", title=debate.title)
    seat = await work.session.get(Seat, (debate.id, requested.citizen))
    if seat is None:
        free = await taken(work, debate.id) < debate.capacity
        seat = Seat(
            session=debate.id,
            citizen=requested.citizen,
            state="seated" if free else "waiting",
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
    await settle_seat(work, accepted, debate, seat)


async def release(work: Work, released: SeatReleased) -> None:
    """Give a place back; a freed seat is offered at once to the first who waits."""
    debate, seat = await held(work, released.session, released.citizen)
    freed = seat.state in {"seated", "offered"}
    await work.session.delete(seat)
    await work.session.flush()
    if freed:
        await offer(work, released, debate)
    work.settle(released, "released", session=debate.reference, title=debate.title)


async def offer(work: Work, cause: Event, debate: Session) -> None:
    query = select(Seat).where(Seat.session == debate.id, Seat.state == "waiting").order_by(col(Seat.turn)).limit(1)
    first = (await work.session.exec(query)).one_or_none()
    if first is None:
        return
    first.state = "offered"
    work.emit(
        NewsAddressed.following(
            cause,
            first.citizen,
            person=first.citizen,
            audience="citizen",
            wording="notice-seat-offered",
            params={
                "session": debate.reference,
                "title": debate.title,
                "when": debate.starts_at.isoformat(),
                "place": debate.place,
            },
            theme=debate.theme,
            buttons=(
                ("button-take-seat", f"seat:accept:{debate.reference}"),
                ("button-leave-seat", f"seat:release:{debate.reference}"),
            ),
        )
    )


async def settle_seat(work: Work, act: Event, debate: Session, seat: Seat) -> None:
    await work.session.flush()
    position = await place_in_line(work, debate.id, seat.turn) if seat.state == "waiting" else None
    work.settle(act, seat.state, session=debate.reference, title=debate.title, position=position)


async def known(work: Work, session: UUID) -> Session:
    debate = await work.session.get(Session, session)
    if debate is None:
        raise Refused("unknown_session")
    return debate


async def held(work: Work, session: UUID, citizen: UUID) -> tuple[Session, Seat]:
    debate = await known(work, session)
    seat = await work.session.get(Seat, (session, citizen))
    if seat is None:
        raise Refused("no_seat", session=debate.reference, title=debate.title)
    return debate, seat


async def taken(work: Work, session: UUID) -> int:
    """Count the seats that nobody else can have; an offered one is kept for whom it was offered to."""
    query = select(func.count()).select_from(Seat).where(Seat.session == session, Seat.state != "waiting")
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
        SessionPlanned.kind: each(plan),
        SeatRequested.kind: each(request),
        SeatReleased.kind: each(release),
        SeatAccepted.kind: each(accept),
    }
