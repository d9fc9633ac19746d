"""A small town for the citizen bot: real read models and decisions on SQLite, a phone that records."""

from collections.abc import AsyncGenerator, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageText,
    GetMe,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import Chat, InlineKeyboardMarkup, Message, User
from nats.js.errors import KeyNotFoundError, KeyWrongLastSequenceError
from nats.js.kv import KeyValue
from sqlalchemy.ext.asyncio import AsyncEngine

from bots.citizen.app import CitizenBot, Face, citizen_bot
from bots.playground.entities import plain
from bots.seal import MOST, TAG, Seal
from events.base import Event, Outcome, fact_id
from events.contributions import OpinionGiven
from events.moderation import ContributionAdmitted, InvitationAccepted, InvitationMade
from events.sessions import SessionPlanned
from events.themes import PhaseMoved, ThemeDrafted
from storage.addresses import AddressBook
from storage.ledger import Ledger
from storage.read_models.people import member_of
from workers import clerk

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
INSTANT = timedelta(milliseconds=1)  # passes with each update, so that there is a first and a second
ADA, BEN = 4242, 4343
BOT, TOKEN = "palabre_test_bot", "42:TEST"
MEAT, MEAT_TITLE = "la-viande", "La viande"


class Shelf:
    """A key-value bucket in memory, with NATS's revisions."""

    def __init__(self) -> None:
        self.values: dict[str, tuple[bytes, int]] = {}
        self.reads = self.writes = 0

    async def get(self, key: str) -> KeyValue.Entry:
        self.reads += 1
        if key not in self.values:
            raise KeyNotFoundError
        value, revision = self.values[key]
        return KeyValue.Entry("dialogues", key, value, revision, None, None, None)

    async def update(self, key: str, value: bytes, last: int | None = None) -> int:
        if (last or 0) != self.values.get(key, (b"", 0))[1]:
            raise KeyWrongLastSequenceError(description="wrong last sequence")
        self.writes += 1
        revision = (last or 0) + 1
        self.values[key] = value, revision
        return revision


