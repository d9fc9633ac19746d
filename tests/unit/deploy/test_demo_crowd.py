"""The crowd of the demo in two parts: together they are the whole, and nobody votes on what waits for a moderator."""

from collections.abc import Callable, Iterable
from uuid import uuid4

import pytest

from deploy.demo.crowd import Script, parted
from deploy.sample.crowd import crowd
from events.base import Event
from tests.conftest import NOON

FIRST, LEFT = 100, 10
MODERATOR, SESSION = uuid4(), uuid4()
STEPS: dict[str, Callable[[Script], list[Event]]] = {
    "arrivals": Script.arrivals,
    "words": Script.words,
    "sign-ups": lambda script: script.sign_ups(SESSION),
}


@pytest.fixture(scope="module")
def whole() -> Script:
    return Script(crowd(), "clermont-ferrand", NOON, LEFT)


def ids(facts: Iterable[Event]) -> list[str]:
    return sorted(str(fact.event_id) for fact in facts)


@pytest.mark.parametrize("step", STEPS)
def test_both_parts_are_the_whole(whole: Script, step: str) -> None:
    first, later = parted(whole, FIRST)
    assert ids([*STEPS[step](first), *STEPS[step](later)]) == ids(STEPS[step](whole))


def test_the_first_part_stands_by_itself(whole: Script) -> None:
    first, later = parted(whole, FIRST)
    assert (len(first.crowd.people), len(later.crowd.people)) == (FIRST, 300)
    texts = {each.text for each in first.crowd.contributions}
    assert {each.text for each in first.crowd.votes} | {each.text for each in first.crowd.supports} <= texts
    assert len(texts) > 100
    assert len(first.ballots()) > 500


def test_nobody_votes_on_what_waits(whole: Script) -> None:
    first, later = parted(whole, FIRST)
    waiting = {text.id for script in (first, later) for text in script.waiting()}
    assert len(waiting) == 2 * LEFT
    assert (set(first.unseen()), set(later.unseen())) == ({text.id for text in first.waiting()}, waiting)
    decided = [fact.event_id for script in (first, later) for fact in script.decisions(MODERATOR)]
    assert len(set(decided)) == len(whole.crowd.contributions) - 2 * LEFT
