"""Who came: noted once by an organiser or with the code in the room, and undone by either."""

from uuid import UUID

from deliberation.debates import door_is_open
from events.attendance import AttendanceUndone, DoorOpened, SessionAttended, WalkInCounted, WalkInTakenBack
from events.base import Event
from storage.ledger import Handler, Refused, Work, each
from storage.tables.attendance import Attendance, Door
from storage.tables.sessions import Seat, Session
from workers.appointments import OFFER, call_off
from workers.decisions import participant
from workers.sessions import Button, known, news

ASK_LIVE: Button = ("button-ask-live", "live")


async def open_door(work: Work, opened: DoorOpened) -> None:
    """Have a code count that hangs in the room; one that hung there before counts no more."""
    debate = await open_debate(work, opened.session, opened)
    (await door_to(work, debate.id)).code = opened.door
    work.settle(opened, "door_open", session=debate.reference)


async def attend(work: Work, attended: SessionAttended) -> None:
    """Note somebody as present, once; who comes while a seat is offered to them has taken it."""
    person = await participant(work, attended.citizen)
    debate = await open_debate(work, attended.session, attended)
    if attended.by is None:
        await shown_the_code(work, debate, attended.door)
    here = {"session": debate.reference, "title": debate.title}
    if await work.session.get(Attendance, (debate.id, attended.citizen)):
        work.settle(attended, "arrived_already", **here)
        return
    work.session.add(Attendance(session=debate.id, citizen=attended.citizen, at=attended.occurred_at))
    seat = await sit_down(work, debate, attended.citizen)
    work.settle(attended, "arrived", **here, seat=seat)
    if attended.by and person.origin == "chat":  # who came in with an import cannot be told
        work.emit(news(attended, debate, attended.citizen, "notice-attended", (ASK_LIVE,)))


async def sit_down(work: Work, debate: Session, citizen: UUID) -> bool:
    """Say whether somebody has a seat; an offered one is theirs now."""
    seat = await work.session.get(Seat, (debate.id, citizen))
    if seat and seat.state == "offered":
        seat.state = "seated"
        await call_off(work, OFFER, debate.id, person=citizen)
    return seat is not None and seat.state == "seated"


async def undo(work: Work, undone: AttendanceUndone) -> None:
    debate = await open_debate(work, undone.session, undone)
    here = await work.session.get(Attendance, (debate.id, undone.citizen))
    if here is None:
        raise Refused("not_there", title=debate.title)
    await work.session.delete(here)
    work.settle(undone, "attendance_undone", session=debate.reference, title=debate.title)


async def count(work: Work, counted: WalkInCounted) -> None:
    """Count somebody who came without a sign-up and without a chat."""
    door = await door_to(work, (await open_debate(work, counted.session, counted)).id)
    door.walk_ins += 1
    work.settle(counted, "walk_ins", count=door.walk_ins)


async def uncount(work: Work, taken_back: WalkInTakenBack) -> None:
    debate = await open_debate(work, taken_back.session, taken_back)
    door = await work.session.get(Door, debate.id)
    if door is None or door.walk_ins == 0:
        raise Refused("no_walk_in", title=debate.title)
    door.walk_ins -= 1
    work.settle(taken_back, "walk_ins", count=door.walk_ins)


async def open_debate(work: Work, session: UUID, act: Event) -> Session:
    """Return a debate whose door is open. Refuses `unknown_session`, `cancelled`, `door_closed`."""
    debate = await known(work, session)
    if debate.cancelled:
        raise Refused("cancelled", title=debate.title)
    if not door_is_open(debate.starts_at, debate.minutes, act.occurred_at):
        raise Refused("door_closed", title=debate.title)
    return debate


async def shown_the_code(work: Work, debate: Session, shown: UUID | None) -> None:
    door = await work.session.get(Door, debate.id)
    if shown is None or door is None or door.code != shown:
        raise Refused("wrong_door", title=debate.title)


async def door_to(work: Work, session: UUID) -> Door:
    """Return the door of a debate, made at the first look."""
    door = await work.session.get(Door, session)
    if door is None:
        door = Door(session=session)
        work.session.add(door)
    return door


def handlers() -> dict[str, Handler]:
    return {
        DoorOpened.kind: each(open_door),
        SessionAttended.kind: each(attend),
        AttendanceUndone.kind: each(undo),
        WalkInCounted.kind: each(count),
        WalkInTakenBack.kind: each(uncount),
    }
