"""What a moderator writes about a session, read: title, local time, place, capacity, minutes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bots.wording import Wording
from bots.wording import moment as worded
from deliberation.moments import comes_twice

FIELDS = ("title", "when", "place", "capacity", "minutes")
NEEDED = 3
DEFAULTS = {"capacity": "40", "minutes": "120"}
LENGTHS = {"title": (3, 120), "place": (2, 200)}  # characters
SIZES = {"capacity": (1, 100_000), "minutes": (15, 1440)}
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})[ T,]+(\d{1,2})[:hH](\d{2})?")
LOCAL = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})[ ,à]+(\d{1,2})[:hH](\d{2})?")


class SlipError(ValueError):
    """Something was written that cannot be meant: `code` and `params` say what, in any language."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Plan:
    """A session as it was written down."""

    title: str
    starts_at: datetime
    place: str
    capacity: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Reader:
    """Read what people write in a city's time; nothing may lie before `now`."""

    timezone: str
    now: datetime

    def moment(self, text: str) -> datetime:
        """Return a local time as a moment; of one that comes twice, as the clocks go back, the first.

        Raises SlipError: `when`, `past`, `gap` (the clocks jump over it).
        """
        local = self._local(text)
        moment = local.astimezone(UTC)
        if moment.astimezone(local.tzinfo).replace(fold=0) != local:
            raise SlipError("gap", when=text)
        if moment <= self.now:
            raise SlipError("past", when=text)
        return moment

    def _local(self, text: str) -> datetime:
        iso, european = ISO.fullmatch(text.strip()), LOCAL.fullmatch(text.strip())
        try:
            if iso:
                year, month, day, hour, minute = (int(part or 0) for part in iso.groups())
            elif european:
                day, month, year, hour, minute = (int(part or 0) for part in european.groups())
            else:
                raise SlipError("when", when=text)
            return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(self.timezone))
        except ValueError as impossible:  # the thirty-first of November, 25:00
            raise SlipError("when", when=text) from impossible

    def check(self, field: str, text: str) -> None:
        """Read one answer for its faults. Raises SlipError."""
        if field == "when":
            self.moment(text)
        elif field in LENGTHS:
            words(field, text)
        else:
            size(field, text)

    def plan(self, answers: Mapping[str, str]) -> Plan:
        """Return the session that all answers together describe. Raises SlipError."""
        given = {**DEFAULTS, **answers}
        return Plan(
            title=words("title", given["title"]),
            starts_at=self.moment(given["when"]),
            place=words("place", given["place"]),
            capacity=size("capacity", given["capacity"]),
            minutes=size("minutes", given["minutes"]),
        )


def in_words(moment: datetime, say: Wording, timezone: str) -> str:
    """Return a moment as people read it; where the clocks show that time twice, say which of the two is meant."""
    text = worded(moment, say.language, timezone)
    return f"{text} ({say.plain('moderator-hour-twice')})" if comes_twice(moment, timezone) else text


def fields(parts: Sequence[str]) -> dict[str, str]:
    """Return the parts of one line by name, the last two optional. Raises SlipError: `parts`."""
    if not NEEDED <= len(parts) <= len(FIELDS):
        raise SlipError("parts", count=len(parts))
    return {name: part.strip() for name, part in zip(FIELDS, parts, strict=False) if part.strip()}


def words(field: str, text: str) -> str:
    """Return a text without needless space. Raises SlipError with the lengths that are possible."""
    plain, (least, most) = " ".join(text.split()), LENGTHS[field]
    if not least <= len(plain) <= most:
        raise SlipError(field, least=least, most=most, length=len(plain))
    return plain


def size(field: str, text: str) -> int:
    """Return a number. Raises SlipError with the numbers that are possible."""
    least, most = SIZES[field]
    if not re.fullmatch(r"\d{1,9}", text.strip(), re.ASCII) or not least <= int(text) <= most:
        raise SlipError(field, least=least, most=most, given=text)
    return int(text)
