"""The ledger: receipts, rows, outgoing facts and record in one transaction, whatever happens in between."""

import asyncio
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from events.base import Event, Outcome
from events.citizens import CitizenJoined, LanguageChosen
from events.news import NewsAddressed
from storage.ledger import Ledger, Refused, Work, each, outcome_of
from storage.record import NOTHING, first_break
from storage.tables.memory import Counter, Entry, Head, Outgoing, Receipt
from storage.tables.people import Citizen
from tests.fakes import NOON, person


def joined(name: object, **fields: object) -> CitizenJoined:
    given = {"event_id": person(f"fact {name}"), "city": "lyon", "occurred_at": NOON, "citizen": person(name)}
    return CitizenJoined.model_validate({**given, "language": "fr", **fields})


def chosen(name: object, language: str = "en") -> LanguageChosen:
    given = {"event_id": person(f"language {name}"), "city": "lyon", "occurred_at": NOON, "citizen": person(name)}
    return LanguageChosen.model_validate({**given, "language": language})


async def welcome(work: Work, fact: CitizenJoined) -> None:
    """Number and note a citizen, and tell them; one called `source=refuse` is refused, `source=fail` fails late."""
    if fact.source == "refuse":
        raise Refused("full", most=3)
    ref = await work.number("C")
    work.session.add(Citizen(id=fact.citizen, language="fr", origin="chat", source=ref, joined_at=NOON))
    work.emit(NewsAddressed.following(fact, person=fact.citizen, audience="citizen", wording="hello"))
    work.settle(fact, "joined", ref=ref)
    if fact.source == "fail":
        await work.session.flush()
        raise RuntimeError("after the write")


async def speak(work: Work, fact: LanguageChosen) -> None:
    citizen = await work.session.get(Citizen, fact.citizen)
    if citizen is None:
        raise Refused("stranger")
    citizen.language = fact.language


HANDLERS = {CitizenJoined.kind: each(welcome), LanguageChosen.kind: each(speak)}


class Ear:
    """Hear what a ledger tells; deaf for the first `deaf` times."""

    def __init__(self, deaf: int = 0) -> None:
        self.heard: list[UUID] = []
        self.portions: list[int] = []
        self._deaf = deaf

    async def __call__(self, facts: Sequence[Event]) -> None:
        if self._deaf:
            self._deaf -= 1
            raise ConnectionError("the bus is away")
        self.heard += [fact.caused_by for fact in facts if fact.caused_by]
        self.portions.append(len(facts))


def ledger(engine: AsyncEngine, ear: Ear | None = None) -> Ledger:
    return Ledger(engine, HANDLERS, ear or Ear())


async def rows(engine: AsyncEngine, table: type[SQLModel], order: str) -> list[Any]:
    async with AsyncSession(engine) as session:
        return list((await session.exec(select(table).order_by(order))).all())


async def counts(engine: AsyncEngine) -> tuple[int, ...]:
    """Return how many receipts, citizens, outgoing facts and entries there are."""
    tables: tuple[tuple[type[SQLModel], str], ...] = (
        (Receipt, "fact"), (Citizen, "id"), (Outgoing, "position"), (Entry, "seq")
    )  # fmt: skip
    return tuple([len(await rows(engine, table, order)) for table, order in tables])


async def chain_holds(engine: AsyncEngine, erased: Mapping[int, str] = NOTHING) -> bool:
    entries = await rows(engine, Entry, "seq")
    [head] = await rows(engine, Head, "id")
    end = (entries[-1].seq, entries[-1].hash) if entries else (0, "0" * 64)
    return first_break((entry.model_dump() for entry in entries), erased) is None and (head.seq, head.hash) == end


async def test_a_batch_leaves_all_its_traces_at_once(engine: AsyncEngine) -> None:
    facts = [joined("ada"), joined("ben"), chosen("ada")]
    outcomes = await ledger(engine).once(facts)
    assert outcomes == [
        Outcome(fact=facts[0].event_id, code="joined", params={"ref": "C-1"}),
        Outcome(fact=facts[1].event_id, code="joined", params={"ref": "C-2"}),
        Outcome(fact=facts[2].event_id, code="done"),
    ]
    assert await counts(engine) == (3, 2, 2, 3)
    entries = await rows(engine, Entry, "seq")
    assert [(entry.seq, entry.fact, entry.kind, entry.payload) for entry in entries] == [
        (seq, fact.event_id, fact.kind, fact.model_dump_json()) for seq, fact in enumerate(facts, 1)
    ]
    assert await chain_holds(engine)


async def test_the_same_fact_is_applied_once_in_a_batch_and_in_another(engine: AsyncEngine) -> None:
    fact, book = joined("ada"), ledger(engine)
    first = await book.once([fact, fact])
    again = await ledger(engine).once([fact])
    assert [outcome.params for outcome in (*first, *again)] == [{"ref": "C-1"}] * 3
    assert await counts(engine) == (1, 1, 1, 1)


