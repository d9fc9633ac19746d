"""The children of a process tree: born in the nursery, kept alive, stopped together."""

import asyncio
import json
import logging
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from subprocess import Popen
from typing import Any

from deploy.bus.embedded import die_with_parent
from deploy.settings import Settings, SettingsError

log = logging.getLogger(__name__)

STOP_SECONDS = 9.0
LONGEST_PAUSE = 30.0
LIVED = 10.0  # a part that ran so long did not die of its start
LOST = -signal.SIGKILL  # the code of a child whose end nobody saw
WRONG_USAGE = 2
MESSAGE = 64 * 1024


@dataclass
class Life:
    """A child from its birth to its end."""

    pid: int
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    code: int = LOST

    def end(self, code: int) -> None:
        self.code = code
        self.gone.set()


class Nursery:
    """Our end of the nursery (see deploy/nursery.py), which is opened again when it was lost."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Start it at once, outside any loop: it takes seconds to load what the parts share."""
        self._environ, self._lives = dict(environ), dict[int, Life]()
        self._one_by_one = asyncio.Lock()
        self._birth: asyncio.Future[Life] | None = None
        self._ready = False
        self._door: socket.socket | None
        self._door, self._process = self._open()

    def _open(self) -> tuple[socket.socket, Popen[bytes]]:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        with theirs:
            return ours, Popen(  # noqa: S603 - our own program
                [sys.executable, "-m", "deploy.nursery", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env=self._environ,
                preexec_fn=die_with_parent,  # noqa: PLW1509 - it only calls the kernel
            )

    async def bear(self, arguments: tuple[str, ...]) -> Life:
        """Have a child begin with these arguments. Raises OSError when the nursery is lost meanwhile."""
        async with self._one_by_one:
            if self._door is None:
                await asyncio.to_thread(self._process.wait)
                self._ready = False
                self._door, self._process = self._open()
            asyncio.get_running_loop().add_reader(self._door, self._heard)
            self._birth = asyncio.get_running_loop().create_future()
            self._order(bear=arguments)
            return await asyncio.shield(self._birth)  # who is told to stop meanwhile leaves no child unseen

    def tell(self, life: Life, what: signal.Signals) -> None:
        """Send a child a signal; who has ended hears nothing, whoever has its number by now."""
        if self._door is not None:
            self._order(signal=life.pid, **{"with": what})

    async def stop(self, life: Life) -> None:
        """Have a child end by itself, or at last by force."""
        for what in (signal.SIGTERM, signal.SIGKILL):
            if not life.gone.is_set():
                self.tell(life, what)
                with suppress(TimeoutError):
                    async with asyncio.timeout(STOP_SECONDS):
                        await life.gone.wait()

    async def close(self) -> None:
        """End the nursery; who was born while its parent was told to stop is stopped first."""
        if self._ready and self._birth is not None:
            await asyncio.wait({self._birth}, timeout=STOP_SECONDS)
        await asyncio.gather(*map(self.stop, tuple(self._lives.values())))
        self._lose()
        self._process.terminate()  # it hears that as long as it loads, and nobody is born before the end of that
        await asyncio.to_thread(self._process.wait)

    def _order(self, **order: Any) -> None:
        if self._door is None:
            raise ConnectionError("the nursery is lost")
        self._door.send(json.dumps(order).encode())

    def _heard(self) -> None:
        try:
            message = self._door.recv(MESSAGE) if self._door else b""
        except OSError:
            message = b""
        if not message:
            self._lose()
            return
        news = json.loads(message)
        if "ready" in news:
            self._ready = True
        elif "born" in news:
            self._lives[news["born"]] = life = Life(news["born"])
            if self._birth is not None and not self._birth.done():
                self._birth.set_result(life)
        else:
            self._lives.pop(news["ended"]).end(news["code"])

    def _lose(self) -> None:
        """Take it that all children end: the kernel tells them to when the nursery has gone."""
        if self._door is not None:
            asyncio.get_running_loop().remove_reader(self._door)
            self._door.close()
            self._door = None
        if self._birth is not None and not self._birth.done():
            self._birth.set_exception(ConnectionError("the nursery is lost"))
        while self._lives:
            self._lives.popitem()[1].end(LOST)


def nursery_for(settings: Settings) -> Nursery:
    """Open the nursery of an instance, whose parts find in their environment what we find.

    Ours alone is the port that says how the whole is.
    """
    environ = {name: value for name, value in os.environ.items() if name != "PALABRE_HEALTH_PORT"}
    return Nursery({**environ, "PALABRE_HOME": str(settings.home)})


@dataclass
class Child:
    """One part as a process, started again when it ends by itself."""

    nursery: Nursery
    arguments: tuple[str, ...]
    life: Life | None = None

    async def keep(self) -> None:
        """Raise SettingsError when the part refuses its settings: that does not mend itself."""
        pause = 0.5
        while True:
            started = asyncio.get_running_loop().time()
            code = await self._live()
            if code == WRONG_USAGE:
                raise SettingsError(f"{' '.join(self.arguments)} refused its settings (its line is above)")
            lived = asyncio.get_running_loop().time() - started
            pause = 0.5 if lived > LIVED else min(2 * pause, LONGEST_PAUSE)
            log.warning("%s ended with code %s; again in %.1f s", " ".join(self.arguments), code, pause)
            await asyncio.sleep(pause)

    async def _live(self) -> int:
        try:
            self.life = await self.nursery.bear(self.arguments)
        except OSError:
            return LOST
        await self.life.gone.wait()
        return self.life.code

    async def stop(self) -> None:
        if self.life is not None:
            await self.nursery.stop(self.life)


@asynccontextmanager
async def family(nursery: Nursery, tree: tuple[tuple[str, ...], ...]) -> AsyncIterator[list[asyncio.Task[None]]]:
    """Yield the tasks that keep the parts of a tree alive; on leaving all parts are stopped at once."""
    children = [Child(nursery, arguments) for arguments in tree]
    keeping = [asyncio.create_task(child.keep()) for child in children]
    try:
        yield keeping
    finally:
        for task in keeping:
            task.cancel()
        await asyncio.gather(*keeping, return_exceptions=True)
        await asyncio.gather(*(child.stop() for child in children))
