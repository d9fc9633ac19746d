"""The log: lines for people, or one JSON object a line for machines."""

import json
import logging
from datetime import UTC, datetime
from typing import Literal, TextIO

NOISY = ("httpx", "httpcore", "alembic", "faststream", "aiogram", "telegram", "matplotlib", "nats", "opentelemetry")
IDS = ("fact", "cause", "about")  # of a line that is about a fact; see events.base.Event.trail


class JsonLines(logging.Formatter):
    """Write a record as an object of time, level, logger, message, and ids of facts; a traceback is in its message."""

    part: str | None = None  # who writes, where that is known

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            **({"part": self.part} if self.part else {}),
            "logger": record.name,
            "message": super().format(record),
            **{name: getattr(record, name) for name in IDS if hasattr(record, name)},
        }
        return json.dumps(entry, ensure_ascii=False)


def handler(form: Literal["text", "json"], stream: TextIO) -> logging.Handler:
    """Return what writes the log to `stream`."""
    found = logging.StreamHandler(stream)
    found.setFormatter(JsonLines() if form == "json" else logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    return found


def speak_as(part: str) -> None:
    """Have each line for machines say which part wrote it."""
    for each in logging.getLogger().handlers:
        if isinstance(each.formatter, JsonLines):
            each.formatter.part = part


def set_up(form: Literal["text", "json"], level: str, stream: TextIO) -> None:
    """Log to `stream`; libraries are heard from WARNING on."""
    logging.basicConfig(level=level, handlers=[handler(form, stream)])
    for noisy in NOISY:
        logging.getLogger(noisy).setLevel(logging.WARNING)
