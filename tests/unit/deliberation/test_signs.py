"""Signs that are read aloud: always six, never mistaken for one another, understood however they are written."""

from hypothesis import given
from hypothesis import strategies as some

from deliberation.signs import ALPHABET, LENGTH, read, spelled

ALIKE = ("0O", "1IL", "2Z", "5S", "8B", "UV")


@given(some.binary(min_size=8, max_size=64))
def test_a_digest_gives_a_sign_that_can_be_read_again(digest: bytes) -> None:
    sign = spelled(digest)
    assert (len(sign), set(sign) <= set(ALPHABET)) == (LENGTH, True)
    assert {read(form) for form in (sign, sign.lower(), f" {sign[:3]} {sign[3:]}.", "-".join(sign))} == {sign}


def test_no_two_signs_look_alike() -> None:
    assert [pair for pair in ALIKE if len(set(pair) & set(ALPHABET)) > 1] == []
    assert len(set(ALPHABET)) == len(ALPHABET)


def test_what_is_no_sign_is_none() -> None:
    assert [read(text) for text in ("", "K7M3Q", "K7M3QXX", "K7M0QX", "K7M3Q\0", "Ⅶ7M3QX", "charge !")] == [None] * 7
    assert read("charge") == "CHARGE"  # a word may be one: it counts only where such a code hangs


def test_many_people_have_as_many_signs() -> None:
    assert len({spelled(n.to_bytes(8) * 4) for n in range(0, 2**63, 2**63 // 2000)}) > 1990
