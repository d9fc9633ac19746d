"""/forget: whoever wants to be erased is, and the seats they held go to whoever waits."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select

from events.base import Event
from events.citizens import CitizenForgotten
from events.sessions import SeatReleased
from storage.erasure import erasures
from storage.forgetting import erase
from storage.ledger import Handler, Ledger, Refused, Work, each
from storage.redaction import NOBODY
from storage.tables.people import Citizen
from storage.tables.sessions import Seat, Session
from workers import seats


async def forget(work: Work, act: CitizenForgotten) -> None:
    """Erase a citizen here and now; `workers.sweeping` follows. Refuses `stranger` for who is erased already."""
    known = await work.session.get(Citizen, act.citizen)
    if known is not None and known.origin == NOBODY:
        raise Refused("stranger")
    await leave_seats(work, act)
    entered = await erase(work.session, act)
    work.enter(entered)
    work.settle(act, "forgotten", digest=entered.digest)


async def leave_seats(work: Work, act: CitizenForgotten) -> None:
    """Give back the places in debates to come; those of the past stay counted."""
    query = (
        select(Seat.session)
        .join(Session, col(Session.id) == Seat.session)
        .where(Seat.citizen == act.citizen, Session.starts_at > act.occurred_at)
        .order_by(col(Seat.session))
    )
    for debate in (await work.session.exec(query)).all():
        await seats.release(work, SeatReleased.following(act, debate, session=debate, citizen=act.citizen))


async def erase_again(engine: AsyncEngine, acts: Sequence[CitizenForgotten]) -> int:
    """Apply to a restored database the erasures that it does not know; return how many it did not.

    Their acts get entries of their own at the end of the record. `workers.sweeping.sweep_to_the_end` comes after.
    """
    known = {act.event_id for act in await erasures(engine)}
    missing = [act.model_copy(update={"digest": ""}) for act in acts if act.event_id not in known]
    ledger = Ledger(engine, handlers(), _tell_later)
    for act in missing:
        await ledger.once([act])
    return len(missing)


async def _tell_later(_facts: Sequence[Event]) -> None:
    """Leave what follows in the outbox, for the clerk."""


def handlers() -> dict[str, Handler]:
    return {CitizenForgotten.kind: each(forget)}
