"""Dead letters: facts that no worker could work, kept with their reason until somebody decides about them.

Our workers file them; of what other readers leave, the server itself notes the place, and the fact is found there.
"""

import json
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from nats.js import JetStreamContext
from nats.js.api import RawStreamMsg
from nats.js.errors import NotFoundError
from pydantic_core import from_json

from deploy.imports.importing import applied, applying
from deploy.settings import Settings
from deploy.wiring import Instance, instance
from events.topology import DEAD, FACTS
from storage.ledger import outcome_of
from workers.reception import HEADERS

SHORT = 72
GIVEN_UP = {  # the server's words for why a reader does not get a fact again
    "MAX_DELIVERIES": "offered {deliveries} times, never acknowledged",
    "MSG_TERMINATED": "given up by its reader",
}
ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class UnknownLetterError(LookupError):
    """There is no such dead letter, or nothing in it that can be told again; the message says what to do."""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """One dead letter: who could not work it, what it was, why, since when. `id` is its place in the stream."""

    id: int
    reader: str
    kind: str
    reason: str
    since: str
    fact: str | None
    subject: str | None
    content: Any


async def letters(settings: Settings) -> list[DeadLetter]:
    """Return all dead letters, oldest first."""
    async with instance(settings) as parts:
        return [letter async for letter in _letters(parts)]


async def letter(settings: Settings, number: int) -> DeadLetter:
    """Return one dead letter. Raises UnknownLetterError."""
    async with instance(settings) as parts:
        return _letter(await _raw(parts, number))


async def drop(settings: Settings, numbers: Sequence[int]) -> list[str]:
    """Remove dead letters for good, their bytes too; return what was done. Raises UnknownLetterError."""
    async with instance(settings) as parts:
        for raw in [await _raw(parts, number) for number in numbers]:
            await _remove(parts.client.jetstream(), raw)
    return [f"{number}: dropped" for number in numbers]


async def retry(settings: Settings, numbers: Sequence[int]) -> list[str]:
    """Tell dead letters to the bus again and return what was decided about each. Raises UnknownLetterError.

    The bus would drop a fact that it heard under the same id a moment ago, so each goes out under an id of its dead
    letter: whoever stops us between telling and removing may tell it twice. It is applied once all the same, since
    the receipts know the fact's own id.
    """
    async with instance(settings) as parts, applying(parts):
        dead = [await _raw(parts, number) for number in numbers]
        for raw in dead:
            if not _letter(raw).subject or len(raw.data or b"") > parts.client.max_payload - HEADERS:
                raise UnknownLetterError(
                    f"{raw.seq} holds nothing that can be told again: `palabre dead drop {raw.seq}`"
                )
        return [await _retried(parts, raw) for raw in dead]


async def _retried(parts: Instance, raw: RawStreamMsg) -> str:
    found, js = _letter(raw), parts.client.jetstream()
    fact = (found.fact or DEAD).split("/")[0]  # it may have been told again before
    headers = {"Nats-Msg-Id": f"{fact}/again/{found.id}"}
    await js.publish(str(found.subject), raw.data or b"", stream=FACTS, headers=headers)
    await applied(parts)
    await _remove(js, raw)  # now that nobody has it in hand, of which the server would make another letter
    outcome = await outcome_of(parts.engine, UUID(fact)) if ID.fullmatch(fact) else None
    return f"{found.id}: told again, {outcome.code if outcome else 'not decided yet (see `palabre dead list`)'}"


async def _remove(js: JetStreamContext, raw: RawStreamMsg) -> None:
    """Remove a dead letter, and from the stream of facts what it is about: that was decided, and must not be missed."""
    if place := _place(raw):
        with suppress(NotFoundError):
            told = await js.get_msg(FACTS, seq=place)
            if (told.subject, told.data) == ((raw.headers or {})["Palabre-Subject"], raw.data):
                await js.delete_msg(FACTS, place)
    await js.delete_msg(DEAD, int(raw.seq or 0))


