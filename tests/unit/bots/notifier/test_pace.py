"""How fast letters leave: overall, in one chat, and in the pauses that Telegram asks for."""

from math import inf

from bots.notifier.pace import MANY, Pace
from tests.fakes import person

ADA, BEN = person("ada"), person("ben")


class Watch:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_over_any_time_no_more_than_25_letters_a_second_leave() -> None:
    watch = Watch()
    pace, sent = Pace(watch), 0
    for _ in range(1000):  # ten seconds
        for _ in range(pace.room()):
            pace.take(person(sent))
            sent += 1
        watch.now += 0.01
    assert 250 <= sent <= 255


def test_the_wait_is_the_time_until_five_may_leave() -> None:
    pace = Pace(Watch())
    assert pace.wait() == 0
    while pace.room():
        pace.take(ADA)
    assert round(pace.wait(), 3) == 0.2


def test_one_chat_takes_three_at_once_then_one_a_second_and_others_do_not_wait() -> None:
    watch = Watch()
    pace = Pace(watch)
    for _ in range(3):
        assert ADA not in pace.resting()
        pace.take(ADA)
    assert (pace.resting(), pace.rest()) == ({ADA}, 1.0)
    watch.now += 1.0
    assert (pace.resting(), pace.rest()) == (set(), inf)


def test_who_rests_no_longer_is_forgotten() -> None:
    watch = Watch()
    pace = Pace(watch)
    for number in range(500):
        pace.take(person(number))
    watch.now += 60
    assert (pace.resting(), pace.chats, pace.paused) == (set(), {}, {})


def test_a_pause_is_the_chat_s_own() -> None:
    watch = Watch()
    pace = Pace(watch)
    pace.pause(ADA, 30)
    assert (pace.resting(), pace.rest(), pace.room() > 0) == ({ADA}, 30, True)
    watch.now += 30
    assert pace.resting() == set()


def test_when_telegram_refuses_everybody_everybody_waits() -> None:
    watch = Watch()
    pace = Pace(watch)
    for number in range(MANY):
        assert pace.room() > 0
        pace.pause(person(number), 7)
    assert (pace.room(), pace.wait()) == (0, 7)
    watch.now += 7
    assert pace.room() > 0


def test_refusals_between_letters_that_are_taken_stop_nobody_else() -> None:
    pace = Pace(Watch())
    for number in range(10 * MANY):
        pace.pause(person(number), 7)
        if number % 5 == 0:
            pace.accepted()
    assert pace.room() > 0
