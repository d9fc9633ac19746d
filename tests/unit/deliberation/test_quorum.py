"""A quorum of voices in favour: nobody gains by staying away, and no minority adopts anything."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from deliberation.quorum import Adoption, adoption, needed

MEMBERS = some.integers(1, 200)
SHARES = some.fractions(Fraction(1, 100), 1)


@pytest.mark.parametrize(
    ("members", "share", "wanted"),
    [
        (15, Fraction(2, 3), 10),
        (14, Fraction(2, 3), 10),
        (16, Fraction(2, 3), 11),
        (15, Fraction(1, 2), 8),
        (14, Fraction(1, 2), 8),
        (14, Fraction(1, 10), 8),
        (15, Fraction(1), 15),
        (1, Fraction(2, 3), 1),
    ],
)
def test_so_many_voices_adopt_a_text(members: int, share: Fraction, wanted: int) -> None:
    assert needed(members, share) == wanted


def test_what_is_missing_and_who_dissents_is_told() -> None:
    refused, adopted = adoption(15, 9, 3), adoption(15, 10, 5)
    assert (refused, refused.is_adopted, refused.missing) == (Adoption(9, 10, 3), False, 1)
    assert (adopted, adopted.is_adopted, adopted.missing) == (Adoption(10, 10, 5), True, 0)


@given(members=MEMBERS, share=SHARES, in_favour=some.integers(0, 200), against=some.integers(0, 200))
def test_a_voice_in_favour_never_harms_and_a_voice_against_never_helps(
    members: int, share: Fraction, in_favour: int, against: int
) -> None:
    assume(in_favour + against < members)
    before = adoption(members, in_favour, against, share)
    assert adoption(members, in_favour + 1, against, share).is_adopted >= before.is_adopted
    assert adoption(members, in_favour, against + 1, share).is_adopted <= before.is_adopted


@given(members=MEMBERS, share=SHARES)
def test_two_texts_that_exclude_each_other_are_never_both_adopted_and_all_together_can_adopt(
    members: int, share: Fraction
) -> None:
    assert members < 2 * needed(members, share) <= 2 * members
    assert needed(members, share) >= members * share > needed(members, share) - 1 or share <= Fraction(1, 2)
    assert adoption(members, members, 0, share).is_adopted


@pytest.mark.parametrize(("members", "share"), [(0, Fraction(2, 3)), (15, Fraction(0)), (15, Fraction(4, 3))])
def test_what_is_no_quorum_is_refused(members: int, share: Fraction) -> None:
    with pytest.raises(ValueError, match="is no quorum"):
        needed(members, share)


@pytest.mark.parametrize(("in_favour", "against"), [(10, 6), (-1, 0), (0, -1)])
def test_voices_of_nobody_are_refused(in_favour: int, against: int) -> None:
    with pytest.raises(ValueError, match="of 15 members"):
        adoption(15, in_favour, against)
