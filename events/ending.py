"""How tasks that go on for ever are ended, though a library takes a cancellation for itself."""

import asyncio
from typing import Any

AGAIN = 1.0  # seconds


async def ended(*tasks: asyncio.Task[Any]) -> None:
    """Cancel tasks until they have gone; what they raise concerns nobody any more.

    One cancellation may be lost: nats-py swallows the one that comes while it writes, and before Python 3.12
    `asyncio.wait_for` the one that comes together with its result (https://github.com/python/cpython/issues/86296).
    So this is for tasks that may be interrupted once more while they clear up.
    """
    while going := [task for task in tasks if not task.done()]:
        for task in going:
            task.cancel()
        await asyncio.wait(going, timeout=AGAIN)
    await asyncio.gather(*tasks, return_exceptions=True)
