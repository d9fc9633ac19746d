"""The calendar of a theme's open data; whoever takes it in again has moved entries moved, and none twice.

An entry keeps its UID for as long as it is about the same thing, and its SEQUENCE grows when that changes (RFC 5545):
that of a debate when it is moved or called off, that of an item with each version of a published agenda, and when a
debate is added, moved or called off. A debate that was called off stays, as cancelled: one that vanished would be kept.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid5

from icalendar import Calendar, Event

from events.base import FACTS
from storage.read_models.sessions import SessionView

Item = Mapping[str, Any]


def calendar_of(
    agenda: Mapping[str, Any], debates: Sequence[SessionView], *, theme: str, title: str, city: str
) -> bytes:
    """Return the agenda's items that have a time; where none has, the debates, also those called off."""
    calendar = Calendar()
    calendar.add("prodid", "-//Palabre//agenda//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    timed = [item for item in agenda.get("items", []) if item["starts_at"]]
    changes = (agenda.get("version") or 0) + sum(1 + debate.sequence for debate in debates)
    for item in timed:
        calendar.add_component(_item(item, f"{uuid5(FACTS, f'{theme}/{_subject(item)}')}@{city}.palabre", changes))
    for debate in debates if not timed else ():
        calendar.add_component(_debate(debate, f"{debate.id}@{city}.palabre"))
    return bytes(calendar.to_ical())


def _subject(item: Item) -> str:
    """Return what an item is about, whatever its title, rank and time: its oldest question, which no other has."""
    oldest = min(item["questions"], key=lambda reference: int(reference.partition("-")[2]), default=None)
    return f"agenda/{oldest or item['title']}"


def _item(item: Item, uid: str, sequence: int) -> Event:
    starts, ends = (datetime.fromisoformat(item[key]) for key in ("starts_at", "ends_at"))
    return _entry(uid, sequence, f"{item['rank']}. {item['title']}", (starts, ends), item["place"])


def _debate(debate: SessionView, uid: str) -> Event:
    """Return an entry with the UID that it has in the citizens' own calendar files."""
    ends = debate.starts_at + timedelta(minutes=debate.minutes)
    entry = _entry(uid, debate.sequence, debate.title, (debate.starts_at, ends), debate.place)
    if debate.cancelled:
        entry.add("status", "CANCELLED")
    return entry


def _entry(uid: str, sequence: int, title: str, when: tuple[datetime, datetime], place: str | None) -> Event:
    starts, ends = (each.astimezone(UTC) for each in when)
    entry = Event()
    entry.add("uid", uid)
    entry.add("sequence", sequence)
    entry.add("dtstamp", starts)  # no clock: the same agenda is the same file
    entry.add("dtstart", starts)
    entry.add("dtend", ends)
    entry.add("summary", title)
    if place:
        entry.add("location", place)
    return entry
