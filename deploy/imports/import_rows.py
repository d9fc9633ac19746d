"""Files of an import as rows, each with its physical line; a row that cannot be read carries its reason."""

import csv
import hmac
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from events.base import Event, fact_id

MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")
NEVER_IN_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
BROKEN_BYTES = re.compile("[\udc80-\udcff]")  # what is no UTF-8, as `surrogateescape` hands it on
MOST_CHARACTERS = 100_000  # of a cell; an unclosed quotation mark swallows the rest of the file


class ImportError_(ValueError):  # noqa: N801, N818 - ImportError is Python's
    """The file as a whole cannot be imported; the message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that stayed out, by its physical line (the header is line 1), and why. `file` where there are several."""

    line: int
    reason: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: cells by column, white space around them taken off; `broken` is why it cannot be read."""

    line: int
    cells: dict[str, str]
    broken: str | None = None

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Act:
    """A fact with the line that it came from."""

    line: int
    fact: Any
    file: str = ""

    def fault(self, reason: str) -> Fault:
        return Fault(self.line, reason, self.file)


@dataclass
class Reading:
    """What a file holds: contributions, then the ballots that refer to them, and the rows that stay out."""

    contributions: list[Act] = field(default_factory=list)
    ballots: list[Act] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes ids that the same row gives again, so that a second import makes the same facts."""

    city: str
    theme: str
    secret: str
    now: datetime

    def id_of(self, form: str, *row: str) -> UUID:
        return fact_id("import", self.theme, form, *row)

    def citizen(self, form: str, author: str) -> UUID:
        """Return an author's pseudonym: without PALABRE_SECRET nobody finds the author again."""
        digest = hmac.digest(self.secret.encode(), f"import/{self.theme}/{form}/{author}".encode(), sha256)
        return UUID(bytes=digest[:16], version=4)


def rows(file: Path, needed: Iterable[str]) -> Iterator[Row]:
    """Yield the rows of a CSV file. Raises ImportError_ when it is none, lacks a column, or holds no row."""
    try:
        with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as lines:
            yield from _rows(file, csv.reader(lines), set(needed))
    except OSError as error:
        raise ImportError_(f"{file} cannot be read ({error.strerror}): check its name and its rights") from None


def _rows(file: Path, reader: Any, needed: set[str]) -> Iterator[Row]:
    header = [name.strip() for name in next(_lines(reader), (0, [], None))[1]]
    if not header:
        raise ImportError_(f"{file} is empty: see the columns with `palabre import --help`")
    if missing := sorted(needed - set(header)):
        raise ImportError_(f"{file} lacks the column {missing[0]}: see the columns with `palabre import --help`")
    some = False
    for line, cells, broken in _lines(reader):
        some = True
        yield _row(line, header, cells, broken)
    if not some:
        raise ImportError_(f"{file} is empty: it has a header and no rows")


def _lines(reader: Any) -> Iterator[tuple[int, list[str], str | None]]:
    """Yield each row that is not blank, with the line it begins on."""
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a cell that is too long: the reader goes on behind it
            yield line, ["?"], "is no row of a CSV file: is a quotation mark left open?"
            continue
        if cells:
            yield line, cells, None


def _row(line: int, header: list[str], cells: list[str], broken: str | None) -> Row:
    joined = "".join(cells)
    if broken is None and len(cells) > len(header):
        broken = f"has {len(cells)} cells and the header {len(header)}: put texts with commas between quotation marks"
    elif broken is None and BROKEN_BYTES.search(joined):
        broken = "is not in UTF-8"
    elif broken is None and NEVER_IN_TEXT.search(joined):
        broken = "holds a control character"
    return Row(line, dict(zip(header, (cell.strip() for cell in cells), strict=False)), broken)


def read(reading: Reading, row: Row, make: Callable[[], None], file: str = "") -> None:
    """Make what a row says; where that cannot be, note the line and the reason."""
    try:
        if row.broken:
            raise ValueError(row.broken)  # noqa: TRY301 - said as every other reason
        make()
    except ValidationError as error:
        fault = error.errors(include_input=False, include_url=False)[0]
        reading.faults.append(Fault(row.line, f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}", file))
    except ValueError as error:
        reading.faults.append(Fault(row.line, str(error), file))


def moment(written: str, otherwise: datetime) -> datetime:
    """Return an RFC 3339 moment in UTC; `otherwise` where nothing is written."""
    if not written:
        return otherwise
    try:
        if MOMENT.fullmatch(written):
            return datetime.fromisoformat(written.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise ValueError(f'created_at: "{written[:40]}" is no moment such as 2026-11-24T18:30:00+01:00')


def milliseconds(written: str) -> datetime:
    """Return the moment that a Polis export counts in milliseconds since 1970."""
    try:
        return datetime.fromtimestamp(int(written) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        raise ValueError(f'timestamp: "{written[:40]}" is no number of milliseconds since 1970') from None


def acts_of(facts: Iterable[Act]) -> dict[UUID, Act]:
    """Return acts by the id of their fact."""
    return {act.fact.event_id: act for act in facts}


def told(facts: Iterable[Act]) -> list[Event]:
    return [act.fact for act in facts]
