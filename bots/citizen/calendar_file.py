"""A debate as a calendar file (RFC 5545)."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from storage.read_models.sessions import SessionView


def calendar_file(debate: SessionView, *, city: str, now: datetime, url: str | None = None) -> bytes:
    """Return an `.ics` file; its UID is the debate's own and its number grows, so that a newer one replaces it."""
    entry = Event()
    entry.add("uid", f"{debate.id}@{city}.palabre")
    entry.add("sequence", debate.sequence)
    entry.add("status", "CANCELLED" if debate.cancelled else "CONFIRMED")
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("dtstart", debate.starts_at.astimezone(UTC))
    entry.add("dtend", (debate.starts_at + timedelta(minutes=debate.minutes)).astimezone(UTC))
    entry.add("summary", debate.title)
    entry.add("location", debate.place)
    if url:
        entry.add("url", url)
    calendar = Calendar()
    calendar.add("prodid", "-//Palabre//sessions//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    return bytes(calendar.to_ical())