class ClerkBus:
    """Apply each act at once with the clerk's own handlers; `told` holds the acts in order."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.told: list[Event] = []
        self.news: list[Event] = []
        self._ledger = Ledger(engine, clerk.handlers(), self._tell)

    async def publish(self, fact: Event) -> None:
        await self.decide(fact)

    async def decide(self, act: Event) -> Outcome | None:
        self.told.append(act)
        outcome = (await self._ledger.once([act]))[0]
        await self._ledger.tell_pending()
        return outcome

    async def _tell(self, facts: Sequence[Event]) -> None:
        self.news += facts

    def of(self, kind: type[Event]) -> list[Any]:
        return [fact for fact in self.told if isinstance(fact, kind)]


@dataclass
class Card:
    """A message as a phone shows it."""

    id: int
    chat: int
    text: str
    buttons: dict[str, str] = field(default_factory=dict)  # data → label
    reply_to: int | None = None


class Phone(BaseSession):
    """Record what the bot sends; cards are edited in place, as Telegram does it."""

    def __init__(self) -> None:
        super().__init__()
        self.requests: list[TelegramMethod[Any]] = []
        self.cards: dict[int, Card] = {}
        self._last = 1000

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:
        self.requests.append(method)
        match method:
            case SendMessage():
                assert 0 < len(plain(method.text)) <= 4096
                reply = method.reply_to_message_id or (
                    method.reply_parameters.message_id if method.reply_parameters else None
                )
                return self._show(method.chat_id, method.text, method.reply_markup, reply)
            case SendPhoto() | SendDocument():
                assert len(plain(str(method.caption))) <= 1024
                return self._show(method.chat_id, f"[file] {method.caption}", method.reply_markup, None)
            case EditMessageText():
                assert 0 < len(plain(method.text or "")) <= 4096
                return self._edit(method)
            case GetMe():
                return User(id=42, is_bot=True, first_name="Palabre", username=BOT)
            case AnswerCallbackQuery():
                assert len(method.text or "") <= 200
                return True
            case _:
                return True

    def _show(self, chat: Any, text: str, markup: Any, reply: int | None) -> Message:
        self._last += 1
        self.cards[self._last] = Card(self._last, int(chat), text, buttons_of(markup), reply)
        return Message(message_id=self._last, date=NOON, chat=Chat(id=int(chat), type="private"))

    def _edit(self, method: EditMessageText) -> Message:
        card = self.cards[int(method.message_id or 0)]
        if (card.text, card.buttons) == (method.text, buttons_of(method.reply_markup)):
            raise TelegramBadRequest(method=method, message="Bad Request: message is not modified")
        card.text, card.buttons = method.text or "", buttons_of(method.reply_markup)
        return Message(message_id=card.id, date=NOON, chat=Chat(id=card.chat, type="private"))

    async def close(self) -> None: ...

    async def stream_content(self, *args: Any, **kwargs: Any) -> AsyncGenerator[bytes, None]:
        yield b""

    def answered(self) -> list[AnswerCallbackQuery]:
        return [each for each in self.requests if isinstance(each, AnswerCallbackQuery)]


def buttons_of(markup: Any) -> dict[str, str]:
    if not isinstance(markup, InlineKeyboardMarkup):
        return {}
    buttons = [button for row in markup.inline_keyboard for button in row]
    assert all(len((button.callback_data or "").encode()) <= 64 for button in buttons)
    return {str(button.url or str(button.callback_data)[:-TAG]): button.text for button in buttons}


class Town:
    """The bot, its phone and what the town has to offer."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine, self.phone, self.shelf, self.bus = engine, Phone(), Shelf(), ClerkBus(engine)
        self.now = NOON
        self.face = Face(
            engine=engine,
            bus=self.bus,
            addresses=AddressBook(engine, "a secret of sixteen"),
            clock=lambda: self.now,
            city="clermont-ferrand",
            city_name="Clermont-Ferrand",
            language="fr",
            timezone="Europe/Paris",
            dialogues=self.shelf,
        )
        self.bot = self.restarted()
        self._update = 0
        self.sent: dict[int, dict[str, Any]] = {}

    def restarted(self) -> CitizenBot:
        """Return the bot as it is after its process began anew."""
        self.bot = citizen_bot(TOKEN, "http://127.0.0.1:9", self.face, session=self.phone)
        return self.bot

    async def handle(self, update: dict[str, Any]) -> list[Card]:
        """Hand in one update and return the cards that are new or changed, oldest first."""
        before = {card.id: (card.text, dict(card.buttons)) for card in self.phone.cards.values()}
        await self.bot.handle(update)
        return [card for card in self.phone.cards.values() if before.get(card.id) != (card.text, card.buttons)]

    def update(self, **content: Any) -> dict[str, Any]:
        self._update += 1
        self.now += INSTANT
        return {"update_id": self._update, **content}

    def message(self, account: int, language: str | None = "en", **content: Any) -> dict[str, Any]:
        self._update += 1
        message = {
            "message_id": self._update,
            "date": int(self.now.timestamp()),
            "chat": {"id": account, "type": "private"},
            "from": user(account, language),
            **content,
        }
        self.sent[self._update] = message
        return message

    def typed(self, text: str, account: int = ADA, language: str | None = "en") -> dict[str, Any]:
        return self.update(message=self.message(account, language, text=text))

    def tapped(self, data: str, account: int = ADA, card: Card | None = None) -> dict[str, Any]:
        card = card or self.card_with(data, account)
        message: dict[str, Any] = {
            "message_id": card.id,
            "date": int(NOON.timestamp()),
            "chat": {"id": account, "type": "private"},
            "text": card.text,
        }
        if card.reply_to:
            message["reply_to_message"] = self.sent[card.reply_to]
        sealed = Seal(TOKEN).close(account, data) if len(data.encode()) <= MOST else data
        query = {"id": f"q{self._update}", "from": user(account), "chat_instance": "1", "data": sealed}
        return self.update(callback_query={**query, "message": message})

    def card_with(self, data: str, account: int) -> Card:
        """Return the newest card on which this button can be tapped."""
        found = [card for card in self.phone.cards.values() if data in card.buttons and card.chat == account]
        assert found, f"no card has the button {data}: {[list(card.buttons) for card in self.phone.cards.values()]}"
        return found[-1]

    async def say(self, text: str, account: int = ADA, language: str | None = "en") -> list[Card]:
        return await self.handle(self.typed(text, account, language))

    async def tap(self, data: str, account: int = ADA, card: Card | None = None) -> list[Card]:
        return await self.handle(self.tapped(data, account, card))

    async def join(self, account: int = ADA, language: str = "en") -> UUID:
        """Consent, unless that was done before, and return the citizen's id."""
        if known := await self.face.addresses.find("citizen", account):
            return known
        await self.say("/start", account, language)
        await self.tap(f"j:{language}:", account)
        citizen = await self.face.addresses.find("citizen", account)
        assert citizen is not None
        return citizen

    async def theme(self, title: str = MEAT_TITLE, slug: str = MEAT, phase: str = "collecting") -> None:
        await self.decide(ThemeDrafted, by=None, title=title, slug=slug)
        await self.decide(PhaseMoved, by=None, theme=slug, phase=phase)

    async def toast(self, data: str, account: int = ADA, card: Card | None = None) -> str:
        """Tap, and return what was said in passing."""
        await self.tap(data, account, card)
        return self.phone.answered()[-1].text or ""

    async def given(self, texts: Iterable[str], kind: type[Event] = OpinionGiven, theme: str = MEAT) -> list[Event]:
        """Have another citizen give texts, which are admitted."""
        ben = await self.join(BEN)
        given = [await self.decide(kind, theme=theme, citizen=ben, text=text) for text in texts]
        for each in given:
            await self.decide(ContributionAdmitted, by=None, contribution=each.event_id)
        return given

    async def debate(self, title: str = "Un soir pour en parler", capacity: int = 2) -> Event:
        return await self.decide(
            SessionPlanned,
            by=None,
            theme=MEAT,
            title=title,
            starts_at=NOON + timedelta(days=3),
            place="Salle des fêtes",
            capacity=capacity,
        )

    async def moderator(self, name: str = "one") -> UUID:
        """Return a member who may decide about contributions."""
        code, member = sha256(name.encode()).hexdigest(), fact_id("moderator", name)
        if await member_of(self.engine, member):
            return member
        expires_at = self.now + timedelta(days=1)
        await self.decide(InvitationMade, by=None, role="moderator", code_hash=code, expires_at=expires_at)
        await self.decide(InvitationAccepted, member=member, code_hash=code)
        return member

    async def decide(self, kind: type[Event], **fields: object) -> Event:
        self.now += INSTANT
        act = kind.model_validate(
            {
                "event_id": fact_id("town", len(self.bus.told)),
                "city": "clermont-ferrand",
                "occurred_at": self.now,
                **fields,
            }
        )
        outcome = await self.bus.decide(act)
        assert outcome is not None
        assert not outcome.refused, outcome
        return act


def user(account: int, language: str | None = "en") -> dict[str, Any]:
    return {"id": account, "is_bot": False, "first_name": "Ada", "language_code": language}


@pytest.fixture
async def town(engine: AsyncEngine) -> Town:
    """A town with one theme that takes questions, opinions and votes."""
    town = Town(engine)
    await town.theme()
    return town
