"""The cartographer at work inside this process, and how results are asked of it."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from nats.aio.msg import Msg
from nats.errors import NoRespondersError
from nats.errors import TimeoutError as NatsTimeoutError

from deploy.rewording import keep_worded
from deploy.wiring import Instance, now
from events.bus import OUTCOMES, BusRefusedError
from events.ending import ended
from events.topology import COMPUTE, KIN
from workers.reception import Attempts, delay

log = logging.getLogger(__name__)

PAUSE = 2.0  # seconds between two looks at what has changed
COMPUTE_SECONDS = 60.0
DONE, FAILED = b"done", b"failed"


class BehindError(TimeoutError):
    """A theme's results could not be brought up to date in time: those that are known may be behind."""


@asynccontextmanager
async def cartographer_at_work(parts: Instance) -> AsyncIterator[None]:
    """Keep results up to date while decisions are announced, and on request."""
    from deliberation.similarity import embedder  # noqa: PLC0415 - heavy; only this part computes
    from deploy.kinship import Answers  # noqa: PLC0415 - as above
    from workers.cartographer import Cartographer  # noqa: PLC0415 - as above
    from workers.kinship import Kinship  # noqa: PLC0415 - as above

    embed, attempts = embedder(), Attempts()
    cartographer = Cartographer(parts.engine, now, parts.settings.language, embed)
    kinship = Kinship(parts.engine, embed, cartographer.embed)
    changed, computed = asyncio.Event(), asyncio.Event()
    changed.set()

    async def on_decision(_message: Msg) -> None:
        changed.set()

    async def on_request(message: Msg) -> None:
        theme = message.data.decode()
        well = await attempts.attempt(f"computing {theme}", cartographer.bring_up_to_date(theme))
        await message.respond(DONE if well else FAILED)
        computed.set()

    async def keep_up() -> None:
        failed = 0
        while True:
            await changed.wait()
            changed.clear()
            well = await attempts.attempt("computing", cartographer.catch_up(attempts.attempt))
            await attempts.attempt("kinship", kinship.fill())
            failed = 0 if well else failed + 1
            if failed:
                changed.set()
            computed.set()
            await asyncio.sleep(PAUSE + (delay(failed) if failed else 0))

    await parts.client.subscribe(f"{OUTCOMES}.*", cb=on_decision)
    await parts.client.subscribe(f"{COMPUTE}.{parts.settings.city}", queue="cartographer", cb=on_request)
    hear = Answers(kinship, attempts).hear
    await parts.client.subscribe(f"{KIN}.{parts.settings.city}", queue="cartographer", cb=hear)
    keeping = asyncio.create_task(keep_up())
    wording = asyncio.create_task(keep_worded(parts, computed, attempts))
    try:
        yield
    finally:
        await ended(keeping)
        await ended(wording)


async def bring_up_to_date(parts: Instance, theme: str) -> None:
    """Have a theme's results computed from what is known now. Raises BehindError: the last ones must do."""
    try:
        asked = f"{COMPUTE}.{parts.settings.city}"
        answer = await parts.client.request(asked, theme.encode(), timeout=COMPUTE_SECONDS)
    except (NoRespondersError, NatsTimeoutError):
        log.warning("no cartographer answers: results may be behind")
        raise BehindError(theme) from None
    except BusRefusedError:  # its line has told of it
        raise BehindError(theme) from None
    if answer.data != DONE:
        raise BehindError(theme)
