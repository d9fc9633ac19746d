"""A palabre command once a day, where no timer is at hand: `python -m deploy.backups.daily backup /backups`.

It begins at once. What failed is tried again after an hour; until it is done /readyz says so.
"""

import asyncio
import gc
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import uvloop
from prometheus_client import Gauge

from deploy.parts import stop_signal
from deploy.settings import Settings, SettingsError, load
from deploy.watching.health import counted, health
from deploy.watching.log import set_up

DAY, HOUR = 86_400.0, 3_600.0
STOP_SECONDS = 8.0

log = logging.getLogger(__name__)


async def daily(settings: Settings, command: Sequence[str], day: float = DAY, hour: float = HOUR) -> None:
    """Run the command day by day until told to stop; `hour`: until the next try where it failed, in seconds."""
    stop, troubles = stop_signal(), [f"`palabre {command[0]}` runs for the first time"]
    with counted() as registry:
        name = f"palabre_{command[0].strip('-')}_last_success_timestamp_seconds"
        done = Gauge(name, "When the command last succeeded; 0: never", registry=registry)
        async with health(settings.health_port, lambda: next(iter(troubles), None)):
            while not stop.is_set():
                code = await once(command, stop)
                troubles[:] = [f"`palabre {command[0]}` ended with code {code}: its log says why"] if code else []
                if code == 0:
                    done.set_to_current_time()
                with suppress(TimeoutError):
                    async with asyncio.timeout(hour if code else day):
                        await stop.wait()
    gc.freeze()  # as a part does


async def once(command: Sequence[str], stop: asyncio.Event) -> int | None:
    """Run the command and return its exit code; told to stop, stop it too (None)."""
    child = await asyncio.create_subprocess_exec(sys.executable, "-m", "deploy.cli", *command)
    stopping, ending = asyncio.create_task(stop.wait()), asyncio.create_task(child.wait())
    await asyncio.wait({stopping, ending}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not ending.done():
        child.terminate()
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                await asyncio.shield(ending)
        with suppress(ProcessLookupError):
            child.kill()
        await ending
        return None
    return child.returncode


def main() -> None:
    try:
        settings = load(os.environ)
    except SettingsError as error:
        sys.exit(f"palabre: {error}")
    set_up(settings.log, settings.log_level, sys.stderr)
    uvloop.run(daily(settings, sys.argv[1:]))


if __name__ == "__main__":
    main()
