"""An endpoint that speaks OpenAI's `/chat/completions`, over real HTTP, and answers as a test wants it to."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Sentence = dict[str, Any]
Trouble = Callable[[web.Request], Awaitable[web.StreamResponse]]
OVER = web.AppKey("over", asyncio.Event)


@dataclass
class Endpoint:
    """What was asked, and what is answered: `answer` makes of the sentences asked for what the model says."""

    answer: Callable[[list[Sentence]], Any]
    url: str = ""
    asked: list[Mapping[str, Any]] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    trouble: list[Trouble] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(await request.json())
        self.headers.append(dict(request.headers))
        if self.trouble:
            return await self.trouble.pop(0)(request)
        return said(self.answer(self.sentences))

    @property
    def sentences(self) -> list[Sentence]:
        """Return the sentences that were asked for last."""
        found: list[Sentence] = json.loads(self.asked[-1]["messages"][1]["content"])["sentences"]
        return found


def said(content: Any) -> web.Response:
    """Return a completion whose words are `content`: a text as it stands, anything else as JSON."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    return web.json_response({"choices": [{"message": {"role": "assistant", "content": text}}]})


def status(code: int, **headers: str) -> Trouble:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=code, text="sk-secret and other things that nobody should read", headers=headers)

    return answer


async def silence(request: web.Request) -> web.StreamResponse:
    """Say nothing for as long as the endpoint is there."""
    await request.app[OVER].wait()
    return web.Response()


async def torrent(_request: web.Request) -> web.StreamResponse:
    return web.Response(text="x" * 2_000_000)


async def nonsense(_request: web.Request) -> web.StreamResponse:
    return said("Of course! Here is your summary:")


async def page(_request: web.Request) -> web.StreamResponse:
    return web.Response(text="<html>It works!</html>", content_type="text/html")


def echo(sentences: list[Sentence]) -> Any:
    """Say what was said, in its own words."""
    return {
        "sentences": [{"id": each["id"], "text": each["quote"], "citations": each["citations"]} for each in sentences]
    }


def saying(*texts: str) -> Callable[[list[Sentence]], Any]:
    """Say these texts, of the sentences in their order."""

    def answer(sentences: list[Sentence]) -> Any:
        told = zip(sentences, texts, strict=False)
        return {"sentences": [{"id": each["id"], "text": text, "citations": each["citations"]} for each, text in told]}

    return answer


@asynccontextmanager
async def endpoint(answer: Callable[[list[Sentence]], Any] = echo) -> AsyncIterator[Endpoint]:
    """Serve an endpoint on a free port."""
    served = Endpoint(answer)
    app = web.Application()
    app[OVER] = asyncio.Event()
    app.router.add_post("/v1/chat/completions", served.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    served.url = f"http://127.0.0.1:{port}/v1"
    try:
        yield served
    finally:
        app[OVER].set()
        await asyncio.sleep(0)  # who waited answers now, to whoever is still there
        await runner.cleanup()
