"""Agenda items as moderators amended them, before equal shares choose among the others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from storage.read_models.amendments import AmendmentView


@dataclass(frozen=True, slots=True)
class Item:
    """A topic as it may come on the agenda; `key` is made of its questions' texts alone.

    By hand it may be `pinned` (1 is the first that was), `dropped` for a reason, or bear another title than `original`.
    """

    key: str
    topic: int
    title: str
    minutes: int
    questions: tuple[str, ...]
    backers: frozenset[UUID]
    pinned: int | None = None
    dropped: str | None = None
    original: str | None = None


def amended(item: Item, amendments: Sequence[AmendmentView]) -> Item:
    """Return an item with what was decided last about its place and about its title."""
    theirs = [(turn, each) for turn, each in enumerate(amendments, start=1) if each.question in item.questions]
    title = next((each.words for _, each in reversed(theirs) if each.amended == "title"), None)
    turn, place = next(((turn, each) for turn, each in reversed(theirs) if each.amended == "place"), (0, None))
    return replace(
        item,
        title=title or item.title,
        original=item.title if title else None,
        pinned=turn if place and place.what == "pinned" else None,
        dropped=place.words if place and place.what == "dropped" else None,
    )


def on_the_agenda(items: Sequence[Item], minutes: int) -> list[Item]:
    """Return the pinned items that fit the time, in the order in which they were pinned."""
    found: list[Item] = []
    for item in sorted((each for each in items if each.pinned), key=lambda each: each.pinned or 0):
        if sum(each.minutes for each in found) + item.minutes <= minutes:
            found.append(item)
    return found
