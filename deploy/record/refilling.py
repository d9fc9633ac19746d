"""Fresh streams filled with what a backup holds, in its order and under the ids it had; readers begin where they were.

Places are other ones afterwards: gaps close. Nothing is lost by it, since a reader begins behind what it had worked
before the database was read, and what it works again the receipts know.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import IO

from nats.aio.client import Client
from nats.js import JetStreamContext

from deploy.backups.archive import Manifest, stream_member
from deploy.backups.unpacking import Source, members
from deploy.bus.streams import MSG_ID, PORTION, STREAMS, Message, in_pieces, info_of, tell
from deploy.record.replay import Progress
from events import topology

SINCE = "Palabre-Since"  # when a letter was found dead; that it was put back later means nothing


@dataclass
class Places:
    """Where messages were, and where they are now; both grow."""

    before: "array[int]" = field(default_factory=lambda: array("q"))
    now: "array[int]" = field(default_factory=lambda: array("q"))

    def note(self, before: int, now: int) -> None:
        self.before.append(before)
        self.now.append(now)

    def behind(self, place: int) -> int:
        """Return where the first message is now that was behind a place, or will be if there is none yet."""
        index = bisect_right(self.before, place)
        return self.now[index] if index < len(self.now) else (self.now[-1] if self.now else 0) + 1

    def of(self, place: int) -> int | None:
        index = bisect_right(self.before, place) - 1
        return self.now[index] if index >= 0 and self.before[index] == place else None


async def refill(client: Client, source: Source, manifest: Manifest, progress: Progress) -> None:
    """Make all streams anew with what a checked backup holds."""
    js = client.jetstream()
    await _fresh(js)
    places: dict[str, Places] = {}
    wanted = {stream_member(stream): stream for stream in STREAMS}
    for name, content in members(source):
        if stream := wanted.get(name):
            told = _counted(content, partial(progress, stream), manifest.members[name].lines)
            places[stream] = await _fill(client, stream, told, places.get(topology.FACTS, Places()))
    for reader in topology.readers():
        begins = places[topology.FACTS].behind(manifest.worked.get(reader.name, 0))
        await js.reset_consumer(topology.FACTS, reader.name, seq=begins)


async def _fresh(js: JetStreamContext) -> None:
    for stream in STREAMS:
        if await info_of(js, stream):
            await js.delete_stream(stream)
    await topology.apply(js)


def _counted(content: IO[bytes], progress: Callable[[int, int], None], total: int) -> Iterator[list[Message]]:
    """Yield a stream's messages in portions, and say how far we are."""
    done = 0
    while portion := [Message.of(line) for line in islice(content, PORTION)]:
        yield portion
        progress(done := done + len(portion), total)


async def _fill(client: Client, stream: str, portions: Iterator[list[Message]], facts: Places) -> Places:
    places = Places()
    async with in_pieces(client.jetstream(), stream):
        for portion in portions:
            told = [_letter(each, facts) for each in portion] if stream == topology.DEAD else portion
            for message, place in zip(portion, await tell(client, stream, told), strict=True):
                places.note(message.seq, place.seq)
    return places


def _letter(letter: Message, facts: Places) -> Message:
    """Return a dead letter that knows since when it is one, and where its fact is now (`<reader>/<place>`)."""
    reader, _, place = letter.id.partition("/")
    headers = {SINCE: letter.at.isoformat(timespec="seconds"), **letter.headers}
    if place.isdecimal() and "Palabre-Fact" in headers:
        there = facts.of(int(place))
        headers[MSG_ID] = f"{reader}/{there}" if there else f"{letter.id}/before"
    return replace(letter, headers=headers)
