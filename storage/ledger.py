"""Receipts, rows, outgoing facts and the record: one transaction, a batch of facts at a time.

A fact that was applied before is not applied again; a consequence leaves only after the commit, and leaves
again after a crash. All writing goes through the record's head, so that what is applied is applied in one
order: the order of the record.
"""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from events import catalogue
from events.base import Event, Outcome, Param
from storage.record import chained
from storage.tables.memory import Counter, Entry, Head, Outgoing, Receipt

Handler = Callable[["Work", Sequence[Any]], Awaitable[None]]
Tell = Callable[[Sequence[Event]], Awaitable[None]]


class Refused(Exception):  # noqa: N818 - it is no error: it is a decision, told to whoever acted
    """A rule forbids the act; `code` and `params` let a face say so in any language."""

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code)
        self.code = f"refused.{code}"
        self.params = params


class Work:
    """The open transaction of a batch: memory to read and write, outcomes and consequences to note."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.outcomes: dict[UUID, Outcome] = {}
        self.consequences: list[Event] = []
        self.entered: dict[UUID, Event] = {}
        self._held: list[Any] = []

    def settle(self, act: Event, code: str, **params: Param) -> None:
        """Note what was decided about `act`."""
        self.outcomes[act.event_id] = Outcome(fact=act.event_id, code=code, params=params)

    def emit(self, consequence: Event) -> None:
        """Note a fact that is told after the commit, or not at all."""
        self.consequences.append(consequence)

    def enter(self, act: Event) -> None:
        """Have the record hold an act as it is here: completed by what was found while it was applied."""
        self.entered[act.event_id] = act

    def hold(self, *rows: Any) -> None:
        """Keep rows until the batch is decided: the session forgets what nobody holds, and reads it again."""
        self._held += rows

    async def number(self, letter: str) -> str:
        """Return the next public reference of a kind, such as `Q-42`."""
        counter = await self.session.get(Counter, letter)
        if counter is None:
            counter = Counter(name=letter, last=0)
            self.session.add(counter)
        self.hold(counter)
        counter.last += 1
        return f"{letter}-{counter.last}"


def each(decide: Callable[[Work, Any], Awaitable[None]]) -> Handler:
    """Return a handler that decides one fact after the other; a broken rule becomes a refusal.

    `decide` must raise Refused before it writes.
    """

    async def handle(work: Work, facts: Sequence[Any]) -> None:
        for fact in facts:
            try:
                await decide(work, fact)
            except Refused as refusal:
                work.settle(fact, refusal.code, **refusal.params)

    return handle


class Ledger:
    """Apply facts once, in order, and tell what follows from them."""

    def __init__(self, engine: AsyncEngine, handlers: Mapping[str, Handler], tell: Tell) -> None:
        self._engine = engine
        self._handlers = handlers
        self._tell = tell
        self.pending = True  # a crash may have left something untold

    async def once(self, facts: Sequence[Event]) -> list[Outcome]:
        """Apply the facts that are new, in their order; return the outcome of each, new or known."""
        async with writing(self._engine) as session:
            head = await _lock(session)
            known = await _receipts(session, facts)
            fresh = _first_told(fact for fact in facts if fact.event_id not in known)
            work = Work(session)
            for kind, run in groupby(fresh, key=lambda fact: fact.kind):
                await self._handlers[kind](work, list(run))
            for fact in fresh:
                work.outcomes.setdefault(fact.event_id, Outcome(fact=fact.event_id, code="done"))
            await session.flush()
            await _write(session, head, fresh, work)
            self.pending |= bool(work.consequences)  # before the commit, of which we may never hear
        self.pending |= bool(work.consequences)  # after it, should somebody have looked in between
        return [known.get(fact.event_id) or work.outcomes[fact.event_id] for fact in facts]

    async def tell_pending(self, most: int = 1000) -> int:
        """Tell the bus everything that is pending, oldest first, `most` at a time; return how many facts were told."""
        told = 0
        while self.pending:
            self.pending = False  # what is decided while we tell sets it again
            portion = most  # until it was told, there may be as much as that
            try:
                portion = await self._tell_portion(most)
            finally:
                self.pending |= portion == most
            told += portion
        return told

    async def _tell_portion(self, most: int) -> int:
        async with AsyncSession(self._engine) as session:
            query = select(Outgoing).order_by(col(Outgoing.position)).limit(most)
            rows = (await session.exec(query)).all()
        if rows:
            await self._tell([catalogue.read(row.kind, row.payload) for row in rows])
            async with writing(self._engine) as session:
                told = [row.position for row in rows]
                await session.exec(delete(Outgoing).where(col(Outgoing.position).in_(told)))
        return len(rows)


@asynccontextmanager
async def writing(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """Open one transaction that may write; it commits at the end, or leaves no trace."""
    async with engine.connect() as connection:
        await connection.execution_options(immediate=True)
        async with AsyncSession(connection, expire_on_commit=False, autoflush=True) as session:
            yield session
            await session.commit()
        await connection.commit()


async def outcome_of(engine: AsyncEngine, fact: UUID) -> Outcome | None:
    """Return what was decided about a fact, or None while it was not."""
    async with AsyncSession(engine) as session:
        receipt = await session.get(Receipt, fact)
    return _outcome(receipt) if receipt else None


def _first_told(facts: Iterable[Event]) -> list[Event]:
    """Return each fact once; of two with the same id the first counts, as on the bus."""
    first: dict[UUID, Event] = {}
    for fact in facts:
        first.setdefault(fact.event_id, fact)
    return list(first.values())


async def _lock(session: AsyncSession) -> Head:
    return (await session.exec(select(Head).with_for_update())).one()


async def _receipts(session: AsyncSession, facts: Sequence[Event]) -> dict[UUID, Outcome]:
    ids = [fact.event_id for fact in facts]
    found = (await session.exec(select(Receipt).where(col(Receipt.fact).in_(ids)))).all()
    return {receipt.fact: _outcome(receipt) for receipt in found}


def _outcome(receipt: Receipt) -> Outcome:
    return Outcome(fact=receipt.fact, code=receipt.code, params=json.loads(receipt.params))


async def _write(session: AsyncSession, head: Head, fresh: Sequence[Event], work: Work) -> None:
    accepted = [work.entered.get(fact.event_id, fact) for fact in fresh if not work.outcomes[fact.event_id].refused]
    entries = chained(accepted, head.seq, head.hash)
    await _rows(session, Receipt, [_receipt(work.outcomes[fact.event_id]) for fact in fresh])
    await _rows(session, Entry, entries)
    await _rows(session, Outgoing, [_outgoing(fact) for fact in work.consequences])
    if entries:
        end = entries[-1]
        await session.exec(update(Head).values(seq=end["seq"], hash=end["hash"]))


async def _rows(session: AsyncSession, table: type, rows: list[dict[str, Any]]) -> None:
    if rows:
        await (await session.connection()).execute(insert(table), rows)


def _receipt(outcome: Outcome) -> dict[str, Any]:
    return {"fact": outcome.fact, "code": outcome.code, "params": json.dumps(outcome.params)}


def _outgoing(fact: Event) -> dict[str, Any]:
    return {"fact": fact.event_id, "kind": fact.kind, "payload": fact.model_dump_json()}
