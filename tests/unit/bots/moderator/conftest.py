"""A small town hall for the moderator bot: real read models and decisions on SQLite, a phone that records."""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine
from telegram.request import BaseRequest, RequestData

from bots.moderator.app import Desk, ModeratorBot, moderator_bot
from bots.moderator.dialogue import Drawer
from bots.playground.entities import plain
from events.base import Event, Outcome, fact_id
from events.citizens import CitizenJoined
from events.contributions import Contribution, QuestionAsked
from events.moderation import ContributionAdmitted, InvitationMade, Role
from events.themes import PhaseMoved, ThemeDrafted
from storage.addresses import AddressBook
from storage.ledger import Ledger
from workers import clerk
from workers.material import keep

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
OLA, MAX, EVE = 111, 222, 666  # an owner, a moderator, a stranger
MEAT, MEAT_TITLE = "la-viande", "La viande"
TOKEN = "43:TEST"


class ClerkBus:
    """Apply each act at once with the clerk's own handlers; `told` holds the acts in order."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.told: list[Event] = []
        self.news: list[Event] = []
        self.away = False
        self.slow = False  # decides, but later than a person waits
        self._ledger = Ledger(engine, clerk.handlers(), self._tell)

    async def publish(self, fact: Event) -> None:
        await self.decide(fact)

    async def decide(self, act: Event) -> Outcome | None:
        if self.away:
            raise ConnectionError("the bus is away")
        self.told.append(act)
        outcome = (await self._ledger.once([act]))[0]
        await self._ledger.tell_pending()
        return None if self.slow else outcome

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
    buttons: dict[str, str] = field(default_factory=dict)  # label → data


class Phone(BaseRequest):
    """Answer as the Bot API does, with its strictness; cards are edited in place."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.cards: dict[int, Card] = {}
        self.files: list[tuple[str, bytes]] = []
        self.faults: list[tuple[int, dict[str, Any]]] = []
        self._last = 1000

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_args: Any, **_timeouts: Any
    ) -> tuple[int, bytes]:
        endpoint, params = url.rpartition("/")[2], dict(request_data.parameters) if request_data else {}
        self.calls.append((endpoint, params))
        if self.faults and endpoint != "getMe":
            code, more = self.faults.pop(0)
            return code, json.dumps({"ok": False, "error_code": code, "description": "a fault", **more}).encode()
        if request_data and (files := request_data.multipart_data):
            self.files += [
                (name, bytes(content)) for name, content, _type in files.values() if isinstance(content, bytes)
            ]
        try:
            return 200, json.dumps({"ok": True, "result": self._answer(endpoint, params)}).encode()
        except ValueError as refused:
            return 400, json.dumps({"ok": False, "error_code": 400, "description": f"Bad Request: {refused}"}).encode()

    def _answer(self, endpoint: str, params: dict[str, Any]) -> Any:
        match endpoint:
            case "getMe":
                return {"id": 43, "is_bot": True, "first_name": "Desk", "username": "desk_bot"}
            case "sendMessage":
                assert 1 <= len(plain(params["text"])) <= 4096
                return self._show(params, params["text"])
            case "sendDocument" | "sendPhoto":
                assert len(plain(params["caption"])) <= 1024
                return self._show(params, f"[file] {params['caption']}")
            case "editMessageText":
                return self._edit(params)
            case "answerCallbackQuery":
                assert len(params.get("text", "")) <= 200
        return True

    def _show(self, params: dict[str, Any], text: str) -> dict[str, Any]:
        self._last += 1
        chat = int(params["chat_id"])
        self.cards[self._last] = Card(self._last, chat, text, buttons_of(params))
        return message(self._last, chat, text=text)

    def _edit(self, params: dict[str, Any]) -> dict[str, Any]:
        card = self.cards[int(params["message_id"])]
        if (card.text, card.buttons) == (params["text"], buttons_of(params)):
            raise ValueError("message is not modified: specified new message content is exactly the same")
        card.text, card.buttons = params["text"], buttons_of(params)
        return message(card.id, card.chat, text=card.text)

    def toasts(self) -> list[str | None]:
        return [params.get("text") for name, params in self.calls if name == "answerCallbackQuery"]


def buttons_of(params: dict[str, Any]) -> dict[str, str]:
    markup = params.get("reply_markup") or {}
    markup = json.loads(markup) if isinstance(markup, str) else markup
    buttons = [button for row in markup.get("inline_keyboard", []) for button in row]
    assert all(1 <= len(button["callback_data"].encode()) <= 64 for button in buttons)
    return {button["text"]: button["callback_data"] for button in buttons}


def message(number: int, chat: int, **content: Any) -> dict[str, Any]:
    private = {"id": chat, "type": "private", "first_name": "Ola"}
    return {"message_id": number, "date": int(NOON.timestamp()), "chat": private, **content}


