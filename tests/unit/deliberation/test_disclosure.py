"""No number is told in which a person could be found, nor one from which such a number follows."""

from hypothesis import given
from hypothesis import strategies as some

from deliberation.disclosure import SMALLEST, told

SIZES = some.integers(0, 60).flatmap(lambda n: some.tuples(some.just(n), some.integers(min(n, 1), n)))
CELLS = some.dictionaries(some.text(max_size=3), SIZES, max_size=6)


def test_small_cells_stay_untold_and_one_alone_takes_the_smallest_other_with_it() -> None:
    assert told({"a": (40, 30), "b": (12, 12), "c": (9, 9)}) == {"a": 40, "b": None, "c": None}
    assert told({"a": (40, 30), "b": (12, 12), "c": (9, 9), "d": (3, 1)}) == {"a": 40, "b": 12, "c": None, "d": None}
    assert told({"a": (40, 30), "b": (12, 12)}) == {"a": 40, "b": 12}


def test_many_texts_of_few_people_stay_untold() -> None:
    assert told({"a": (500, 9), "b": (90, 60), "c": (80, 70)}) == {"a": None, "b": 90, "c": None}


def test_a_cell_by_itself_and_none_at_all() -> None:
    assert (told({"a": (3, 3)}), told({"a": (30, 30)}), told({})) == ({"a": None}, {"a": 30}, {})


@given(CELLS)
def test_what_is_told_is_true_and_no_single_number_is_missing(cells: dict[str, tuple[int, int]]) -> None:
    found = told(cells)
    assert all(
        count is None or (count == cells[name][0] and cells[name][1] >= SMALLEST) for name, count in found.items()
    )
    assert len(found) == 1 or sum(count is None for count in found.values()) != 1
