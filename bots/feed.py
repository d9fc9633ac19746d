"""Updates from Telegram, each confirmed only after its handler has finished.

Both libraries confirm before they handle, and lose what was under way when they are killed. Here the offset is the
lowest update that is not finished, and a webhook is answered when the handler has ended. Of one chat updates are
handled in their order; chats run side by side.

Telegram hands out a hundred updates from the offset on. What hangs at the front therefore holds up everybody when a
hundred wait behind it; from then on nothing is tried twice: it is given up, and its sender told.
"""

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from aiohttp import web
from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bots.messenger import TelegramAwayError
from bots.meters import Meter
from bots.parsing import parsed
from events.bus import BusAwayError, BusRefusedError
from events.ending import ended
from events.patience import on_slow
from events.spans import span

log = logging.getLogger(__name__)

Update = dict[str, Any]
Handle = Callable[[Update], Awaitable[None]]
OnFailure = Callable[[Update, BaseException], Awaitable[None]]

KINDS = ("message", "edited_message", "callback_query", "channel_post", "my_chat_member")
TRIES = 3
TRIES_TO_ANSWER = 8  # a minute and a half: Telegram takes no answer although it brings updates
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
PAGE = 100  # updates that Telegram hands out at once
FIRST_BREATH, LONGEST_BREATH = 0.01, 0.25  # seconds between two polls while something is under way
LONG_POLL = 10  # seconds; a poll on a dead connection is noticed only after that and ANSWER
ANSWER = 10.0  # seconds for Telegram to answer, beyond what it was asked to wait
DRAIN = 7.0  # seconds for what is under way at the end, and
LAST_WORD = 1.5  # for its confirmation: together less than the ten seconds that a part has
BODY = 1024 * 1024  # bytes of an update
AWAY = "Telegram cannot be reached: check the network and PALABRE_TELEGRAM_API"
REMEMBERED = 10_000  # updates that a webhook was brought, should they come again


class WrongTokenError(ValueError):
    """Telegram does not know the token."""


class TookTooLongError(TimeoutError):
    """A handler did not end in time; any other time-out is about bus or database."""


class AddressTakenError(RuntimeError):
    """The webhook's address cannot be listened on; the message is one line that says what to do."""


