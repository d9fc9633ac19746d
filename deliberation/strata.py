"""Strata: what people may say of themselves, so that it is seen who is not heard yet, and what a city says of each."""

from collections.abc import Mapping, Sequence

STRATA = ("age", "area", "actor")
AGES: Mapping[str, tuple[int, int | None]] = {  # years, both ends included
    "0-15": (0, 15),
    "16-29": (16, 29),
    "30-44": (30, 44),
    "45-59": (45, 59),
    "60-74": (60, 74),
    "75+": (75, None),
}
ACTORS = (
    "individual",
    "school",
    "research",
    "association",
    "farmer",
    "business",
    "shop",
    "health",
    "city_service",
    "other",
)
ELSEWHERE = "elsewhere"  # beside the areas that a city names
VALUES: Mapping[str, Sequence[str]] = {"age": tuple(AGES), "actor": ACTORS}
LARGE_FIRST: Mapping[str, Sequence[str]] = {  # as in most towns, whatever is true of this one: its order tells nothing
    "age": ("30-44", "45-59", "60-74", "16-29", "75+", "0-15"),
    "actor": ACTORS,
}

LONGEST = 40  # characters of an area's name
MOST = 30  # values of a stratum
WHOLE = (98.0, 102.0)  # per cent: figures that were rounded each by itself

Shares = Sequence[tuple[str, float]]


def fault_in(stratum: str, shares: Shares) -> str | None:
    """Return what is wrong with a city's shares of a stratum, in per cent: few, many, unknown, long, twice or sum."""
    values = [value for value, _ in shares]
    if not 1 < len(values) <= MOST:
        return "few" if len(values) <= 1 else "many"
    if stratum in VALUES and not set(values) <= set(VALUES[stratum]):
        return "unknown"
    if any(not 1 <= len(value) <= LONGEST for value in values):
        return "long"
    if len({value.casefold() for value in values}) < len(values):
        return "twice"
    return None if WHOLE[0] <= sum(percent for _, percent in shares) <= WHOLE[1] else "sum"


def answers_to(stratum: str, areas: Sequence[str]) -> tuple[str, ...]:
    """Return what may be said of a stratum; `areas` are those that the city has named."""
    if stratum in VALUES:
        return tuple(VALUES[stratum])
    return (*areas, *(() if ELSEWHERE in areas else (ELSEWHERE,))) if areas else ()


def said_of(stratum: str, areas: Sequence[str]) -> tuple[str, ...]:
    """Return all that can have been said of a stratum, in the order in which numbers are kept back of it.

    `areas` are all that the city has ever named, oldest first: later names change nothing of those before.
    """
    if stratum in LARGE_FIRST:
        return tuple(LARGE_FIRST[stratum])
    return (ELSEWHERE, *(area for area in areas if area != ELSEWHERE))