async def _letters(parts: Instance) -> AsyncIterator[DeadLetter]:
    number, js = 1, parts.client.jetstream()
    while True:
        try:
            raw = await js.get_msg(DEAD, seq=number, next=True, subject=">")
        except NotFoundError:
            return
        if filed := await _as_filed(js, raw):
            yield _letter(filed)
        else:
            await js.delete_msg(DEAD, int(raw.seq or 0))  # it is about a fact that was removed: nobody's to decide
        number = int(raw.seq or 0) + 1


async def _raw(parts: Instance, number: int) -> RawStreamMsg:
    js = parts.client.jetstream()
    with suppress(NotFoundError):
        if filed := await _as_filed(js, await js.get_msg(DEAD, seq=number)):
            return filed
    raise UnknownLetterError(f"there is no dead letter {number}: see `palabre dead list`")


async def _as_filed(js: JetStreamContext, raw: RawStreamMsg) -> RawStreamMsg | None:
    """Return a letter as our workers file it: of what the server notes, with the fact, and None where that is gone."""
    if not str(raw.subject).startswith("$JS."):
        return raw if raw.data else await _with_what_was_too_large(js, raw)
    *_, why, _, reader = str(raw.subject).split(".")
    noted = json.loads(raw.data or b"{}")
    try:
        fact = await js.get_msg(FACTS, seq=int(noted["stream_seq"]))
    except NotFoundError:
        return None
    headers = {
        "Nats-Msg-Id": f"{reader}/{fact.seq}",
        "Palabre-Reason": GIVEN_UP[why].format(**noted),
        "Palabre-Subject": str(fact.subject),
        "Palabre-Fact": (fact.headers or {}).get("Nats-Msg-Id", ""),
    }
    return replace(raw, subject=f"dead.{reader}", data=fact.data, headers=headers)


async def _with_what_was_too_large(js: JetStreamContext, raw: RawStreamMsg) -> RawStreamMsg:
    """Return an empty letter with what it is about, which stays where it was told where it is too large to be filed."""
    place = _place(raw)
    with suppress(NotFoundError):
        return replace(raw, data=(await js.get_msg(FACTS, seq=place)).data) if place else raw
    return raw


def _place(raw: RawStreamMsg) -> int | None:
    """Return where in the stream of facts the fact of a letter is, None where it is of none."""
    headers = raw.headers or {}
    place = headers.get("Nats-Msg-Id", "").split("/")[1:2]
    return int(place[0]) if place and place[0].isdecimal() and "Palabre-Fact" in headers else None


def _letter(raw: RawStreamMsg) -> DeadLetter:
    headers = raw.headers or {}
    subject = headers.get("Palabre-Subject") or None
    return DeadLetter(
        id=int(raw.seq or 0),
        reader=str(raw.subject).removeprefix("dead."),
        kind=subject.split(".", 2)[-1] if subject else "update",
        reason=headers.get("Palabre-Reason", "unknown"),
        since=headers.get("Palabre-Since") or _moment(raw),  # a restore put it back later
        fact=headers.get("Palabre-Fact") or None,
        subject=subject,
        content=_content(raw.data or b""),
    )


def _moment(raw: RawStreamMsg) -> str:
    when = raw.time if isinstance(raw.time, datetime) else None
    return when.astimezone(UTC).isoformat(timespec="seconds") if when else str(raw.time)


def _content(data: bytes) -> Any:
    """Return what a letter says: JSON as we write it ourselves; whatever else is JSON to some is shown as it stands."""
    try:
        return from_json(data, allow_inf_nan=False)
    except ValueError:
        return data.decode(errors="replace")


def heading(found: DeadLetter) -> dict[str, Any]:
    """Return what a list shows of a dead letter: all but what it says."""
    return {name: value for name, value in asdict(found).items() if name != "content"}


def list_text(content: Mapping[str, Any]) -> str:
    lines = [
        f"{row['id']:>6}  {row['since']}  {row['reader']}  {row['kind']}  {row['reason'][:SHORT]}"
        for row in content["dead_letters"]
    ]
    return "\n".join(lines) or "no dead letters"


def letter_text(content: Mapping[str, Any]) -> str:
    rows = {name: value for name, value in content.items() if name != "content"}
    told = json.dumps(content["content"], ensure_ascii=False, indent=2)
    return "\n".join([*(f"{name:8} {value}" for name, value in rows.items()), "", told])
