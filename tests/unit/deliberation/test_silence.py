"""Nobody is called missing by chance, and nothing that is told leads back to a few people."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from math import ceil, comb, isclose

import pytest
from hypothesis import example, given, settings
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
    found = silence(dict.fromkeys(AGES, 0), AGES, 0)
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
    found = silence({"young": 18, "middle": 50, "old": 32}, AGES, silent=50)
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


def test_that_nobody_is_silent_is_told_as_a_small_number_too() -> None:
    found = silence({"young": 40, "middle": 80, "old": 60}, AGES, silent=0)
    assert {name: each.people for name, each in by_value(found).items()} == {"young": None, "middle": 80, "old": 60}
    assert (found.silent, by_value(found)["young"].few, found.is_whole) == ((0, 9), False, False)


def test_of_what_has_no_target_as_much_is_told_as_of_each_value() -> None:
    counts = {"north": 50, "south": 40, "east": 12, "west": 5}
    found = silence(counts, {"north": 1.0, "south": 1.0}, silent=30)
    assert (found.beside, found.silent) == ((12, 21), (26, 35))  # 17 would tell that 5 came from the west
    found = silence(counts, {"north": 1.0, "east": 1.0, "west": 1.0}, silent=30)
    assert (found.beside, found.silent) == ((40, 40), (26, 35))


def test_where_too_few_said_anything_nothing_is_told() -> None:
    found = silence({"young": 3, "middle": 12, "old": 2}, AGES, silent=0)
    assert [(each.people, each.few, each.missing, each.most) for each in found.values] == [
        (None, False, False, 1.0)
    ] * 3


@pytest.mark.parametrize("targets", [{}, {"young": 0.0, "old": 1.0}, {"young": -1.0, "old": 2.0}, {"dead": 1.0}])
def test_targets_that_are_none_are_refused(targets: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="positive"):
        silence({"young": 30, "old": 30}, targets, 0)


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
        there = dict(zip(counts, people, strict=True))
        if sum(there[value] for value in counts if f"value {value}" not in shown.people) <= shown.hidden:
            yield there


@settings(max_examples=60)
@given(COUNTS, SHARES, some.integers(0, 40))
def test_whoever_is_missing_would_be_with_any_numbers_that_look_the_same(
    counts: dict[str, int], shares: dict[str, int], silent: int
) -> None:
    targets = {value: float(share) for value, share in shares.items()}
    found, whole = by_value(silence(counts, targets, silent)), sum(targets.values())
    cells = {"silent": silent, **{f"value {value}": people for value, people in counts.items()}}
    for there in alike(counts, told(cells)):
        said = sum(there.values())
        for value, one in found.items():
            target = targets[value] / whole
            assert not said or one.least - 1e-9 <= there[value] / said <= one.most + 1e-9
            if one.missing:
                assert wilson(there[value], said, 2.0)[1] < target
                assert (there[value] + one.needed - 1) / (said + one.needed - 1) < target


VALUES = "abcd"
TOWNS = some.tuples(*(some.integers(0, 45) | some.integers(0, 12) for _ in ("silent", *VALUES)))


def seen(town: Sequence[int]) -> list[Silence]:
    """Return all that a moderator sees who writes down shares of any values, one after the other."""
    silent, *people = town
    choices = chain.from_iterable(combinations(VALUES, size) for size in range(2, len(VALUES) + 1))
    counts = dict(zip(VALUES, people, strict=True))
    return [silence(counts, dict.fromkeys(chosen, 1.0), silent) for chosen in choices]


def moved(town: Sequence[int], few: int) -> Iterator[list[int]]:
    """Yield towns of as many people with another number in a cell: one more or less, as many or as few as may be."""
    others = [cell for cell in range(len(town)) if cell != few]
    for other, one in product(others, (-1, 1)):
        changed = list(town)
        changed[few] += one
        changed[other] -= one
        if min(changed) >= 0:
            yield changed
    for order in ([few, *others], [*others, few]):
        changed = [0] * len(town)
        for cell in order:
            changed[cell] = min(SMALLEST - 1, sum(town) - sum(changed))
        if changed[few] != town[few] and sum(changed) == sum(town):
            yield changed


def with_few(town: Sequence[int], few: int, people: int, kept: Sequence[int]) -> list[int]:
    """Return the town with so many people in a small cell, none in the other small ones, and ten kept back in each."""
    hidden = sum(each for cell, each in enumerate(town) if each < SMALLEST or cell in kept)
    changed = [each if each >= SMALLEST and cell not in kept else 0 for cell, each in enumerate(town)]
    for cell in kept[:-1]:
        changed[cell] = SMALLEST
    changed[few] = people
    changed[kept[-1]] = hidden - people - SMALLEST * (len(kept) - 1)
    return changed


@settings(max_examples=150, deadline=None)
@example((30, 50, 40, 12, 5))
@example((0, 50, 40, 12, 30))
@example((30, 50, 40, 12, 0))
@example((9, 9, 9, 9, 9))
@example((0, 0, 0, 10, 10))
@given(TOWNS)
def test_no_choice_of_targets_nor_several_together_lead_to_a_number_below_ten(town: tuple[int, ...]) -> None:
    """Of each small cell there is a town that looks the same for every choice and has another number there."""
    all_seen = seen(town)
    names = ["silent", *(f"value {value}" for value in VALUES)]
    shown = told(dict(zip(names, town, strict=True)))
    kept = [cell for cell, name in enumerate(names) if name in shown.kept]
    for few in [cell for cell, people in enumerate(town) if people < SMALLEST]:
        if shown.few:
            assert all(seen(with_few(town, few, people, kept)) == all_seen for people in range(SMALLEST - 1))
        elif any(town):  # that nobody is there at all is told by their number
            assert any(seen(other) == all_seen for other in moved(town, few))


def test_chance_calls_somebody_missing_in_one_of_twenty_towns_at_most() -> None:
    """Count exactly, over all outcomes of sixty people drawn from three equal parts."""
    people, wrong = 60, 0.0
    for first in range(people + 1):
        for second in range(people - first + 1):
            found = silence({"a": first, "b": second, "c": people - first - second}, dict.fromkeys("abc", 1.0), 50)
            if any(each.missing for each in found.values):
                wrong += comb(people, first) * comb(people - first, second) / 3**people
    assert 0 < wrong <= ERROR
