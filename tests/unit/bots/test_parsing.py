"""JSON from outside: whole characters stay, halves go, and what is no JSON is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bots.parsing import parsed

ANY = some.text(some.characters(), max_size=30)  # lone halves too
DOCUMENTS = some.recursive(
    some.none() | some.booleans() | some.integers() | ANY,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(ANY, inner, max_size=4),
    max_leaves=12,
)


@given(DOCUMENTS)
def test_whatever_is_read_can_be_written(document: object) -> None:
    json.dumps(parsed(json.dumps(document)), ensure_ascii=False).encode()


@given(some.text(max_size=40))
def test_whole_characters_stay(text: str) -> None:
    assert parsed(json.dumps({"text": [text]})) == {"text": [text]}


def test_halves_go_and_their_neighbours_stay() -> None:
    assert parsed(r'{"te\ud800xt": ["a\ud83d", "\udc00b", "\ud83e\udd69", "\\ud83d"]}') == {
        "text": ["a", "b", "🥩", "\\ud83d"]
    }


@pytest.mark.parametrize("text", ["", "{", "\\ud800", "nope"])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whoever parses catches no more than that
        parsed(text)
