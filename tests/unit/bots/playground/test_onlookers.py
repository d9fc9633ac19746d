"""Who looks on is told what is new since they looked last, each thing once."""

from bots.playground.onlookers import Onlooker, Onlookers


def taken(one: Onlooker) -> tuple[set[tuple[int, str]], set[int], bool]:
    taken = one.take()
    return taken.chats, taken.lines, taken.crowd


def test_a_page_that_opens_begins_with_what_is_there() -> None:
    with Onlookers().looking({3, 4}) as one:
        assert one.woken.is_set()
        assert taken(one) == (set(), {3, 4}, True)
        assert not one.woken.is_set()


def test_each_page_is_told_for_itself() -> None:
    all_ = Onlookers()
    with all_.looking(set()) as one, all_.looking(set()) as other:
        taken(one), taken(other)
        all_.chat(7, "a_bot")
        all_.chat(7, "a_bot")
        all_.line(5)
        assert taken(one) == ({(7, "a_bot")}, {5}, False)
        all_.crowd()
        assert taken(one) == (set(), set(), True)
        assert taken(other) == ({(7, "a_bot")}, {5}, True)


def test_who_has_gone_is_told_no_more() -> None:
    all_ = Onlookers()
    with all_.looking(set()) as one:
        taken(one)
    all_.line(1)
    assert taken(one) == (set(), set(), False)