class TownHall:
    """The bot, its phone, and a town with one theme."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine, self.phone, self.bus, self.drawer = engine, Phone(), ClerkBus(engine), Drawer()
        self.now = NOON
        self.computed: list[str] = []
        self.heavy = 0  # bytes that the open data weigh
        self.citizens_bot = "citizens_bot"  # as it says its name; empty where nobody answers
        self.desk = Desk(
            engine=engine,
            bus=self.bus,
            addresses=AddressBook(engine, "a secret of sixteen"),
            clock=lambda: self.now,
            city="clermont-ferrand",
            language="fr",
            timezone="Europe/Paris",
            citizen_bot_name=self._bot_name,
            moderator_bot_name="desk_bot",
            bring_up_to_date=self._compute,
            bundle=self._bundle,
            dialogues=self.drawer,
        )
        self.bot = self._bot()
        self._update = 0

    def _bot(self) -> ModeratorBot:
        return moderator_bot(TOKEN, "http://127.0.0.1:9", self.desk, request=self.phone)

    async def _compute(self, theme: str) -> None:
        self.computed.append(theme)

    async def _bot_name(self) -> str:
        return self.citizens_bot

    async def _bundle(self, theme: str) -> bytes:
        return b"PK " + theme.encode() + bytes(self.heavy)

    async def restart(self) -> None:
        """Begin anew, as after the end of the process."""
        await self.bot.close()
        self.bot = self._bot()
        await self.bot.start()

    async def handle(self, update: dict[str, Any]) -> list[Card]:
        """Hand in one update and return the cards that are new or changed, oldest first."""
        before = {card.id: (card.text, dict(card.buttons)) for card in self.phone.cards.values()}
        await self.bot.handle(update)
        return [card for card in self.phone.cards.values() if before.get(card.id) != (card.text, card.buttons)]

    def update(self, **content: Any) -> dict[str, Any]:
        self._update += 1
        return {"update_id": self._update, **content}

    def typed(self, text: str, account: int = OLA, language: str = "en", **more: Any) -> dict[str, Any]:
        self._update += 1
        said = message(self._update, account, text=text)
        return self.update(message={**said, "from": user(account, language), **more})

    def tapped(self, data: str, card: Card, account: int = OLA) -> dict[str, Any]:
        shown = message(card.id, account, text=card.text)
        query = {"id": f"q{self._update}", "from": user(account), "chat_instance": "1", "data": data}
        return self.update(callback_query={**query, "message": shown})

    async def say(self, text: str, account: int = OLA, language: str = "en", **more: Any) -> list[Card]:
        return await self.handle(self.typed(text, account, language, **more))

    async def tap(self, label: str, card: Card | None = None, account: int = OLA) -> list[Card]:
        """Tap the newest button with (a part of) this label."""
        card = card or self.card_with(label, account)
        data = next(data for shown, data in card.buttons.items() if label in shown)
        return await self.handle(self.tapped(data, card, account))

    def card_with(self, label: str, account: int = OLA) -> Card:
        found = [
            card for card in self.phone.cards.values() if card.chat == account and any(label in b for b in card.buttons)
        ]
        assert found, f"no button {label!r}: {[list(card.buttons) for card in self.phone.cards.values()]}"
        return found[-1]

    async def invitation(self, role: Role = "moderator", code: str = "open-sesame") -> str:
        """Make an invitation as the command line does, and return its code."""
        digest = sha256(code.encode()).hexdigest()
        await self.decide(InvitationMade, by=None, role=role, code_hash=digest, expires_at=NOON + timedelta(days=7))
        return code

    async def join(self, account: int = OLA, role: Role = "owner") -> UUID:
        await self.say(f"/start {await self.invitation(role, f'code-{account}-{role}')}", account)
        return await self.person(account)

    async def person(self, account: int) -> UUID:
        found = await self.desk.addresses.find("moderator", account)
        assert found is not None
        return found

    async def theme(self, title: str = MEAT_TITLE, slug: str = MEAT, phase: str = "collecting") -> None:
        await self.decide(ThemeDrafted, by=None, title=title, slug=slug)
        await self.decide(PhaseMoved, by=None, theme=slug, phase=phase)

    async def asked(
        self, *texts: str, theme: str = MEAT, admitted: bool = False, kind: type[Contribution] = QuestionAsked
    ) -> list[Event]:
        """Have citizens ask questions, one each, a second after the other."""
        given = []
        for text in texts:
            citizen = fact_id("citizen", text)
            await self.decide(CitizenJoined, citizen=citizen, language="fr")
            given.append(await self.decide(kind, theme=theme, citizen=citizen, text=text))
            self.now += timedelta(seconds=1)
        for each in given if admitted else []:
            await self.decide(ContributionAdmitted, by=None, contribution=each.event_id)
        return given

    async def drafted(self, result: str, content: dict[str, Any], theme: str = MEAT) -> None:
        """Keep a computed draft, as the cartographer does."""
        await keep(self.engine, theme, result, content, self.now)

    async def decide(self, kind: type[Event], **fields: object) -> Event:
        act = kind.model_validate(
            {
                "event_id": fact_id("town", len(self.bus.told)),
                "city": "clermont-ferrand",
                "occurred_at": self.now,
                **fields,
            }
        )
        await self.bus.decide(act)
        return act


def user(account: int, language: str = "en") -> dict[str, Any]:
    return {"id": account, "is_bot": False, "first_name": "Ola", "language_code": language}


@pytest.fixture
async def hall(engine: AsyncEngine) -> AsyncIterator[TownHall]:
    """A town hall with an owner, and one theme that takes questions."""
    hall = TownHall(engine)
    await hall.bot.start()
    await hall.theme()
    await hall.join()
    yield hall
    await hall.bot.close()
