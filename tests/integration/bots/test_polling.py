"""The feed by long polling, against the look-alike's true offsets."""

import asyncio

import pytest
from prometheus_client import REGISTRY

from bots.feed import WrongTokenError
from events.bus import BusAwayError, BusRefusedError
from events.patience import patiently
from tests.integration.bots.exchange import Exchange


async def for_ever() -> None:
    await asyncio.Event().wait()


async def test_an_update_is_confirmed_only_after_its_handler_has_finished(exchange: Exchange) -> None:
    listener, gate = exchange.listener, asyncio.Event()

    async def wait() -> None:
        await gate.wait()

    listener.does["slow"] = wait
    async with exchange.polling():
        exchange.phone("Ada").says(exchange.bot, "slow")
        await listener.until("begun slow")
        exchange.phone("Ben").says(exchange.bot, "quick")
        await listener.until("handled quick")
        assert exchange.waiting() == ["slow", "quick"]
        gate.set()
        await exchange.all_confirmed()
    assert (listener.begun, listener.handled) == (["slow", "quick"], ["quick", "slow"])


async def test_of_one_chat_updates_are_handled_in_their_order(exchange: Exchange) -> None:
    listener, gate, ada = exchange.listener, asyncio.Event(), exchange.phone("Ada")

    async def wait() -> None:
        await gate.wait()

    listener.does["first"] = wait
    async with exchange.polling():
        for text in ("first", "second", "third"):
            ada.says(exchange.bot, text)
        exchange.phone("Ben").says(exchange.bot, "of another chat")
        await listener.until("handled of another chat")
        assert listener.begun == ["first", "of another chat"]
        gate.set()
        await exchange.all_confirmed()
    assert listener.handled == ["of another chat", "first", "second", "third"]


async def test_only_so_many_are_handled_side_by_side(exchange: Exchange) -> None:
    async with exchange.polling(concurrency=3):
        for number in range(40):
            exchange.listener.does[str(number)] = lambda: asyncio.sleep(0)
            exchange.phone().says(exchange.bot, str(number))
        await exchange.all_confirmed()
    assert (sorted(exchange.listener.handled, key=int), exchange.listener.most_side_by_side) == (
        [str(number) for number in range(40)],
        3,
    )


async def test_what_was_not_finished_at_the_end_comes_again(exchange: Exchange) -> None:
    exchange.listener.does["unfinished"] = for_ever
    async with exchange.polling(drain=0.05):
        for text in ("done before", "unfinished", "done after"):
            exchange.phone(text).says(exchange.bot, text)
            await exchange.listener.until(f"begun {text}")
    assert exchange.waiting() == ["unfinished", "done after"]
    exchange.listener.does.clear()
    async with exchange.polling():
        await exchange.all_confirmed()
    assert exchange.listener.handled == ["done before", "done after", "unfinished", "done after"]


async def test_at_the_end_what_follows_the_unfinished_in_its_chat_is_not_begun(exchange: Exchange) -> None:
    ada = exchange.phone()
    exchange.listener.does["first"] = for_ever
    async with exchange.polling(drain=0.05):
        ada.says(exchange.bot, "first")
        ada.says(exchange.bot, "second")
        await exchange.listener.until("begun first")
    assert (exchange.listener.begun, exchange.waiting()) == (["first"], ["first", "second"])


async def test_what_is_under_way_at_the_end_is_finished_and_confirmed(exchange: Exchange) -> None:
    gate, stop = asyncio.Event(), asyncio.Event()

    async def wait() -> None:
        await gate.wait()

    exchange.listener.does["under way"] = wait
    running = asyncio.create_task(exchange.feed().run(stop))
    exchange.phone().says(exchange.bot, "under way")
    await exchange.listener.until("begun under way")
    stop.set()
    gate.set()
    await running
    assert (exchange.listener.handled, exchange.waiting()) == (["under way"], [])


async def test_a_handler_that_raises_is_tried_three_times_then_filed_and_its_sender_told_once(
    exchange: Exchange,
) -> None:
    async def fail() -> None:
        raise LookupError("a bug")

    exchange.listener.does["poison"] = fail
    async with exchange.polling():
        exchange.phone("Ada").says(exchange.bot, "poison")
        exchange.phone("Ben").says(exchange.bot, "innocent")
        await exchange.all_confirmed()
    listener = exchange.listener
    assert listener.begun.count("poison") == 3
    assert (listener.handled, listener.told, listener.buried) == (
        ["innocent"],
        [("poison", "LookupError")],
        [("poison", "LookupError")],
    )


