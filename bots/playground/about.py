"""What a bot says of itself: its name, its descriptions and its commands, by language."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from bots.playground.accounts import BotAccount, Json
from bots.playground.parameters import bad, read

DESCRIPTION = 256
MOST_COMMANDS = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")
SCOPES = frozenset(
    {"default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_member"}
)
Method = Callable[[BotAccount, Json], Awaitable[Any]]


async def get_me(bot: BotAccount, _params: Json) -> Json:
    return {
        **bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


async def set_commands(bot: BotAccount, params: Json) -> bool:
    commands = read(params, "commands") or []
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= DESCRIPTION:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    bot.commands[scope_of(params)] = commands
    return True


async def get_commands(bot: BotAccount, params: Json) -> list[Json]:
    return bot.commands.get(scope_of(params), [])


async def delete_commands(bot: BotAccount, params: Json) -> bool:
    bot.commands.pop(scope_of(params), None)
    return True


def scope_of(params: Json) -> tuple[str, str]:
    """Return for whom commands are meant: the kind of chat and the language; both may be everybody's."""
    scope = read(params, "scope") or {"type": "default"}
    if scope.get("type") not in SCOPES:
        raise bad("unsupported scope type specified")
    return "/".join(str(value) for value in scope.values()), language_in(params)


def language_in(params: Json) -> str:
    code = str(params.get("language_code") or "")
    if code and not LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return code


def about(kind: str, most: int) -> tuple[Method, Method]:
    """Return the two methods that write and read one of the bot's texts, by language."""

    async def write(bot: BotAccount, params: Json) -> bool:
        text = str(params.get(kind) or "")
        if len(text) > most:
            raise bad(f"{kind} is too long")
        bot.about[kind, language_in(params)] = text
        return True

    async def show(bot: BotAccount, params: Json) -> Json:
        return {kind: bot.about.get((kind, language_in(params)), "")}

    return write, show


async def accept(_bot: BotAccount, _params: Json) -> bool:
    return True


set_name, get_name = about("name", 64)
set_description, get_description = about("description", 512)
set_short_description, get_short_description = about("short_description", 120)
