"""The real messenger: Telegram, through python-telegram-bot."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bots.messenger import AmbiguousError, AwayError, BlockedError, Buttons, MalformedError, SlowDownError, Whose
from bots.seal import Seal

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

# what Telegram's servers answer, in small letters (telegram-bot-api/Client.cpp, td/telegram/MessagesManager.cpp)
UNCHANGED = "message is not modified"
NOWHERE = "message to edit not found"
SOMEBODY_ELSE_S = "message can't be edited"
SHOW_NO_LINK = LinkPreviewOptions(is_disabled=True)


class Telegram:
    """One bot as a sender; its buttons bear the seal by which it knows them, if it has one."""

    def __init__(self, api_base: str, token: str, *, seal: Seal | None = None, patience: float = PATIENCE) -> None:
        self._seal = seal
        os.environ.setdefault(
            "PTB_TIMEDELTA", "true"
        )  # else every RetryAfter warns that its number will be a timedelta
        self._request = HTTPXRequest(connection_pool_size=CONNECTIONS, read_timeout=patience, connect_timeout=patience)
        self._bot = Bot(token, base_url=f"{api_base}/bot", request=self._request, get_updates_request=self._request)

    async def send(self, account: int, html: str, buttons: Buttons) -> int:
        with _failing():
            sent = await self._bot.send_message(
                account,
                html,
                parse_mode=ParseMode.HTML,
                reply_markup=self._keyboard(account, buttons),
                link_preview_options=SHOW_NO_LINK,
            )
        return sent.message_id

    async def edit(self, account: int, message: int, html: str, buttons: Buttons) -> bool:
        try:
            with _failing():
                await self._bot.edit_message_text(
                    html,
                    account,
                    message,
                    parse_mode=ParseMode.HTML,
                    reply_markup=self._keyboard(account, buttons),
                    link_preview_options=SHOW_NO_LINK,
                )
        except MalformedError as refused:
            return UNCHANGED in str(refused)
        return True

    async def whose(self, account: int, message: int) -> Whose | None:
        """Ask to stop the location that a message shows live: none of ours shows any, so nothing can come of it."""
        try:
            with _failing():
                await self._bot.stop_message_live_location(account, message)
        except MalformedError as refused:
            if NOWHERE in str(refused):
                return None
            return "person" if SOMEBODY_ELSE_S in str(refused) else "bot"
        return "bot"

    def _keyboard(self, account: int, buttons: Buttons) -> InlineKeyboardMarkup | None:
        if not buttons:
            return None
        sealed = [(label, self._seal.close(account, data) if self._seal else data) for label, data in buttons]
        return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)] for label, data in sealed])

    async def close(self) -> None:
        await self._request.shutdown()  # the bot's own shutdown does nothing for a bot that was not initialised


@contextmanager
def _failing() -> Iterator[None]:
    """Tell what the library raises by what can be done about it."""
    try:
        yield
    except RetryAfter as slow:
        pause = slow.retry_after
        raise SlowDownError(pause if isinstance(pause, int | float) else pause.total_seconds()) from None
    except Forbidden:
        raise BlockedError from None
    except BadRequest as refused:
        why = refused.message.lower()
        raise (BlockedError if "chat not found" in why else MalformedError)(why) from None
    except NetworkError as broken:  # a time-out is one too
        raise (AwayError if _unsent(broken) else AmbiguousError) from None
    except TelegramError:
        raise AwayError from None


def _unsent(error: TelegramError) -> bool:
    """Say whether the request surely had no effect: no connection, or an answer that says so."""
    return any(sign in f"{error} {type(error.__cause__).__name__}" for sign in UNSENT)
