"""Where a citizen is in the conversation: kept in the bus's durable bucket, under the citizen's own id.

aiogram's finite-state storage reads twice per update, is keyed by Telegram's numbers and loses one of two
concurrent writes; this is one read, one compare-and-set write when something changed, and no Telegram number.

What is kept is sealed: a bucket's old revisions stay in its files, where nobody can overwrite them. The key goes with
the person's address.
"""

import json
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field, fields
from typing import Protocol
from uuid import UUID

from nats.js.errors import APIError, KeyNotFoundError, KeyWrongLastSequenceError
from nats.js.kv import KeyValue

from events.bus import UNREACHABLE, BusAwayError
from events.patience import patiently
from storage.addresses import Envelope

EnvelopeOf = Callable[[UUID], Awaitable[Envelope | None]]

REMEMBERED = 20_000  # people
TRIES = 10  # writers of one person's dialogue at one instant


class Bucket(Protocol):
    """The part of a NATS key-value bucket that dialogues need."""

    async def get(self, key: str) -> KeyValue.Entry:
        """Return the newest value. Raises KeyNotFoundError."""
        ...

    async def update(self, key: str, value: bytes, last: int | None = None) -> int:
        """Write if `last` is still the newest revision. Raises KeyWrongLastSequenceError."""
        ...


@dataclass(slots=True)
class Dialogue:
    """What the bot must remember between two messages; empty means nothing.

    `theme`: the current one. `kind` and `into`: the next text is a question or an opinion for that theme.
    `draft`: a text that waits for the person's choice, for `draft_kind` and `draft_into`; `mark` names it. `amends` and
    `draft_amends` are the contribution that the next text, or the draft, says anew.
    """

    theme: str = ""
    language: str = ""
    kind: str = ""
    into: str = ""
    amends: str = ""
    draft: str = ""
    draft_kind: str = ""
    draft_into: str = ""
    draft_amends: str = ""
    mark: str = ""

    def expect(self, kind: str, theme: str, *, amends: str = "") -> None:
        """Take the next text as a contribution."""
        self.kind, self.into, self.amends = kind, theme, amends

    def keep(self, kind: str, theme: str, text: str, mark: str, *, amends: str = "") -> None:
        """Hold a text back until the person has chosen what becomes of it."""
        self.draft, self.draft_kind, self.draft_into, self.mark = text, kind, theme, mark
        self.draft_amends = amends
        self.close()

    def drop(self) -> None:
        """Forget the text that was held back."""
        self.draft, self.draft_kind, self.draft_into, self.mark, self.draft_amends = "", "", "", "", ""

    def close(self) -> None:
        """Take the next text as nothing in particular."""
        self.kind, self.into, self.amends = "", "", ""


@dataclass(slots=True)
class Held:
    """A dialogue as it was read, to be written back if it has changed since."""

    citizen: UUID
    dialogue: Dialogue
    revision: int
    before: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.before = asdict(self.dialogue)

    def changes(self) -> dict[str, str]:
        return {name: value for name, value in asdict(self.dialogue).items() if value != self.before[name]}


class Dialogues:
    """All conversations; of who has no envelope (any more) nothing is kept."""

    def __init__(self, bucket: Bucket, envelope_of: EnvelopeOf) -> None:
        self._bucket = bucket
        self._envelope_of = envelope_of
        self._envelopes: OrderedDict[UUID, Envelope] = OrderedDict()

    async def read(self, citizen: UUID) -> Held:
        """Return a person's dialogue. Raises BusAwayError."""
        try:
            entry = await patiently(self._bucket.get(str(citizen)))
        except KeyNotFoundError:
            return Held(citizen, Dialogue(), 0)
        except (*UNREACHABLE, APIError) as away:
            raise BusAwayError("the bus did not read a dialogue") from away
        envelope = await self._envelope(citizen)
        opened = envelope.open(entry.value or b"") if envelope else None
        return Held(citizen, _parse(opened), entry.revision or 0)

    async def write(self, held: Held) -> None:
        """Write what has changed; of two that change different things at once both are kept. Raises BusAwayError."""
        changes = held.changes()
        envelope = await self._envelope(held.citizen) if changes else None
        if envelope is None:
            return
        for _ in range(TRIES):
            try:
                sealed = envelope.seal(_format(held.dialogue))
                await patiently(self._bucket.update(str(held.citizen), sealed, last=held.revision))
            except KeyWrongLastSequenceError:
                held = _again(await self.read(held.citizen), changes)
            except (*UNREACHABLE, APIError) as away:
                raise BusAwayError("the bus did not keep a dialogue") from away
            else:
                return
        raise BusAwayError("a dialogue is being written by too many at once")

    def forget(self, citizen: UUID) -> None:
        """Throw away what opens a person's dialogue."""
        self._envelopes.pop(citizen, None)

    async def _envelope(self, citizen: UUID) -> Envelope | None:
        """Return a person's envelope, looked up once; whoever has been away longest is looked up again."""
        envelope = self._envelopes.pop(citizen, None) or await self._envelope_of(citizen)
        if envelope:
            self._envelopes[citizen] = envelope
        if len(self._envelopes) > REMEMBERED:
            self._envelopes.popitem(last=False)
        return envelope


def _again(fresh: Held, changes: dict[str, str]) -> Held:
    for name, value in changes.items():
        setattr(fresh.dialogue, name, value)
    return fresh


def _parse(value: bytes | None) -> Dialogue:
    known = {each.name for each in fields(Dialogue)}
    return Dialogue(**{name: text for name, text in json.loads(value or b"{}").items() if name in known})


def _format(dialogue: Dialogue) -> bytes:
    return json.dumps({name: text for name, text in asdict(dialogue).items() if text}, ensure_ascii=False).encode()
