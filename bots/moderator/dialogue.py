"""What a moderator was asked and has not answered yet: kept in the bus's durable bucket, under the member's id."""

import json
from dataclasses import asdict, dataclass, field
from typing import Protocol
from uuid import UUID

from nats.js.errors import APIError, KeyNotFoundError, KeyWrongLastSequenceError
from nats.js.kv import KeyValue

from events.bus import UNREACHABLE, BusAwayError
from events.patience import patiently


class Bucket(Protocol):
    """The part of a NATS key-value bucket that dialogues need."""

    async def get(self, key: str) -> KeyValue.Entry:
        """Return the newest value. Raises KeyNotFoundError."""
        ...

    async def update(self, key: str, value: bytes, last: int | None = None) -> int:
        """Write if `last` is still the newest revision. Raises KeyWrongLastSequenceError."""
        ...


class Drawer:
    """A bucket in memory."""

    def __init__(self) -> None:
        self._values: dict[str, tuple[bytes, int]] = {}

    async def get(self, key: str) -> KeyValue.Entry:
        if key not in self._values:
            raise KeyNotFoundError
        value, revision = self._values[key]
        return KeyValue.Entry("drawer", key, value, revision, None, None, None)

    async def update(self, key: str, value: bytes, last: int | None = None) -> int:
        revision = self._values.get(key, (b"", 0))[1]
        if (last or 0) != revision:
            raise KeyWrongLastSequenceError(description="wrong last sequence")
        self._values[key] = value, revision + 1
        return revision + 1


@dataclass(slots=True)
class Talk:
    """`asked` names what the next text answers, nothing when it answers nothing; `given` are the answers so far."""

    asked: str = ""
    given: dict[str, str] = field(default_factory=dict)

    def ask(self, what: str, **given: str) -> None:
        """Take the next text as an answer, and remember those given before."""
        self.asked, self.given = what, {**self.given, **given}

    def close(self) -> None:
        self.asked, self.given = "", {}


@dataclass(slots=True)
class Held:
    """A dialogue as it was read."""

    member: UUID
    talk: Talk
    revision: int
    before: bytes


class Talks:
    """The dialogues of all members; of one member updates are handled one after the other."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket

    async def read(self, member: UUID) -> Held:
        """Return what a member was asked. Raises BusAwayError."""
        try:
            entry = await patiently(self._bucket.get(str(member)))
        except KeyNotFoundError:
            return Held(member, Talk(), 0, _format(Talk()))
        except (*UNREACHABLE, APIError) as away:
            raise BusAwayError("the bus did not read a dialogue") from away
        talk = Talk(**json.loads(entry.value or b"{}"))
        return Held(member, talk, entry.revision or 0, _format(talk))

    async def write(self, held: Held) -> None:
        """Keep what has changed. Raises BusAwayError."""
        now = _format(held.talk)
        if now == held.before:
            return
        try:
            await patiently(self._bucket.update(str(held.member), now, last=held.revision))
        except (*UNREACHABLE, APIError) as away:  # somebody else wrote meanwhile: the update comes again
            raise BusAwayError("the bus did not keep a dialogue") from away


def _format(talk: Talk) -> bytes:
    return json.dumps(asdict(talk), ensure_ascii=False).encode()
