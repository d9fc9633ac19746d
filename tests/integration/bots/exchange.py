"""A look-alike of the Bot API over HTTP, and a bot of the tests' own: a handler that does what its test says."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from bots.feed import Feed, Update
from bots.playground import Phone, Playground
from bots.playground.accounts import BotAccount

TOKEN = "4242:a-token-of-the-tests"


class Listener:
    """A handler that notes what it is given; by text, it may do something before it ends."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.handled: list[str] = []
        self.told: list[tuple[str, str]] = []
        self.buried: list[tuple[str, str]] = []
        self.does: dict[str, Callable[[], Awaitable[None]]] = {}
        self.side_by_side = self.most_side_by_side = 0
        self._waiting: dict[str, asyncio.Event] = defaultdict(asyncio.Event)

    async def handle(self, update: Update) -> None:
        text = text_of(update)
        self.begun.append(text)
        self._waiting[f"begun {text}"].set()
        self.side_by_side += 1
        self.most_side_by_side = max(self.side_by_side, self.most_side_by_side)
        try:
            if text in self.does:
                await self.does[text]()
        finally:
            self.side_by_side -= 1
        self.handled.append(text)
        self._waiting[f"handled {text}"].set()

    async def tell(self, update: Update, error: BaseException) -> None:
        self.told.append((text_of(update), type(error).__name__))
        self._waiting[f"told {text_of(update)}"].set()

    async def bury(self, update: Update, error: BaseException) -> None:
        self.buried.append((text_of(update), type(error).__name__))
        self._waiting[f"buried {text_of(update)}"].set()

    async def until(self, what: str, seconds: float = 10) -> None:
        """Wait for `begun`, `handled`, `told` or `buried` with a text."""
        async with asyncio.timeout(seconds):
            await self._waiting[what].wait()


def text_of(update: Update) -> str:
    return str(update["message"]["text"])


class Exchange:
    """A look-alike with one bot; `feed` brings its updates to `listener`."""

    def __init__(self, world: Playground) -> None:
        self.world = world
        self.bot: BotAccount = world.bot(TOKEN, "a_bot")
        self.listener = Listener()

    def phone(self, name: str = "Ada") -> Phone:
        return self.world.person(name)

    def feed(self, token: str = TOKEN, **options: Any) -> Feed:
        settings = {"first_pause": 0.01, "bury": self.listener.bury, **options}
        return Feed(self.world.base_url, token, self.listener.handle, self.listener.tell, **settings)

    @asynccontextmanager
    async def polling(self, **options: Any) -> AsyncIterator[Feed]:
        """Poll as long as the context lasts, then stop as the process would."""
        stop, feed = asyncio.Event(), self.feed(**options)
        running = asyncio.create_task(feed.run(stop))
        try:
            yield feed
        finally:
            stop.set()
            await running

    async def all_confirmed(self, seconds: float = 10) -> None:
        async with asyncio.timeout(seconds):
            while self.bot.updates:
                await self.bot.changed.wait()

    def waiting(self) -> list[str]:
        """Return the texts that Telegram still holds."""
        return [text_of(update) for update in self.bot.updates]
