"""How a message or a button becomes a wish."""

from dataclasses import dataclass

from telegram import MaybeInaccessibleMessage, Message, Update

from deliberation.legible import legible

TEXT, WORDLESS = "text", "wordless"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a moderator wants: `/queue` with the words behind it, or a button (`qa`) with its arguments."""

    name: str
    words: str = ""
    args: tuple[str, ...] = ()
    data: str = ""

    @property
    def is_command(self) -> bool:
        return self.name.startswith("/")

    @property
    def subject(self) -> str:
        """Return the first word or argument: what the wish is about."""
        return self.arg(0) or next(iter(self.words.split()), "")

    def arg(self, index: int) -> str:
        """Return an argument of a button, or nothing."""
        return self.args[index] if index < len(self.args) else ""


def typed(text: str) -> Wish:
    """Return the wish in a text message."""
    text = legible(text)
    if not text.startswith("/"):
        return Wish(TEXT, words=text.strip())
    first, *words = text.split(maxsplit=1)
    return Wish(first.partition("@")[0].lower(), words="".join(words).strip())


def tapped(data: str) -> Wish:
    """Return the wish in a button's data, once its seal is off."""
    name, *args = data.split(":")
    return Wish(name, args=tuple(args), data=data)


def said_in(update: Update) -> MaybeInaccessibleMessage | None:
    """Return the person's own message, or the card whose button they tapped."""
    return update.callback_query.message if update.callback_query else update.message or update.edited_message


def wish_in(message: Message) -> Wish:
    return typed(message.text) if message.text else Wish(WORDLESS)
