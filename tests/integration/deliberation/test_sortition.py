"""Pools with quotas as cities have them: the reference's chances, and a thousand panels that anybody can check."""

from collections import Counter
from functools import cache
from math import floor
from typing import Any

import pytest

from deliberation.sortition import Draw, checking, commitments, draw
from tests.integration.deliberation.pools import HOMES, MADE, SCOTLAND, SMALL, Asked, quotas_of, reference, volunteers

every = pytest.mark.parametrize("asked", [SCOTLAND, SMALL, MADE, HOMES], ids=str)


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
    ours = drawn(SCOTLAND)  # before theirs: both share HiGHS, which keeps its first number of threads
    lowest = min(reference(SCOTLAND).values())
    assert lowest == pytest.approx(min(ours.probabilities.values()), abs=0.0005)
    assert lowest == pytest.approx(SCOTLAND.recorded, abs=1e-5)
