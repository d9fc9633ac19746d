"""Who was erased, as the instance remembers it: opaque ids only."""

import os
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from events.citizens import CitizenForgotten
from storage.tables.memory import Entry, Erasure


async def erasures(engine: AsyncEngine) -> list[CitizenForgotten]:
    """Return the acts by which people were erased, oldest first, as the record holds them: with their digests."""
    query = select(Entry.payload).join(Erasure, col(Erasure.fact) == col(Entry.fact)).order_by(col(Entry.seq))
    async with AsyncSession(engine) as session:
        return [CitizenForgotten.model_validate_json(str(payload)) for payload in (await session.exec(query)).all()]


def note(file: Path, acts: list[CitizenForgotten]) -> None:
    """Write down outside the database who was erased, on the disk when this returns; each act once."""
    known = {act.event_id for act in noted(file)}
    lines = "".join(f"{act.model_dump_json()}\n" for act in acts if act.event_id not in known)
    with file.open("a", encoding="utf-8") as log:
        log.write(lines)
        log.flush()
        os.fsync(log.fileno())


def noted(file: Path) -> list[CitizenForgotten]:
    """Return who was erased by `erasures.jsonl`; a last line that a power cut left half is none."""
    lines = file.read_text(encoding="utf-8").split("\n")[:-1] if file.exists() else []
    return [CitizenForgotten.model_validate_json(line) for line in lines if line]
