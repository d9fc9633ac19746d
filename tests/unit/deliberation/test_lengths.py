"""What counts as a contribution."""

import pytest

from deliberation.lengths import LENGTHS, says_something


def test_the_lengths_are_those_of_the_contract() -> None:
    assert LENGTHS == {"question": (15, 500), "opinion": (15, 280), "testimony": (15, 2000), "live": (15, 280)}


@pytest.mark.parametrize(
    "text",
    ["Pourquoi ?", "2 vs 3 ok", "为什么有肉", "لماذا", "❤️ la viande", "... oui oui ...", "a\u200bb\u200bc\u200bd"],
)
def test_words_of_any_script_say_something(text: str) -> None:
    assert says_something(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " " * 20,
        "…………………………………",
        "." * 30,
        "🙂" * 20,
        "👩🏽‍🌾" * 10,
        "\u200b\u200c\u200d\u2060\ufeff" * 5,
        "\u3164" * 20,
        "\u115f\u1160\uffa0" * 8,
        "\u2800" * 20,
        "123 456 789 000 111",
        "???!!! --- ???",
        "a b c " + "." * 20,
    ],
)
def test_dots_emoji_figures_and_invisible_characters_say_nothing(text: str) -> None:
    assert not says_something(text)
