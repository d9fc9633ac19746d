"""The worked examples of docs/mathematics.md are true."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "mathematics.md"


def test_every_example_of_the_page_comes_out_as_it_says() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert (result.failed, result.attempted > 20) == (0, True)
