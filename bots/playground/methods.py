"""The methods of the Bot API that our bots use, with Telegram's own strictness and error texts."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

from bots.playground.accounts import BotAccount, Chat, Json
from bots.playground.entities import BadEntitiesError, plain

TEXT, CAPTION, CALLBACK_DATA, ALERT = 4096, 1024, 64, 200
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
Method = Callable[[BotAccount, Json], Awaitable[Any]]


class ApiError(Exception):
    """An answer that is not ok."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(description: str) -> ApiError:
    return ApiError(400, f"Bad Request: {description}")


async def get_me(bot: BotAccount, _params: Json) -> Json:
    return {
        **bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


async def get_updates(bot: BotAccount, params: Json) -> list[Json]:
    """Confirm what is below the offset, then wait for something new."""
    if bot.webhook.get("url"):
        raise ApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first")
    if bot.polling:
        raise ApiError(409, "Conflict: terminated by other getUpdates request; make sure that only one runs")
    bot.confirm(int(params.get("offset", 0)))
    limit, timeout = int(params.get("limit", 100)), float(params.get("timeout", 0))
    if not bot.updates and timeout:
        bot.polling = True
        bot.arrived.clear()
        try:
            await asyncio.wait_for(bot.arrived.wait(), timeout)
        except TimeoutError:
            pass
        finally:
            bot.polling = False
    return [bot.updates[index] for index in range(min(limit, len(bot.updates)))]


async def set_webhook(bot: BotAccount, params: Json) -> bool:
    bot.webhook = {"url": params.get("url", ""), "secret_token": params.get("secret_token", "")}
    bot.arrived.set()
    return True


async def delete_webhook(bot: BotAccount, _params: Json) -> bool:
    bot.webhook = {}
    return True


async def get_webhook_info(bot: BotAccount, _params: Json) -> Json:
    return {
        "url": bot.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(bot.updates),
    }


async def send_message(bot: BotAccount, params: Json) -> Json:
    chat = chat_of(bot, params)
    return post(chat, params, text=checked(params, "text", TEXT))


async def send_document(bot: BotAccount, params: Json) -> Json:
    return post(chat_of(bot, params), params, document=stored(bot, params, "document"), **captioned(params))


async def send_photo(bot: BotAccount, params: Json) -> Json:
    photo = stored(bot, params, "photo")
    return post(chat_of(bot, params), params, photo=[{**photo, "width": 1, "height": 1}], **captioned(params))


async def edit_text(bot: BotAccount, params: Json) -> Json:
    return change(bot, params, text=checked(params, "text", TEXT), html=str(params["text"]))


async def edit_markup(bot: BotAccount, params: Json) -> Json:
    return change(bot, params)


async def delete_message(bot: BotAccount, params: Json) -> bool:
    chat = chat_of(bot, params)
    if chat.messages.pop(int(params["message_id"]), None) is None:
        raise bad("message to delete not found")
    chat.tell()
    return True


async def answer_callback(bot: BotAccount, params: Json) -> bool:
    query = str(params.get("callback_query_id"))
    chat = bot.queries.pop(query, None)
    if chat is None:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(str(params.get("text", ""))) > ALERT:
        raise bad("MESSAGE_TOO_LONG")
    chat.toasts.append({"text": params.get("text", ""), "alert": bool(params.get("show_alert"))})
    bot.answered(chat.person.id, query)
    chat.tell()
    return True


async def chat_action(bot: BotAccount, params: Json) -> bool:
    chat_of(bot, params)
    return True


async def set_commands(bot: BotAccount, params: Json) -> bool:
    commands = read(params, "commands") or []
    for command in commands:
        if not COMMAND.fullmatch(command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:  # noqa: PLR2004 - as documented
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    bot.commands[str(params.get("language_code", ""))] = commands
    return True


async def get_commands(bot: BotAccount, params: Json) -> list[Json]:
    return bot.commands.get(str(params.get("language_code", "")), [])


async def accept(_bot: BotAccount, _params: Json) -> bool:
    return True


async def get_file(bot: BotAccount, params: Json) -> Json:
    file_id = str(params.get("file_id"))
    if file_id not in bot.files:
        raise bad("invalid file_id")
    size = len(bot.files[file_id])
    return {"file_id": file_id, "file_unique_id": file_id, "file_size": size, "file_path": file_id}


METHODS: dict[str, Method] = {
    "getme": get_me,
    "getupdates": get_updates,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
    "sendmessage": send_message,
    "senddocument": send_document,
    "sendphoto": send_photo,
    "editmessagetext": edit_text,
    "editmessagereplymarkup": edit_markup,
    "deletemessage": delete_message,
    "answercallbackquery": answer_callback,
    "sendchataction": chat_action,
    "setmycommands": set_commands,
    "getmycommands": get_commands,
    "deletemycommands": accept,
    "setmydescription": accept,
    "setmyshortdescription": accept,
    "setmyname": accept,
    "setchatmenubutton": accept,
    "getfile": get_file,
    "close": accept,
    "logout": accept,
}


def chat_of(bot: BotAccount, params: Json) -> Chat:
    """Return the chat, as Telegram lets a bot write in it."""
    chat = bot.chats.get(int(params.get("chat_id", 0) or 0))
    if chat is None:
        raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
    if chat.blocked:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    return chat


def checked(params: Json, field: str, most: int) -> str:
    """Return the visible text of a field, refused as Telegram refuses it."""
    text = str(params.get(field) or "")
    if params.get("parse_mode") == "HTML":
        try:
            text = plain(text)
        except BadEntitiesError as error:
            raise bad(f"can't parse entities: {error}") from None
    if not text.strip():
        raise bad("message text is empty")
    if len(text) > most:
        raise bad("message is too long" if most == TEXT else "message caption is too long")
    return text


def captioned(params: Json) -> Json:
    return {"caption": checked(params, "caption", CAPTION)} if params.get("caption") else {}


def stored(bot: BotAccount, params: Json, field: str) -> Json:
    """Keep an uploaded file, or find one by its id."""
    upload = params.get(field)
    if isinstance(upload, str) and upload.startswith("attach://"):
        upload = params.get(upload.removeprefix("attach://"))
    if isinstance(upload, tuple):
        name, content = upload
        file_id = f"file-{len(bot.files) + 1}"
        bot.files[file_id] = content
        return {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": len(content)}
    if upload in bot.files:
        return {"file_id": upload, "file_unique_id": upload, "file_size": len(bot.files[upload])}
    raise bad("wrong remote file identifier specified")


def keyboard(params: Json) -> Json | None:
    markup: Json | None = read(params, "reply_markup")
    for button in (button for row in (markup or {}).get("inline_keyboard", []) for button in row):
        if not button.get("text"):
            raise bad("BUTTON_TEXT_INVALID")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= CALLBACK_DATA:
            raise bad("BUTTON_DATA_INVALID")
    return markup


def read(params: Json, field: str) -> Any:
    value = params.get(field)
    return json.loads(value) if isinstance(value, str) else value


def post(chat: Chat, params: Json, **content: Any) -> Json:
    message: Json = {
        "message_id": chat.bot.message_id(),
        "from": chat.bot.user(),
        "chat": chat.info(),
        "date": int(chat.bot.clock()),
        **content,
    }
    if markup := keyboard(params):
        message["reply_markup"] = markup
    if reply := read(params, "reply_parameters"):
        message["reply_to_message"] = chat.messages.get(int(reply["message_id"]))
    chat.keep({**message, "html": params.get("text") or params.get("caption")})
    chat.bot.answered(chat.person.id)
    return _as_sent(message)


def change(bot: BotAccount, params: Json, **content: Any) -> Json:
    chat = chat_of(bot, params)
    message = chat.messages.get(int(params.get("message_id", 0)))
    if message is None:
        raise bad("message to edit not found")
    markup = keyboard(params)
    edited = {key: value for key, value in {**message, **content}.items() if key != "reply_markup"}
    if markup:
        edited["reply_markup"] = markup
    if edited == message:
        raise bad("message is not modified: specified new message content and reply markup are exactly the same")
    chat.messages[message["message_id"]] = edited
    bot.answered(chat.person.id)
    chat.tell()
    return _as_sent(edited)


def _as_sent(message: Json) -> Json:
    """Return what the API shows of a message: only inline keyboards stand in it."""
    shown = {key: value for key, value in message.items() if key != "html"}
    if "inline_keyboard" not in shown.get("reply_markup", {}):
        shown.pop("reply_markup", None)
    return shown
