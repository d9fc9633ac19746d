"""Everything in one process tree: the bus, the workers, both bots, the notifier; SIGTERM leaves nothing behind."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from functools import partial
from importlib import import_module

from prometheus_client.core import Metric

from deploy.bus.embedded import nats_at
from deploy.children import LONGEST_PAUSE, Nursery, family
from deploy.parts import bus_is_there, database_answers, stop_signal
from deploy.settings import Settings, SettingsError
from deploy.waiting import Condition, StoppedError
from deploy.watching import durability
from deploy.watching.exposition import Exposition, missing, read
from deploy.watching.gauges import PATIENCE
from deploy.watching.health import PortTakenError, health
from deploy.watching.presence import figures_of, who_is_here
from deploy.wiring import Instance, instance, line
from events.ending import ended
from storage.engine import SILENCE

log = logging.getLogger(__name__)

PAUSE = 1.0  # between two looks whether everybody is at work
TREE = (
    ("worker", "clerk"),
    ("bot", "citizen"),
    ("bot", "moderator"),
    ("notifier",),
    ("worker", "cartographer"),
)
NAMES = ("clerk", "citizen bot", "moderator bot", "notifier", "cartographer")  # as they answer


async def up(settings: Settings, nursery: Nursery) -> None:
    """Run the whole instance until SIGTERM.

    Raises SettingsError when a part cannot run with these settings, or what is acknowledged may be lost.
    """
    condition = Condition("up", stop_signal())
    exposition = Exposition(condition, settings.home)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(nursery.close)
        line(settings)
        await stack.enter_async_context(health(settings.health_port, condition.trouble, exposition.text))
        with suppress(StoppedError):
            if settings.nats_url is None:
                await condition.unless_stopped(stack.enter_async_context(nats_at(settings.home, own=True)))
            parts = await condition.until("start", partial(_opened, stack, settings))
            await refuse_to_lose(parts)
            looks = {"parts": partial(parts_shown, parts)}
            stack.enter_context(exposition.gauges.showing(looks, every=0, patience=2 * PATIENCE))
            await _keep_going(parts, condition, nursery)
    gc.freeze()  # as a part does


async def _opened(stack: AsyncExitStack, settings: Settings, patience: float) -> Instance:
    async with instance(settings, patience=patience):  # whose statements may take as long as a migration takes
        log.info("schema, streams and consumers are up to date")
    return await stack.enter_async_context(instance(settings, prepare=False, patience=patience, silence=SILENCE))


async def refuse_to_lose(parts: Instance) -> None:
    """Look how database and bus keep what they acknowledge. Raises SettingsError where that is seen to be unsafe."""
    for check in (await durability.of_database(parts.engine), await durability.of_bus(parts.settings, parts.client)):
        if check.unsafe:
            raise SettingsError(check.line)
        log.log(logging.INFO if check.well else logging.WARNING, "%s", check.line)


async def _keep_going(parts: Instance, condition: Condition, nursery: Nursery) -> None:
    looks = {"bus": bus_is_there, "database": database_answers, "parts": parts_are_ready}
    condition.note("parts", "they are being started")  # until a first look has found all of them
    async with family(nursery, TREE) as keeping, pages(parts):
        async with condition.watching(**{what: partial(look, parts) for what, look in looks.items()}):
            condition.ready()
            stopping = asyncio.create_task(condition.stop.wait())
            await asyncio.wait({stopping, *keeping}, return_when=asyncio.FIRST_COMPLETED)
            stopping.cancel()
        for ended in (task for task in keeping if task.done()):
            await ended


@asynccontextmanager
async def pages(parts: Instance) -> AsyncIterator[None]:
    """Serve the public pages from this process; where their port is somebody's, all else goes on without them."""
    serving = asyncio.create_task(_pages(parts))
    try:
        yield
    finally:
        await ended(serving)


async def _pages(parts: Instance) -> None:
    """Print pages once everybody is at work: whoever writes to a bot waits for nothing of it."""
    while await parts_are_ready(parts):  # noqa: ASYNC110 - the roll is called on the bus
        await asyncio.sleep(PAUSE)
    pages_served = (await asyncio.to_thread(import_module, "deploy.web")).pages_served
    while True:
        try:
            async with pages_served(parts) as port:
                log.info("public pages: http://%s:%d/", parts.settings.web_host, port)
                await asyncio.Event().wait()
        except PortTakenError as error:
            log.warning("no public pages: %s", error)
            await asyncio.sleep(LONGEST_PAUSE)


async def parts_are_ready(parts: Instance) -> str | None:
    """Call the roll: every part of the tree must answer, and lack nothing."""
    if not parts.client.is_connected:
        return None  # nobody could answer; the look at the bus says so
    present = {part.name: part.trouble for part in await who_is_here(parts.client, parts.settings.city)}
    missing = [name for name in NAMES if name not in present]
    troubles = [f"{name}: {trouble}" for name, trouble in present.items() if trouble]
    return next(iter(troubles), f"{missing[0]} is being started" if missing else None)


async def parts_shown(parts: Instance) -> list[Metric]:
    """Return what the parts of the tree show at their /metrics; who does not answer in time is not ready."""
    texts = await figures_of(parts.client, parts.settings.city, len(NAMES))
    metrics = [metric for text in texts for metric in read(text)]
    return [*metrics, missing(NAMES, metrics)]
