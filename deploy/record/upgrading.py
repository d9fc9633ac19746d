"""A database of an earlier version brought up to date: its schema, and what the record fills in."""

import logging

from sqlalchemy.ext.asyncio import AsyncEngine

from deploy.record.replay import BrokenRecordError, Progress, rebuild
from storage.migrations import filled, is_unfilled, migrate
from storage.turn import turn

log = logging.getLogger(__name__)


async def bring_up(engine: AsyncEngine) -> None:
    """Bring a database up to date; of several processes one does it, and the others wait. Raises NewerDatabaseError."""
    for change in await migrate(engine):
        log.info("%s", change)
    await fill(engine, lambda *_: None)


async def fill(engine: AsyncEngine, progress: Progress) -> None:
    """Fill new columns from the record, where a step left them so; a crash leaves it to the next start."""
    if not await is_unfilled(engine):
        return
    async with turn(engine, "schema", lambda: log.info("another process fills new columns from the record")):
        if not await is_unfilled(engine):
            return
        log.info("new columns are being filled from the record")
        try:
            done = await rebuild(engine, progress)
            log.info("%d entries worked again", done.entries)
        except BrokenRecordError as broken:  # the city goes on; whoever keeps it learns what to do
            log.warning("%s; new columns stay empty: see `palabre verify`", broken)
        await filled(engine)
