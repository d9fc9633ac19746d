"""Nobody is called missing by chance, and nothing that is told leads back to a few people."""

from collections.abc import Iterator, Mapping
from itertools import product
from math import ceil, comb, isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from deliberation.disclosure import SMALLEST
from deliberation.silence import ERROR, Presence, Silence, Told, silence, told, wilson

AGES = {"young": 22.0, "middle": 48.0, "old": 30.0}


def by_value(found: Silence) -> dict[str, Presence]:
    return {each.value: each for each in found.values}


@pytest.mark.parametrize(
    ("there", "of_all", "least", "most"),
    [(0, 10, 0.0, 0.277533), (5, 10, 0.236593, 0.763407), (14, 200, 0.042152, 0.114055), (200, 200, 0.981155, 1.0)],
)
def test_the_interval_is_wilsons(there: int, of_all: int, least: float, most: float) -> None:
    assert wilson(there, of_all, 1.959964) == pytest.approx((least, most), abs=2e-6)


def test_nobody_says_anything_about_nobody() -> None:
    assert wilson(0, 0, 2.0) == (0.0, 1.0)
    found = silence({}, AGES, 0)
    assert [(each.people, each.missing, each.needed) for each in found.values] == [(None, False, 0)] * 3


def test_who_is_missing_comes_first_with_how_many_would_make_up_for_it() -> None:
    found = silence({"young": 14, "middle": 116, "old": 70}, AGES, silent=50)
    assert [(each.value, each.people, each.missing, each.needed) for each in found.values] == [
        ("young", 14, True, 39), ("old", 70, False, 0), ("middle", 116, False, 0)
    ]  # fmt: skip
    assert (found.silent, found.beside, found.is_whole) == ((50, 50), (0, 0), True)
    young = found.values[0]
    assert (young.least, young.most, young.target) == (0.07, 0.07, 0.22)
    assert isclose((14 + 39) / (200 + 39), 0.22, abs_tol=0.003)


def test_a_difference_that_chance_explains_is_none() -> None:
    found = silence({"young": 18, "middle": 50, "old": 32}, AGES, silent=0)
    assert [each.missing for each in found.values] == [False] * 3


def test_the_share_is_of_those_who_said_something_that_has_a_target() -> None:
    found = silence({"young": 20, "middle": 50, "old": 30, "elsewhere": 400}, AGES, silent=600)
    assert (by_value(found)["young"].most, found.beside, found.silent) == (0.2, (400, 400), (600, 600))


def test_a_few_people_are_told_as_few_and_are_missing_even_were_they_nine() -> None:
    found = silence({"young": 4, "middle": 150, "old": 146}, AGES, silent=60)
    young, old = by_value(found)["young"], by_value(found)["old"]
    assert (young.people, young.few, young.missing, young.least, young.most) == (None, True, True, 0.0, 9 / 305)
    assert young.needed == ceil((0.22 * 305 - 9) / 0.78)
    assert (old.people, old.least, old.most) == (146, 146 / 305, 146 / 296)
    assert (found.silent, found.is_whole) == ((55, 64), False)  # the sixty are kept back: the four would follow


def test_where_too_few_said_anything_nothing_is_told() -> None:
    found = silence({"young": 3, "middle": 12, "old": 2}, AGES, silent=0)
    assert [(each.people, each.few, each.missing, each.most) for each in found.values] == [
        (None, False, False, 1.0)
    ] * 3


@pytest.mark.parametrize("targets", [{}, {"young": 0.0, "old": 1.0}, {"young": -1.0, "old": 2.0}])
def test_targets_that_are_none_are_refused(targets: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="positive"):
        silence({}, targets, 0)


CELLS = some.dictionaries(some.sampled_from("abcdefg"), some.integers(0, 60), min_size=1)


@given(CELLS)
def test_what_is_told_is_true_and_ten_at_least(cells: dict[str, int]) -> None:
    shown = told(cells)
    assert all(people == cells[name] >= SMALLEST for name, people in shown.people.items())
    assert shown.hidden == sum(people for name, people in cells.items() if name not in shown.people)
    assert shown.people.keys() | shown.few | shown.kept == cells.keys()
    for name, people in cells.items():
        least, most = shown.bounds(name)
        assert least <= people <= most


@given(CELLS)
def test_of_a_few_nothing_follows_but_that_they_are_few(cells: dict[str, int]) -> None:
    """With one number kept back beside them, each may be any from none to nine, and is told in the very same way."""
    shown = told(cells)
    if shown.few and len(shown.kept) == 1:
        [kept] = shown.kept
        for name, people in product(sorted(shown.few), range(SMALLEST)):
            other = {**cells, **dict.fromkeys(shown.few, 0), name: people, kept: shown.hidden - people}
            assert other[kept] >= SMALLEST
            assert told(other) == shown


COUNTS = some.fixed_dictionaries(dict.fromkeys("abc", some.integers(0, 25)))
SHARES = some.fixed_dictionaries(dict.fromkeys("abc", some.integers(1, 60)))


def alike(counts: Mapping[str, int], shown: Told) -> Iterator[dict[str, int]]:
    """Yield numbers of the values that fit what is told."""
    bounds = [shown.bounds(f"value {value}") for value in counts]
    for people in product(*(range(least, most + 1, max(1, (most - least) // 5)) for least, most in bounds)):
        yield dict(zip(counts, people, strict=True))


@settings(max_examples=60)
@given(COUNTS, SHARES, some.integers(0, 40))
def test_whoever_is_missing_would_be_with_any_numbers_that_look_the_same(
    counts: dict[str, int], shares: dict[str, int], silent: int
) -> None:
    targets = {value: float(share) for value, share in shares.items()}
    found, whole = by_value(silence(counts, targets, silent)), sum(targets.values())
    large = sorted(targets, key=lambda value: -targets[value])
    cells = {**({"silent": silent} if silent else {}), **{f"value {value}": counts[value] for value in large}}
    for there in alike(counts, told(cells)):
        said = sum(there.values())
        for value, one in found.items():
            target = targets[value] / whole
            assert not said or one.least - 1e-9 <= there[value] / said <= one.most + 1e-9
            if one.missing:
                assert wilson(there[value], said, 2.0)[1] < target
                assert (there[value] + one.needed - 1) / (said + one.needed - 1) < target


def test_chance_calls_somebody_missing_in_one_of_twenty_towns_at_most() -> None:
    """Count exactly, over all outcomes of sixty people drawn from three equal parts."""
    people, wrong = 60, 0.0
    for first in range(people + 1):
        for second in range(people - first + 1):
            found = silence({"a": first, "b": second, "c": people - first - second}, dict.fromkeys("abc", 1.0), 0)
            if any(each.missing for each in found.values):
                wrong += comb(people, first) * comb(people - first, second) / 3**people
    assert 0 < wrong <= ERROR
