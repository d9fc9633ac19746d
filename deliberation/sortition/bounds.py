"""The sides of quotas, and what is said where no panel keeps them all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deliberation.sortition.people import Quotas


@dataclass(frozen=True, slots=True, order=True)
class Bound:
    """One side of a quota: at least (`least`) or at most so many people with this value."""

    feature: str
    value: str
    least: bool
    number: int

    def __str__(self) -> str:
        return f"{self.feature} = {self.value}: at {'least' if self.least else 'most'} {self.number}"


class InfeasibleQuotas(ValueError):  # noqa: N818 - the name of the contract
    """No panel fits.

    `conflict`: quotas that cannot all be kept, none of which can be left out of the conflict. `relaxation`: the
    smallest change (in people, summed) after which a panel fits; empty where the pool itself is too small.
    """

    def __init__(self, conflict: Sequence[Bound], relaxation: Sequence[tuple[Bound, int]], size: int) -> None:
        self.conflict, self.relaxation = tuple(conflict), tuple(relaxation)
        named = "; ".join(map(str, conflict)) or "the pool has too few people (or households)"
        mend = "; ".join(f"{bound.feature} = {bound.value}: {number} instead of {bound.number}"
                         for bound, number in relaxation)  # fmt: skip
        super().__init__(
            f"no panel of {size} keeps all of these: {named}" + (f". A panel fits with {mend}" if mend else "")
        )


def bounds_of(quotas: Quotas) -> Iterator[Bound]:
    """Yield both sides of each quota, in an order that does not depend on how they were named."""
    for feature in sorted(quotas):
        for value, (least, most) in sorted(quotas[feature].items()):
            yield Bound(feature, value, least=True, number=least)
            yield Bound(feature, value, least=False, number=most)
