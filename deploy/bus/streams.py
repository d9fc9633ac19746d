"""The bus's streams from outside: read to their end in large portions, and told many messages at a time."""

import asyncio
import json
import os
from base64 import b64decode, b64encode
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import BinaryIO, Self

from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription
from nats.errors import TimeoutError as NatsTimeoutError
from nats.js import JetStreamContext
from nats.js.api import AckPolicy, ConsumerConfig, Header, PubAck, StreamInfo
from nats.js.errors import APIError, NotFoundError

from events import topology

DIALOGUES = f"KV_{topology.DIALOGUES}"  # the stream behind the bucket
STREAMS = (topology.FACTS, topology.DEAD, DIALOGUES)
PORTION = 1000  # messages: the most that the bus takes in one piece
PATIENCE = 10.0  # seconds in which the bus hands over the next message, or takes a piece
IDLE = 60.0  # seconds after which the bus forgets a reader that was killed
MSG_ID = Header.MSG_ID.value
PIECE, PLACE, LAST = Header.BATCH_ID.value, Header.BATCH_SEQUENCE.value, Header.BATCH_COMMIT.value
OF_THE_TELLING = ("Nats-Batch-", "Nats-Expected-")  # headers that say how a message was told, not what it is


@dataclass(frozen=True, slots=True)
class Message:
    """A message as a stream keeps it; `at`: when it was stored, `seq`: its place."""

    seq: int
    at: datetime
    subject: str
    headers: Mapping[str, str]
    data: bytes

    @property
    def id(self) -> str:
        return self.headers.get(MSG_ID, "")

    def line(self) -> bytes:
        """Return the message as a line of JSON; data that is no text is written in base64."""
        try:
            data = {"data": self.data.decode()}
        except UnicodeDecodeError:
            data = {"base64": b64encode(self.data).decode()}
        told = {
            "seq": self.seq,
            "at": self.at.isoformat(),
            "subject": self.subject,
            "headers": {**self.headers},
            **data,
        }
        return json.dumps(told, ensure_ascii=False).encode() + b"\n"

    @classmethod
    def of(cls, line: bytes) -> Self:
        told = json.loads(line)
        data = told["data"].encode() if "data" in told else b64decode(told["base64"])
        return cls(told["seq"], datetime.fromisoformat(told["at"]), told["subject"], told["headers"], data)


def privately(file: Path) -> BinaryIO:
    """Open a file to write in that nobody else may read."""
    return os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b")


async def info_of(js: JetStreamContext, stream: str) -> StreamInfo | None:
    try:
        return await js.stream_info(stream)
    except NotFoundError:
        return None


async def length(js: JetStreamContext, stream: str) -> int:
    """Return how many messages a stream says it has; one that is not there has none."""
    info = await info_of(js, stream)
    return info.state.messages if info else 0


async def messages(client: Client, stream: str) -> AsyncIterator[list[Message]]:
    """Read what a stream holds now, in its order; what it cannot read itself any more is not among it."""
    js = client.jetstream()
    if await info_of(js, stream) is None:
        return
    reader = ConsumerConfig(ack_policy=AckPolicy.NONE, mem_storage=True, inactive_threshold=IDLE, num_replicas=1)
    made = await js.add_consumer(stream, reader)
    inbox = client.new_inbox()
    arriving = await client.subscribe(f"{inbox}.*")
    try:
        left = made.num_pending or 0
        for number in count():
            await _ask(client, stream, made.name, f"{inbox}.{number}", most := min(left, PORTION))
            portion = await _handed_over(arriving, f"{inbox}.{number}", most)
            if portion:
                yield portion
            left -= len(portion)
            if not portion or left <= 0:
                return
    finally:
        await arriving.unsubscribe()
        await js.delete_consumer(stream, made.name)


async def _ask(client: Client, stream: str, reader: str, reply: str, most: int) -> None:
    if most:
        asked = json.dumps({"batch": most, "no_wait": True}).encode()
        await client.publish(f"$JS.API.CONSUMER.MSG.NEXT.{stream}.{reader}", asked, reply)


async def _handed_over(arriving: Subscription, reply: str, most: int) -> list[Message]:
    taken: list[Message] = []
    while len(taken) < most:
        message = await arriving.next_msg(PATIENCE)
        if message.reply:
            taken.append(_message(message))
        elif message.subject == reply:  # no more
            break
    return taken


def _message(message: Msg) -> Message:
    where = message.metadata
    headers = {name: text for name, text in (message.headers or {}).items() if not name.startswith(OF_THE_TELLING)}
    return Message(where.sequence.stream, where.timestamp, message.subject, headers, message.data)


@asynccontextmanager
async def in_pieces(js: JetStreamContext, stream: str) -> AsyncIterator[None]:
    """Let a stream take many messages in one piece: they reach the disk together, fifteen times as fast."""
    config = (await js.stream_info(stream)).config
    await js.update_stream(config.evolve(allow_atomic=True))
    try:
        yield
    finally:
        await js.update_stream(config)


async def tell(client: Client, stream: str, told: Sequence[Message]) -> list[PubAck]:
    """Store messages (at most PORTION) in their order, under the ids they have; return where each is.

    In one piece if the stream takes it, otherwise one after the other: of what it heard a moment ago it says so
    (`duplicate`), and does not store it again.
    """
    try:
        end = await _piece(client, told)
    except APIError:
        return await _each(client.jetstream(), stream, told)
    return [PubAck(stream, end - behind) for behind in reversed(range(len(told)))]


async def _piece(client: Client, told: Sequence[Message]) -> int:
    """Store messages, all or none; return the place of the last. Raises APIError."""
    piece, end = client.new_inbox().rsplit(".", 1)[-1], 0
    for place, message in enumerate(told, start=1):
        headers = {**message.headers, PIECE: piece, PLACE: str(place)}
        if 1 < place < len(told):
            await client.publish(message.subject, message.data, headers=headers)
        else:
            end = await _asked(client, message, headers | ({LAST: "1"} if place == len(told) else {}))
    return end


async def _asked(client: Client, message: Message, headers: dict[str, str]) -> int:
    """Tell the first or the last message of a piece, which the bus answers; return the place of the last."""
    answer = json.loads((await client.request(message.subject, message.data, PATIENCE, headers=headers)).data or b"{}")
    if "error" in answer:
        raise APIError(**answer["error"])
    return int(answer.get("seq", 0))


async def _each(js: JetStreamContext, stream: str, told: Sequence[Message]) -> list[PubAck]:
    """Store messages by themselves, all under way at once."""
    answers = [await js.publish_async(m.subject, m.data, stream=stream, headers={**m.headers}) for m in told]
    try:
        async with asyncio.timeout(PATIENCE * 6):
            return await asyncio.gather(*answers)
    except TimeoutError:
        raise NatsTimeoutError from None
