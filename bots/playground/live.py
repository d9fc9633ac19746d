"""What happens, told to an open page as it happens: chats that have changed, the strip, the crowd's progress."""

import asyncio
import json
from contextlib import suppress
from typing import TYPE_CHECKING

from aiohttp import web

from bots.playground.accounts import Json
from bots.playground.onlookers import Onlooker
from bots.playground.words import page_language, sentence, words

if TYPE_CHECKING:
    from bots.playground.server import Playground

BREATH = 0.05  # seconds between two tellings: a crowd is told in portions
SILENCE = 15.0  # seconds after which a page hears that nothing has happened


async def live(world: "Playground", request: web.Request) -> web.StreamResponse:
    """Tell a page what happens, as server-sent events, until it is closed."""
    language = page_language(request.query.get("language", ""))
    await asyncio.to_thread(words, language)  # reading a language's catalogues takes a while, once
    answer = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    shown = {line.number for line in world.strip.lines()}
    with world.onlookers.looking(shown) as onlooker, suppress(ConnectionResetError):
        await answer.prepare(request)
        while True:
            told = await _news(onlooker)
            await answer.write(_event(world, told, language) if told else b": nothing new\n\n")
            await asyncio.sleep(BREATH)
    return answer


async def _news(onlooker: Onlooker) -> Onlooker | None:
    with suppress(TimeoutError):
        async with asyncio.timeout(SILENCE):
            await onlooker.woken.wait()
            return onlooker.take()
    return None


def _event(world: "Playground", told: Onlooker, language: str) -> bytes:
    news: Json = {
        "chats": sorted(told.chats),
        "lines": [
            {
                "number": line.number,
                "station": line.station,
                "at": line.at,
                "says": sentence(line.station, line.kind, language),
                "kind": line.kind,
                "reference": line.reference,
                "count": line.count,
            }
            for line in world.strip.lines(told.lines)
        ],
    }
    crowd = {"crowd": world.crowd.shown()} if told.crowd else {}
    return f"data: {json.dumps({**news, **crowd}, ensure_ascii=False)}\n\n".encode()
