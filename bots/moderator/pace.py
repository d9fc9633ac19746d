"""Telegram's own pace: whoever is told to wait waits as long as a person would, and tries once more."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

LONGEST_WAIT = timedelta(seconds=15)  # beyond it the update is tried again as a whole


class Pace(BaseRateLimiter[None]):
    """Send a request, once more after the pause that Telegram asks for."""

    async def initialize(self) -> None:
        """Nothing is opened; PTB's next major version, which we speak already, counts pauses as timedelta."""
        os.environ.setdefault("PTB_TIMEDELTA", "true")

    async def shutdown(self) -> None: ...

    async def process_request(  # noqa: PLR0917 - the signature is PTB's
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,  # noqa: ARG002 - as above
        data: dict[str, Any],  # noqa: ARG002 - as above
        rate_limit_args: None,  # noqa: ARG002 - as above
    ) -> Any:
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as busy:
            pause = pause_of(busy)
            if pause > LONGEST_WAIT:
                raise
            await asyncio.sleep(pause.total_seconds())
            return await callback(*args, **kwargs)


def pause_of(busy: RetryAfter) -> timedelta:
    """Return the pause, which is a number unless PTB_TIMEDELTA is set."""
    pause = busy.retry_after
    return pause if isinstance(pause, timedelta) else timedelta(seconds=pause)