async def test_of_two_facts_with_one_id_the_first_counts(engine: AsyncEngine) -> None:
    first, other = joined("ada", language="it"), joined("ada", language="es")
    await ledger(engine).once([first, other])
    [entry] = await rows(engine, Entry, "seq")
    assert entry.payload == first.model_dump_json()


async def test_two_ledgers_at_once_apply_each_fact_once(engine: AsyncEngine) -> None:
    facts = [joined(n) for n in range(40)]
    batches = [facts[start : start + 5] for start in range(0, 40, 5)]
    books = [ledger(engine), ledger(engine)]
    both = await asyncio.gather(*(book.once(batch) for batch in batches for book in books))
    assert await counts(engine) == (40, 40, 40, 40)
    assert [counter.last for counter in await rows(engine, Counter, "name")] == [40]
    assert sorted(citizen.source for citizen in await rows(engine, Citizen, "id")) == sorted(
        f"C-{n}" for n in range(1, 41)
    )
    assert both[::2] == both[1::2]
    assert await chain_holds(engine)


async def test_a_handler_that_raises_leaves_nothing(engine: AsyncEngine) -> None:
    await ledger(engine).once([joined("ada")])
    before = await counts(engine)
    with pytest.raises(RuntimeError, match="after the write"):
        await ledger(engine).once([joined("ben"), chosen("ada"), joined("cas", source="fail")])
    assert await counts(engine) == before
    [ada] = await rows(engine, Citizen, "id")
    assert ada.language == "fr"
    assert [counter.last for counter in await rows(engine, Counter, "name")] == [1]
    assert (await ledger(engine).once([joined("ben")]))[0].params == {"ref": "C-2"}


async def test_a_refused_fact_has_a_receipt_and_is_not_in_the_record(engine: AsyncEngine) -> None:
    ear, refused = Ear(), joined("ada", source="refuse")
    book = ledger(engine, ear)
    [first], [again] = await book.once([refused]), await book.once([refused])
    assert first == again == Outcome(fact=refused.event_id, code="refused.full", params={"most": 3})
    assert await counts(engine) == (1, 0, 0, 0)
    assert await outcome_of(engine, refused.event_id) == first
    await book.once([joined("ben")])
    assert [entry.seq for entry in await rows(engine, Entry, "seq")] == [1]


async def test_nobody_knows_the_outcome_of_what_was_not_told(engine: AsyncEngine) -> None:
    assert await outcome_of(engine, person("no fact")) is None


async def test_consequences_are_told_in_order_once_and_forgotten(engine: AsyncEngine) -> None:
    ear, facts = Ear(), [joined(n) for n in range(7)]
    book = ledger(engine, ear)
    await book.once(facts)
    assert [await book.tell_pending(most=3), await book.tell_pending()] == [7, 0]
    assert ear.heard == [fact.event_id for fact in facts]
    assert ear.portions == [3, 3, 1]
    assert await rows(engine, Outgoing, "position") == []


async def test_what_was_decided_before_a_crash_is_told_after_it(engine: AsyncEngine) -> None:
    await ledger(engine).once([joined("ada")])  # and the process is killed before it tells
    ear = Ear()
    assert await ledger(engine, ear).tell_pending() == 1
    assert ear.heard == [joined("ada").event_id]


async def test_what_could_not_be_told_is_told_when_the_bus_is_back(engine: AsyncEngine) -> None:
    ear = Ear(deaf=1)
    book = ledger(engine, ear)
    await book.once([joined("ada")])
    with pytest.raises(ConnectionError):
        await book.tell_pending()
    assert len(await rows(engine, Outgoing, "position")) == 1
    assert await book.tell_pending() == 1
    assert ear.heard == [joined("ada").event_id]


async def test_what_is_decided_while_the_bus_listens_is_not_forgotten(engine: AsyncEngine) -> None:
    class Interrupting(Ear):
        async def __call__(self, facts: Sequence[Event]) -> None:
            if not self.heard:
                await book.once([joined("ben")])
            await super().__call__(facts)

    ear = Interrupting()
    book = ledger(engine, ear)
    await book.once([joined("ada")])
    await book.tell_pending()
    assert ear.heard == [joined("ada").event_id, joined("ben").event_id]


async def test_erasing_a_payload_leaves_the_chain_whole(engine: AsyncEngine) -> None:
    await ledger(engine).once([joined("ada"), joined("ben"), joined("cas")])
    async with AsyncSession(engine) as session:
        entry = (await session.exec(select(Entry).where(col(Entry.seq) == 2))).one()
        entry.salt, entry.payload = None, "{}"
        session.add(entry)
        await session.commit()
    left = {2: sha256(b"{}").hexdigest()}
    assert (await chain_holds(engine, left), await chain_holds(engine)) == (True, False)
