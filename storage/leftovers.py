"""What other processes write about a person while they are being erased: letters, drafts, keys, untold news."""

import json
from collections.abc import AsyncIterator, Sequence
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.ledger import writing
from storage.letters import EMPTY
from storage.redaction import QUOTING, Sought
from storage.tables.identity import Letter
from storage.tables.memory import Outgoing
from storage.tables.needs import Need, NeedKey
from storage.tables.results import Draft
from storage.tables.strata import Declaration, DeclarationKey

PORTION = 1000


async def sweep_tables(engine: AsyncEngine, sought: Sought) -> None:
    """Delete a person's letters, take their words out of others', drop drafts that hold them: they are made anew.

    Keys are deleted too: a face that had not heard of the erasure may have made one since.
    """
    changed = [each async for each in _letters(engine, sought)]
    stale = [each async for each in _drafts(engine, sought)]
    async with writing(engine) as session:
        people = [UUID(citizen) for citizen in sought.citizens]
        await session.exec(delete(Letter).where(col(Letter.person).in_(people)))
        for sealed in (Need, NeedKey, Declaration, DeclarationKey):
            await session.exec(delete(sealed).where(col(sealed.citizen).in_(people)))
        for letter, params in changed:
            await session.exec(update(Letter).where(col(Letter.id) == letter).values(params=params))
        for theme, result in stale:
            await session.exec(delete(Draft).where(col(Draft.theme) == theme, col(Draft.result) == result))
        await sweep_outbox(session, sought)


async def sweep_outbox(session: AsyncSession, sought: Sought) -> None:
    """Keep a person's news from being told, and their words out of others'."""
    for row in (await session.exec(select(Outgoing))).all():
        payload = json.loads(row.payload)
        if sought.is_theirs(payload):
            await session.delete(row)
        elif row.kind in QUOTING and (left := sought.without(payload)) != payload:
            row.payload = json.dumps(left, ensure_ascii=False)


async def _letters(engine: AsyncEngine, sought: Sought) -> AsyncIterator[tuple[UUID, str]]:
    """Yield the letters of others that hold a person's words, and what is left of their parameters."""
    last: Sequence[UUID] = ()
    while True:
        full = col(Letter.params) != EMPTY["params"]  # what has ended keeps no words
        query = select(Letter.id, Letter.params).where(full).order_by(col(Letter.id)).limit(PORTION)
        async with AsyncSession(engine) as session:
            rows = (await session.exec(query.where(*(col(Letter.id) > each for each in last)))).all()
        for letter, params in rows:
            if (left := sought.without(json.loads(params))) != json.loads(params):
                yield letter, json.dumps(left, ensure_ascii=False)
        if len(rows) < PORTION:
            return
        last = [rows[-1][0]]


async def _drafts(engine: AsyncEngine, sought: Sought) -> AsyncIterator[tuple[str, str]]:
    async with AsyncSession(engine) as session:
        rows = (await session.exec(select(Draft.theme, Draft.result, Draft.content))).all()
    for theme, result, content in rows:
        if sought.without(json.loads(content)) != json.loads(content):
            yield theme, result
