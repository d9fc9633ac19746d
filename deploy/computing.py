"""The cartographer at work inside this process, and how results are asked of it."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from nats.aio.msg import Msg
from nats.errors import NoRespondersError
from nats.errors import TimeoutError as NatsTimeoutError

from deploy.wiring import Instance, now
from events.bus import OUTCOMES

log = logging.getLogger(__name__)

COMPUTE = "palabre-compute"  # a request on the bus: bring a theme's results up to date, answer when they are
PAUSE = 2.0  # seconds between two looks at what has changed
COMPUTE_SECONDS = 60.0


@asynccontextmanager
async def cartographer_at_work(parts: Instance) -> AsyncIterator[None]:
    """Keep results up to date while decisions are announced, and on request."""
    from deliberation.similarity import embedder  # noqa: PLC0415 - heavy; only this part computes
    from workers.cartographer import Cartographer  # noqa: PLC0415 - as above

    cartographer = Cartographer(parts.engine, now, parts.settings.language, embedder())
    changed = asyncio.Event()
    changed.set()

    async def on_decision(_message: Msg) -> None:
        changed.set()

    async def on_request(message: Msg) -> None:
        await cartographer.bring_up_to_date(message.data.decode())
        await message.respond(b"done")

    async def keep_up() -> None:
        while True:
            await changed.wait()
            changed.clear()
            await cartographer.catch_up()
            await asyncio.sleep(PAUSE)

    await parts.client.subscribe(f"{OUTCOMES}.*", cb=on_decision)
    await parts.client.subscribe(f"{COMPUTE}.{parts.settings.city}", queue="cartographer", cb=on_request)
    keeping = asyncio.create_task(keep_up())
    try:
        yield
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)


async def bring_up_to_date(parts: Instance, theme: str) -> None:
    """Have a theme's results computed from what is known now; without a cartographer the last ones must do."""
    try:
        await parts.client.request(f"{COMPUTE}.{parts.settings.city}", theme.encode(), timeout=COMPUTE_SECONDS)
    except (NoRespondersError, NatsTimeoutError):
        log.warning("no cartographer answers: results may be behind")
