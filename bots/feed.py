"""Updates from Telegram, each confirmed only after its handler has finished.

Both libraries confirm before they handle, and lose what was under way when they are killed. Here the offset is the
lowest update that is not finished, and a webhook is answered when the handler has ended. Of one chat updates are
handled in their order; chats run side by side.
"""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from aiohttp import web
from sqlalchemy.exc import InterfaceError, OperationalError

from events.bus import BusAwayError

log = logging.getLogger(__name__)

Update = dict[str, Any]
Handle = Callable[[Update], Awaitable[None]]
OnFailure = Callable[[Update, BaseException], Awaitable[None]]

AWAY = (
    BusAwayError,
    OSError,
    OperationalError,
    InterfaceError,
)  # the update waits and comes again; anything else is the update's own fault
KINDS = ("message", "edited_message", "callback_query", "channel_post", "my_chat_member")
TRIES = 3
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
STRAGGLER = 0.25  # seconds: a slow chat holds up the confirmation, not the others
LONG_POLL = 25
DRAIN = 8.0


class WrongTokenError(ValueError):
    """Telegram does not know the token."""


class Feed:
    """Bring one bot its updates.

    `handle` is given an update as Telegram sent it. `on_failure` tells the person, once, that an update waits (an
    error of AWAY) or could not be handled. `bury` keeps note of one that was given up.
    """

    def __init__(
        self,
        api_base: str,
        token: str,
        handle: Handle,
        on_failure: OnFailure,
        *,
        bury: OnFailure,
        concurrency: int = 64,
        time_limit: float = 20.0,
    ) -> None:
        self._url = f"{api_base}/bot{token}"
        self._handle = handle
        self._on_failure = on_failure
        self._bury = bury
        self._limit = time_limit
        self._room = asyncio.Semaphore(concurrency)
        self._last: dict[object, asyncio.Task[None]] = {}  # the newest task of each chat
        self._tasks: dict[int, asyncio.Task[None]] = {}  # by update, until confirmed
        self.healthy = False

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until told to stop; then finish what is under way and confirm it. Raises WrongTokenError."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=LONG_POLL + 10)) as session:
            await self._call(session, "deleteWebhook")
            stopping = asyncio.create_task(stop.wait())
            offset, pause = 0, FIRST_PAUSE
            try:
                while not stop.is_set():
                    polling = asyncio.create_task(self._updates(session, offset))
                    await asyncio.wait({polling, stopping}, return_when=asyncio.FIRST_COMPLETED)
                    if not polling.done():
                        polling.cancel()
                        break
                    updates = await polling
                    self.healthy = updates is not None
                    if updates is None:
                        await _sleep(pause, stop)
                        pause = min(2 * pause, LONGEST_PAUSE)
                        continue
                    pause = FIRST_PAUSE
                    offset = await self._take(updates, offset)
            finally:
                stopping.cancel()
                await self._drain()
                offset = self._offset(offset)
                await self._call(session, "getUpdates", offset=offset, limit=1, timeout=0)

    async def serve(self, url: str, listen: str, secret: str, stop: asyncio.Event) -> None:
        """Take updates by webhook until told to stop; each is answered with 200 when its handler has ended."""
        app = web.Application()
        app.router.add_post(urlsplit(url).path or "/", self._posted(secret))
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=DRAIN)
        await runner.setup()
        host, port = listen.rsplit(":", 1)
        try:
            await web.TCPSite(runner, host or None, int(port)).start()
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=20)) as session:
                await self._call(
                    session, "setWebhook", url=url, secret_token=secret, allowed_updates=KINDS, max_connections=100
                )
            self.healthy = True
            await stop.wait()
        finally:
            await runner.cleanup()

    def _posted(self, secret: str) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def post(request: web.Request) -> web.StreamResponse:
            shown = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
            if not hmac.compare_digest(shown.encode(), secret.encode()):
                return web.Response(status=403)
            await asyncio.shield(self._begin(await request.json()))
            return web.Response()

        return post

    async def _updates(self, session: aiohttp.ClientSession, offset: int) -> list[Update] | None:
        """Return what is new (and what is not confirmed yet), None when Telegram cannot be reached."""
        wait = 0 if self._tasks else LONG_POLL
        result = await self._call(session, "getUpdates", offset=offset, limit=100, timeout=wait, allowed_updates=KINDS)
        return result if isinstance(result, list) else None

    async def _take(self, updates: list[Update], offset: int) -> int:
        """Handle new updates; return the offset up to which all are finished."""
        new = [update for update in updates if update["update_id"] not in self._tasks]
        for update in new:
            self._tasks[update["update_id"]] = self._begin(update)
        under_way = [task for task in self._tasks.values() if not task.done()]
        if under_way:
            await asyncio.wait(under_way, timeout=STRAGGLER)
        elif not new and updates:
            await asyncio.sleep(FIRST_PAUSE)
        return self._offset(offset)

    def _offset(self, offset: int) -> int:
        """Forget what is finished at the front; return the first update that is not."""
        for update_id in sorted(self._tasks):
            if not self._tasks[update_id].done():
                return update_id
            del self._tasks[update_id]
            offset = update_id + 1
        return offset

    def _begin(self, update: Update) -> asyncio.Task[None]:
        """Start an update behind the one before it in its chat."""
        chat = chat_of(update)
        task = asyncio.create_task(self._after(self._last.get(chat), update))
        self._last[chat] = task
        task.add_done_callback(lambda done: self._last.pop(chat, None) if self._last.get(chat) is done else None)
        return task

    async def _after(self, before: asyncio.Task[None] | None, update: Update) -> None:
        if before is not None:
            await asyncio.wait({before})
        pause, tries, told = FIRST_PAUSE, 0, False
        while True:
            error = await self._tried(update)
            if error is None:
                return None
            away = isinstance(error, AWAY) and not isinstance(error, TimeoutError)
            tries += not away
            log.warning("update %s: %s (%s)", update.get("update_id"), "waits" if away else "failed", _name(error))
            if (away and not told) or tries >= TRIES:
                told = True
                await self._tell(update, error)
            if tries >= TRIES:
                return await self._give_up(update, error)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _tried(self, update: Update) -> BaseException | None:
        """Handle once; return what went wrong. A task holds its own errors: nothing here is swallowed."""
        async with self._room:
            task = asyncio.ensure_future(self._handle(update))
            done, _ = await asyncio.wait({task}, timeout=self._limit)
            if not done:
                task.cancel()
                await asyncio.wait({task}, timeout=1)
                return TimeoutError("the handler took too long")
            return task.exception()

    async def _tell(self, update: Update, error: BaseException) -> None:
        telling = asyncio.ensure_future(self._on_failure(update, error))
        await asyncio.wait({telling}, timeout=self._limit)
        if not telling.done():
            telling.cancel()
        elif telling.exception():
            log.warning("update %s: nobody could be told (%s)", update.get("update_id"), _name(telling.exception()))

    async def _give_up(self, update: Update, error: BaseException) -> None:
        """File the update among the dead letters; without a bus to file it on, it is not confirmed."""
        pause = FIRST_PAUSE
        while True:
            burying = asyncio.ensure_future(self._bury(update, error))
            await asyncio.wait({burying})
            if burying.exception() is None:
                return
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _drain(self) -> None:
        under_way = {task for task in self._tasks.values() if not task.done()}
        if under_way:
            await asyncio.wait(under_way, timeout=DRAIN)
        for task in under_way:
            task.cancel()

    async def _call(self, session: aiohttp.ClientSession, method: str, **params: Any) -> Any:
        """Return a method's result, None where it failed. Raises WrongTokenError."""
        try:
            async with session.post(f"{self._url}/{method}", json=params) as answer:
                body = json.loads(await answer.text())
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            log.warning("%s: Telegram cannot be reached (%s)", method, _name(error))
            return None
        if body.get("ok"):
            return body["result"]
        if body.get("error_code") in {401, 404}:
            raise WrongTokenError("Telegram does not know the bot's token: check the tokens that @BotFather gave you")
        log.warning("%s: %s", method, body.get("description"))
        with suppress(KeyError, TypeError):
            await asyncio.sleep(body["parameters"]["retry_after"])
        return None


def chat_of(update: Update) -> object:
    """Return what keeps updates in order: their chat, or their sender, or the update itself."""
    for content in update.values():
        if isinstance(content, dict):
            message = content.get("message") or content
            if "chat" in message:
                return message["chat"].get("id")
            if "from" in content:
                return content["from"].get("id")
    return update.get("update_id")


async def _sleep(seconds: float, stop: asyncio.Event) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


def _name(error: BaseException | None) -> str:
    return type(error).__name__
