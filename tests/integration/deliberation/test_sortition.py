"""Pools with quotas as cities have them: the reference's chances, and a thousand panels that anybody can check."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import floor
from typing import Any

import pytest

from deliberation.sortition import Draw, checking, commitments, draw
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

every = pytest.mark.parametrize("asked", [SCOTLAND, SMALL, MADE, HOMES], ids=str)


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


@cache
def drawn(asked: Asked) -> Draw:
    return draw(volunteers(asked), quotas_of(asked), asked.size, 0, household=asked.household)


@every
def test_the_lowest_chance_is_the_references_and_proven_to_be_the_highest(asked: Asked) -> None:
    lowest = min(drawn(asked).probabilities.values())
    assert [lowest, drawn(asked).bound] == pytest.approx([asked.recorded, asked.recorded], abs=1e-5)
    assert lowest <= drawn(asked).bound + 1e-9


@every
def test_a_thousand_panels_keep_every_quota_and_every_home(asked: Asked) -> None:
    people, quotas = volunteers(asked), quotas_of(asked)
    leaves = [commitments.leaf(person, "00" * 16) for person in people]
    published: dict[str, Any] = {
        "seed": 0, "panels": drawn(asked).lottery, "selected": drawn(asked).selected, "size": asked.size,
        "quotas": quotas, "values": {person["id"]: person for person in people},
        "leaves": leaves, "pool_root": commitments.root(leaves),
    }  # fmt: skip
    homes = {"homes": {person["id"]: person[asked.household] for person in people}} if asked.household else {}
    assert len(drawn(asked).lottery) == 1000
    assert checking.faults({**published, **homes}) == []


@every
def test_the_list_follows_every_chance_and_no_list_has_a_higher_lowest_one(asked: Asked) -> None:
    """Were everybody on more panels than the optimum's whole part, a lottery would be better than the best."""
    on_the_list = Counter(who for panel in drawn(asked).lottery for who in panel)
    chances = drawn(asked).probabilities
    assert max(abs(on_the_list[who] - 1000 * chance) for who, chance in chances.items()) <= 1
    assert min(on_the_list[who] for who in chances) == floor(1000 * drawn(asked).bound + 1e-9)


def test_the_reference_finds_the_same_today() -> None:
    asked, ours = SCOTLAND, drawn(SCOTLAND)  # before theirs: both share HiGHS, which keeps its first number of threads
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
    assert min(chances.values()) == pytest.approx(min(ours.probabilities.values()), abs=0.0005)
    assert min(chances.values()) == pytest.approx(asked.recorded, abs=1e-5)


def narrow(asked: Asked) -> Iterator[dict[str, str]]:
    """Yield the quotas' rows without the columns by which the reference relaxes them."""
    return ({key: row[key] for key in ("feature", "value", "min", "max")} for row in table(f"{asked.name}/features"))
