"""The streams made whole again: what the stream of facts lost is told again from the record, under the id it had.

Everything is told before anything is taken away, so that a crash leaves something twice and nothing never: what was
applied is not applied again, who was told is not told again.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from nats.aio.client import Client
from nats.js import JetStreamContext
from nats.js.errors import ServerError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy.alone import InUseError, own_server_alone, readers_at_work
from deploy.bus.embedded import forget_readers
from deploy.bus.streams import MSG_ID, PORTION, STREAMS, Message, in_pieces, messages, privately, tell
from deploy.record.comparing import compared
from deploy.record.replay import BrokenRecordError, Progress
from deploy.record.verifying import broken
from deploy.settings import Settings
from deploy.wiring import connection, memory, now
from events.topology import DEAD, FACTS, apply, readers
from storage.tables.memory import Entry

UNREADABLE = (10012, 10194)  # the server's codes for a reader that it cannot make, and for a stream that has such a one


async def adjust(settings: Settings) -> list[str]:
    """Make streams and consumers what they should be, whatever they hold; return what was done, in words."""
    async with connection(settings) as client:
        return await apply(client.jetstream())


async def from_record(settings: Settings, progress: Progress) -> list[str]:
    """Make streams, consumers and their content what they should be; return what was done, in words.

    Raises BrokenRecordError: from a record that does not fit its chain nothing is told.
    """
    async with memory(settings) as engine:
        if fault := await broken(engine):
            raise BrokenRecordError(fault)
        try:
            return await _made_and_mended(settings, engine, progress)
        except ServerError as error:
            if error.err_code not in UNREADABLE or settings.nats_url:
                raise
        with own_server_alone(settings.home):
            forget_readers(settings.home, FACTS)
        return ["readers forgotten", *await _made_and_mended(settings, engine, progress)]


async def _made_and_mended(settings: Settings, engine: AsyncEngine, progress: Progress) -> list[str]:
    async with connection(settings) as client:
        changes = await apply(client.jetstream())
        await _describe(client.jetstream())
        return [*changes, *await mend(settings, engine, client, progress)]


async def _describe(js: JetStreamContext) -> None:
    """Have the server write its descriptions anew: of a stream whenever it is adjusted, of a reader if it changes.

    What it cannot read it leaves out, and makes what we ask for; but on the disk it leaves the damaged file.
    """
    for stream in STREAMS:
        await js.update_stream((await js.stream_info(stream)).config)
    for reader in readers():
        config = (await js.consumer_info(FACTS, reader.name)).config
        await js.add_consumer(FACTS, config.evolve(description="being mended"))
        await js.add_consumer(FACTS, config)


async def mend(settings: Settings, engine: AsyncEngine, client: Client, progress: Progress) -> list[str]:
    """Tell again what the streams lack; return what was done, in words. A second time finds nothing to do."""
    done = [await _fill(client, file, progress) for stream in STREAMS if (file := beside(settings, stream)).exists()]
    found = await compared(engine, client)
    for stream in found.unreadable:
        await _set_aside(client, stream, beside(settings, stream))
        done.append(await _fill(client, beside(settings, stream), progress))
        found = await compared(engine, client)
    if numbers := sorted([*found.lacking, *found.differing]):
        await _tell_entries(engine, client, settings.city, numbers, progress)
        done.append(f"{len(numbers)} entries of the record told again")
    if found.unapplied:
        await _tell_places(client, found.unapplied)
        done.append(f"{len(found.unapplied)} facts that nobody had applied told again")
    for stream, places in ((FACTS, found.places), (DEAD, found.misquoting)):
        for place in places:
            await client.jetstream().delete_msg(stream, place)
    return done


def beside(settings: Settings, stream: str) -> Path:
    """Return the file in which a damaged stream's messages are kept while it is emptied and filled again."""
    return settings.home / f"{stream}.again"


async def _set_aside(client: Client, stream: str, file: Path) -> None:
    """Keep what can still be read on the disk, then empty the stream: a damaged file would lose what it is given."""
    if at_work := await readers_at_work(client.jetstream()):
        raise InUseError(f"the stream {stream} is damaged and {at_work[0]} is at work on it: stop palabre first")
    draft = file.with_suffix(".new")
    with privately(draft) as lines:
        async for portion in messages(client, stream):
            lines.writelines(message.line() for message in portion)
        lines.flush()
        os.fsync(lines.fileno())
    draft.replace(file)
    await client.jetstream().purge_stream(stream)


async def _fill(client: Client, file: Path, progress: Progress) -> str:
    """Tell a stream again what was kept beside; whoever stopped us in the middle may have it told twice."""
    stream, told = file.stem, 0
    with file.open("rb") as lines:
        async with in_pieces(client.jetstream(), stream):
            while portion := [Message.of(line) for line in islice(lines, PORTION)]:
                await _tell_anyhow(client, stream, portion)
                progress(stream, told := told + len(portion), told)
    file.unlink()
    return f"stream {stream} written anew: {told} messages"


async def _tell_entries(
    engine: AsyncEngine, client: Client, city: str, numbers: Sequence[int], progress: Progress
) -> None:
    """Tell facts again as the record has them."""
    async with in_pieces(client.jetstream(), FACTS):
        for start in range(0, len(numbers), PORTION):
            asked = col(Entry.seq).in_(numbers[start : start + PORTION]), col(Entry.salt).is_not(None)
            query = select(Entry).where(*asked).order_by(col(Entry.seq))
            async with AsyncSession(engine) as session:
                entries = (await session.exec(query)).all()
            await _tell_anyhow(client, FACTS, [_message(entry, city) for entry in entries])
            progress("told again", min(start + PORTION, len(numbers)), len(numbers))


def _message(entry: Entry, city: str) -> Message:
    subject, headers = f"palabre.{city}.{entry.kind}", {MSG_ID: str(entry.fact)}
    return Message(entry.seq, now(), subject, headers, str(entry.payload).encode())


async def _tell_places(client: Client, places: Sequence[int]) -> None:
    """Tell again what stands at some places of the stream of facts, and take it away there."""
    js = client.jetstream()
    for place in places:
        raw = await js.get_msg(FACTS, seq=place)
        message = Message(place, now(), str(raw.subject), raw.headers or {}, raw.data or b"")
        await _tell_anyhow(client, FACTS, [message])
        await js.delete_msg(FACTS, place)


async def _tell_anyhow(client: Client, stream: str, told: Sequence[Message]) -> None:
    """Tell messages even if the bus heard them a moment ago: what it lost, or will, it still knows by id."""
    places = await tell(client, stream, told)
    known = [message for message, place in zip(told, places, strict=True) if place.duplicate]
    if known:
        await tell(client, stream, [_again(message) for message in known])


def _again(message: Message) -> Message:
    return replace(message, headers={**message.headers, MSG_ID: f"{message.id}/again/{message.seq}"})
