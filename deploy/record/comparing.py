"""The record and the streams side by side: what a stream lost, or has otherwise, or nobody applied.

The record is the truth: what the stream of facts lacks is told again from it. Nothing is applied twice by that (the
receipts know it), and nobody is told anything twice (news is no act).
"""

from collections.abc import AsyncIterator, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from nats.aio.client import Client
from nats.js import JetStreamContext
from nats.js.errors import NotFoundError, ServerError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy.bus.embedded import EmbeddedServerError
from deploy.bus.streams import DIALOGUES, PORTION, Message, length, messages
from deploy.settings import Settings
from deploy.wiring import AwayError, connection
from events.base import Event
from events.catalogue import kind_of, read
from events.citizens import CitizenForgotten
from events.topology import CLERK, DEAD, FACTS, acts
from storage.tables.memory import Entry, Receipt

MEND = "`palabre topology --from-record` mends it"
SHOWN = 3  # numbers in a line


@dataclass(slots=True)
class Comparison:
    """What differs: `lacking` and `differing` are numbers of entries, `unapplied` places in the stream of facts.

    `unreadable`: by stream, how many messages it counts and cannot hand over. `places`: where the stream of facts says
    otherwise than an entry. `misquoting`: places of dead letters that are not what stands where their fact is.
    """

    lacking: list[int] = field(default_factory=list)
    differing: list[int] = field(default_factory=list)
    unapplied: list[int] = field(default_factory=list)
    unreadable: dict[str, int] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    misquoting: list[int] = field(default_factory=list)

    def faults(self) -> tuple[str, ...]:
        """Say what differs, a line for each kind of it, with its mend."""
        many = [
            f"stream {name}: {number} messages cannot be read any more; {MEND}"
            for name, number in self.unreadable.items()
        ]
        told = [
            (FACTS, self.lacking, "lacks {} entries of the record ({})"),
            (FACTS, self.differing, "says otherwise than {} entries of the record ({})"),
            (FACTS, self.unapplied, "nobody applied {} of its facts (at {})"),
            (DEAD, self.misquoting, "{} letters are not what was buried (at {})"),
        ]
        lines = [f"stream {name}: {line.format(len(each), _some(each))}; {MEND}" for name, each, line in told if each]
        return (*many, *lines)


def _some(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:SHOWN])) + (", …" if len(numbers) > SHOWN else "")


class Recorded(NamedTuple):
    """An act as the record has it."""

    seq: int
    fact: UUID
    kind: str
    payload: str


async def faults(settings: Settings, engine: AsyncEngine) -> tuple[str, ...]:
    """Say what is wrong with the streams; where there never was a bus, nothing is."""
    if settings.nats_url is None and not (settings.home / "nats" / "store").exists():
        return ()
    try:
        async with connection(settings) as client:
            return (await compared(engine, client)).faults()
    except (AwayError, EmbeddedServerError) as error:
        return (str(error),)
    except ServerError as error:
        return (f"streams: {error.description}; {MEND}",)


async def compared(engine: AsyncEngine, client: Client) -> Comparison:
    """Compare the streams with all that the database holds of them, but for what was erased."""
    place = await worked(client.jetstream())
    kept = select(Entry.seq, Entry.fact, Entry.kind, Entry.payload).where(col(Entry.salt).is_not(None))
    async with AsyncSession(engine) as session:
        record = [Recorded(seq, fact, kind, str(payload)) for seq, fact, kind, payload in await session.exec(kept)]
        decided = set((await session.exec(select(Receipt.fact))).all())
    found = await compare(client, record, decided, place)
    found.lacking = await _unerased(engine, found.lacking)
    return found


async def _unerased(engine: AsyncEngine, numbers: Sequence[int]) -> list[int]:
    """Return which entries are still not erased: an erasure may have come between two looks."""
    left: list[int] = []
    async with AsyncSession(engine) as session:
        for start in range(0, len(numbers), PORTION):
            asked = col(Entry.seq).in_(numbers[start : start + PORTION]), col(Entry.salt).is_not(None)
            left += (await session.exec(select(Entry.seq).where(*asked).order_by(col(Entry.seq)))).all()
    return left


async def worked(js: JetStreamContext, reader: str = CLERK) -> int:
    """Return up to which place of the stream a reader has worked everything."""
    try:
        info = await js.consumer_info(FACTS, reader)
    except NotFoundError:
        return 0
    return info.ack_floor.stream_seq if info.ack_floor else 0


async def compare(client: Client, record: Iterable[Recorded], decided: Collection[UUID], worked: int) -> Comparison:
    """Compare the streams with the record.

    `decided`: the facts that have a receipt; `worked`: up to where the clerk had worked before that was read.
    """
    found = Comparison()
    left = {entry.fact: entry for entry in record}
    dead = {place: letter async for letter in _all(client, DEAD, found) if (place := buried(letter))}
    other: dict[int, UUID] = {}
    kinds = set(acts())
    async for message in _all(client, FACTS, found):
        fact = fact_of(message)
        if message.seq in dead and dead[message.seq].data != message.data:  # the bus has no sum over a message's middle
            found.misquoting.append(dead.pop(message.seq).seq)
        if fact in left and _says(message, left[fact]):
            del left[fact]
        elif fact in left:
            other[message.seq] = fact
        elif (
            kind_of(message.subject) in kinds
            and message.seq <= worked
            and fact not in decided
            and message.seq not in dead
        ):
            found.unapplied.append(message.seq)
    async for _ in _all(client, DIALOGUES, found):
        """Only whether each can be read."""
    found.places = [place for place, fact in other.items() if fact in left]
    found.differing = sorted({left[other[place]].seq for place in found.places})
    found.lacking = sorted({entry.seq for entry in left.values()} - set(found.differing))
    return found


async def _all(client: Client, stream: str, found: Comparison) -> AsyncIterator[Message]:
    """Yield a stream's messages; note how many of those that it counts it does not hand over."""
    counted, handed = await length(client.jetstream(), stream), 0
    async for portion in messages(client, stream):
        handed += len(portion)
        for message in portion:
            yield message
    if handed < counted and handed < await length(client.jetstream(), stream):
        found.unreadable[stream] = counted - handed


def fact_of(message: Message) -> UUID | None:
    """Return which fact a message tells: what it was told under, the first time or again (`<fact>/again/…`)."""
    try:
        return UUID(message.id.split("/")[0])
    except ValueError:
        return None


def buried(letter: Message) -> int | None:
    """Return where in the stream the fact of a dead letter is; the clerk's are told under `clerk/<place>`.

    None where its fact is gone: it was buried before a restore (`clerk/<place>/before`).
    """
    reader, *place = letter.id.split("/")
    return int(place[0]) if reader == CLERK and place and place[0].isdecimal() and "before" not in place else None


def _says(message: Message, entry: Recorded) -> bool:
    """Say whether a message tells the fact of an entry; another version may have written it otherwise."""
    if message.data == entry.payload.encode():
        return kind_of(message.subject) == entry.kind
    try:
        return _told(read(kind_of(message.subject), message.data)) == _told(read(entry.kind, entry.payload))
    except ValueError:
        return False


def _told(fact: Event) -> Event:
    """Return a fact as it was told, without what the clerk added to it."""
    return fact.model_copy(update={"digest": ""}) if isinstance(fact, CitizenForgotten) else fact
