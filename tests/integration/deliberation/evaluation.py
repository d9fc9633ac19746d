"""The evaluation data, real debates and votes, where it is at hand; it is no part of the project."""

import csv
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

Ints = NDArray[np.int64]

ROOT = Path(__file__).parents[3]
FOLDER = Path(os.environ.get("PALABRE_EVALUATION_DATA") or ROOT.parent / "shared" / "data")


@dataclass(frozen=True, slots=True)
class Ballots:
    """A participatory budget as Pabulib tells it; `winners` as they were published."""

    costs: dict[str, int]
    approvals: list[frozenset[str]]
    budget: int
    winners: frozenset[str]


def at_hand(name: str) -> Path:
    """Return a path in the evaluation data; the test is skipped where it is absent."""
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"no evaluation data at {path} (set PALABRE_EVALUATION_DATA)")
    return path


def polis_votes(folder: Path) -> tuple[Ints, Ints, Ints]:
    """Return participants, statements and values of a Polis export, in the order in which they voted."""
    with (folder / "votes.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(int(row["voter-id"]), int(row["comment-id"]), int(row["vote"])) for row in csv.DictReader(lines)]
    participant, statement, value = np.array(rows, dtype=np.int64).T
    return participant, statement, value


def ballots(path: Path) -> Ballots:
    sections: dict[str, list[dict[str, str]]] = {}
    section, header = "", list[str]()
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.reader(lines, delimiter=";"):
            if row and row[0].strip() in {"META", "PROJECTS", "VOTES"}:
                section, header = row[0].strip(), []
            elif row and not header:
                header = [name.strip() for name in row]
            elif row:
                sections.setdefault(section, []).append(dict(zip(header, row, strict=False)))
    settings = {row["key"]: row["value"] for row in sections["META"]}
    projects = sections["PROJECTS"]
    return Ballots(
        costs={row["project_id"]: int(row["cost"]) for row in projects},
        approvals=[frozenset(row["vote"].split(",")) - {""} for row in sections["VOTES"]],
        budget=int(settings["budget"]),
        winners=frozenset(row["project_id"] for row in projects if row.get("selected") == "1"),
    )


def rows(name: str) -> list[dict[str, Any]]:
    """Return the lines of a file of the evaluation data's texts."""
    lines = at_hand(f"text/{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
