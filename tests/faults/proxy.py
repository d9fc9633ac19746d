"""A wire between a part and what it speaks with, which can be cut, blocked, slow, or dead on one side."""

import asyncio
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from math import inf

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]

RESET = struct.pack("ii", 1, 0)  # what is closed is reset: whoever reads hears of it as an error


@dataclass(eq=False)
class Line:
    """One connection: who has come, and beyond. Nothing goes on through a `dead` one, and nobody is told."""

    near: asyncio.StreamWriter
    far: asyncio.StreamWriter
    dead: bool = False


@dataclass
class Proxy:
    """Passes on what comes, as long as it may; `connections` and `passed` (bytes) count, `broken` too."""

    beyond: Callable[[], Awaitable[Streams]]
    port: int = 0
    connections: int = 0
    passed: int = 0
    broken: int = 0
    _left: float = inf  # bytes until everything is reset
    _pause: float = 0.0
    _open: asyncio.Event = field(default_factory=asyncio.Event)
    _cut: asyncio.Event = field(default_factory=asyncio.Event)
    _lines: dict[asyncio.Task[None], Line] = field(default_factory=dict)
    _server: asyncio.Server | None = None

    async def resets(self, after: int) -> None:
        """Reset every connection once so many more bytes have passed; return when that has happened."""
        self._left = after
        self._cut.clear()
        await self._cut.wait()

    def dies(self) -> None:
        """Leave every connection half open: closed beyond, while whoever has come goes on speaking to nobody."""
        for line in [line for line in self._lines.values() if not line.dead]:
            line.dead = True
            line.far.transport.abort()
            self.broken += 1

    @asynccontextmanager
    async def stalled(self) -> AsyncIterator[None]:
        """Take what comes, new connections too, and pass nothing on meanwhile."""
        self._open.clear()
        try:
            yield
        finally:
            self._open.set()

    @asynccontextmanager
    async def slow(self, seconds: float = 0.05) -> AsyncIterator[None]:
        """Hold back meanwhile whatever passes."""
        self._pause = seconds
        try:
            yield
        finally:
            self._pause = 0.0

    @asynccontextmanager
    async def away(self) -> AsyncIterator[None]:
        """Refuse whoever comes meanwhile."""
        self.closes()
        try:
            yield
        finally:
            await self.opens()

    async def opens(self) -> None:
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        self._open.set()

    def closes(self) -> None:
        if self._server:
            self._server.close()
        self._reset()

    async def ends(self) -> None:
        """Close, and let go of whoever is still there."""
        self.closes()
        passing = [*self._lines]
        for task in passing:
            task.cancel()
        await asyncio.gather(*passing, return_exceptions=True)

    async def _meet(self, reader: asyncio.StreamReader, near: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            source, far = await self.beyond()
        except OSError:
            near.transport.abort()
            return
        line, task = Line(near, far), asyncio.current_task()
        assert task
        self._lines[task] = line
        try:
            await asyncio.gather(self._pass(line, reader, far), self._pass(line, source, near))
        finally:
            del self._lines[task]
            near.close()
            far.close()

    async def _pass(self, line: Line, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while chunk := await source.read(65536):
                await self._open.wait()
                await asyncio.sleep(self._pause)
                if not line.dead:
                    sink.write(chunk)
                    await sink.drain()
                    self._count(len(chunk))
        if not (line.dead and sink is line.near):
            sink.close()

    def _count(self, passed: int) -> None:
        self.passed += passed
        self._left -= passed
        if self._left < 0:
            self._left = inf
            self._reset()
            self._cut.set()

    def _reset(self) -> None:
        for line in self._lines.values():
            self.broken += 1
            for side in (line.near, line.far):
                with suppress(OSError):  # it may have been closed already
                    side.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                side.transport.abort()


@asynccontextmanager
async def proxy(beyond: Callable[[], Awaitable[Streams]]) -> AsyncIterator[Proxy]:
    """Listen on a free port of loopback."""
    wire = Proxy(beyond)
    await wire.opens()
    try:
        yield wire
    finally:
        await wire.ends()
