"""Telegram's own pace: whoever is told to wait waits as long as a person would, and tries once more."""

import asyncio
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response, TelegramType

LONGEST_WAIT = 15  # seconds; beyond it the update is tried again as a whole


async def pace(
    make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
) -> Response[TelegramType] | Any:
    """Send a request, once more after the pause that Telegram asks for."""
    try:
        return await make_request(bot, method)
    except TelegramRetryAfter as busy:
        if busy.retry_after > LONGEST_WAIT:
            raise
        await asyncio.sleep(busy.retry_after)
        return await make_request(bot, method)
