"""Messages that a bot sends, edits and deletes, and its answers to taps."""

from typing import Any

from bots.playground.accounts import BotAccount, Chat, Json
from bots.playground.parameters import (
    CAPTION,
    TEXT,
    bad,
    captioned,
    chat_of,
    checked,
    html_of,
    keyboard,
    read,
    whole,
    yes,
)

ALERT = 200
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")
ACTIONS = frozenset({"typing", "upload_photo", "upload_document", "find_location", "choose_sticker", "record_voice"})
UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


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
    return change(bot, params, text=checked(params, "text", TEXT), html=html_of(params, "text"))


async def edit_caption(bot: BotAccount, params: Json) -> Json:
    return change(bot, params, caption=checked(params, "caption", CAPTION), html=html_of(params, "caption"))


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
    chat.toast(text, alert=yes(params, "show_alert"))
    bot.answered(chat.person.id, query)
    chat.tell()
    return True


async def chat_action(bot: BotAccount, params: Json) -> bool:
    chat = chat_of(bot, params)
    if params.get("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    chat.acts()
    return True


async def get_file(bot: BotAccount, params: Json) -> Json:
    file_id = str(params.get("file_id"))
    if file_id not in bot.files:
        raise bad("wrong file_id or the file is temporarily unavailable")
    size = len(bot.files[file_id])
    return {"file_id": file_id, "file_unique_id": file_id, "file_size": size, "file_path": file_id}


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
    chat.acting_until = 0.0
    chat.keep({**message, "html": html_of(params, "text" if "text" in content else "caption")})
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
