"""Shares as bars: how many agreed, passed and disagreed, in whole percent that add up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Bar:
    """Percentages of one statement's votes; `votes` is how many there are."""

    agree: int
    unsure: int
    disagree: int
    votes: int


def bar_of(row: Mapping[str, Any]) -> Bar:
    """Return the shares of a row of the map; what rounding leaves goes to those who passed."""
    agree, disagree = round(100 * row["agree"]), round(100 * row["disagree"])
    if agree + disagree > 100:  # noqa: PLR2004 - both were rounded up
        disagree = 100 - agree
    return Bar(agree, 100 - agree - disagree, disagree, int(row["votes"]))
