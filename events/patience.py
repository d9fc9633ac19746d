"""How long people wait for the bus unaware: less than a second; the bus itself is given longer."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")

UNAWARE = 0.6  # seconds; the rest of the second is for telling them

on_slow: ContextVar[Callable[[], Awaitable[None]] | None] = ContextVar("on_slow", default=None)
"""Who is told, before the wait goes on, that the bus takes long: a feed sets it for the update that it handles."""


async def patiently(asking: Coroutine[Any, Any, T]) -> T:
    """Wait for the bus, and say so to whoever set `on_slow` when it takes longer than people wait unaware."""
    tell = on_slow.get()
    if tell is None:
        return await asking
    answering = asyncio.create_task(asking)
    try:
        done, _ = await asyncio.wait({answering}, timeout=UNAWARE)
        if not done:
            await tell()
        return await answering
    finally:
        answering.cancel()
