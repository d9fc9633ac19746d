"""A backup brought back into an empty instance, or in the place of one; nothing starts by itself.

The old instance stays as it is until the whole file was checked. From then on the database is marked, so that nothing
starts on half of an instance; whoever broke a restore off runs it again. Erasures made since the backup, known from the
old database, the data folder or a file, are made again before anybody can see what came back.
"""

import os
import shutil
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from deploy.alone import own_server_alone
from deploy.backups.archive import ArchiveError, Manifest
from deploy.backups.backup import is_of
from deploy.backups.claiming import Wanted, alone_on_bus, make_room
from deploy.backups.unpacking import Source, checked
from deploy.bus.streams import STREAMS
from deploy.imports.loading import doubt_letters, in_place_of, load
from deploy.reading import ERASURES
from deploy.record.refilling import refill
from deploy.record.replay import Progress
from deploy.record.retelling import beside, mend
from deploy.record.verifying import Verdict, broken, verify
from deploy.settings import Settings
from events.base import Clock
from storage.engine import open_engine
from storage.erasure import noted
from storage.migrations import knows
from storage.restoring import mark, unmark
from workers.erasure import erase_again
from workers.sweeping import sweep_to_the_end


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, how many erasures were made again, how many letters are doubtful, and the verdict on it all."""

    manifest: Manifest
    erased: int
    doubtful: int
    verdict: Verdict


async def restore(settings: Settings, wanted: Wanted, clock: Clock, progress: Progress) -> Restored:
    """Bring an instance back. Raises ArchiveError, InUseError, SettingsError: then nothing was changed."""
    secret = settings.need("secret")
    manifest = checked(wanted.source, progress)
    _fits(manifest, settings, wanted, secret)
    os.umask(0o077)
    settings.home.mkdir(parents=True, exist_ok=True)
    with own_server_alone(settings.home) if settings.nats_url is None else nullcontext():
        await make_room(settings, wanted)
        doubtful = await _database(settings, wanted, manifest, clock, progress)
        erased = await _bus(settings, wanted.source, manifest, progress)
    return Restored(manifest, erased, doubtful, await verify(settings, progress))


def _fits(manifest: Manifest, settings: Settings, wanted: Wanted, secret: str) -> None:
    if manifest.city != settings.city:
        raise ArchiveError(f"this is a backup of {manifest.city}: set PALABRE_CITY={manifest.city}")
    if not knows(manifest.schema_revision):
        raise ArchiveError(f"this backup was written by a newer version ({manifest.palabre}): update palabre first")
    if not wanted.strangers and not is_of(secret, manifest.secret):
        raise ArchiveError(
            "PALABRE_SECRET is not the one of this backup, no account in it could be opened: set that one, "
            "or, if it is lost, add --strangers"
        )


async def _database(settings: Settings, wanted: Wanted, manifest: Manifest, clock: Clock, progress: Progress) -> int:
    """Bring the tables back; return how many letters may have been sent since the backup."""
    left_out = {"address"} if wanted.strangers else set[str]()
    async with in_place_of(settings.database) as engine:
        await mark(engine, str(wanted.source))
        await load(engine, wanted.source, manifest, left_out, progress)
        return await doubt_letters(engine, clock())


async def _bus(settings: Settings, source: Source, manifest: Manifest, progress: Progress) -> int:
    """Bring the streams back, and erase again; return how many people. At the end the mark is taken away."""
    for stream in STREAMS:
        beside(settings, stream).unlink(missing_ok=True)
    if settings.nats_url is None:
        shutil.rmtree(settings.home / "nats" / "store", ignore_errors=True)
    engine = open_engine(settings.database)
    try:
        async with alone_on_bus(settings) as client:
            await refill(client, source, manifest, progress)
            erased = await erase_again(engine, noted(settings.home / ERASURES))
            await sweep_to_the_end(engine, client.jetstream())
            if await broken(engine) is None:
                await mend(settings, engine, client, progress)
        await unmark(engine)
    finally:
        await engine.dispose()
    return erased


def text(restored: Restored, file: Path) -> str:
    """Say what came back, and what may be missing or come twice."""
    manifest = restored.manifest
    lines = [
        f"{file} is back: {manifest.head} entries of the record, as of {manifest.moment}",
        "What was written to the bots since then is missing, unless no bot had taken it: Telegram keeps that for a day",
    ]
    if restored.erased:
        lines.append(f"{restored.erased} people who were erased since then are erased again")
    if restored.doubtful:
        lines.append(f"{restored.doubtful} letters were waiting and may have been sent since: each is sent once more")
    return "\n".join([*lines, *restored.verdict.faults])
