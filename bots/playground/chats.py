"""What a page sees of the playground: people, bots, and a chat as a phone shows it."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING

from bots.playground.accounts import BotAccount, Chat, Json, Person
from bots.playground.entities import parts
from bots.playground.touchable import touchable

if TYPE_CHECKING:
    from bots.playground.server import Playground

NEWEST = 60  # messages shown of a chat
QUOTED = 80  # characters of a message that is replied to
PRIVATE = "all_private_chats"


def everybody(world: "Playground") -> Json:
    """Return who has a phone and which bots there are, those for citizens first."""
    bots = list(world.bots.values())
    return {
        "people": [_person(each, bots) for each in world.people.values()],
        "bots": [bot.username for bot in bots],
        "crowd": world.crowd.shown(),
    }


def _person(person: Person, bots: Iterable[BotAccount]) -> Json:
    known = [bot.username for bot in bots if person.id in bot.chats]
    return {"id": person.id, "name": person.name, "language": person.language, "bots": known}


def look(chat: Chat) -> Json:
    """Return a chat as it is now."""
    toast = {**chat.toasts[-1], "number": chat.toasted} if chat.toasts else None
    return {
        "messages": [shown(each) for each in list(chat.messages.values())[-NEWEST:]],
        "toast": toast,
        "busy": chat.is_busy(),
        "commands": commands(chat.bot, chat.person),
        "about": about(chat.bot, chat.person),
    }


def commands(bot: BotAccount, person: Person) -> list[Json]:
    """Return the menu of a private chat, found as Telegram finds it: the chat's own first, a language before none."""
    for scope in (f"chat/{person.id}", PRIVATE, "default"):
        for language in (person.language or "", ""):
            if found := bot.commands.get((scope, language)):
                return found
    return []


def about(bot: BotAccount, person: Person) -> str:
    """Return what is read in a chat in which nothing was said yet."""
    return bot.about.get(("description", person.language or "")) or bot.about.get(("description", ""), "")


def shown(message: Json) -> Json:
    """Return a message as a phone draws it: its parts, its file, its buttons."""
    markup = message.get("reply_markup", {})
    return {
        "id": message["message_id"],
        "mine": not message["from"]["is_bot"],
        "at": message["date"],
        "parts": _parts(message),
        "reply": _text(message.get("reply_to_message") or {})[:QUOTED],
        "file": _file(message),
        "rows": [[_button(button) for button in row] for row in markup.get("inline_keyboard", [])],
        "keys": _keys(markup),
    }


def _parts(message: Json) -> list[object]:
    if message["from"]["is_bot"]:
        return list(touchable(parts(message.get("html") or "")))
    return [_text(message)]


def _text(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def _file(message: Json) -> Json | None:
    if photo := message.get("photo"):
        return {"id": photo[0]["file_id"], "name": PurePath(photo[0]["file_id"]).name, "photo": True, "size": 0}
    if document := message.get("document"):
        name = document.get("file_name") or PurePath(document["file_id"]).name
        return {"id": document["file_id"], "name": name, "photo": False, "size": document.get("file_size", 0)}
    return None


def _button(button: Json) -> Json:
    return {"label": button["text"], "tap": button.get("callback_data", ""), "url": button.get("url", "")}


def _keys(markup: Json) -> list[list[str]] | None:
    """Return the keys that take the keyboard's place; an empty list takes them away, None leaves them as they are."""
    if markup.get("remove_keyboard"):
        return []
    if "keyboard" not in markup:
        return None
    return [[key if isinstance(key, str) else key["text"] for key in row] for row in markup["keyboard"]]


def files_of(chat: Chat) -> dict[str, Json]:
    """Return the files that were sent in a chat, by id."""
    return {file["id"]: file for message in chat.messages.values() if (file := _file(message))}