async def test_a_handler_that_hangs_is_given_up_and_stops_nobody(exchange: Exchange) -> None:
    ada = exchange.phone("Ada")
    exchange.listener.does["hangs"] = for_ever
    async with exchange.polling(time_limit=0.05):
        ada.says(exchange.bot, "hangs")
        ada.says(exchange.bot, "next of the same chat")
        exchange.phone("Ben").says(exchange.bot, "of another chat")
        await exchange.all_confirmed()
    assert exchange.listener.handled == ["of another chat", "next of the same chat"]
    assert exchange.listener.buried == [("hangs", "TookTooLongError")]


async def test_a_handler_that_takes_no_cancellation_is_left_behind(exchange: Exchange) -> None:
    gate = asyncio.Event()

    async def clings() -> None:
        while not gate.is_set():
            try:
                await gate.wait()
            except asyncio.CancelledError:
                continue

    exchange.listener.does["clings"] = clings
    async with exchange.polling(time_limit=0.02):
        exchange.phone().says(exchange.bot, "clings")
        await exchange.all_confirmed()
        gate.set()
    assert exchange.listener.told == [("clings", "TookTooLongError")]


async def test_more_than_a_page_behind_a_hanging_update_is_handled_after_one_try(exchange: Exchange) -> None:
    exchange.listener.does["hangs"] = for_ever
    exchange.phone("Ada").says(exchange.bot, "hangs")
    for number in range(250):
        exchange.phone().says(exchange.bot, str(number))
    async with exchange.polling(time_limit=0.5):
        await exchange.all_confirmed()
    assert sorted(exchange.listener.handled, key=int) == [str(number) for number in range(250)]
    assert exchange.listener.begun.count("hangs") == 1
    assert exchange.listener.buried == [("hangs", "TookTooLongError")]


async def test_a_slow_chat_does_not_hold_up_those_who_write_later(exchange: Exchange) -> None:
    exchange.listener.does["hangs"] = for_ever
    loop, waits = asyncio.get_running_loop(), []
    async with exchange.polling(drain=0.05):
        exchange.phone().says(exchange.bot, "hangs")
        await exchange.listener.until("begun hangs")
        for number in range(20):
            asked = loop.time()
            exchange.phone().says(exchange.bot, str(number))
            await exchange.listener.until(f"handled {number}")
            waits.append(loop.time() - asked)
    assert sorted(waits)[10] < 0.2


async def test_while_the_bus_is_away_an_update_waits_its_sender_is_told_once_and_within_a_second(
    exchange: Exchange,
) -> None:
    loop, tries, back = asyncio.get_running_loop(), 0, asyncio.Event()

    async def away() -> None:
        nonlocal tries
        tries += 1
        if tries == 12:
            back.set()
        if not back.is_set():
            raise BusAwayError("away")

    exchange.listener.does["a question"] = away
    async with exchange.polling(first_pause=0.001):
        asked = loop.time()
        exchange.phone().says(exchange.bot, "a question")
        await exchange.listener.until("told a question")
        assert loop.time() - asked < 1
        await exchange.all_confirmed()
    listener = exchange.listener
    assert (listener.handled, listener.told, listener.buried) == (
        ["a question"],
        [("a question", "BusAwayError")],
        [],
    )


async def test_who_writes_again_meanwhile_is_told_so_too_and_order_is_kept(exchange: Exchange) -> None:
    back = asyncio.Event()

    async def away() -> None:
        if not back.is_set():
            raise BusAwayError("away")

    ada, listener = exchange.phone(), exchange.listener
    listener.does["first"] = away
    async with exchange.polling():
        ada.says(exchange.bot, "first")
        ada.says(exchange.bot, "second")
        await listener.until("told second")
        ada.says(exchange.bot, "third")
        await listener.until("told third")
        back.set()
        await exchange.all_confirmed()
        ada.says(exchange.bot, "fourth")
        await exchange.all_confirmed()
    assert listener.handled == ["first", "second", "third", "fourth"]
    assert listener.told == [(text, "BusAwayError") for text in ("first", "second", "third")]


async def test_a_bus_that_stands_still_is_said_once_and_within_a_second_and_nothing_is_begun_twice(
    exchange: Exchange,
) -> None:
    back, ada, listener, loop = asyncio.Event(), exchange.phone(), exchange.listener, asyncio.get_running_loop()

    async def stand_still() -> None:
        for _ in range(2):
            await patiently(back.wait())

    async def answer() -> None:
        assert listener.told == [("first", "BusAwayError"), ("second", "BusAwayError")]

    listener.does |= {"first": stand_still, "second": answer}
    async with exchange.polling():
        asked = loop.time()
        ada.says(exchange.bot, "first")
        await listener.until("told first")
        assert loop.time() - asked < 1.5  # a second, and the noise of a machine under test
        ada.says(exchange.bot, "second")
        await listener.until("told second")
        back.set()
        await exchange.all_confirmed()
        ada.says(exchange.bot, "third")
        await exchange.all_confirmed()
    assert listener.begun == listener.handled == ["first", "second", "third"]
    assert listener.told == [("first", "BusAwayError"), ("second", "BusAwayError")]


