"""The phones in a browser page: what people see and write, over a few addresses on loopback.

`GET /` the page · `GET /phones` people and bots · `POST /phones` one more person ·
`GET /phones/<person>/<bot>?seen=<n>` a chat, as soon as it is another than number n ·
`POST /phones/<person>/<bot>` a text or a tap · `GET /phones/<person>/<bot>/<file>` a file that was sent there.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bots.playground.accounts import BotAccount, Chat, Json
from bots.playground.phone import Phone, buttons_of

if TYPE_CHECKING:
    from bots.playground.server import Playground

PAGE = Path(__file__).with_name("page.html")
PATIENCE = 20.0  # seconds that a browser waits for news
LOCAL = {"127.0.0.1", "localhost", "[::1]"}
NEWEST = 60  # messages shown of a chat
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def routes(world: "Playground") -> list[web.RouteDef]:
    """Return the page's addresses; another site's page cannot use them (the Host must be this machine)."""
    phones = Phones(world)
    return [
        web.get("/", _local(phones.page)),
        web.get("/phones", _local(phones.everybody)),
        web.post("/phones", _local(phones.newcomer)),
        web.get("/phones/{person}/{bot}", _local(phones.look)),
        web.post("/phones/{person}/{bot}", _local(phones.act)),
        web.get("/phones/{person}/{bot}/{file}", _local(phones.file)),
    ]


def _local(handler: Handler) -> Handler:
    async def guarded(request: web.Request) -> web.StreamResponse:
        if request.host.rsplit(":", 1)[0] not in LOCAL:
            raise web.HTTPForbidden(text="this page is for this machine only\n")
        return await handler(request)

    return guarded


class Phones:
    """All phones of a playground, as a browser sees them."""

    def __init__(self, world: "Playground") -> None:
        self._world = world

    async def page(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE, headers={"Cache-Control": "no-store"})

    async def everybody(self, _request: web.Request) -> web.StreamResponse:
        return web.json_response(
            {
                "people": [
                    {"id": each.id, "name": each.name, "language": each.language, "bots": self._bots_of(each.id)}
                    for each in self._world.people.values()
                ],
                "bots": [bot.username for bot in self._world.bots.values()],
            }
        )

    def _bots_of(self, person: int) -> list[str]:
        return [bot.username for bot in self._world.bots.values() if person in bot.chats]

    async def newcomer(self, request: web.Request) -> web.StreamResponse:
        wish = await request.json()
        phone = self._world.person(str(wish.get("name", ""))[:40] or "…", str(wish.get("language", "fr"))[:8])
        return web.json_response({"id": phone.person.id}, status=201)

    async def look(self, request: web.Request) -> web.StreamResponse:
        """Return the chat with its number, at once if it has changed since `seen`, else when it does."""
        chat = self._chat(request)
        if request.query.get("seen") == str(chat.number):
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await chat.changed.wait()
        messages = [_shown(each) for each in list(chat.messages.values())[-NEWEST:]]
        toast = chat.toasts[-1] if chat.toasts else None
        return web.json_response({"number": chat.number, "messages": messages, "toast": toast})

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
        sent = {each["file"]["id"]: each["file"] for each in map(_shown, chat.messages.values()) if each["file"]}
        if file_id not in sent or file_id not in chat.bot.files:
            raise web.HTTPNotFound
        name = sent[file_id]["name"]
        return web.Response(
            body=chat.bot.files[file_id],
            content_type="image/png" if name.endswith(".png") else "application/octet-stream",
            headers={"X-Content-Type-Options": "nosniff"},
        )

    def _chat(self, request: web.Request) -> Chat:
        try:
            person = self._world.people[int(request.match_info["person"])]
            bot: BotAccount = next(
                each for each in self._world.bots.values() if each.username == request.match_info["bot"]
            )
        except (KeyError, ValueError, StopIteration):
            raise web.HTTPNotFound from None
        return bot.chat(person)


def _shown(message: Json) -> Json:
    """Return a message as the page draws it."""
    file = message.get("document") or (message.get("photo") or [None])[0]
    return {
        "id": message["message_id"],
        "mine": not message["from"]["is_bot"],
        "html": message.get("html") or "",
        "text": message.get("text") or message.get("caption") or "",
        "file": {"id": file["file_id"], "name": file.get("file_name", "image.png")} if file else None,
        "rows": [
            [{"label": button["text"], "tap": button.get("callback_data", "")} for button in row]
            for row in message.get("reply_markup", {}).get("inline_keyboard", [])
        ],
    }
