"""Overwrite what the streams hold of people who were erased, without disturbing who reads them.

A stream is emptied message by message: a purge leaves the bytes in its files, `delete_msg` overwrites them. Whoever has
a message in hand acknowledges it as ever. A message of others that quotes a person is told again without the words,
under the same fact id, before it is deleted: who has it already drops the second, who has not yet gets it.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

from nats.js import JetStreamContext
from nats.js.api import AckPolicy, ConsumerConfig, DeliverPolicy
from nats.js.errors import ServerError
from pydantic_core import from_json

from events.catalogue import catalogue, kind_of
from events.topology import DEAD, DIALOGUES, FACTS, SUBJECTS
from storage.redaction import NUMBERS, QUOTING, Sought

PORTION = 500  # messages asked for at once
PATIENCE = 5.0  # seconds for a portion
IDLE = 30.0  # seconds after which the bus forgets our reading
AT_ONCE = 32  # deletions under way
MSG_ID = "Nats-Msg-Id"
GONE = "no message found"


@dataclass(frozen=True, slots=True)
class Message:
    """What a stream holds at one place."""

    seq: int
    subject: str
    data: bytes
    headers: Mapping[str, str]

    @property
    def kind(self) -> str:
        """Return the kind of the fact, of a dead letter that of the fact in it."""
        return kind_of(self.headers.get("Palabre-Subject", self.subject))


@dataclass
class Overwriter:
    """Look for people's traces in the streams; `seen` is up to where each was looked through."""

    js: JetStreamContext
    sought: Sought
    seen: dict[str, int] = field(default_factory=dict)

    async def sweep(self) -> int:
        """Overwrite all that is found, the next time only in what came since; return how many messages."""
        await self._dialogues()
        return await self._facts() + await self._dead()

    async def _facts(self) -> int:
        """Overwrite a person's acts and news, but for those that say nothing but what was done."""
        subjects = [f"palabre.*.{kind}" for kind in catalogue() if kind not in NUMBERS]
        return await self._clean(FACTS, subjects + await self._unknown(), self._theirs)

    async def _unknown(self) -> list[str]:
        """Return the subjects of what is of no kind that we know."""
        told = (await self.js.stream_info(FACTS, subjects_filter=SUBJECTS)).state.subjects or {}
        return [subject for subject in told if kind_of(subject) not in catalogue()]

    async def _dead(self) -> int:
        """Overwrite a person's dead letters of any kind, legible or not."""
        return await self._clean(DEAD, ["dead.*"], self._named)

    async def _dialogues(self) -> None:
        """Take a person's dialogue out of the bucket; what stays in its files is sealed, and nobody has the key."""
        for citizen in sorted(self.sought.citizens):
            await self.js.purge_stream(f"KV_{DIALOGUES}", subject=f"$KV.{DIALOGUES}.{citizen}")

    async def _clean(self, stream: str, subjects: list[str], goes: Callable[[Message], bool]) -> int:
        """Delete what goes, and what quotes a person once it is told again without the words."""
        overwritten, last = 0, (await self.js.stream_info(stream)).state.last_seq
        async with aclosing(reading(self.js, stream, subjects, after=self.seen.get(stream, 0))) as portions:
            async for portion in portions:
                gone = {message.seq for message in portion if goes(message)}
                quoting = [(m, left) for m in portion if m.seq not in gone and (left := self._left_of(m)) != m.data]
                for message, left in quoting:
                    await self._tell_again(stream, message, left)
                overwritten += await self._delete(stream, sorted(gone | {message.seq for message, _ in quoting}))
        self.seen[stream] = last
        return overwritten

    def _theirs(self, message: Message) -> bool:
        """Say whether a fact is a person's, or news to them; who else names them says nothing of what they said.

        What is no fact at all, and names them or holds their words, may hold anything.
        """
        if not self._named(message):
            return False
        payload = _parsed(message.data)
        return not isinstance(payload, dict) or self.sought.is_theirs(payload)

    def _named(self, message: Message) -> bool:
        """Say whether a message names a person, or cannot be read and holds their words."""
        if self._names(message):
            return True
        return any(words in message.data for words in self._raw) and _parsed(message.data) is None

    def _names(self, message: Message) -> bool:
        return any(citizen in message.data for citizen in self._citizens)

    @cached_property
    def _citizens(self) -> list[bytes]:
        return [citizen.encode() for citizen in self.sought.citizens]

    @cached_property
    def _raw(self) -> list[bytes]:
        """Return the words as bytes may hold them: as they are, and as JSON writes them."""
        forms = {form for words in self.sought.words for form in (words, json.dumps(words, ensure_ascii=False)[1:-1])}
        return [form.encode() for form in forms | {json.dumps(words)[1:-1] for words in self.sought.words}]

    @cached_property
    def _quoted(self) -> list[bytes]:
        return [*self._raw, *(f'"{reference}"'.encode() for reference in self.sought.references)]

    def _left_of(self, message: Message) -> bytes:
        """Return a message without a person's words, if it is one that may quote them."""
        if message.kind not in QUOTING or not any(form in message.data for form in self._quoted):
            return message.data
        payload = _parsed(message.data)
        left = self.sought.without(payload)
        return message.data if left == payload else json.dumps(left, ensure_ascii=False).encode()

    async def _tell_again(self, stream: str, message: Message, data: bytes) -> None:
        headers = {**message.headers, MSG_ID: f"{message.headers.get(MSG_ID, '')}/{sha256(data).hexdigest()}"}
        await self.js.publish(message.subject, data, stream=stream, headers=headers)

    async def _delete(self, stream: str, places: list[int]) -> int:
        for start in range(0, len(places), AT_ONCE):
            await _all(self._overwrite(stream, place) for place in places[start : start + AT_ONCE])
        return len(places)

    async def _overwrite(self, stream: str, place: int) -> None:
        try:
            await self.js.delete_msg(stream, place)
        except ServerError as error:
            if error.description != GONE:  # a second sweep may be at work beside us
                raise


async def reading(
    js: JetStreamContext, stream: str, subjects: list[str], *, after: int = 0
) -> AsyncGenerator[list[Message], None]:
    """Yield what a stream holds on these subjects now, a portion at a time; no durable reader notices."""
    consumer = await js.add_consumer(
        stream,
        ConsumerConfig(
            filter_subjects=subjects,
            ack_policy=AckPolicy.NONE,
            deliver_policy=DeliverPolicy.BY_START_SEQUENCE,
            opt_start_seq=after + 1,
            inactive_threshold=IDLE,
            mem_storage=True,
        ),
    )
    left = consumer.num_pending or 0
    subscription = await js.pull_subscribe_bind(consumer.name, stream)
    try:
        while left > 0:
            found = await subscription.fetch(min(PORTION, left), PATIENCE)
            left = found[-1].metadata.num_pending
            yield [Message(m.metadata.sequence.stream, m.subject, m.data, m.headers or {}) for m in found]
    finally:
        await subscription.unsubscribe()
        await js.delete_consumer(stream, consumer.name)


def _parsed(data: bytes) -> Any:
    """Return the JSON in a message, None where there is none, or none that a reader of facts can read."""
    try:
        return from_json(data)
    except ValueError:
        return None


async def _all(doing: Iterable[Awaitable[None]]) -> None:
    await asyncio.gather(*doing)
