"""One update of one person: what they want, what they are shown, and how their acts leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReplyParameters,
)

from bots.citizen.commands import Wish
from bots.citizen.dialogue import Dialogue, Held
from bots.citizen.face import Face
from bots.citizen.identity import Person
from bots.citizen.memory import Memory
from bots.seal import MOST, Seal
from bots.wording import Wording, wording
from events.base import Event, Outcome, fact_id

Row = Sequence[tuple[str, str]]

OVER = ("query is too old", "query ID is invalid")  # the tap was answered before, or waited while the bot was away


@dataclass(slots=True)
class Visit:
    """What a handler is given. `message` is the person's own message, or the card whose button they tapped."""

    face: Face
    memory: Memory
    seal: Seal
    person: Person
    say: Wording
    wish: Wish
    message: Message | InaccessibleMessage
    account: int
    cause: str
    query: CallbackQuery | None = None
    privately: bool = False  # what was written in a group is answered in the person's own chat
    moved: bool = False  # a new message is due: the card has been used for something else
    toast: str | None = None
    alert: bool = False
    acts: int = 0
    held: Held | None = field(default=None)

    @property
    def citizen(self) -> UUID:
        """Return the citizen's id; only behind a look at `known`."""
        if self.person.id is None:
            raise LookupError("a stranger does not act")
        return self.person.id

    @property
    def known(self) -> bool:
        return self.person.id is not None

    @property
    def chat(self) -> int:
        """Return where answers go."""
        return self.account if self.privately else self.message.chat.id

    async def talk(self) -> Dialogue:
        """Return the open dialogue, read once; a stranger's is forgotten at the end of the visit."""
        if self.held is None:
            if self.person.id is None:
                return Dialogue()
            self.held = await self.memory.dialogues.read(self.person.id)
        return self.held.dialogue

    def introduce(self, person: Person) -> None:
        """Go on as this person, and know them from now on."""
        self.person, self.say = self.memory.identities.remember(self.account, person), wording(person.language)

    async def keep(self) -> None:
        """Write the dialogue back if it has changed."""
        if self.held is not None:
            await self.memory.dialogues.write(self.held)

    async def act(self, kind: type[Event], *, key: UUID | None = None, **fields: object) -> Outcome | None:
        """Tell an act and return what was decided; None when that takes longer than a person waits.

        Its id derives from the update (or is `key`), so that a repeated update is the same act.
        """
        self.acts += 1
        values = {
            "event_id": key or fact_id(self.face.bot_name, self.cause, self.acts),
            "city": self.face.city,
            "occurred_at": self.face.clock(),
            "citizen": self.citizen,
            **fields,
        }
        return await self.face.bus.decide(kind.model_validate(values))

    async def show(self, text: str, rows: Iterable[Row] = ()) -> None:
        """Put `text` in place of the card that was tapped, or send it where there is none."""
        card = self.message if self.query and not self.moved else None
        if not isinstance(card, Message):
            return await self.tell(text, rows)
        self.moved = True
        try:
            await card.edit_text(text, reply_markup=self._keyboard(rows))
        except TelegramBadRequest as refused:
            if "not modified" not in refused.message:  # the card is too old, was deleted, or is a picture
                await self.tell(text, rows)
        return None

    async def tell(self, text: str, rows: Iterable[Row] = (), *, reply: bool = False) -> None:
        """Send a new message; `reply` ties it to the person's own."""
        self.moved = True
        bot = self.message.bot
        assert bot is not None  # noqa: S101 - every update is parsed with its bot
        await bot.send_message(
            self.chat,
            text,
            reply_markup=self._keyboard(rows),
            reply_parameters=self._reply() if reply and not self.privately else None,
        )

    def _reply(self) -> ReplyParameters:
        """Tie an answer to the person's message; who has deleted it meanwhile is answered all the same."""
        return ReplyParameters(message_id=self.message.message_id, allow_sending_without_reply=True)

    async def picture(self, png: bytes, name: str, caption: str) -> None:
        assert self.message.bot is not None  # noqa: S101 - every update is parsed with its bot
        await self.message.bot.send_photo(self.chat, BufferedInputFile(png, name), caption=caption)

    async def document(self, content: bytes, name: str, caption: str) -> None:
        assert self.message.bot is not None  # noqa: S101 - every update is parsed with its bot
        await self.message.bot.send_document(self.chat, BufferedInputFile(content, name), caption=caption)

    def note(self, text: str, *, alert: bool = False) -> None:
        """Say something in passing, over the card, where the person tapped a button."""
        self.toast, self.alert = text, alert

    async def answer(self) -> None:
        """Answer the tap, as Telegram wants every one of them answered."""
        if self.query is None:
            return
        try:
            await self.query.answer(self.toast, show_alert=self.alert)
        except TelegramBadRequest as refused:
            if not any(reason in refused.message for reason in OVER):
                raise

    def _keyboard(self, rows: Iterable[Row]) -> InlineKeyboardMarkup | None:
        """Return buttons from rows of (label, data); data that does not fit a button is left out."""
        buttons = list[list[InlineKeyboardButton]]()
        for row in rows:
            fitting = [(label, data) for label, data in row if len(data.encode()) <= MOST]
            sealed = [(label, self.seal.close(self.chat, data)) for label, data in fitting]
            buttons.append([InlineKeyboardButton(text=label, callback_data=data) for label, data in sealed])
        filled = [row for row in buttons if row]
        return InlineKeyboardMarkup(inline_keyboard=filled) if filled else None