async def test_what_the_bus_forbids_is_tried_once_then_filed_and_its_sender_told(exchange: Exchange) -> None:
    async def forbidden() -> None:
        raise BusRefusedError("the bus does not allow us to publish this")

    exchange.listener.does["a question"] = forbidden
    async with exchange.polling():
        exchange.phone().says(exchange.bot, "a question")
        await exchange.all_confirmed()
    listener = exchange.listener
    assert (listener.begun, listener.told, listener.buried) == (
        ["a question"],
        [("a question", "BusRefusedError")],
        [("a question", "BusRefusedError")],
    )


async def test_what_waits_for_the_bus_does_not_hold_up_the_end_and_comes_again(exchange: Exchange) -> None:
    async def away() -> None:
        raise BusAwayError("away")

    exchange.listener.does["a question"] = away
    loop = asyncio.get_running_loop()
    async with exchange.polling(first_pause=30):
        exchange.phone().says(exchange.bot, "a question")
        await exchange.listener.until("told a question")
        stopped = loop.time()
    assert loop.time() - stopped < 2
    assert exchange.waiting() == ["a question"]


async def test_what_cannot_be_filed_yet_is_not_confirmed(exchange: Exchange) -> None:
    filed, gate = list[str](), asyncio.Event()

    async def fail() -> None:
        raise LookupError("a bug")

    async def bury(update: dict[str, object], error: BaseException) -> None:
        if not gate.is_set():
            filed.append("refused")
            gate.set()
            raise BusAwayError("away")
        filed.append("filed")

    exchange.listener.does["poison"] = fail
    async with exchange.polling(bury=bury):
        exchange.phone().says(exchange.bot, "poison")
        await gate.wait()
        assert exchange.waiting() == ["poison"]
        await exchange.all_confirmed()
    assert filed == ["refused", "filed"]


async def test_telegram_that_fails_or_wants_a_pause_is_asked_again(exchange: Exchange) -> None:
    exchange.world.faults.retry_after = 0.01
    exchange.world.faults.planned = {"deletewebhook": ["500"], "getupdates": ["500", "429", "500"]}
    async with exchange.polling():
        exchange.phone().says(exchange.bot, "still here")
        await exchange.all_confirmed()
    assert (exchange.listener.handled, exchange.world.faults.planned) == (
        ["still here"],
        {"deletewebhook": [], "getupdates": []},
    )


async def test_a_token_that_telegram_does_not_know_is_said_in_one_line(exchange: Exchange) -> None:
    with pytest.raises(WrongTokenError, match="check the tokens that @BotFather gave you"):
        await exchange.feed(token="1:wrong").run(asyncio.Event())


async def test_a_second_bot_with_the_same_token_takes_turns_and_loses_nothing(exchange: Exchange) -> None:
    async with exchange.polling(), exchange.polling():
        for number in range(5):
            exchange.phone().says(exchange.bot, str(number))
        await exchange.all_confirmed()
    assert sorted(set(exchange.listener.handled)) == ["0", "1", "2", "3", "4"]


async def test_updates_are_counted_by_what_became_of_them(exchange: Exchange) -> None:
    def counted(outcome: str) -> float:
        return REGISTRY.get_sample_value("palabre_updates_total", {"bot": "counted", "outcome": outcome}) or 0

    async def fail() -> None:
        raise ValueError("a bug")

    exchange.listener.does["bad"] = fail
    async with exchange.polling(name="counted"):
        for text in ("one", "two", "bad"):
            exchange.phone(text).says(exchange.bot, text)
        await exchange.all_confirmed()

    assert [counted(outcome) for outcome in ("taken", "finished", "buried")] == [3, 3, 1]
    assert REGISTRY.get_sample_value("palabre_update_seconds_count", {"bot": "counted"}) == 3


async def test_a_feed_that_is_told_to_stop_leaves_a_telegram_that_does_not_answer_at_once(exchange: Exchange) -> None:
    exchange.world.faults.planned["deletewebhook"] = ["hang"]
    stop = asyncio.Event()
    running = asyncio.create_task(exchange.feed().run(stop))
    async with asyncio.timeout(10):
        while exchange.world.faults.planned["deletewebhook"]:  # noqa: ASYNC110 - until it is asked
            await asyncio.sleep(0.01)
        stop.set()
        await asyncio.wait_for(running, 5)  # its patience with Telegram is ten
