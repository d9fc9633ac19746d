"""A task is ended though something in it takes a cancellation for itself."""

import asyncio
from contextlib import suppress

from events.ending import ended


async def swallows_once() -> None:
    with suppress(asyncio.CancelledError):
        await asyncio.Event().wait()
    await asyncio.Event().wait()


async def test_a_cancellation_that_was_swallowed_is_said_again() -> None:
    going = asyncio.create_task(swallows_once())
    await asyncio.sleep(0)

    async with asyncio.timeout(5):
        await ended(going)

    assert going.cancelled()


async def test_what_has_ended_by_itself_or_has_failed_is_left_at_that() -> None:
    async def fails() -> None:
        raise ValueError

    over, failed = asyncio.create_task(asyncio.sleep(0)), asyncio.create_task(fails())
    await asyncio.wait({over, failed})

    await ended(over, failed)

    assert (over.cancelled(), type(failed.exception())) == (False, ValueError)


async def test_nobody_to_be_ended_is_nothing_to_wait_for() -> None:
    await ended()
