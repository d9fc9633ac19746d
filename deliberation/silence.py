"""Who is missing: what people said of themselves against a city's shares, with the caution that small numbers ask for.

All that is told follows from numbers that may be told, so that nothing can be reckoned back from it. Which numbers
these are does not depend on the shares: whoever writes down others learns nothing more of a few.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import NormalDist

from deliberation.disclosure import SMALLEST

ERROR = 0.05  # chance that anything of a stratum is called missing while people came as they live there
FEW = SMALLEST - 1  # people at most, of a number that is not told because it is small

SILENT, VALUE = "silent", "value "  # names of cells


@dataclass(frozen=True, slots=True)
class Presence:
    """A value of a stratum: its `target` share, and who is there of those who said theirs.

    `people` is None where the number is not told, `few` says that this is so because it is below ten; the share then
    lies between `least` and `most`. `missing`: chance does not explain that there are so few, whatever is not told.
    `needed`: how many more, at least, would make up the target.
    """

    value: str
    target: float
    people: int | None
    few: bool
    least: float
    most: float
    missing: bool
    needed: int


@dataclass(frozen=True, slots=True)
class Silence:
    """A stratum: its values, those who are missing most first, and the (least, most) number of people beside them.

    `silent` said nothing of it, `beside` said something that has no target, as far as follows from what may be told of
    each value; `is_whole`: every number is told.
    """

    values: tuple[Presence, ...]
    silent: tuple[int, int]
    beside: tuple[int, int]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Which numbers of cells are told. `few` are below ten; `kept` are not, but the few would follow from them.

    `hidden` people are in the cells that are not told: that much everybody can reckon.
    """

    people: Mapping[str, int]
    few: frozenset[str]
    kept: frozenset[str]
    hidden: int

    def bounds(self, name: str) -> tuple[int, int]:
        """Return the least and the greatest number that a cell may have, by what is told."""
        if name in self.people:
            return self.people[name], self.people[name]
        if not self.few:
            return 0, self.hidden
        if name in self.few:
            return 0, min(FEW, self.hidden)
        most = self.hidden - SMALLEST * (len(self.kept) - 1)
        alone = len(self.kept) == 1
        return max(SMALLEST, self.hidden - FEW * len(self.few)) if alone else SMALLEST, most


def told(cells: Mapping[str, int]) -> Told:
    """Return what may be told of cells that sum to a known total.

    A number below ten is not told, and so that it does not follow from the others, cells in their order are kept back
    until all that follows is that it is below ten. Where that cannot be reached, nothing is told; and where all cells
    may be nine each, not even which are few, or telling nothing would tell that they are.
    """
    few = frozenset(name for name, people in cells.items() if people < SMALLEST)
    nines = sum(cells.values()) == FEW * len(cells)
    hidden, kept = sum(cells[name] for name in few), list[str]()
    for name in cells if few else ():
        if name not in few:
            kept.append(name)
            hidden += cells[name]
            shown = {each: people for each, people in cells.items() if each not in few and each not in kept}
            if hidden >= FEW + SMALLEST * len(kept) and (shown or not nines):
                return Told(shown, few, frozenset(kept), hidden)
    if few:
        return Told({}, frozenset(), frozenset(cells), sum(cells.values()))
    return Told(dict(cells), few, frozenset(), 0)


def silence(counts: Mapping[str, int], targets: Mapping[str, float], silent: int) -> Silence:
    """Compare people by value with targets (of any unit: they are shares of their sum).

    `counts` are of every value that the stratum has, said by somebody or not, those first whose numbers are kept back
    first. `silent` people took part and said nothing of this. Raises ValueError for targets that are not positive, or
    are of no value.
    """
    if not targets or min(targets.values()) <= 0 or not targets.keys() <= counts.keys():
        raise ValueError("targets are positive shares of values")
    cells = {SILENT: silent, **{f"{VALUE}{value}": people for value, people in counts.items()}}
    shown = told(cells)
    whole, z = sum(targets.values()), NormalDist().inv_cdf(1 - ERROR / (2 * len(targets)))
    others = {value: bounds_of_all(shown, targets.keys() - {value}) for value in targets}
    values = [presence(value, target / whole, shown, others[value], z) for value, target in targets.items()]
    return Silence(
        values=tuple(sorted(values, key=lambda each: (-each.needed, each.most - each.target))),
        silent=shown.bounds(SILENT),
        beside=bounds_of_all(shown, counts.keys() - targets.keys()),
        is_whole=shown.people.keys() == cells.keys(),
    )


def bounds_of_all(shown: Told, values: Iterable[str]) -> tuple[int, int]:
    """Return how many people at least, and at most, said any of these values."""
    names = [f"{VALUE}{each}" for each in values]
    known = sum(shown.people.get(name, 0) for name in names)
    untold = [shown.bounds(name) for name in names if name not in shown.people]
    most = min(shown.hidden, sum(most for _, most in untold))
    return known + sum(least for least, _ in untold), known + most


def presence(value: str, target: float, shown: Told, others: tuple[int, int], z: float) -> Presence:
    """Judge one value: it is missing only if it would be with every number that is not told as high as it can be."""
    name = f"{VALUE}{value}"
    (least, most), (fewest, most_others) = shown.bounds(name), others
    of_all = most + fewest
    missing = of_all > 0 and wilson(most, of_all, z)[1] < target
    return Presence(
        value=value,
        target=target,
        people=shown.people.get(name),
        few=name in shown.few,
        least=least / (least + most_others) if least else 0.0,
        most=most / of_all if of_all else 1.0,
        missing=missing,
        needed=ceil((target * of_all - most) / (1 - target) - 1e-9) if missing else 0,
    )


def wilson(there: int, of_all: int, z: float) -> tuple[float, float]:
    """Return the interval of shares that `there` people out of `of_all` fit, at z standard deviations.

    Wilson: "Probable inference, the law of succession, and statistical inference", JASA 22, 1927.
    """
    if of_all == 0:
        return 0.0, 1.0
    share, wide = there / of_all, z * z / of_all
    middle = (share + wide / 2) / (1 + wide)
    half = z * sqrt(share * (1 - share) / of_all + wide / (4 * of_all)) / (1 + wide)
    return max(0.0, middle - half), min(1.0, middle + half)
