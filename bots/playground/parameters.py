"""What a bot's call says, read with Telegram's own strictness and refused with its error texts."""

import json
from html import escape
from typing import Any

from bots.playground.accounts import BotAccount, Chat, Json
from bots.playground.entities import BadEntitiesError, plain

TEXT, CAPTION, CALLBACK_DATA = 4096, 1024, 64
MOST_BUTTONS = 100
BUTTON_ACTS = frozenset(
    {"callback_data", "url", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat"}
)


class ApiError(Exception):
    """An answer that is not ok."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class ProvokedError(ApiError):
    """A refusal that was asked for: a planned fault."""


def bad(description: str) -> ApiError:
    return ApiError(400, f"Bad Request: {description}")


def chat_of(bot: BotAccount, params: Json) -> Chat:
    """Return the chat, as Telegram lets a bot write in it."""
    if not params.get("chat_id"):
        raise bad("chat_id is empty")
    chat = bot.chats.get(whole(params, "chat_id"))
    if chat is None:
        raise bad("chat not found")
    if chat.blocked:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    if chat.group and chat.group.type == "channel":
        raise ApiError(403, "Forbidden: bot is not a member of the channel chat")
    return chat


def checked(params: Json, field: str, most: int) -> str:
    """Return the visible text of a field, refused as Telegram refuses it."""
    text = str(params.get(field) or "")
    if (mode := params.get("parse_mode")) and str(mode).upper() != "HTML":
        raise bad("unsupported parse_mode")
    if mode:
        try:
            text = plain(text)
        except BadEntitiesError as error:
            raise bad(f"can't parse entities: {error}") from None
    if not text.strip():
        raise bad("message text is empty")
    if len(text) > most:
        raise bad("message is too long" if most == TEXT else "message caption is too long")
    return text


def html_of(params: Json, field: str) -> str:
    """Return a field as HTML: as it is where the call says so, escaped where it is a plain text."""
    text = str(params.get(field) or "")
    return text if params.get("parse_mode") else escape(text, quote=False)


def captioned(params: Json) -> Json:
    return {"caption": checked(params, "caption", CAPTION)} if params.get("caption") else {}


def keyboard(params: Json) -> Json | None:
    markup: Json | None = read(params, "reply_markup")
    if markup is not None and not isinstance(markup, dict):
        raise bad("can't parse reply keyboard markup JSON object")
    buttons = [button for row in (markup or {}).get("inline_keyboard", []) for button in row]
    if len(buttons) > MOST_BUTTONS:
        raise bad("REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        if not button.get("text"):
            raise bad("BUTTON_TEXT_INVALID")
        if len(set(button) & BUTTON_ACTS) != 1:
            raise bad("can't parse inline keyboard button: text buttons are unallowed in the inline keyboard")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= CALLBACK_DATA:
            raise bad("BUTTON_DATA_INVALID")
    return markup


def read(params: Json, field: str) -> Any:
    """Return a parameter that is JSON, in a form as well as in a JSON body."""
    value = params.get(field)
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad(f"can't parse {field} JSON object") from None


def yes(params: Json, field: str) -> bool:
    """Return a parameter that is true or not; a form says so in words."""
    return params.get(field) in {True, "true", "True", "1"}


def whole(params: Json, field: str, otherwise: int = 0) -> int:
    try:
        return int(params.get(field) or otherwise)
    except (TypeError, ValueError):
        raise bad(f"invalid {field} specified") from None
