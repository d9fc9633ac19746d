"""The phones in a browser page: what people see and write, over a few addresses on loopback.

`GET /` the page · `GET /phone/<file>` what it is made of · `GET /words/<language>` its words ·
`GET /live` what happens, as server-sent events · `GET /phones` people and bots · `POST /phones` one more person ·
`GET /phones/<person>/<bot>` a chat · `POST /phones/<person>/<bot>` a text or a tap ·
`GET /phones/<person>/<bot>/<file>` a file that was sent there · `POST /crowd` the crowd comes, or stops.

The page's own address says what it shows: `/?phones=citizen,moderator&lang=fr`. A phone is a role, with a language
(`citizen:ar`) or a person's number (`moderator:700000002`) if wanted; once it is drawn, `<html>` has `data-ready`.
"""

import asyncio
from collections.abc import Awaitable, Callable
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bots.playground import chats
from bots.playground.accounts import BotAccount, Chat
from bots.playground.live import live
from bots.playground.phone import Phone, buttons_of
from bots.playground.words import first_name, page_language, words

if TYPE_CHECKING:
    from bots.playground.server import Playground

FOLDER = Path(__file__).with_name("phone")
LOCAL = {"127.0.0.1", "localhost", "[::1]"}
SAFE = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def routes(world: "Playground") -> list[web.RouteDef]:
    """Return the page's addresses; another site's page cannot use them."""
    phones = Phones(world)
    return [
        web.get("/", _local(phones.page)),
        web.get("/phone/{file}", _local(phones.part)),
        web.get("/words/{language}", _local(phones.words)),
        web.get("/live", _local(phones.live)),
        web.get("/phones", _local(phones.everybody)),
        web.post("/phones", _local(phones.newcomer)),
        web.get("/phones/{person}/{bot}", _local(phones.look)),
        web.post("/phones/{person}/{bot}", _local(phones.act)),
        web.get("/phones/{person}/{bot}/{file:.+}", _local(phones.file)),
        web.post("/crowd", _local(phones.crowd)),
    ]


def _local(handler: Handler) -> Handler:
    """Let in who comes from this machine's own page: its name is this machine's, and what is posted is JSON.

    A page of another site can post only what a form can, unless it is allowed to; nobody here allows it.
    """

    async def guarded(request: web.Request) -> web.StreamResponse:
        if request.host.rsplit(":", 1)[0] not in LOCAL:
            raise web.HTTPForbidden(text="this page is for this machine only\n")
        if request.method == "POST" and request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType(text="JSON, please\n")
        return await handler(request)

    return guarded


async def _file(path: Path) -> web.Response:
    """Return a file of the page, read whole: who is gone in the midst of it leaves nothing open."""
    kind, _ = guess_type(path.name)
    return web.Response(body=await asyncio.to_thread(path.read_bytes), content_type=kind, charset="utf-8", headers=SAFE)


class Phones:
    """All phones of a playground, as a browser sees them."""

    def __init__(self, world: "Playground") -> None:
        self._world = world

    async def page(self, _request: web.Request) -> web.StreamResponse:
        return await _file(FOLDER / "index.html")

    async def part(self, request: web.Request) -> web.StreamResponse:
        file = next((each for each in FOLDER.iterdir() if each.name == request.match_info["file"]), None)
        if file is None:
            raise web.HTTPNotFound
        return await _file(file)

    async def words(self, request: web.Request) -> web.StreamResponse:
        said = await asyncio.to_thread(words, page_language(request.match_info["language"]))
        return web.json_response(said, headers=SAFE)

    async def live(self, request: web.Request) -> web.StreamResponse:
        return await live(self._world, request)

    async def everybody(self, _request: web.Request) -> web.StreamResponse:
        return web.json_response(chats.everybody(self._world), headers=SAFE)

    async def newcomer(self, request: web.Request) -> web.StreamResponse:
        wish = await request.json()
        language = page_language(str(wish.get("language", "")))
        name = str(wish.get("name", "")).strip()[:40] or first_name(language, len(self._world.people))
        person = self._world.person(name, language).person
        return web.json_response({"id": person.id, "name": name, "language": language, "bots": []}, status=201)

    async def look(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(chats.look(self._chat(request)), headers=SAFE)

    async def act(self, request: web.Request) -> web.StreamResponse:
        """Write a text, or tap a button of a message."""
        chat, wish = self._chat(request), await request.json()
        phone = Phone(chat.person)
        if text := str(wish.get("text", "")).strip():
            phone.says(chat.bot, text)
        elif message := chat.messages.get(int(wish.get("message", 0))):
            tapped = str(wish.get("tap", ""))
            if tapped in {button.get("callback_data") for button in buttons_of(message)}:
                phone.forges(chat.bot, tapped, message)
        return web.json_response({})

    async def file(self, request: web.Request) -> web.StreamResponse:
        chat, file_id = self._chat(request), request.match_info["file"]
        sent = chats.files_of(chat).get(file_id)
        if sent is None or file_id not in chat.bot.files:
            raise web.HTTPNotFound
        content = chat.bot.files[file_id]
        kind = "image/png" if content.startswith(b"\x89PNG") else "application/octet-stream"
        return web.Response(body=content, content_type=kind, headers=SAFE)

    async def crowd(self, request: web.Request) -> web.StreamResponse:
        wish = await request.json()
        if wish.get("come"):
            self._world.crowd.begin()
        else:
            await self._world.crowd.stop()
        return web.json_response(self._world.crowd.shown())

    def _chat(self, request: web.Request) -> Chat:
        """Return the chat of a person with a bot; looking at one in which nothing was said does not begin it."""
        try:
            person = self._world.people[int(request.match_info["person"])]
            bot: BotAccount = next(
                each for each in self._world.bots.values() if each.username == request.match_info["bot"]
            )
        except (KeyError, ValueError, StopIteration):
            raise web.HTTPNotFound from None
        return bot.chats.get(person.id) or Chat(bot, person)
