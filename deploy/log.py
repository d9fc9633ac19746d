"""The log: lines for people, or one JSON object a line for machines."""

import json
import logging
from datetime import UTC, datetime
from typing import Literal, TextIO

NOISY = ("httpx", "httpcore", "alembic", "faststream", "aiogram", "telegram", "matplotlib", "nats")


class JsonLines(logging.Formatter):
    """Write a record as an object of time, level, logger and message; a traceback belongs to its message."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": super().format(record),
        }
        return json.dumps(entry, ensure_ascii=False)


def handler(form: Literal["text", "json"], stream: TextIO) -> logging.Handler:
    """Return what writes the log to `stream`."""
    found = logging.StreamHandler(stream)
    found.setFormatter(JsonLines() if form == "json" else logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    return found


def set_up(form: Literal["text", "json"], level: str, stream: TextIO) -> None:
    """Log to `stream`; libraries are heard from WARNING on."""
    logging.basicConfig(level=level, handlers=[handler(form, stream)])
    for noisy in NOISY:
        logging.getLogger(noisy).setLevel(logging.WARNING)
