"""What a benchmark found: told line by line, and kept in build/bench.json beside what the others found."""

import json
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[2] / "build" / "bench.json"
HEAD = ("what", "ours", "peer", "ratio", "bar")


@dataclass(frozen=True, slots=True)
class Figure:
    """Our seconds beside a peer's, where one is installed; `bar`: the ratio or the seconds to reach, in words."""

    what: str
    ours_s: float
    peer: str = ""
    peer_s: float | None = None
    bar: str = ""

    @property
    def ratio(self) -> float | None:
        return None if self.peer_s is None else self.peer_s / self.ours_s

    @property
    def cells(self) -> tuple[str, ...]:
        peer = "" if self.peer_s is None else f"{self.peer} {_told(self.peer_s)}"
        ratio = "" if self.ratio is None else f"{self.ratio:.1f} ×"
        return (self.what, _told(self.ours_s), peer, ratio, self.bar)


@dataclass(frozen=True, slots=True)
class Score:
    """How well we do, 0…1, beside a usual means; the bar is the least or the most that it may be."""

    what: str
    ours: float
    peer: str = ""
    peers: float | None = None
    least: float | None = None
    most: float | None = None

    @property
    def met(self) -> bool:
        return (self.least is None or self.ours >= self.least) and (self.most is None or self.ours <= self.most)

    @property
    def cells(self) -> tuple[str, ...]:
        peer = "" if self.peers is None else f"{self.peer} {self.peers:.3f}"
        bar = "" if self.least is None else f"≥ {self.least:.3f}"
        bar = bar if self.most is None else f"≤ {self.most:.3f}"
        return (self.what, f"{self.ours:.3f}", peer, ("met" if self.met else "MISSED") if bar else "", bar)


@dataclass
class Report:
    """The figures of one benchmark, under its name in the file."""

    name: str
    figures: list[Figure] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    said: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _write(HEAD)

    def add(self, figure: Figure) -> Figure:
        self.figures.append(figure)
        _write(figure.cells)
        return figure

    def score(self, score: Score) -> None:
        self.scores.append(score)
        _write(score.cells)

    def say(self, what: str, value: Any) -> None:
        """Note something that is no time."""
        self.said[what] = value
        sys.stdout.write(f"{what}: {value}\n")
        sys.stdout.flush()

    def keep(self) -> None:
        figures = [{**asdict(figure), "ratio": figure.ratio} for figure in self.figures]
        scores = [{**asdict(score), "met": score.met} for score in self.scores]
        keep(self.name, {"figures": figures, **({"scores": scores} if scores else {}), **self.said})


def keep(name: str, content: Any) -> None:
    """Write what a benchmark found into the file; what others found stays as it is."""
    FILE.parent.mkdir(exist_ok=True)
    known = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    FILE.write_text(json.dumps({**known, name: content}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _told(seconds: float) -> str:
    if seconds < 0.001:
        return f"{seconds * 1_000_000:,.1f} µs"
    return f"{seconds * 1000:,.1f} ms" if seconds < 10 else f"{seconds:,.1f} s"


def _write(cells: tuple[str, ...]) -> None:
    what, ours, peer, ratio, bar = cells
    sys.stdout.write(f"{what:52} {ours:>12} {peer:>34} {ratio:>9}  {bar}".rstrip() + "\n")
    sys.stdout.flush()
