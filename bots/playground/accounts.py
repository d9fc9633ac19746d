"""Bots, people and chats as Telegram's servers hold them."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

KEPT_MESSAGES = 300  # of a chat
KEPT_UPDATES = 100_000  # of a bot that nobody polls

Json = dict[str, Any]


@dataclass
class Person:
    """A person with a phone."""

    id: int
    name: str
    language: str | None

    def user(self) -> Json:
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.name}
        return {**user, "language_code": self.language} if self.language else user


@dataclass
class Chat:
    """A private chat between a bot and a person: what is to be seen in it, newest last."""

    bot: "BotAccount"
    person: Person
    messages: dict[int, Json] = field(default_factory=dict)
    blocked: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    toasts: list[Json] = field(default_factory=list)

    def info(self) -> Json:
        return {"id": self.person.id, "type": "private", "first_name": self.person.name}

    def keep(self, message: Json) -> None:
        self.messages[message["message_id"]] = message
        while len(self.messages) > KEPT_MESSAGES:
            del self.messages[next(iter(self.messages))]
        self.tell()

    def tell(self) -> None:
        """Wake whoever waits for something to happen in this chat."""
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
    updates: deque[Json] = field(default_factory=lambda: deque(maxlen=KEPT_UPDATES))
    history: deque[Json] = field(default_factory=lambda: deque(maxlen=KEPT_UPDATES))
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    polling: bool = False
    webhook: Json = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    queries: dict[str, Chat] = field(default_factory=dict)
    asked_at: dict[int, tuple[float, str]] = field(default_factory=dict)
    latencies: deque[float] = field(default_factory=lambda: deque(maxlen=KEPT_UPDATES))
    clock: Callable[[], float] = time.time

    def user(self) -> Json:
        return {"id": self.id, "is_bot": True, "first_name": self.username, "username": self.username}

    def chat(self, person: Person) -> Chat:
        return self.chats.setdefault(person.id, Chat(self, person))

    def push(self, update: Json) -> Json:
        """Queue an update for the bot."""
        full = {"update_id": self.next_update, **update}
        self.next_update += 1
        self.redeliver(full)
        return full

    def redeliver(self, update: Json) -> None:
        """Queue an update as it is, with its own number: what Telegram does until an update is confirmed."""
        self.updates.append(update)
        self.history.append(update)
        self.arrived.set()

    def confirm(self, offset: int) -> None:
        while self.updates and self.updates[0]["update_id"] < offset:
            self.updates.popleft()

    def message_id(self) -> int:
        self.next_message += 1
        return self.next_message - 1

    def asked(self, person: int, query: str = "") -> None:
        """Note that a person waits for an answer, perhaps to a tap."""
        self.asked_at[person] = time.perf_counter(), query

    def answered(self, person: int, query: str | None = None) -> None:
        """Note how long the person waited for the first answer, in seconds; `query` answers that tap only."""
        at, asked = self.asked_at.get(person, (0.0, ""))
        if at and query in {None, asked}:
            del self.asked_at[person]
            self.latencies.append(time.perf_counter() - at)
