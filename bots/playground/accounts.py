"""Bots, people and chats as Telegram's servers hold them."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

KEPT_MESSAGES = 300  # of a chat
KEPT_UPDATES = 20_000  # of a bot that nobody polls
KEPT_QUERIES = 10_000  # taps that nobody answers
KEPT_TOASTS = 100  # of a chat
ACTION_SECONDS = 5.0  # for which Telegram shows what a bot says it is doing
PATIENCE = 20.0  # seconds after which nobody believes any more that a bot is at work
KEPT_BYTES = 64 * 1024 * 1024  # of a bot's files
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})  # sent only to bots that name them

Json = dict[str, Any]
Notice = Callable[[str, "Chat"], None]


@dataclass
class Person:
    """A person with a phone."""

    id: int
    name: str
    language: str | None

    def user(self) -> Json:
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.name}
        return {**user, "language_code": self.language} if self.language else user


@dataclass(frozen=True)
class Group:
    """A group (or a channel) that somebody has added the bot to; its number is negative."""

    id: int
    title: str
    type: str = "supergroup"


@dataclass
class Chat:
    """A chat between a bot and a person, or in a group: what is to be seen in it, newest last."""

    bot: "BotAccount"
    person: Person
    group: Group | None = None
    messages: dict[int, Json] = field(default_factory=dict)
    blocked: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    toasts: deque[Json] = field(default_factory=lambda: deque(maxlen=KEPT_TOASTS))
    number: int = 0  # of changes so far
    toasted: int = 0  # how many taps were answered
    acting_until: float = 0.0  # by the bot's clock: it said that it writes

    def info(self) -> Json:
        if self.group:
            return {"id": self.group.id, "type": self.group.type, "title": self.group.title}
        return {"id": self.person.id, "type": "private", "first_name": self.person.name}

    def keep(self, message: Json) -> None:
        self.messages[message["message_id"]] = message
        while len(self.messages) > KEPT_MESSAGES:
            del self.messages[next(iter(self.messages))]
        if self.bot.ledger and message.get("from", {}).get("id") == self.bot.id:
            self.bot.ledger.send(message)
        self.tell()

    def tell(self) -> None:
        """Wake whoever waits for something to happen in this chat."""
        self.number += 1
        self.changed.set()
        self.changed = asyncio.Event()
        self.bot.notice("changed", self)

    def toast(self, text: str, *, alert: bool) -> None:
        """Show what the bot answers to a tap; no text only ends the waiting."""
        self.toasts.append({"text": text, "alert": alert})
        self.toasted += 1

    def acts(self) -> None:
        """Note that the bot says it is at work."""
        self.acting_until = self.bot.clock() + ACTION_SECONDS
        self.bot.notice("changed", self)

    def is_busy(self) -> bool:
        """Say whether the bot is at work for this person: it says so, or they wait for an answer."""
        at, _ = self.bot.asked_at.get(self.person.id, (-PATIENCE, ""))
        return self.bot.clock() < self.acting_until or time.perf_counter() < at + PATIENCE


@dataclass
class Ledger:
    """Everything that Telegram has seen of a bot, without end: who keeps it can say what was lost and what came twice.

    `confirmed`: updates by number, as they were confirmed (by an offset, or by a webhook's 200). `sent`: the bot's
    messages in all chats, as they were first shown.
    """

    confirmed: dict[int, Json] = field(default_factory=dict)
    sent: list[Json] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def confirm(self, update: Json) -> None:
        self.confirmed[update["update_id"]] = update
        self._tell()

    def send(self, message: Json) -> None:
        self.sent.append(message)
        self._tell()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is true; it is asked whenever something was confirmed or sent."""
        while not true():
            await self.changed.wait()

    def _tell(self) -> None:
        self.changed.set()
        self.changed = asyncio.Event()


@dataclass
class BotAccount:
    """A bot: its token, its updates that are not confirmed yet, its chats."""

    token: str
    username: str
    id: int
    next_update: int = 1000
    next_message: int = 1
    next_file: int = 0
    updates: deque[Json] = field(default_factory=lambda: deque(maxlen=KEPT_UPDATES))
    history: deque[Json] = field(default_factory=lambda: deque(maxlen=KEPT_UPDATES))
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    changed: asyncio.Event = field(default_factory=asyncio.Event)  # of updates that wait, or of who waits for them
    waiting: int = 0  # polls that wait for updates
    poll: asyncio.Event = field(default_factory=asyncio.Event)  # set to end the poll that waits: a newer one is here
    allowed: frozenset[str] | None = None  # kinds of updates that the bot asked for
    webhook: Json = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)  # by scope and language
    about: dict[tuple[str, str], str] = field(default_factory=dict)  # name and descriptions, by kind and language
    files: dict[str, bytes] = field(default_factory=dict)
    queries: dict[str, Chat] = field(default_factory=dict)
    asked_at: dict[int, tuple[float, str]] = field(default_factory=dict)
    latencies: deque[float] = field(default_factory=lambda: deque(maxlen=KEPT_UPDATES))
    clock: Callable[[], float] = time.time
    notice: Notice = lambda _what, _chat: None  # what happens in a chat: changed, asked, answered
    ledger: Ledger | None = None  # kept only for those who ask

    @property
    def polling(self) -> bool:
        """Say whether somebody waits for updates."""
        return self.waiting > 0

    def user(self) -> Json:
        return {"id": self.id, "is_bot": True, "first_name": self.username, "username": self.username}

    def chat(self, person: Person, group: Group | None = None) -> Chat:
        return self.chats.setdefault(group.id if group else person.id, Chat(self, person, group))

    def push(self, update: Json) -> Json:
        """Queue an update for the bot, unless it is of a kind that the bot does not want."""
        full = {"update_id": self.next_update, **update}
        self.next_update += 1
        if self._wants(next(iter(update))):
            self.redeliver(full)
        return full

    def _wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in UNASKED

    def redeliver(self, update: Json) -> None:
        """Queue an update as it is, with its own number: what Telegram does until an update is confirmed."""
        self.updates.append(update)
        self.history.append(update)
        self.arrived.set()

    def confirm(self, offset: int) -> None:
        """Forget updates below the offset; a negative one keeps only so many of the newest."""
        while self.updates and (self.updates[0]["update_id"] < offset or len(self.updates) > -offset > 0):
            update = self.updates.popleft()
            if self.ledger and update["update_id"] < offset:
                self.ledger.confirm(update)
        self.tell()

    def delivered(self, update: Json) -> None:
        """Forget an update that the webhook took."""
        if self.ledger:
            self.ledger.confirm(update)
        with suppress(ValueError):
            self.updates.remove(update)
        self.tell()

    def tell(self) -> None:
        """Wake whoever waits for an update to be confirmed."""
        self.changed.set()
        self.changed = asyncio.Event()

    def keep_file(self, content: bytes, folder: str, name: str) -> str:
        """Keep a file; the oldest make room. Returns its id, which is its path too."""
        self.next_file += 1
        file_id = f"{folder}/file_{self.next_file}{PurePath(name).suffix[:8]}"
        self.files[file_id] = content
        while len(self.files) > 1 and sum(map(len, self.files.values())) > KEPT_BYTES:
            del self.files[next(iter(self.files))]
        return file_id

    def ask(self, query: str, chat: Chat) -> None:
        """Note a tap that must be answered."""
        self.queries[query] = chat
        while len(self.queries) > KEPT_QUERIES:
            del self.queries[next(iter(self.queries))]

    def message_id(self) -> int:
        self.next_message += 1
        return self.next_message - 1

    def asked(self, person: int, query: str = "") -> None:
        """Note that a person waits for an answer, perhaps to a tap."""
        self.asked_at[person] = time.perf_counter(), query
        self._tell_onlookers("asked", person)

    def answered(self, person: int, query: str | None = None) -> None:
        """Note how long the person waited for the first answer, in seconds; `query` answers that tap only."""
        at, asked = self.asked_at.get(person, (0.0, ""))
        if at and query in {None, asked}:
            del self.asked_at[person]
            self.latencies.append(time.perf_counter() - at)
            self._tell_onlookers("answered", person)

    def _tell_onlookers(self, what: str, person: int) -> None:
        if chat := self.chats.get(person):
            self.notice(what, chat)
