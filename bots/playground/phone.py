"""A person's phone: write, press buttons, and see what the bot shows."""

import asyncio
import itertools
from typing import Any

from bots.playground.accounts import BotAccount, Chat, Group, Json, Person
from bots.playground.entities import commands_in
from bots.seal import Seal

_queries = itertools.count(1)


class Phone:
    """What a person does in private chats with bots; every act becomes an update."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def says(self, bot: BotAccount, text: str, **extra: Any) -> Json:
        """Write a text to a bot; returns the update."""
        content: Json = {"text": text}
        if entities := commands_in(text):
            content["entities"] = entities
        return self.sends(bot, **content, **extra)

    def starts(self, bot: BotAccount, payload: str = "") -> Json:
        """Open the bot, perhaps by a link with a payload."""
        return self.says(bot, f"/start {payload}".strip())

    def sends(self, bot: BotAccount, **content: Any) -> Json:
        """Send a message of any content."""
        chat = bot.chat(self.person)
        if chat.blocked:
            self.lets_in(bot)
        message = {
            "message_id": bot.message_id(),
            "from": self.person.user(),
            "chat": chat.info(),
            "date": int(bot.clock()),
            **content,
        }
        chat.keep(message)
        bot.asked(self.person.id)
        return bot.push({"message": message})

    def presses(self, bot: BotAccount, label: str, message: Json | None = None) -> Json:
        """Press a button by (part of) its label or by its data, in the newest message that has it."""
        shown = [message] if message else reversed(list(bot.chat(self.person).messages.values()))
        for candidate in shown:
            for button in buttons_of(candidate):
                if label in button["text"] or label == button.get("callback_data"):
                    return self.forges(bot, button["callback_data"], candidate)
        raise LookupError(f"no button {label!r} in {self.screen(bot)[-3:]}")

    def taps(self, bot: BotAccount, data: str, message: Json) -> Json:
        """Tap on what the bot shows, or showed, somewhere: with the seal that the bot put on it."""
        return self.forges(bot, Seal(bot.token).close(self.person.id, data), message)

    def forges(self, bot: BotAccount, data: str, message: Json) -> Json:
        """Send callback data of one's own making, as any client may."""
        query = f"q{next(_queries)}"
        bot.ask(query, bot.chat(self.person))
        bot.asked(self.person.id, query)
        shown = {key: value for key, value in message.items() if key != "html"}
        return bot.push(
            {
                "callback_query": {
                    "id": query,
                    "from": self.person.user(),
                    "chat_instance": str(self.person.id),
                    "data": data,
                    "message": shown,
                }
            }
        )

    def edits(self, bot: BotAccount, message: Json, text: str) -> Json:
        """Change a message that was sent before."""
        edited = {**message, "text": text, "edit_date": int(bot.clock())}
        bot.chat(self.person).keep(edited)
        return bot.push({"edited_message": edited})

    def says_in(self, bot: BotAccount, group: Group, text: str) -> Json:
        """Write in a group where the bot is; in a channel nobody is named."""
        content: Json = {"text": text, "entities": commands_in(text)}
        if group.type == "channel":
            return bot.push({"channel_post": self._message(bot, group, **content)})
        return bot.push({"message": self._message(bot, group, **{"from": self.person.user()}, **content)})

    def _message(self, bot: BotAccount, group: Group, **content: Any) -> Json:
        chat = bot.chat(self.person, group)
        message = {"message_id": bot.message_id(), "chat": chat.info(), "date": int(bot.clock()), **content}
        chat.keep(message)
        return message

    def blocks(self, bot: BotAccount) -> Json:
        """Block the bot; Telegram tells it."""
        return self._blocked(bot, "member", "kicked")

    def lets_in(self, bot: BotAccount) -> Json:
        """Unblock the bot, as whoever writes to it does."""
        return self._blocked(bot, "kicked", "member")

    def _blocked(self, bot: BotAccount, before: str, after: str) -> Json:
        chat = bot.chat(self.person)
        chat.blocked = after == "kicked"
        change = {"chat": chat.info(), "from": self.person.user(), "date": int(bot.clock())}
        members = {"old_chat_member": _member(bot, before), "new_chat_member": _member(bot, after)}
        return bot.push({"my_chat_member": {**change, **members}})

    def chat(self, bot: BotAccount) -> Chat:
        return bot.chat(self.person)

    def shown(self, bot: BotAccount) -> list[Json]:
        """Return the bot's messages, oldest first."""
        return [each for each in self.chat(bot).messages.values() if each.get("from", {}).get("is_bot")]

    def screen(self, bot: BotAccount) -> list[str]:
        """Return the texts of the bot's messages, oldest first."""
        return [each.get("text") or each.get("caption") or "(file)" for each in self.shown(bot)]

    async def sees(self, bot: BotAccount, *fragments: str, after: int = 0, seconds: float = 10) -> Json:
        """Wait until a message of the bot (from number `after` on) holds all fragments; return it, the newest first.

        Raises TimeoutError with what is on the screen.
        """
        try:
            async with asyncio.timeout(seconds):
                while True:
                    changed = self.chat(bot).changed
                    for message in reversed(self.shown(bot)):
                        text = message.get("text") or message.get("caption") or ""
                        if message["message_id"] >= after and all(fragment in text for fragment in fragments):
                            return message
                    await changed.wait()
        except TimeoutError:
            raise TimeoutError(f"{fragments} not among {self.screen(bot)[-4:]}") from None


def _member(bot: BotAccount, status: str) -> Json:
    return {"user": bot.user(), "status": status, **({"until_date": 0} if status == "kicked" else {})}


def buttons_of(message: Json) -> list[Json]:
    """Return the inline buttons of a message, row by row."""
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]
