"""The methods of the Bot API that our bots use, with Telegram's own strictness and error texts."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from bots.playground.accounts import BotAccount, Chat, Json
from bots.playground.entities import BadEntitiesError, plain

TEXT, CAPTION, CALLBACK_DATA, ALERT, DESCRIPTION = 4096, 1024, 64, 200, 256
MOST_UPDATES, MOST_COMMANDS, MOST_BUTTONS = 100, 100, 100
LONGEST_POLL = 50  # seconds
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")
BUTTON_ACTS = frozenset(
    {"callback_data", "url", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat"}
)
ACTIONS = frozenset({"typing", "upload_photo", "upload_document", "find_location", "choose_sticker", "record_voice"})
SCOPES = frozenset(
    {"default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_member"}
)
UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
Method = Callable[[BotAccount, Json], Awaitable[Any]]


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


async def get_me(bot: BotAccount, _params: Json) -> Json:
    return {
        **bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


async def get_updates(bot: BotAccount, params: Json) -> list[Json]:
    """Confirm what is below the offset, then wait for something new; a newer call ends one that waits."""
    if bot.webhook.get("url"):
        raise ApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first")
    bot.poll.set()
    bot.poll = asyncio.Event()
    remember_kinds(bot, params)
    bot.confirm(whole(params, "offset"))
    if not bot.updates and (timeout := min(whole(params, "timeout"), LONGEST_POLL)):
        await arrival(bot, bot.poll, timeout)
    limit = min(max(whole(params, "limit", MOST_UPDATES), 1), MOST_UPDATES)
    return [bot.updates[index] for index in range(min(limit, len(bot.updates)))]


async def arrival(bot: BotAccount, newer_poll: asyncio.Event, seconds: float) -> None:
    """Wait for an update. Raises ApiError when another poll comes meanwhile."""
    bot.waiting += 1
    bot.tell()
    bot.arrived.clear()
    waiting = [asyncio.ensure_future(bot.arrived.wait()), asyncio.ensure_future(newer_poll.wait())]
    try:
        await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        bot.waiting -= 1
        bot.tell()
        for each in waiting:
            each.cancel()
    if newer_poll.is_set():
        raise ApiError(
            409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        )


def remember_kinds(bot: BotAccount, params: Json) -> None:
    """Take note of the kinds of updates that are wanted from now on; what waits already is not touched."""
    kinds = read(params, "allowed_updates")
    if isinstance(kinds, list):
        bot.allowed = frozenset(map(str, kinds)) or None


async def set_webhook(bot: BotAccount, params: Json) -> bool:
    url, secret = str(params.get("url", "")), str(params.get("secret_token", ""))
    local = urlsplit(url).hostname in {"127.0.0.1", "localhost", "::1"}
    if url and not url.startswith("https://") and not local:
        raise bad("bad webhook: an HTTPS URL must be provided for webhook")
    if secret and not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    remember_kinds(bot, params)
    drop(bot, params)
    connections = min(max(whole(params, "max_connections", 40), 1), 100)
    bot.webhook = {"url": url, "secret_token": secret, "max_connections": connections} if url else {}
    bot.poll.set()
    bot.arrived.set()
    bot.tell()
    return True


async def delete_webhook(bot: BotAccount, params: Json) -> bool:
    bot.webhook = {}
    drop(bot, params)
    return True


def drop(bot: BotAccount, params: Json) -> None:
    if params.get("drop_pending_updates") in {True, "true", "True"}:
        bot.updates.clear()


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
    chat, caption = chat_of(bot, params), captioned(params)
    return post(chat, params, document=stored(bot, params, "document"), **caption)


async def send_photo(bot: BotAccount, params: Json) -> Json:
    chat, caption = chat_of(bot, params), captioned(params)
    photo = stored(bot, params, "photo")
    if not bot.files[photo["file_id"]].startswith(PICTURES):
        raise bad("IMAGE_PROCESS_FAILED")
    photo.pop("file_name", None)
    return post(chat, params, photo=[{**photo, "width": 1, "height": 1}], **caption)


async def edit_text(bot: BotAccount, params: Json) -> Json:
    return change(bot, params, text=checked(params, "text", TEXT), html=str(params["text"]))


async def edit_caption(bot: BotAccount, params: Json) -> Json:
    return change(bot, params, caption=checked(params, "caption", CAPTION), html=str(params["caption"]))


async def edit_markup(bot: BotAccount, params: Json) -> Json:
    return change(bot, params)


async def stop_location(bot: BotAccount, params: Json) -> Json:
    """Refuse to stop a live location: none of our bots ever shows one."""
    to_edit(chat_of(bot, params), params)
    raise bad("there is no live location in the message to edit")


async def delete_message(bot: BotAccount, params: Json) -> bool:
    chat = chat_of(bot, params)
    if chat.messages.pop(whole(params, "message_id"), None) is None:
        raise bad("message to delete not found")
    chat.tell()
    return True


async def answer_callback(bot: BotAccount, params: Json) -> bool:
    query, text = str(params.get("callback_query_id")), str(params.get("text") or "")
    if query not in bot.queries:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(text) > ALERT:
        raise bad("MESSAGE_TOO_LONG")
    chat = bot.queries.pop(query)
    chat.toasts.append({"text": text, "alert": bool(params.get("show_alert"))})
    bot.answered(chat.person.id, query)
    chat.tell()
    return True


async def chat_action(bot: BotAccount, params: Json) -> bool:
    chat_of(bot, params)
    if params.get("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    return True


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


async def get_file(bot: BotAccount, params: Json) -> Json:
    file_id = str(params.get("file_id"))
    if file_id not in bot.files:
        raise bad("wrong file_id or the file is temporarily unavailable")
    size = len(bot.files[file_id])
    return {"file_id": file_id, "file_unique_id": file_id, "file_size": size, "file_path": file_id}


set_name, get_name = about("name", 64)
set_description, get_description = about("description", 512)
set_short_description, get_short_description = about("short_description", 120)

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
    "editmessagecaption": edit_caption,
    "editmessagereplymarkup": edit_markup,
    "stopmessagelivelocation": stop_location,
    "deletemessage": delete_message,
    "answercallbackquery": answer_callback,
    "sendchataction": chat_action,
    "setmycommands": set_commands,
    "getmycommands": get_commands,
    "deletemycommands": delete_commands,
    "setmyname": set_name,
    "getmyname": get_name,
    "setmydescription": set_description,
    "getmydescription": get_description,
    "setmyshortdescription": set_short_description,
    "getmyshortdescription": get_short_description,
    "setchatmenubutton": accept,
    "getfile": get_file,
    "close": accept,
    "logout": accept,
}


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


def captioned(params: Json) -> Json:
    return {"caption": checked(params, "caption", CAPTION)} if params.get("caption") else {}


def stored(bot: BotAccount, params: Json, field: str) -> Json:
    """Keep an uploaded file, or find one by its id."""
    upload = params.get(field)
    if isinstance(upload, str) and upload.startswith("attach://"):
        upload = params.get(upload.removeprefix("attach://"))
    if isinstance(upload, tuple):
        name, content = upload
        if not content:
            raise bad("file must be non-empty")
        file_id = bot.keep_file(content, "photos" if field == "photo" else "documents", name)
        return {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": len(content)}
    if isinstance(upload, str) and upload in bot.files:
        return {"file_id": upload, "file_unique_id": upload, "file_size": len(bot.files[upload])}
    raise bad("wrong remote file identifier specified: wrong string length")


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


def whole(params: Json, field: str, otherwise: int = 0) -> int:
    try:
        return int(params.get(field) or otherwise)
    except (TypeError, ValueError):
        raise bad(f"invalid {field} specified") from None


def post(chat: Chat, params: Json, **content: Any) -> Json:
    markup, replied = keyboard(params), reply(chat, params)
    message: Json = {
        "message_id": chat.bot.message_id(),
        "from": chat.bot.user(),
        "chat": chat.info(),
        "date": int(chat.bot.clock()),
        **content,
    }
    if markup:
        message["reply_markup"] = markup
    if replied:
        message["reply_to_message"] = replied
    chat.keep({**message, "html": params.get("text") or params.get("caption")})
    chat.bot.answered(chat.person.id)
    return _as_sent(message)


def reply(chat: Chat, params: Json) -> Json | None:
    """Return the message that is replied to, without what that one replied to."""
    wish = read(params, "reply_parameters") or {"message_id": params.get("reply_to_message_id")}
    if not wish.get("message_id"):
        return None
    found = chat.messages.get(whole(wish, "message_id"))
    if found is None:
        if wish.get("allow_sending_without_reply"):
            return None
        raise bad("message to be replied not found")
    return {key: value for key, value in _as_sent(found).items() if key != "reply_to_message"}


def change(bot: BotAccount, params: Json, **content: Any) -> Json:
    chat = chat_of(bot, params)
    message = to_edit(chat, params)
    if "text" in content and "text" not in message:
        raise bad("there is no text in the message to edit")
    if "caption" in content and "text" in message:
        raise bad("there is no caption in the message to edit")
    markup = keyboard(params)
    edited = {key: value for key, value in {**message, **content}.items() if key != "reply_markup"}
    if markup:
        edited["reply_markup"] = markup
    if edited == message:
        raise bad(UNCHANGED)
    chat.messages[message["message_id"]] = edited
    bot.answered(chat.person.id)
    chat.tell()
    return _as_sent(edited)


def to_edit(chat: Chat, params: Json) -> Json:
    """Return a message that the bot may change: one of its own in this chat."""
    message = chat.messages.get(whole(params, "message_id"))
    if message is None:
        raise bad("message to edit not found")
    if message.get("from", {}).get("id") != chat.bot.id:
        raise bad("message can't be edited")
    return message


def _as_sent(message: Json) -> Json:
    """Return what the API shows of a message: only inline keyboards stand in it."""
    shown = {key: value for key, value in message.items() if key != "html"}
    if "inline_keyboard" not in shown.get("reply_markup", {}):
        shown.pop("reply_markup", None)
    return shown