class Feed:
    """Bring one bot its updates.

    `handle` is given an update as Telegram sent it. `on_failure` tells the person: once, with a BusAwayError, that an
    update waits; or, with the error itself, that it could not be handled. `bury` keeps note of one that was given up.
    `name` is what the bot is called in metrics and traces.
    """

    def __init__(
        self,
        api_base: str,
        token: str,
        handle: Handle,
        on_failure: OnFailure,
        *,
        bury: OnFailure,
        name: str = "nameless",
        concurrency: int = 64,
        time_limit: float = 20.0,
        first_pause: float = FIRST_PAUSE,
        drain: float = DRAIN,
    ) -> None:
        self._url = f"{api_base}/bot{token}"
        self._handle = handle
        self._on_failure = on_failure
        self._bury = bury
        self._name = name
        self._meter = Meter(name)
        self._limit = time_limit
        self._first_pause = first_pause
        self._patience_at_the_end = drain
        self._room = asyncio.Semaphore(concurrency)
        self._queues: dict[object, Queue] = {}  # by chat, while something is under way in it
        self._tasks: dict[int, asyncio.Task[bool]] = {}  # by update, until confirmed
        self._crowded = False  # a whole page waits, and nothing on it is new
        self._stop = asyncio.Event()
        self.healthy = False
        self.failure: str | None = None  # why Telegram brings nothing, in one line

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until told to stop; then finish what is under way and confirm it. Raises WrongTokenError."""
        self._stop = stop
        async with aiohttp.ClientSession() as session:
            await self._attempt(session, "deleteWebhook")
            self.healthy = not stop.is_set()
            stopping = asyncio.create_task(stop.wait())
            offset = 0
            try:
                offset = await self._poll(session, stopping)
            finally:
                stopping.cancel()
                await self._drain()
                if offset := self._offset(offset):  # else nothing was brought, and perhaps nobody is there
                    await self._confirm(session, offset)

    async def _poll(self, session: aiohttp.ClientSession, stopping: asyncio.Task[Any]) -> int:
        offset, breath, pause = 0, FIRST_BREATH, self._first_pause
        while not stopping.done():
            polling = asyncio.create_task(self._updates(session, offset))
            await asyncio.wait({polling, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not polling.done():
                polling.cancel()
                break
            updates = polling.result()
            self.healthy = updates is not None
            if updates is None:
                await self._sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
                continue
            pause = self._first_pause
            breath = FIRST_BREATH if self._take(updates) else min(2 * breath, LONGEST_BREATH)
            await self._breathe(breath, stopping)
            offset = self._offset(offset)
        return offset

    def _take(self, updates: list[Update]) -> int:
        """Begin what is new; return how many updates are."""
        new = [update for update in updates if update["update_id"] not in self._tasks]
        for update in new:
            self._tasks[update["update_id"]] = self._begin(update)
        self._crowded = len(updates) >= PAGE and not new
        return len(new)

    async def _breathe(self, breath: float, stopping: asyncio.Task[Any]) -> None:
        """Wait until all is finished, but not for long: what hangs delays its confirmation, not the next updates."""
        under_way = {task for task in self._tasks.values() if not task.done()}
        if under_way:
            finished = asyncio.ensure_future(asyncio.wait(under_way, timeout=breath))
            await asyncio.wait({finished, stopping}, return_when=asyncio.FIRST_COMPLETED)
            finished.cancel()

    async def _updates(self, session: aiohttp.ClientSession, offset: int) -> list[Update] | None:
        """Return what is new (and what is not confirmed yet), None when Telegram cannot be reached."""
        wait = 0 if self._tasks or self.failure == AWAY else LONG_POLL  # who was away is known to be back at once
        result = await self._call(session, "getUpdates", offset=offset, limit=PAGE, timeout=wait, allowed_updates=KINDS)
        return result if isinstance(result, list) else None

    def _offset(self, offset: int) -> int:
        """Forget what is finished at the front; return the first update that is not."""
        for update_id in sorted(self._tasks):
            if not finished(self._tasks[update_id]):
                return update_id
            del self._tasks[update_id]
            offset = update_id + 1
        return offset

    async def _confirm(self, session: aiohttp.ClientSession, offset: int) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORD):
                await self._call(session, "getUpdates", offset=offset, limit=1, timeout=0)

    async def serve(self, url: str, listen: str, secret: str, stop: asyncio.Event) -> None:
        """Take updates by webhook until told to stop; each is answered with 200 when its handler has ended.

        Raises WrongTokenError, AddressTakenError.
        """
        if not secret:
            raise ValueError("a webhook without a secret would take updates from anybody")
        self._stop = stop
        app = web.Application(client_max_size=BODY)
        app.router.add_post(urlsplit(url).path or "/", Hook(secret, self._post).answer)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=self._patience_at_the_end)
        await runner.setup()
        try:
            await _listen(runner, listen)
            async with aiohttp.ClientSession() as session:
                registered = {"url": url, "secret_token": secret, "allowed_updates": KINDS, "max_connections": 100}
                await self._attempt(session, "setWebhook", **registered)
            self.healthy = not stop.is_set()
            await stop.wait()
        finally:
            await self._drain()
            await runner.cleanup()

    async def _post(self, update: Update) -> bool:
        """Handle an update that was posted; one that comes again meanwhile is the same one."""
        update_id = update["update_id"]
        if update_id not in self._tasks:
            self._tasks[update_id] = self._begin(update)
        ended = await asyncio.shield(self._tasks[update_id])
        if not ended:
            del self._tasks[update_id]
        self._forget_the_oldest()
        return ended

    def _forget_the_oldest(self) -> None:
        ended = (update_id for update_id, task in self._tasks.items() if task.done())
        for update_id in list(ended)[:-REMEMBERED] if len(self._tasks) > REMEMBERED else ():
            del self._tasks[update_id]

    def _begin(self, update: Update) -> asyncio.Task[bool]:
        """Start an update behind the one before it in its chat."""
        chat = chat_of(update)
        queue = self._queues.setdefault(chat, Queue())
        self._meter.taken()
        task = asyncio.create_task(self._in_turn(queue, queue.newest, update))
        queue.newest = task
        task.add_done_callback(lambda done: self._queues.pop(chat, None) if queue.newest is done else None)
        return task

    async def _in_turn(self, queue: "Queue", before: asyncio.Task[bool] | None, update: Update) -> bool:
        """Bring an update to its end; False when we stop before: Telegram brings it again, and what follows it."""
        taken = asyncio.get_running_loop().time()
        notice = Notice(partial(self._tell, update))
        if before is not None:
            await self._wait_for(before, queue, notice)
            if not finished(before):
                return False
        on_slow.set(partial(self._slow, queue, notice))  # for this task, and the handler that it starts
        ended = await self._bring_to_its_end(queue, notice, update)
        queue.held_up.clear()
        if ended:
            self._meter.finished(asyncio.get_running_loop().time() - taken)
        return ended

    async def _wait_for(self, before: asyncio.Task[bool], queue: "Queue", notice: "Notice") -> None:
        """Wait for the update before; where that is held up, the person is told that theirs waits too."""
        held_up = asyncio.ensure_future(queue.held_up.wait())
        await asyncio.wait({before, held_up}, return_when=asyncio.FIRST_COMPLETED)
        held_up.cancel()
        if not before.done():
            await notice.give("an update before this one waits")
            await asyncio.wait({before})

    async def _slow(self, queue: "Queue", notice: "Notice") -> None:
        """The bus takes long over an update: say so before its handler goes on, but do not hold it up for that."""
        queue.held_up.set()
        await notice.give("the bus is slow", seconds=LAST_WORD)

    async def _bring_to_its_end(self, queue: "Queue", notice: "Notice", update: Update) -> bool:
        pause, tries = self._first_pause, 0
        while error := await self._tried(update):
            waits = is_away(error)
            tries += not waits
            log.warning("update %s: %s (%s)", update.get("update_id"), "waits" if waits else "failed", _name(error))
            if not waits and tries >= self._patience(error):
                await self._tell(update, error)
                return await self._give_up(update, error)
            if waits:
                queue.held_up.set()
                await notice.give("the update waits")
            await self._sleep(pause)
            if self._stop.is_set():
                return False
            pause = min(2 * pause, LONGEST_PAUSE)
        return True

    def _patience(self, error: BaseException) -> int:
        """Return how often an update is tried that fails with `error`."""
        if self._crowded or isinstance(error, BusRefusedError):  # a right that is missing is missing the next time too
            return 1
        return TRIES_TO_ANSWER if isinstance(error, TelegramAwayError) else TRIES

    async def _tried(self, update: Update) -> BaseException | None:
        """Handle once; return what went wrong. A task holds its own errors: nothing here is swallowed."""
        async with self._room:
            with span(f"update of the {self._name} bot"):
                return await self._ended(self._handle(update))

    async def _ended(self, work: Awaitable[None]) -> BaseException | None:
        """Wait for work as long as our patience lasts; return its error."""
        task = asyncio.ensure_future(work)
        try:
            done, _ = await asyncio.wait({task}, timeout=self._limit)
        finally:
            task.cancel()
        if not done:
            await asyncio.wait({task}, timeout=1)
            return TookTooLongError("it took too long")
        return asyncio.CancelledError("cancelled from within") if task.cancelled() else task.exception()

    async def _tell(self, update: Update, error: BaseException) -> None:
        if failed := await self._ended(self._on_failure(update, error)):
            log.warning("update %s: nobody could be told (%s)", update.get("update_id"), _name(failed))

    async def _give_up(self, update: Update, error: BaseException) -> bool:
        """File the update among the dead letters; without a bus to file it on, it is not confirmed."""
        pause = self._first_pause
        while failed := await self._ended(self._bury(update, error)):
            log.warning("update %s: not buried yet (%s)", update.get("update_id"), _name(failed))
            await self._sleep(pause)
            if self._stop.is_set():
                return False
            pause = min(2 * pause, LONGEST_PAUSE)
        self._meter.buried()
        return True

    async def _drain(self) -> None:
        """Let what is under way end; what then still runs is cut off, and comes again."""
        under_way = {task for task in self._tasks.values() if not task.done()}
        if under_way:
            _, hanging = await asyncio.wait(under_way, timeout=self._patience_at_the_end)
            await ended(*hanging)

    async def _attempt(self, session: aiohttp.ClientSession, method: str, **params: Any) -> None:
        """Call a method until it works or we are told to stop. Raises WrongTokenError."""
        pause = self._first_pause
        while not self._stop.is_set() and await self._unless_stopped(self._call(session, method, **params)) is None:
            await self._sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _unless_stopped(self, call: Awaitable[Any]) -> Any:
        """Return what a call returns, or None once we are told to stop: Telegram may be away, and long in saying so."""
        calling, stopping = asyncio.ensure_future(call), asyncio.ensure_future(self._stop.wait())
        await asyncio.wait({calling, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if not calling.done():
            await ended(calling)
        stopping.cancel()
        return None if calling.cancelled() else calling.result()

    async def _call(self, session: aiohttp.ClientSession, method: str, **params: Any) -> Any:
        """Return a method's result, None where it failed. Raises WrongTokenError."""
        limit = aiohttp.ClientTimeout(total=params.get("timeout", 0) + ANSWER)
        try:
            async with session.post(f"{self._url}/{method}", json=params, timeout=limit) as answer:
                body = parsed(await answer.text())
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            log.warning("%s: Telegram cannot be reached (%s)", method, _name(error))
            self.failure = AWAY
            return None
        if body.get("ok"):
            self.failure = None
            return body["result"]
        if body.get("error_code") in {401, 404}:
            raise WrongTokenError("Telegram does not know the bot's token: check the tokens that @BotFather gave you")
        log.warning("%s: %s", method, body.get("description"))
        self.failure = f"Telegram answers: {body.get('description')}"
        with suppress(KeyError, TypeError):
            await self._sleep(body["parameters"]["retry_after"])
        return None

    async def _sleep(self, seconds: float) -> None:
        """Wait, but not once we are told to stop."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stop.wait()


@dataclass(eq=False)
class Queue:
    """What is under way in one chat: its newest update, and whether bus or database hold it up."""

    newest: asyncio.Task[bool] | None = None
    held_up: asyncio.Event = field(default_factory=asyncio.Event)


class Notice:
    """That an update waits: its sender is told once, whatever holds it up, and however often."""

    def __init__(self, tell: Callable[[BaseException], Awaitable[None]]) -> None:
        self._tell = tell
        self._telling: asyncio.Task[None] | None = None

    async def give(self, why: str, seconds: float | None = None) -> None:
        """Return when they are told, or after so many seconds."""
        if self._telling is None:
            self._telling = asyncio.ensure_future(self._tell(BusAwayError(why)))
        await asyncio.wait({self._telling}, timeout=seconds)


class Hook:
    """The webhook's door: 403 without the secret, 400 for what is no update, 200 only after it was handled."""

    def __init__(self, secret: str, handle: Callable[[Update], Awaitable[bool]]) -> None:
        self._secret = secret.encode()
        self._handle = handle

    async def answer(self, request: web.Request) -> web.StreamResponse:
        shown = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(shown.encode(errors="surrogateescape"), self._secret):
            return web.Response(status=403)
        try:
            update = parsed((await request.read()).decode())
        except ValueError:
            return web.Response(status=400)
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            return web.Response(status=400)
        return web.Response(status=200 if await self._handle(update) else 503)


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


def is_away(error: BaseException) -> bool:
    """Say whether bus or database are away: then an update waits, however long it takes.

    Anything else is the update's own fault, and an end must come.
    """
    if isinstance(
        error, DBAPIError
    ):  # what SQLAlchemy does not classify is about the server's state, or a damaged file
        lost = error.connection_invalidated or type(error) in {DBAPIError, DatabaseError}
        return lost or isinstance(error, OperationalError | InterfaceError)
    own = isinstance(error, TookTooLongError | TelegramAwayError)
    return isinstance(error, OSError | PoolTimeoutError) and not own


def finished(task: asyncio.Task[bool]) -> bool:
    return task.done() and not task.cancelled() and task.result()


async def _listen(runner: web.AppRunner, listen: str) -> None:
    host, port = listen.rsplit(":", 1)
    try:
        await web.TCPSite(runner, host or None, int(port)).start()
    except OSError as error:
        raise AddressTakenError(
            f"{listen} cannot be listened on ({error.strerror}): set PALABRE_WEBHOOK_LISTEN to a free address"
        ) from None


def _name(error: BaseException | None) -> str:
    return type(error).__name__
