"""Access needs: kept sealed while they are of use, and then nowhere."""

from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col

from deliberation.debates import ends_at, needed_until
from events.appointments import MomentCame
from events.base import Event
from events.needs import NeedStated, NeedTakenBack
from storage.ledger import Handler, Refused, Work, each
from storage.tables.appointments import Appointment
from storage.tables.needs import Need, NeedKey
from storage.tables.sessions import Seat, Session
from workers.appointments import NEEDS, Effect, arrange, arranged, call_off
from workers.decisions import participant


async def state(work: Work, stated: NeedStated) -> None:
    """Keep what somebody needs who has signed up, or waits; the newest statement counts."""
    await participant(work, stated.citizen)
    debate = await signed_up(work, stated)
    need = await work.session.get(Need, (debate.id, stated.citizen))
    if need is None:
        need = Need(session=debate.id, citizen=stated.citizen, sealed="", stated_at=stated.occurred_at)
        work.session.add(need)
    need.sealed, need.stated_at = stated.sealed, stated.occurred_at
    if await arranged(work, NEEDS, debate.id) is None:
        arrange(work, stated, NEEDS, debate.id, needed_until(debate.starts_at, debate.minutes))
    work.settle(stated, "need_stated", session=debate.reference)


async def take_back(work: Work, taken_back: NeedTakenBack) -> None:
    debate = await work.session.get(Session, taken_back.session)
    if debate is None or await work.session.get(Need, (debate.id, taken_back.citizen)) is None:
        raise Refused("no_need")
    await drop(work, debate.id, taken_back.citizen)
    work.settle(taken_back, "need_taken_back", session=debate.reference)


async def signed_up(work: Work, stated: NeedStated) -> Session:
    """Return the debate if the citizen holds or awaits a seat in it. Refuses what there is not, or is over."""
    debate = await work.session.get(Session, stated.session)
    if debate is None:
        raise Refused("unknown_session")
    if debate.cancelled:
        raise Refused("cancelled", title=debate.title)
    if stated.occurred_at >= ends_at(debate.starts_at, debate.minutes):
        raise Refused("past", title=debate.title)
    if await work.session.get(Seat, (debate.id, stated.citizen)) is None:
        raise Refused("no_seat", session=debate.reference, title=debate.title)
    return debate


async def drop(work: Work, session: UUID, citizen: UUID | None = None) -> None:
    """Forget what one person needs in a debate, or everybody; with the keys it is gone from the record too."""
    for table in (Need, NeedKey):
        meant = [col(table.session) == session, *([col(table.citizen) == citizen] if citizen else [])]
        await work.session.exec(delete(table).where(*meant))


async def keep_longer(work: Work, cause: Event, debate: Session) -> None:
    """Keep needs until some days after a debate that was moved."""
    if await arranged(work, NEEDS, debate.id):
        await call_off(work, NEEDS, debate.id)
        arrange(work, cause, NEEDS, debate.id, needed_until(debate.starts_at, debate.minutes))


async def expire(work: Work, _came: MomentCame, kept: Appointment) -> None:
    await drop(work, UUID(kept.about))


def handlers() -> dict[str, Handler]:
    return {NeedStated.kind: each(state), NeedTakenBack.kind: each(take_back)}


def effects() -> dict[str, Effect]:
    return {NEEDS: expire}
