"""The table that `make faults` prints: a row for each fault, and what came of the tests that have none."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

Colour = Literal["red", "yellow", "green"]

HEAD = ("fault", "tries", "facts", "lost", "twice", "recovery", "bar", "verdict")
NOTHING = "0 lost, 0 twice"  # the bar of most rows


@dataclass(frozen=True, slots=True)
class Row:
    """What came of a fault that was made `tries` times with so many `facts` at stake.

    `recovery_s`: the longest time until all went on, in seconds. `bar`: what was to be reached, in words; `kept` says
    whether it was. `why`: what a reader of the table must know besides.
    """

    fault: str
    tries: int
    facts: int
    lost: int
    twice: int
    recovery_s: float | None
    bar: str
    kept: bool
    why: str = ""

    def cells(self) -> tuple[str, ...]:
        recovery = "" if self.recovery_s is None else f"{self.recovery_s:.1f} s"
        verdict = "kept" if self.kept else "MISSED"
        numbers = map(str, (self.tries, self.facts, self.lost, self.twice))
        return (self.fault, *numbers, recovery, self.bar, f"{verdict}: {self.why}" if self.why else verdict)


@dataclass
class Table:
    """The rows by the test that added them; tests that died before their row, and those that were skipped."""

    seed: int
    full: bool
    rows: dict[str, list[Row]] = field(default_factory=dict)
    died: dict[str, str] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)

    @property
    def missed(self) -> bool:
        return bool(self.died) or not all(row.kept for rows in self.rows.values() for row in rows)

    def lines(self) -> Iterator[tuple[str, Colour]]:
        """Yield the table line by line, each with its colour."""
        told = [(row.cells(), _colour(row)) for rows in self.rows.values() for row in rows]
        widths = [max(len(cells[place]) for cells in [HEAD, *(each for each, _ in told)]) for place in range(len(HEAD))]
        yield _line(HEAD, widths), "green"
        for cells, colour in told:
            yield _line(cells, widths), colour
        for test, why in self.died.items():
            yield f"{test}: MISSED, it ended before its row: {why}", "red"
        for test, why in self.skipped.items():
            yield f"{test}: skipped: {why}", "yellow"

    def write(self, file: Path) -> None:
        file.parent.mkdir(exist_ok=True)
        content: dict[str, Any] = {**asdict(self), "missed": self.missed}
        file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One test's part of the table."""

    table: Table
    test: str

    def add(self, row: Row) -> Row:
        """Put a row in the table; do so before anything is asserted of it."""
        self.table.rows.setdefault(self.test, []).append(row)
        return row


def _colour(row: Row) -> Colour:
    return "green" if row.kept else "red"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Words stand to the left, numbers to the right."""
    aligned = [
        cell.rjust(width) if 1 <= place <= 5 else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(aligned).rstrip()
