"""Everything in one process tree: the bus, the workers, both bots, the notifier; SIGTERM leaves nothing behind."""

import asyncio
import ctypes
import logging
import os
import signal
import sys
from contextlib import AsyncExitStack
from dataclasses import dataclass

from deploy.embedded import PR_SET_PDEATHSIG, nats_at
from deploy.health import health
from deploy.parts import stop_signal
from deploy.settings import Settings, SettingsError
from deploy.wiring import instance

log = logging.getLogger(__name__)

STOP_SECONDS = 9.0
LONGEST_PAUSE = 30.0
TREE = (
    ("worker", "clerk"),
    ("bot", "citizen"),
    ("bot", "moderator"),
    ("notifier",),
    ("worker", "cartographer"),
)


@dataclass
class Child:
    """One part as a process, started again when it ends by itself."""

    arguments: tuple[str, ...]
    process: asyncio.subprocess.Process | None = None

    async def keep(self, environ: dict[str, str]) -> None:
        pause = 0.5
        while True:
            started = asyncio.get_running_loop().time()
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "deploy.cli", *self.arguments, env=environ, preexec_fn=_die_with_parent
            )
            code = await self.process.wait()
            if code == 2:  # noqa: PLR2004 - wrong usage does not mend itself
                raise SettingsError(f"{' '.join(self.arguments)} refused its settings (its line is above)")
            lived = asyncio.get_running_loop().time() - started
            pause = 0.5 if lived > LONGEST_PAUSE else min(2 * pause, LONGEST_PAUSE)
            log.warning("%s ended with code %s; again in %.1f s", " ".join(self.arguments), code, pause)
            await asyncio.sleep(pause)

    async def stop(self) -> None:
        if self.process is None or self.process.returncode is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(self.process.wait(), STOP_SECONDS)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()


async def up(settings: Settings, *, ready: asyncio.Event | None = None) -> None:
    """Run the whole instance until SIGTERM. Raises SettingsError when a part cannot run with these settings."""
    for field in ("citizen_bot_token", "moderator_bot_token", "secret"):
        settings.need(field)
    stop = stop_signal()
    async with AsyncExitStack() as stack:
        if settings.nats_url is None:
            await stack.enter_async_context(nats_at(settings.home, own=True))
        async with instance(settings):
            log.info("schema, streams and consumers are up to date")
        started = ready or asyncio.Event()
        await stack.enter_async_context(health(settings.health_port, started.is_set))
        async with family(settings) as keeping:
            started.set()
            stopping = asyncio.create_task(stop.wait())
            await asyncio.wait({stopping, *keeping}, return_when=asyncio.FIRST_COMPLETED)
            stopping.cancel()
            for ended in (task for task in keeping if task.done()):
                await ended


class family:  # noqa: N801 - reads as what it is: `async with family(...)`
    """The children of the tree; on leaving all are stopped at once."""

    def __init__(self, settings: Settings) -> None:
        self._environ = {name: value for name, value in os.environ.items() if name != "PALABRE_HEALTH_PORT"}
        self._environ["PALABRE_HOME"] = str(settings.home)
        self._children = [Child(arguments) for arguments in TREE]

    async def __aenter__(self) -> list[asyncio.Task[None]]:
        self._keeping = [asyncio.create_task(child.keep(self._environ)) for child in self._children]
        return self._keeping

    async def __aexit__(self, *_: object) -> None:
        for task in self._keeping:
            task.cancel()
        await asyncio.gather(*self._keeping, return_exceptions=True)
        await asyncio.gather(*(child.stop() for child in self._children))


def _die_with_parent() -> None:
    """Have the kernel stop a part when its parent is killed: nobody else would."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
