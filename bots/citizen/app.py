"""The citizen bot: the one place where its topics are put together."""

import asyncio
import logging
from collections.abc import Awaitable
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendDocument, SendMessage, SendPhoto, TelegramMethod
from aiogram.methods.base import Response
from aiogram.types import BotCommand, BotCommandScopeAllGroupChats, MenuButtonCommands, Update

from bots.citizen import (
    about_me,
    amending,
    appeals,
    attendance,
    broadcasts,
    contributions,
    corrections,
    forgetting,
    groups,
    help,  # noqa: A004 - the topic is called so
    language,
    live,
    mine,
    my_votes,
    mydata,
    needs,
    notifications,
    other,
    plain_text,
    privacy,
    questions,
    results,
    sessions,
    standing,
    themes,
    trace,
    votes,
    welcome,
)
from bots.citizen.commands import menu_names
from bots.citizen.face import Face
from bots.citizen.identity import LANGUAGES
from bots.citizen.memory import Memory
from bots.citizen.pace import pace
from bots.citizen.reception import Reception
from bots.citizen.routes import Switchboard
from bots.messenger import TelegramAwayError
from bots.seal import Seal
from bots.wording import wording
from events.bus import BusAwayError

log = logging.getLogger(__name__)

TOPICS = (
    welcome,
    votes,
    questions,
    contributions,
    plain_text,
    themes,
    sessions,
    needs,
    attendance,
    live,
    mine,
    amending,
    appeals,
    corrections,
    my_votes,
    results,
    standing,
    trace,
    language,
    notifications,
    privacy,
    about_me,
    mydata,
    broadcasts,
    forgetting,
    help,
    groups,
    other,
)
ANSWER = 10.0  # seconds for Telegram to take an answer: less than the feed gives a handler
ANSWERS: tuple[type[TelegramMethod[Any]], ...] = (
    SendMessage,
    EditMessageText,
    AnswerCallbackQuery,
    SendDocument,
    SendPhoto,
)

__all__ = ["CitizenBot", "Face", "citizen_bot"]


class CitizenBot:
    """The bot as a feed sees it: updates go in as Telegram sent them."""

    def __init__(self, bot: Bot, face: Face, seal: Seal) -> None:
        self.bot = bot
        self._face = face
        self._memory = Memory.of(face)
        self._reception = Reception(face, self._memory, seal, switchboard())
        # aiogram builds these classes anew at every call unless somebody holds them (a fifth of its time)
        self._held = [Response[method.__returning__] for method in ANSWERS]  # type: ignore[name-defined]  # a run-time parameter

    async def handle(self, update: dict[str, Any]) -> None:
        """Handle one update to its end; it may be confirmed when this returns.

        Raises ConnectionError (BusAwayError is one) while bus or Telegram are away: the update may come again.
        """
        try:
            await self._reception.receive(Update.model_validate(update, context={"bot": self.bot}))
        except TelegramForbiddenError:
            log.info("update %s: the person has blocked the bot", update.get("update_id"))
        except (TelegramNetworkError, TelegramServerError, TelegramRetryAfter) as away:
            raise TelegramAwayError("Telegram is away") from away

    async def apologise(self, update: dict[str, Any], error: BaseException) -> None:
        """Tell the person that their update waits (the bus is away) or could not be handled."""
        query = update.get("callback_query") or {}
        said = update.get("message") or update.get("edited_message") or query.get("message") or {}
        user = query.get("from") or said.get("from") or {}
        say = wording(self._memory.identities.spoken(user.get("id", 0), user.get("language_code")))
        key = "error-busy" if isinstance(error, BusAwayError) else "error-sorry"
        try:
            if query:
                await self.bot.answer_callback_query(query["id"], say.plain(key), show_alert=True)
            elif said:
                await self.bot.send_message(said["chat"]["id"], say(key))
        except TelegramAPIError as refused:
            log.warning("update %s: no apology (%s)", update.get("update_id"), type(refused).__name__)

    async def register_menus(self) -> None:
        """Tell Telegram the commands and the bot's description in each language; what it refuses is logged."""
        await self._attempt(self.bot.set_chat_menu_button(menu_button=MenuButtonCommands()))
        for spoken in (None, *LANGUAGES):
            say = wording(spoken or self._face.language)
            menu = menu_names(spoken or self._face.language)
            commands = [
                BotCommand(command=name, description=say.plain(f"citizen-menu-{english}"))
                for english, name in menu.items()
            ]
            about = say.plain("citizen-about", city=self._face.place)
            short = say.plain("citizen-about-short", city=self._face.place)
            in_groups = [each for each in commands if each.command in {menu[name] for name in groups.COMMANDS}]
            everywhere = BotCommandScopeAllGroupChats()
            await self._attempt(self.bot.set_my_commands(commands, language_code=spoken))
            await self._attempt(self.bot.set_my_commands(in_groups, scope=everywhere, language_code=spoken))
            await self._attempt(self.bot.set_my_description(about, language_code=spoken))
            await self._attempt(self.bot.set_my_short_description(short, language_code=spoken))

    async def close(self) -> None:
        await self.bot.session.close()

    async def _attempt(self, call: Awaitable[object]) -> None:
        try:
            async with asyncio.timeout(10):
                await call
        except (TelegramAPIError, TimeoutError) as refused:
            log.warning("menu: %s", type(refused).__name__)


def citizen_bot(token: str, api_base: str, face: Face, *, session: BaseSession | None = None) -> CitizenBot:
    """Return the bot, speaking to the Bot API at `api_base` (or through `session`, in tests)."""
    session = session or AiohttpSession(api=TelegramAPIServer.from_base(api_base), timeout=ANSWER)
    session.middleware(pace)
    bot = Bot(
        token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True)
    )
    return CitizenBot(bot, face, Seal(token))


def switchboard() -> Switchboard:
    return Switchboard(
        (topic.answers() for topic in TOPICS), untyped=other.on_wordless, untapped=other.on_unknown_button
    )
