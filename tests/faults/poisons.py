"""What nobody can work, in five kinds, as whoever may publish on the bus could put it there."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from uuid import UUID

from events.base import fact_id
from tests.faults.town import THEME

LARGEST = 4 * 1024 * 1024 - 300  # bytes: with its headers hardly less than the bus takes
MAYBE = {"content-type": "application/json"}


@dataclass(frozen=True, slots=True)
class Poison:
    """A message; `reason` begins what is to be said of it once it is buried."""

    subject: str
    content: bytes
    reason: str
    headers: dict[str, str] = field(default_factory=dict)
    id: str = ""


def poisons(city: str, chance: random.Random, count: int) -> Iterator[Poison]:
    """Yield so many poisons, of each kind in turn, each under an id of its own."""
    kinds = cycle((no_json, another_shape, unknown, refused_by_the_database, monstrous))
    for number, kind in enumerate(islice(kinds, count)):
        made = kind(chance)
        place = f"palabre.{city}.{made.subject}"
        yield Poison(place, made.content, made.reason, made.headers, str(fact_id("poison", number)))


def no_json(chance: random.Random) -> Poison:
    content = chance.choice((b"", b"?", b"\xff\xfe\0", b'{"event_id": ', chance.randbytes(64)))
    return Poison("vote.cast", content, "unreadable:  json_invalid", chance.choice(({}, MAYBE)))


def another_shape(chance: random.Random) -> Poison:
    content: object = chance.choice((None, [], 7, "a vote", {}, {"event_id": 1}, {**act(chance), "value": 2}))
    return Poison("vote.cast", json.dumps(content).encode(), "unreadable: ", chance.choice(({}, MAYBE)))


def unknown(chance: random.Random) -> Poison:
    kind = chance.choice(("cow.milked", "vote.sold", "question.answered"))
    return Poison(kind, json.dumps(act(chance)).encode(), f"unreadable: unknown kind of fact: {kind}")


def refused_by_the_database(chance: random.Random) -> Poison:
    """Return a consent of the year 1, in a zone where it began earlier than any database can say."""
    content = {**act(chance), "occurred_at": "0001-01-01T00:00:00+14:00", "language": "fr"}
    return Poison("citizen.joined", json.dumps(content).encode(), "failed 5 times: ")


def monstrous(chance: random.Random) -> Poison:
    makes: tuple[Callable[[], bytes], ...] = (
        lambda: b"[" * 100_000,
        lambda: b'{"text": ' * 50_000,
        lambda: b"?" * LARGEST,
        lambda: json.dumps({**act(chance), "text": "nul \0 " * 3}).encode(),
        lambda: json.dumps({**act(chance), "text": "m" * 100_000}).encode(),
    )
    return Poison("question.asked", chance.choice(makes)(), "unreadable: ")


def act(chance: random.Random) -> dict[str, object]:
    """Return the fields of an act, all of them as they should be."""
    ids = {name: str(UUID(int=chance.getrandbits(128), version=4)) for name in ("event_id", "citizen", "statement")}
    return {**ids, "city": "a-city", "occurred_at": "2026-11-22T12:00:00Z", "theme": THEME}
