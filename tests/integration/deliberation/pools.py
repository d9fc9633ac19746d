"""Pools of volunteers with quotas as cities have them, and what the reference makes of one."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.integration.deliberation.evaluation import at_hand

Quotas = dict[str, dict[str, tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A panel to draw; `recorded` is the lowest chance that sortition-algorithms 0.12.15 (maximin) gives anybody."""

    name: str
    size: int
    id: str
    household: str | None
    recorded: float

    def __str__(self) -> str:
        return f"{self.name}{' by homes' if self.household else ''}"


SCOTLAND = Asked("sf_fixture", 22, "nationbuilder_id", None, 0.090909)
SMALL = Asked("example_small_20", 20, "id", None, 0.1)
MADE = Asked("synth_300_30", 30, "id", None, 0.036145)
HOMES = Asked("synth_300_30", 30, "id", "addr", 0.036145)


def table(name: str) -> Iterator[dict[str, str]]:
    with at_hand(f"sortition/{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def volunteers(asked: Asked) -> list[dict[str, str]]:
    return [{**row, "id": row[asked.id]} for row in table(f"{asked.name}/people")]


def quotas_of(asked: Asked) -> Quotas:
    found: Quotas = {}
    for row in table(f"{asked.name}/features"):
        found.setdefault(row["feature"], {})[row["value"]] = (int(row["min"]), int(row["max"]))
    return found


def reference(asked: Asked) -> dict[str, float]:
    """Return the chances that sortition-algorithms gives; skips where it is not installed."""
    theirs = pytest.importorskip("sortition_algorithms", reason="sortition-algorithms is not installed: an oracle only")
    maximin = pytest.importorskip("sortition_algorithms.committee_generation.maximin")
    settings = theirs.Settings(id_column=asked.id, columns_to_keep=[])
    features, *_ = theirs.read_in_features(["feature", "value", "min", "max"], list(narrow(asked)))
    columns = [asked.id, *quotas_of(asked)]
    rows = [{column: person[column] for column in columns} for person in volunteers(asked)]
    people, *_ = theirs.read_in_people(columns, rows, features, settings)
    panels, shares, _ = maximin.find_distribution_maximin(features, people, asked.size, [])
    chances: Counter[str] = Counter()
    for panel, share in zip(panels, shares, strict=True):
        chances.update(dict.fromkeys(panel, share))
    return dict(chances)


def narrow(asked: Asked) -> Iterator[dict[str, str]]:
    """Yield the quotas' rows without the columns by which the reference relaxes them."""
    return ({key: row[key] for key in ("feature", "value", "min", "max")} for row in table(f"{asked.name}/features"))
