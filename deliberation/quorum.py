"""When a panel's opinion is adopted: by so many of all its members, whoever is there.

The quorum counts those in favour, not those present: with a quorum of presence somebody who is against could stop a
text by staying away and carry it by coming (the no-show paradox; Maniquet and Morelli, "Approval Quorums Dominate
Participation Quorums", Social Choice and Welfare 45, 2015).
"""

from dataclasses import dataclass
from fractions import Fraction

TWO_THIRDS = Fraction(2, 3)


@dataclass(frozen=True, slots=True)
class Adoption:
    """What became of a text: how many were in favour and how many were needed; dissent is told, always."""

    in_favour: int
    needed: int
    dissent: int

    @property
    def is_adopted(self) -> bool:
        return self.in_favour >= self.needed

    @property
    def missing(self) -> int:
        """Return how many more voices would have adopted it."""
        return max(0, self.needed - self.in_favour)


def needed(members: int, share: Fraction = TWO_THIRDS) -> int:
    """Return how many of the members adopt a text: this share of them or more, and more than half.

    Raises ValueError for a panel without members and a share that is none.
    """
    if members < 1 or not 0 < share <= 1:
        raise ValueError(f"{share} of {members} members is no quorum")
    return max(members // 2 + 1, -(-members * share.numerator // share.denominator))


def adoption(members: int, in_favour: int, against: int, share: Fraction = TWO_THIRDS) -> Adoption:
    """Return what becomes of a text; who is neither in favour nor against abstains or is away.

    Raises ValueError for more voices than members.
    """
    if min(in_favour, against) < 0 or in_favour + against > members:
        raise ValueError(f"{in_favour} in favour and {against} against of {members} members")
    return Adoption(in_favour, needed(members, share), dissent=against)
