"""The waiting list, over random histories of people who ask, take, leave and let an offer pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from deliberation.waitlist import HELD, frees, when_asked

ACTS = some.tuples(some.sampled_from(["ask", "take", "leave"]), some.integers(0, 9))


def played(capacity: int, acts: list[tuple[str, int]]) -> list[dict[int, str]]:
    """Return what everybody had after each act, in the order in which they asked."""
    places: dict[int, str] = {}
    history = []
    for act, who in acts:
        if act == "ask" and who not in places:
            places[who] = when_asked(sum(state in HELD for state in places.values()), capacity)
        elif act == "take" and places.get(who) == "offered":
            places[who] = "seated"
        elif act == "leave" and who in places and frees(places.pop(who), open_still=True):
            first = next((person for person, state in places.items() if state == "waiting"), None)
            places.update({} if first is None else {first: "offered"})
        history.append(dict(places))
    return history


@given(capacity=some.integers(1, 4), acts=some.lists(ACTS, max_size=40))
def test_no_seat_is_given_twice_and_nobody_waits_beside_a_free_one(capacity: int, acts: list[tuple[str, int]]) -> None:
    for places in played(capacity, acts):
        held = sum(state in HELD for state in places.values())
        assert held == min(capacity, len(places))


@given(capacity=some.integers(1, 4), acts=some.lists(ACTS, max_size=40))
def test_nobody_is_overtaken(capacity: int, acts: list[tuple[str, int]]) -> None:
    for places in played(capacity, acts):
        states = [state in HELD for state in places.values()]
        assert states == sorted(states, reverse=True)


@pytest.mark.parametrize(
    ("state", "open_still", "freed"),
    [
        ("seated", True, True),
        ("offered", True, True),
        ("waiting", True, False),
        ("seated", False, False),
        ("offered", False, False),
    ],
)
def test_only_a_held_seat_of_a_debate_to_come_is_freed(state: str, open_still: bool, freed: bool) -> None:
    assert frees(state, open_still=open_still) is freed
