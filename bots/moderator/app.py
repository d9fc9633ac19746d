"""The moderator bot: the one place where its topics are put together."""

import asyncio
import logging
from collections.abc import Awaitable
from typing import Any

from telegram import BotCommandScopeAllPrivateChats, LinkPreviewOptions, MenuButtonCommands, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application, ApplicationHandlerStop, Defaults
from telegram.request import BaseRequest, HTTPXRequest

from bots.messenger import TelegramAwayError
from bots.moderator import (
    amending,
    appeals,
    attendance,
    bans,
    batch,
    broadcast,
    changes,
    door,
    entries,
    export,
    forms,
    live,
    members,
    missing,
    objecting,
    plain_text,
    queue,
    record,
    removals,
    results,
    sessions,
    start,
    statistics,
    strata,
    themes,
    topic_parting,
    topics,
    versions,
)
from bots.moderator.desk import LANGUAGES, Desk
from bots.moderator.menu import Menu, Menus
from bots.moderator.pace import Pace
from bots.moderator.permissions import Door
from bots.moderator.routes import Context
from bots.moderator.seal import Seal
from bots.moderator.visit import Visit
from bots.wording import wording
from events.bus import BusAwayError

log = logging.getLogger(__name__)

TOPICS = (
    start,
    queue,
    appeals,
    batch,
    removals,
    record,
    objecting,
    export,
    entries,
    forms,
    themes,
    topic_parting,
    topics,
    sessions,
    changes,
    door,
    attendance,
    live,
    results,
    amending,
    versions,
    broadcast,
    members,
    bans,
    statistics,
    strata,
    missing,
    plain_text,
)
MENU = (
    "queue",
    "remove",
    "enter",
    "form",
    "takeback",
    "themes",
    "newtheme",
    "phase",
    "newsession",
    "movesession",
    "cancelsession",
    "signups",
    "checkin",
    "attendance",
    "live",
    "topics",
    "agenda",
    "summary",
    "stats",
    "missing",
    "strata",
    "record",
    "object",
    "export",
    "broadcast",
    "ban",
    "unban",
    "roles",
    "invite",
    "revoke",
    "help",
    "cancel",
)
POOL = 64  # connections; as many updates are under way at once

__all__ = ["Desk", "ModeratorBot", "moderator_bot"]


class ModeratorBot:
    """The bot as a feed sees it: updates go in as Telegram sent them."""

    def __init__(self, application: Any, door: Door, menus: Menus, desk: Desk) -> None:
        self._application = application
        self._door = door
        self._menus = menus
        self._desk = desk

    async def start(self) -> None:
        """Get ready to speak. Raises ConnectionError while Telegram is away."""
        try:
            await self._application.initialize()
        except TelegramError as error:
            raise as_feed_sees(error) from error

    async def handle(self, update: dict[str, Any]) -> None:
        """Handle one update to its end; it may be confirmed when this returns.

        Raises ConnectionError (BusAwayError is one) while bus or Telegram are away: the update may come again.
        """
        try:
            await self._handle(update)
        except Forbidden:
            log.info("update %s: the person has blocked the bot", update.get("update_id"))
        except TelegramError as error:
            raise as_feed_sees(error) from error

    async def _handle(self, raw: dict[str, Any]) -> None:
        visit = await self._door.enter(Update.de_json(raw, self._application.bot))
        if visit is None:
            return
        if visit.known and visit.wish.is_command:
            (await visit.talk()).close()  # the next text then answers nothing
        await self._application.process_update(visit)
        if visit.error:
            raise visit.error
        await visit.finish()
        await visit.fit(self._menus)

    async def apologise(self, update: dict[str, Any], error: BaseException) -> None:
        """Tell the person that their update waits (the bus is away) or could not be handled."""
        query = update.get("callback_query") or {}
        said = update.get("message") or update.get("edited_message") or query.get("message") or {}
        user = query.get("from") or said.get("from") or {}
        say = wording(self._desk.spoken_to(user.get("language_code")))
        key = "error-busy" if isinstance(error, BusAwayError) else "error-sorry"
        bot = self._application.bot
        try:
            if query:
                await bot.answer_callback_query(query["id"], say.plain(key), show_alert=True)
            elif said:
                await bot.send_message(said["chat"]["id"], say(key))
        except TelegramError as refused:
            log.warning("update %s: no apology (%s)", update.get("update_id"), type(refused).__name__)

    async def register_menus(self) -> None:
        """Tell Telegram what the bot is for in each language, and what anybody may do; what it refuses is logged.

        The commands of a member are told when they come: Telegram shows those of a chat before those of all.
        """
        bot, private = self._application.bot, BotCommandScopeAllPrivateChats()
        await self._attempt(bot.set_chat_menu_button(menu_button=MenuButtonCommands()))
        for spoken in (None, *LANGUAGES):
            say = wording(spoken or self._desk.spoken_to(None))
            commands = self._menus.menu.worded(None, say)
            await self._attempt(bot.set_my_commands(commands, scope=private, language_code=spoken))
            await self._attempt(bot.set_my_description(say.plain("moderator-about"), language_code=spoken))
            await self._attempt(bot.set_my_short_description(say.plain("moderator-about"), language_code=spoken))

    async def close(self) -> None:
        await self._desk.watches.close()
        await self._application.shutdown()

    async def _attempt(self, call: Awaitable[object]) -> None:
        try:
            async with asyncio.timeout(10):
                await call
        except (TelegramError, TimeoutError) as refused:
            log.warning("menu: %s", type(refused).__name__)


def as_feed_sees(error: TelegramError) -> Exception:
    """Return what an error means for the update: that it comes again later, or that it is its own fault."""
    if isinstance(error, InvalidToken | BadRequest):  # a bad request is a network error to PTB
        return error
    away = isinstance(error, NetworkError | RetryAfter)
    return TelegramAwayError("Telegram is away") if away else error


def moderator_bot(token: str, api_base: str, desk: Desk, *, request: BaseRequest | None = None) -> ModeratorBot:
    """Return the bot, speaking to the Bot API at `api_base` (or through `request`, in tests)."""
    request = request or HTTPXRequest(connection_pool_size=POOL, read_timeout=10, pool_timeout=10)
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{api_base}/bot")
        .base_file_url(f"{api_base}/file/bot")
        .request(request)
        .get_updates_request(request)  # the feed fetches updates; PTB would make a client of its own for it
        .defaults(Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .rate_limiter(Pace())
        .updater(None)
        .job_queue(None)
        .build()
    )
    answers = [answer for topic in TOPICS for answer in topic.handlers()]
    rights = {answer.name: answer.right for answer in answers}
    menus = Menus(Menu({name: rights[f"/{name}"] for name in MENU}))
    application.add_handlers(answers)
    application.add_handlers(start.last_handlers())
    application.add_error_handler(note_error)
    return ModeratorBot(application, Door(desk, Seal(token), menus), menus, desk)


async def note_error(visit: object, context: Context) -> None:
    """Keep what a handler raised: PTB would log it and go on, and the feed must know."""
    if isinstance(visit, Visit):
        visit.error = context.error
    raise ApplicationHandlerStop
