"""Whom and what a batch of acts is about, loaded at once and held: a handler that asks for one of them has it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import event
from sqlmodel import SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

from events.base import Event
from storage.ledger import Work
from storage.tables.contributions import Contribution
from storage.tables.people import Citizen, Member
from storage.tables.sessions import Session
from storage.tables.themes import Theme
from workers.decisions import by_ids

MEANT: dict[str, type[SQLModel]] = {
    "citizen": Citizen,
    "by": Member,
    "member": Member,
    "contribution": Contribution,
    "into": Contribution,
    "amends": Contribution,
    "statement": Contribution,
    "question": Contribution,
    "session": Session,
}
SEEN = ("loaded_as_persistent", "pending_to_persistent")


@contextmanager
def held(session: AsyncSession) -> Iterator[None]:
    """Have a session know whatever it reads or writes, to the end of the batch; else it forgets what nobody holds."""
    kept: list[object] = []

    def keep(_session: object, row: object) -> None:
        kept.append(row)

    for what in SEEN:
        event.listen(session.sync_session, what, keep)
    try:
        yield
    finally:
        for what in SEEN:
            event.remove(session.sync_session, what, keep)
        session.expunge_all()


async def meet(work: Work, facts: Sequence[Event]) -> None:
    """Load the rows that the fields of acts name."""
    ids: dict[type[SQLModel], set[UUID]] = defaultdict(set)
    for fact in facts:
        for name in MEANT.keys() & type(fact).model_fields:
            if meant := getattr(fact, name):
                ids[MEANT[name]].add(meant)
    for table, wanted in ids.items():
        await by_ids(work, table, wanted)
    await work.session.exec(select(Theme))
