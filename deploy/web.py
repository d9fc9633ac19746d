"""`palabre web`: the public pages, made anew when something has changed, and served from memory.

No cookie, no script, no request to anybody else; a browser asks again with an ETag and is told that nothing is new.
"""

import asyncio
import gzip
import logging
import mimetypes
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from aiohttp import web
from nats.aio.msg import Msg

from deploy.settings import Settings
from deploy.site import Site
from deploy.watching.health import PortTakenError
from deploy.wiring import Instance, now
from events.bus import OUTCOMES
from events.ending import ended
from events.naming import NameOf, NatsName
from workers.meters import COMPUTE_SECONDS
from workers.reception import Attempts, delay

log = logging.getLogger(__name__)

PAUSE = 2.0  # seconds between two makings
ANYWAY = 60.0  # seconds after which it is looked whether anything has changed although nobody said so
PAGE_SECONDS = 60  # that a browser may show a page without asking again
FOR_EVER = "public, max-age=31536000, immutable"  # of the style, whose name changes with it
KINDS = {".atom": "application/atom+xml", ".jsonl": "application/x-ndjson", ".ics": "text/calendar", ".csv": "text/csv"}
PACKED = ("text/", "application/json", "application/atom+xml", "application/x-ndjson", "image/svg+xml")
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True)
class File:
    """A file as it is sent."""

    path: str
    body: bytes

    @cached_property
    def kind(self) -> str:
        return KINDS.get(os.path.splitext(self.path)[1]) or mimetypes.guess_type(self.path)[0] or "text/plain"  # noqa: PTH122 - a path of the web

    @cached_property
    def etag(self) -> str:
        return sha256(self.body).hexdigest()[:32]

    @cached_property
    def packed(self) -> bytes | None:
        """Return the file smaller, where that is worth it; equal files pack to equal bytes."""
        return gzip.compress(self.body, 6, mtime=0) if self.kind.startswith(PACKED) else None


class Shelf:
    """The files that are served now."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}

    def fill(self, files: Mapping[str, bytes]) -> None:
        """Serve these files from now on; what is the same keeps what was worked out about it."""
        known = self._files
        self._files = {
            path: known[path] if path in known and known[path].body == body else File(path, body)
            for path, body in files.items()
        }

    async def answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path.lstrip("/")
        found = self._files.get(f"{path}index.html" if not path or path.endswith("/") else path)
        if found is None and f"{path}/index.html" in self._files:
            raise web.HTTPFound(f"/{path}/", headers=HEADERS)
        if found is None:
            missing = self._files.get("404.html")
            return _response(request, missing, status=404) if missing else web.Response(status=404, headers=HEADERS)
        return _response(request, found)


def _response(request: web.Request, file: File, status: int = 200) -> web.Response:
    keep = FOR_EVER if file.path.endswith(".css") else f"public, max-age={PAGE_SECONDS}"
    headers = {**HEADERS, "Cache-Control": keep, "ETag": f'"{file.etag}"', "Vary": "Accept-Encoding"}
    if any(tag.value in {file.etag, "*"} for tag in request.if_none_match or ()):
        return web.Response(status=304, headers=headers)
    body = file.body
    if file.packed is not None and "gzip" in request.headers.get("Accept-Encoding", ""):
        body, headers["Content-Encoding"] = file.packed, "gzip"
    charset = "utf-8" if file.kind.startswith(("text/", "application/", "image/svg")) else None
    return web.Response(body=body, status=status, headers=headers, content_type=file.kind, charset=charset)


@asynccontextmanager
async def pages_served(parts: Instance) -> AsyncIterator[int]:
    """Keep the pages up to date, serve them, and yield the port. Raises PortTakenError."""
    shelf, changed = Shelf(), asyncio.Event()

    async def on_decision(_message: Msg) -> None:
        changed.set()

    await parts.client.subscribe(f"{OUTCOMES}.*", cb=on_decision)
    name = NatsName(parts.client, parts.settings.city)
    keeping = asyncio.create_task(_keep(parts, shelf, changed, name))
    asking = asyncio.create_task(_named(name, changed))
    try:
        async with _listening(parts.settings, shelf) as port:
            yield port
    finally:
        await ended(asking)
        await ended(keeping)


async def _keep(parts: Instance, shelf: Shelf, changed: asyncio.Event, name: NameOf) -> None:
    """Fill the shelf, and fill it anew when anything was decided, or computed since."""
    site, attempts, failed = Site(parts.settings, parts.engine, now), Attempts(), 0

    async def make() -> None:
        with COMPUTE_SECONDS.labels("pages").time():
            shelf.fill(await site.files(await name() or None))

    while True:
        changed.clear()
        failed = 0 if await attempts.attempt("making the pages", make()) else failed + 1
        await asyncio.sleep(PAUSE + (delay(failed) if failed else 0))
        if not failed:
            await _either(changed, ANYWAY)


async def _named(name: NameOf, changed: asyncio.Event) -> None:
    """Have the pages made anew, with links to the citizens' bot, once it has said what it is called."""
    while True:
        if await name():
            return changed.set()
        await asyncio.sleep(PAUSE)


async def _either(event: asyncio.Event, seconds: float) -> None:
    """Wait for an event, but not longer than that."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return


@asynccontextmanager
async def _listening(settings: Settings, shelf: Shelf) -> AsyncIterator[int]:
    app = web.Application()
    app.router.add_get("/{path:.*}", shelf.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await _listen(runner, settings)
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, settings: Settings) -> None:
    try:
        await web.TCPSite(runner, settings.web_host, settings.web_port).start()
    except OSError as error:
        port, why = settings.web_port, os.strerror(error.errno or 0)
        raise PortTakenError(f"port {port} cannot be listened on ({why}): set PALABRE_WEB_PORT to another") from None
