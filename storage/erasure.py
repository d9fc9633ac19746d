"""Keep account of who was erased: opaque ids and digests only, and what is still looked for."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from events.citizens import CitizenForgotten
from storage.ledger import writing
from storage.redaction import Sought
from storage.tables.memory import Entry, Erasure


async def erasures(engine: AsyncEngine) -> list[CitizenForgotten]:
    """Return the acts by which people were erased, oldest first, as the record holds them: with their digests."""
    query = select(Entry.payload).join(Erasure, col(Erasure.fact) == col(Entry.fact)).order_by(col(Entry.seq))
    async with AsyncSession(engine) as session:
        return [CitizenForgotten.model_validate_json(str(payload)) for payload in (await session.exec(query)).all()]


def digest_of(listing: str) -> str:
    return sha256(listing.encode()).hexdigest()


async def under_way(session: AsyncSession) -> dict[UUID, Sought]:
    """Return what is still looked for outside the tables, by the act of each erasure that is not done."""
    rows = (await session.exec(select(Erasure).where(col(Erasure.done).is_(False)))).all()
    return {row.fact: Sought.read(row.sought) for row in rows}


async def begin_again(session: AsyncSession, citizen: UUID) -> None:
    """Have what a person sent after their erasure, through a face that had not heard of it, overwritten too."""
    await session.exec(update(Erasure).where(col(Erasure.citizen) == citizen).values(done=False))


async def found_all(engine: AsyncEngine, acts: Collection[UUID]) -> None:
    """Note that the streams are clean: the words that were looked for are erased too."""
    async with AsyncSession(engine) as session:
        left = {act: each.but(each.words) for act, each in (await under_way(session)).items() if act in acts}
    async with writing(engine) as session:
        for act, each in left.items():
            await session.exec(update(Erasure).where(col(Erasure.fact) == act).values(sought=each.written()))


async def finish(engine: AsyncEngine, acts: Collection[UUID]) -> None:
    async with writing(engine) as session:
        await session.exec(update(Erasure).where(col(Erasure.fact).in_(acts)).values(done=True))


def listed(entries: Iterable[Entry], listings: Mapping[UUID, str]) -> tuple[dict[int, str], int | None]:
    """Return the SHA-256 of each erased entry's payload, and the first erasure that does not list what it recorded."""
    found: dict[int, str] = {}
    for entry in entries:
        if entry.kind == CitizenForgotten.kind:
            listing = listings.get(entry.fact, "")
            if _digest_in(entry) != digest_of(listing):
                return found, entry.seq
            found.update(_lines(listing))  # what was erased twice is as it was left the last time
    return found, None


def _digest_in(entry: Entry) -> str:
    try:
        return CitizenForgotten.model_validate_json(str(entry.payload)).digest
    except ValidationError:
        return ""


def _lines(listing: str) -> Iterator[tuple[int, str]]:
    for line in listing.splitlines():
        seq, digest = line.split()
        yield int(seq), digest


def note(file: Path, acts: Iterable[CitizenForgotten]) -> None:
    """Write down outside the database who was erased, on the disk when this returns; each act once."""
    known = {act.event_id for act in noted(file)}
    lines = [f"{act.model_dump_json()}\n" for act in acts if act.event_id not in known]
    if lines:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # both bus and database may be elsewhere
        with file.open("a+b") as log:
            log.write("".join(["\n" * _is_torn(file), *lines]).encode())
            log.flush()
            os.fsync(log.fileno())


def _is_torn(file: Path) -> bool:
    """Say whether a power cut left half a line at the end."""
    content = file.read_bytes()
    return bool(content) and not content.endswith(b"\n")


def noted(file: Path) -> list[CitizenForgotten]:
    """Return who was erased by what was written down; half a line is nobody, and is written again."""
    lines = file.read_bytes().splitlines() if file.exists() else []
    return [act for line in lines if (act := _act(line))]


def _act(line: bytes) -> CitizenForgotten | None:
    try:
        return CitizenForgotten.model_validate_json(line)
    except ValidationError:
        return None
