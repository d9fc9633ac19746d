"""The commands of each role, as the topics' routes declare them: in Telegram's menu, and in /help."""

import asyncio
import logging
from collections.abc import Mapping

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from bots.wording import Wording
from deliberation.roles import may

log = logging.getLogger(__name__)

PATIENCE = 3.0  # seconds: a menu is never what somebody waits for


class Menu:
    """The commands in the order in which they are shown, each with the right that it takes; None: it takes none."""

    def __init__(self, rights: Mapping[str, str | None]) -> None:
        self._rights = rights

    def of(self, role: str | None) -> list[str]:
        """Return the commands of a role; nobody's are those that take no right."""
        return [name for name, right in self._rights.items() if right is None or may(role, right)]

    def by_right(self, role: str) -> dict[str, list[str]]:
        """Return the commands of a role, under the right that each takes."""
        found: dict[str, list[str]] = {}
        for name in self.of(role):
            if right := self._rights[name]:
                found.setdefault(right, []).append(name)
        return found

    def worded(self, role: str | None, say: Wording) -> list[BotCommand]:
        return [BotCommand(name, say.plain(f"moderator-menu-{name}")) for name in self.of(role)]


class Menus:
    """What Telegram shows each member: told when role or language have changed, taken from who is none any more."""

    def __init__(self, menu: Menu) -> None:
        self.menu = menu
        self._shown: dict[int, tuple[str | None, str]] = {}

    async def fit(self, bot: Bot, chat: int, role: str | None, say: Wording) -> None:
        """Have a private chat show the commands of a role; what Telegram refuses is told the next time."""
        if self._shown.get(chat) == (role, say.language):
            return
        try:
            async with asyncio.timeout(PATIENCE):
                await self._tell(bot, BotCommandScopeChat(chat), role, say)
        except (TelegramError, TimeoutError) as refused:
            log.warning("menu: %s", type(refused).__name__)
        else:
            self._shown[chat] = role, say.language

    async def _tell(self, bot: Bot, scope: BotCommandScopeChat, role: str | None, say: Wording) -> None:
        if role:
            await bot.set_my_commands(self.menu.worded(role, say), scope=scope)
        else:
            await bot.delete_my_commands(scope=scope)
