"""The look-alike's HTTP side: `<base>/bot<token>/<method>` and `<base>/file/bot<token>/<path>`."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import aiohttp
from aiohttp import web

from bots.playground import page
from bots.playground.accounts import BotAccount, Chat, Json, Person
from bots.playground.crowd import CrowdButton
from bots.playground.faults import Faults
from bots.playground.methods import METHODS
from bots.playground.onlookers import Onlookers
from bots.playground.parameters import ApiError, ProvokedError
from bots.playground.phone import Phone
from bots.playground.strip import Strip

HANG = 3600.0
WEBHOOK_PAUSE = 0.2


class Playground:
    """Bots by token and people by number, served over HTTP.

    `calls` counts what bots have asked for; `refused` holds what Telegram would not take, without planned faults.
    """

    def __init__(self, *, first_person: int = 700_000_001) -> None:
        self.bots: dict[str, BotAccount] = {}
        self.people: dict[int, Person] = {}
        self.faults = Faults()
        self.calls = 0
        self.refused: list[str] = []
        self.onlookers = Onlookers()
        self.strip = Strip(self.onlookers.line)
        self.crowd = CrowdButton(self.onlookers.crowd)
        self.base_url = ""
        self._numbers = itertools.count(first_person)
        self._hooks: dict[str, asyncio.Task[None]] = {}

    def bot(self, token: str, username: str) -> BotAccount:
        """Register a bot with its token, `<number>:<secret>`."""
        number = int(token.split(":", maxsplit=1)[0])
        return self.bots.setdefault(token, BotAccount(token, username, number, notice=self._noticed))

    def person(self, name: str, language: str | None = "fr", number: int | None = None) -> Phone:
        """Give a person a phone."""
        person = Person(next(self._numbers) if number is None else number, name, language)
        self.people[person.id] = person
        return Phone(person)

    def _noticed(self, what: str, chat: Chat) -> None:
        self.onlookers.chat(chat.person.id, chat.bot.username)
        if what == "asked":
            self.strip.tell("citizen", "callback_query" if chat.bot.asked_at[chat.person.id][1] else "message")
        elif what == "answered":
            self.strip.tell("bot", chat.bot.username)

    def application(self) -> web.Application:
        app = web.Application(client_max_size=50 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        app.router.add_routes(page.routes(self))
        return app

    async def _call(self, request: web.Request) -> web.StreamResponse:
        bot = self.bots.get(request.match_info["token"])
        self.calls += 1
        method = request.match_info["method"].lower()
        try:
            if bot is None:
                raise ApiError(401, "Unauthorized")  # noqa: TRY301 - answered as every other refusal
            if method not in METHODS:
                raise ApiError(404, "Not Found: method not found")  # noqa: TRY301 - as above
            return web.json_response({"ok": True, "result": await self._performed(bot, method, request)})
        except ProvokedError as error:
            return _refusal(error)
        except ApiError as error:
            self.refused.append(f"{method}: {error.code} {error.description}")
            return _refusal(error)

    async def _performed(self, bot: BotAccount, method: str, request: web.Request) -> Any:
        params = await _params(request)
        fault = self.faults.next(method, params.get("chat_id"))
        if fault == "429":
            seconds = self.faults.retry_after
            raise ProvokedError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        if fault == "500":
            raise ProvokedError(500, "Internal Server Error")
        if fault == "hang":
            await asyncio.sleep(HANG)
        result = await METHODS[method](bot, params)
        if fault == "hang_after":
            await asyncio.sleep(HANG)
        if method == "setwebhook":
            self._hook(bot)
        return result

    async def _file(self, request: web.Request) -> web.StreamResponse:
        bot = self.bots.get(request.match_info["token"])
        content = bot.files.get(request.match_info["path"]) if bot else None
        return web.Response(body=content) if content is not None else _refusal(ApiError(404, "Not Found"))

    def _hook(self, bot: BotAccount) -> None:
        if bot.token not in self._hooks:
            self._hooks[bot.token] = asyncio.create_task(self._deliver(bot))

    async def _deliver(self, bot: BotAccount) -> None:
        """Bring updates to a webhook, several at a time; one that is not answered with 2xx is brought again."""
        under_way: dict[int, asyncio.Task[None]] = {}
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as session:
            try:
                while True:
                    bot.arrived.clear()
                    room = bot.webhook.get("max_connections", 0) - len(under_way)
                    new = [each for each in bot.updates if each["update_id"] not in under_way]
                    for update in new[: max(room, 0)]:
                        task = asyncio.create_task(self._post(session, bot, update))
                        under_way[update["update_id"]] = task
                    arriving = asyncio.ensure_future(bot.arrived.wait())
                    await asyncio.wait({arriving, *under_way.values()}, return_when=asyncio.FIRST_COMPLETED)
                    arriving.cancel()
                    under_way = {number: task for number, task in under_way.items() if not task.done()}
            finally:
                for task in under_way.values():
                    task.cancel()

    async def _post(self, session: aiohttp.ClientSession, bot: BotAccount, update: Json) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": bot.webhook["secret_token"]}
        with suppress(aiohttp.ClientError, TimeoutError):
            async with session.post(bot.webhook["url"], json=update, headers=headers) as answer:
                if answer.ok:
                    return bot.delivered(update)
        await asyncio.sleep(WEBHOOK_PAUSE)
        return None

    async def close(self) -> None:
        await self.crowd.stop()
        for task in self._hooks.values():
            task.cancel()
        await asyncio.gather(*self._hooks.values(), return_exceptions=True)


@asynccontextmanager
async def playground(
    port: int = 0, *, host: str = "127.0.0.1", first_person: int = 700_000_001
) -> AsyncIterator[Playground]:
    """Serve a look-alike, on loopback if nothing else is said; port 0 takes any free one."""
    world = Playground(first_person=first_person)
    # whoever hangs up is not waited for: what waits for updates, or hangs on demand, ends
    runner = web.AppRunner(world.application(), access_log=None, shutdown_timeout=0.5, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    try:
        await site.start()
        world.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield world
    finally:
        await world.close()
        await runner.cleanup()


async def _params(request: web.Request) -> Json:
    """Read parameters as Telegram does: from the address, JSON, a form, or a form with files."""
    params: Json = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = await request.json()
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise ApiError(400, "Bad Request: can't parse JSON object")
        return {**params, **body}
    if request.content_type.startswith("multipart/"):
        async for part in await request.multipart():
            if isinstance(part, aiohttp.BodyPartReader) and part.name:
                read = (part.filename, bytes(await part.read())) if part.filename else await part.text()
                params[part.name] = read
        return params
    return {**params, **(await request.post())}


def _refusal(error: ApiError) -> web.Response:
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return web.json_response(body, status=error.code)
