"""The strip: what happened, in order; what happens often in a short time is counted in one line."""

from bots.playground.strip import KEPT, Strip


class Told:
    """A strip, whom it told, and a clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now, self.numbers = 100.0, list[int]()
        self.strip = Strip(self.numbers.append, lambda: self.now)

    def shown(self) -> list[tuple[str, str, str, int]]:
        return [(line.station, line.kind, line.reference, line.count) for line in self.strip.lines()]


def test_each_thing_has_its_line() -> None:
    told = Told()
    told.strip.tell("citizen", "message")
    told.strip.tell("bus", "question.asked")
    told.strip.tell("clerk", "received", "Q-1")
    assert told.shown() == [
        ("citizen", "message", "", 1),
        ("bus", "question.asked", "", 1),
        ("clerk", "received", "Q-1", 1),
    ]
    assert told.numbers == [1, 2, 3]
    assert [line.number for line in told.strip.lines({2, 9})] == [2]


def test_many_of_a_kind_are_counted_though_others_come_between() -> None:
    told = Told()
    for number in range(300):
        told.now += 0.01
        told.strip.tell("bus", "vote.cast")
        told.strip.tell("clerk", "voted", f"O-{number}")
    assert told.shown() == [("bus", "vote.cast", "", 300), ("clerk", "voted", "", 300)]
    assert set(told.numbers) == {1, 2}


def test_what_comes_later_has_a_line_of_its_own() -> None:
    told = Told()
    told.strip.tell("bus", "vote.cast")
    told.now += 0.6
    told.strip.tell("bus", "vote.cast")
    assert told.shown() == [("bus", "vote.cast", "", 1)] * 2


def test_the_same_reference_stays() -> None:
    told = Told()
    for _ in range(2):
        told.strip.tell("clerk", "shown", "Q-7")
    assert told.shown() == [("clerk", "shown", "Q-7", 2)]


def test_memory_is_bounded() -> None:
    told = Told()
    for number in range(200):
        told.strip.tell("bus", f"kind.{number}")
    assert [line.number for line in told.strip.lines()] == list(range(201 - KEPT, 201))
