"""One update of one moderator: what they want, what they are shown, and how their acts leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from telegram import (
    Bot,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    MaybeInaccessibleMessage,
    Message,
)
from telegram.error import BadRequest

from bots.moderator.desk import Desk
from bots.moderator.dialogue import Held, Talk, Talks
from bots.moderator.menu import Menu, Menus
from bots.moderator.seal import Seal
from bots.moderator.wishes import Wish
from bots.wording import Wording
from deliberation.roles import may
from events.base import Event, Outcome, fact_id
from storage.read_models.people import MemberView

Row = Sequence[tuple[str, str]]

FACE = "moderator"
TOAST = 200  # characters
OVER = ("query is too old", "query id is invalid")  # the tap was answered before, or waited while the bot was away


@dataclass(slots=True)
class Visit:
    """What a handler is given. `message` is the person's own message, or the card whose button they tapped."""

    desk: Desk
    bot: Bot
    seal: Seal
    talks: Talks
    menu: Menu
    known: MemberView | None
    account: int
    language: str
    say: Wording
    wish: Wish
    message: MaybeInaccessibleMessage
    cause: str
    query: CallbackQuery | None = None
    moved: bool = False  # a new message is due: the card has been used for something else
    toast: str | None = None
    alert: bool = False
    shown: int | None = None  # the message that was sent or edited last
    acts: int = 0
    held: Held | None = None
    error: Exception | None = None

    @property
    def member(self) -> MemberView:
        """Return who acts; only members come further than the door."""
        if self.known is None:
            raise LookupError("a stranger does not act")
        return self.known

    def may(self, action: str) -> bool:
        """Say whether the role held now allows an action of deliberation.roles."""
        return may(self.known.role if self.known else None, action)

    @property
    def chat(self) -> int:
        return self.message.chat.id

    async def fit(self, menus: Menus) -> None:
        """Have the chat show the commands of the role that is held now."""
        await menus.fit(self.bot, self.chat, self.known.role if self.known else None, self.say)

    async def talk(self) -> Talk:
        """Return the open dialogue, read once."""
        if self.held is None:
            self.held = await self.talks.read(self.member.id)
        return self.held.talk

    async def act(self, kind: type[Event], *, key: UUID | None = None, **fields: object) -> Outcome | None:
        """Tell an act and return what was decided; None when that takes longer than a person waits.

        Its id derives from the update (or is `key`), so that a repeated update is the same act.
        """
        self.acts += 1
        values = {
            "event_id": key or fact_id(FACE, self.cause, self.acts),
            "city": self.desk.city,
            "occurred_at": self.desk.clock(),
            "by": self.known.id if self.known else None,
            **fields,
        }
        return await self.desk.bus.decide(kind.model_validate(values))

    async def show(self, text: str, rows: Iterable[Row] = ()) -> None:
        """Put `text` in place of the card that was tapped, or send it where there is none."""
        card = self.message if self.query and not self.moved else None
        if not isinstance(card, Message):
            return await self.tell(text, rows)
        self.moved = True
        self.shown = card.message_id
        try:
            await card.edit_text(text, reply_markup=self._keyboard(rows))
        except BadRequest as refused:
            if "not modified" not in refused.message.lower():  # the card is too old, was deleted, or is a picture
                await self.tell(text, rows)
        return None

    async def tell(self, text: str, rows: Iterable[Row] = ()) -> None:
        """Send a new message."""
        self.moved = True
        sent = await self.bot.send_message(self.chat, text, reply_markup=self._keyboard(rows))
        self.shown = sent.message_id

    async def edit(self, message: int, text: str, rows: Iterable[Row] = ()) -> None:
        """Put `text` in place of a message of ours."""
        await self.bot.edit_message_text(text, self.chat, message, reply_markup=self._keyboard(rows))

    async def picture(self, png: bytes, caption: str) -> None:
        self.moved = True
        await self.bot.send_photo(self.chat, png, caption=caption)

    async def document(self, content: bytes, name: str, caption: str) -> None:
        self.moved = True
        await self.bot.send_document(self.chat, InputFile(content, filename=name), caption=caption)

    def note(self, text: str, *, alert: bool = False) -> None:
        """Say something in passing, over the card, where the person tapped a button."""
        self.toast, self.alert = text if len(text) <= TOAST else f"{text[: TOAST - 1]}…", alert

    async def stop(self, key: str, **params: object) -> None:
        """Say why nothing happens: over the card for a tap, else in a message."""
        if self.query:
            self.note(self.say.plain(key, **params), alert=True)
        else:
            await self.tell(self.say(key, **params))

    async def finish(self) -> None:
        """Keep the dialogue and answer the tap, as Telegram wants every one of them answered."""
        if self.held is not None:
            await self.talks.write(self.held)
        if self.query is None:
            return
        try:
            await self.query.answer(self.toast, show_alert=self.alert)
        except BadRequest as refused:
            if not any(reason in refused.message.lower() for reason in OVER):
                raise

    def _keyboard(self, rows: Iterable[Row]) -> InlineKeyboardMarkup | None:
        buttons = [
            [InlineKeyboardButton(label, callback_data=self.seal.close(self.chat, data)) for label, data in row]
            for row in rows
            if row
        ]
        return InlineKeyboardMarkup(buttons) if buttons else None
