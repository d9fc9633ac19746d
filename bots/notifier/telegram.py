"""The real messenger: Telegram, through python-telegram-bot."""

import os
from collections.abc import Sequence

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import HTTPXRequest

from bots.messenger import AmbiguousError, AwayError, BlockedError, MalformedError, SlowDownError

PATIENCE = 20.0  # seconds: who gives up early does not know whether the letter arrived
CONNECTIONS = 64
UNSENT = (
    "ConnectError",
    "ConnectTimeout",
    "PoolTimeout",
    "Bad Gateway",
    "Internal Server Error",
    "Service Unavailable",
)


class Telegram:
    """One bot as a sender."""

    def __init__(self, api_base: str, token: str, *, patience: float = PATIENCE) -> None:
        os.environ.setdefault(
            "PTB_TIMEDELTA", "true"
        )  # else every RetryAfter warns that its number will be a timedelta
        self._request = HTTPXRequest(connection_pool_size=CONNECTIONS, read_timeout=patience, connect_timeout=patience)
        self._bot = Bot(token, base_url=f"{api_base}/bot", request=self._request, get_updates_request=self._request)

    async def send(self, account: int, html: str, buttons: Sequence[tuple[str, str]]) -> None:
        try:
            await self._bot.send_message(
                account,
                html,
                parse_mode=ParseMode.HTML,
                reply_markup=_keyboard(buttons),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        except RetryAfter as slow:
            pause = slow.retry_after
            raise SlowDownError(pause if isinstance(pause, int | float) else pause.total_seconds()) from None
        except Forbidden:
            raise BlockedError from None
        except BadRequest as refused:
            gone = "chat not found" in refused.message.lower()
            raise (BlockedError if gone else MalformedError)(refused.message) from None
        except TimedOut as silence:
            raise (AwayError if _unsent(silence) else AmbiguousError) from None
        except NetworkError as broken:
            raise (AwayError if _unsent(broken) else AmbiguousError) from None
        except TelegramError:
            raise AwayError from None

    async def close(self) -> None:
        await self._request.shutdown()  # the bot's own shutdown does nothing for a bot that was not initialised


def _unsent(error: TelegramError) -> bool:
    """Say whether the request surely had no effect: no connection, or an answer that says so."""
    return any(sign in f"{error} {type(error.__cause__).__name__}" for sign in UNSENT)


def _keyboard(buttons: Sequence[tuple[str, str]]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)] for label, data in buttons])
