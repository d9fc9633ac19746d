"""The parts as processes: each runs until it is told to stop, then finishes what it has begun."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import Any, cast
from urllib.parse import urlsplit

from nats.aio.client import Client

from bots.messenger import TelegramAwayError
from deliberation.language import detect
from deploy.computing import bring_up_to_date, cartographer_at_work
from deploy.health import PortTakenError, health
from deploy.reading import clerk_at_work, reading
from deploy.settings import Settings
from deploy.wiring import AwayError, Instance, instance, now
from events import topology
from events.bus import BusAwayError

log = logging.getLogger(__name__)

WORKERS = ("clerk", "cartographer")
HICCUPS, HICCUP = 10, 0.05  # a connection that is back within half a second was never lost


def stop_signal() -> asyncio.Event:
    """Return an event that SIGTERM and SIGINT set."""
    stop = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    return stop


@asynccontextmanager
async def part(settings: Settings, name: str) -> AsyncIterator[tuple[Instance, asyncio.Event]]:
    """Open what every part needs: memory, bus, health, and the event that stops it."""
    stop = stop_signal()
    async with (
        instance(settings, prepare=False) as parts,
        health(settings.health_port, lambda: parts.client.is_connected),
    ):
        log.info("%s: ready", name)
        yield parts, stop
        log.info("%s: stopping", name)


async def work(settings: Settings, names: Sequence[str]) -> None:
    """Run workers by name."""
    async with part(settings, " ".join(names)) as (parts, stop), AsyncExitStack() as stack:
        if "clerk" in names:
            detect("bonjour")  # its model takes most of a second to load: not while the first citizen waits
            await stack.enter_async_context(clerk_at_work(parts))
        if "cartographer" in names:
            await stack.enter_async_context(cartographer_at_work(parts))
        await stop.wait()


async def citizen(settings: Settings) -> None:
    """Run the citizen bot."""
    token = settings.need("citizen_bot_token")
    from bots.citizen.app import Face, citizen_bot  # noqa: PLC0415 - aiogram takes seconds to import
    from bots.citizen.dialogue import Bucket  # noqa: PLC0415 - as above

    async with part(settings, "citizen bot") as (parts, stop):
        face = Face(
            engine=parts.engine,
            bus=parts.bus,
            addresses=parts.addresses,
            clock=now,
            city=settings.city,
            language=settings.language,
            timezone=settings.timezone,
            dialogues=cast("Bucket", await parts.client.jetstream().key_value(topology.DIALOGUES)),
            city_name=settings.city_name,
            web_url=settings.web_url,
        )
        bot = citizen_bot(token, settings.telegram_api, face)
        await listen(parts, "citizen", token, bot, stop)


async def moderator(settings: Settings) -> None:
    """Run the moderator bot."""
    token, citizens = settings.need("moderator_bot_token"), settings.need("citizen_bot_token")
    from bots.moderator.app import Desk, moderator_bot  # noqa: PLC0415 - only this part speaks through it
    from bots.moderator.dialogue import Bucket  # noqa: PLC0415 - as above
    from deploy.invitations import bot_name  # noqa: PLC0415 - as above

    async with part(settings, "moderator bot") as (parts, stop):
        desk = Desk(
            engine=parts.engine,
            bus=parts.bus,
            addresses=parts.addresses,
            clock=now,
            city=settings.city,
            language=settings.language,
            timezone=settings.timezone,
            citizen_bot_name=await bot_name(settings.telegram_api, citizens),
            moderator_bot_name=await bot_name(settings.telegram_api, token),
            bring_up_to_date=partial(bring_up_to_date, parts),
            dialogues=cast("Bucket", await parts.client.jetstream().key_value(topology.DIALOGUES)),
        )
        bot = moderator_bot(token, settings.telegram_api, desk)
        try:
            await bot.start()
        except TelegramAwayError:
            raise AwayError("Telegram cannot be reached: check the network and PALABRE_TELEGRAM_API") from None
        await listen(parts, "moderator", token, bot, stop)


async def listen(parts: Instance, name: str, token: str, bot: Any, stop: asyncio.Event) -> None:
    """Feed a bot with its updates until it is told to stop."""
    from bots.feed import AddressTakenError, Feed  # noqa: PLC0415 - only bots are fed

    async def handle(update: dict[str, Any]) -> None:
        """Handle an update; without the bus say so at once, not after the bus's own patience."""
        if not await connected(parts.client):
            raise BusAwayError("there is no connection to the bus")
        await bot.handle(update)

    settings = parts.settings
    feed = Feed(settings.telegram_api, token, handle, bot.apologise, bury=partial(bury, parts, f"{name}-bot"))
    menus = asyncio.create_task(bot.register_menus())
    try:
        if settings.webhook_url:
            await feed.serve(*door(settings, name), settings.need("webhook_secret"), stop)
        else:
            await feed.run(stop)
    except AddressTakenError as error:
        raise PortTakenError(str(error)) from None
    finally:
        menus.cancel()
        await asyncio.gather(menus, return_exceptions=True)
        await bot.close()


async def connected(client: Client) -> bool:
    """Say whether the bus is there, or is there again in a moment."""
    for _ in range(HICCUPS):
        if client.is_connected:
            return True
        await asyncio.sleep(HICCUP)
    return client.is_connected


def door(settings: Settings, name: str) -> tuple[str, str]:
    """Return a bot's webhook and where it listens; the moderators' stands one port beside the citizens'."""
    url, listening = str(settings.webhook_url), settings.webhook_listen
    if name == "citizen":
        return url, listening
    host, port = listening.rsplit(":", 1)
    direct = f":{port}"  # no proxy stands before us: Telegram's own port moves too
    there = urlsplit(url)
    place = there.netloc.removesuffix(direct) + f":{int(port) + 1}" if there.netloc.endswith(direct) else there.netloc
    moved = there._replace(netloc=place, path=f"{there.path.rstrip('/')}/{name}")
    return moved.geturl(), f"{host}:{int(port) + 1}"


async def bury(parts: Instance, where: str, update: dict[str, Any], error: BaseException) -> None:
    """Keep note of an update that could not be handled, without what it said or who sent it."""
    headers = {"Palabre-Reason": type(error).__name__, "Nats-Msg-Id": f"{where}/{update.get('update_id')}"}
    await parts.client.jetstream().publish(f"dead.{where}", b"{}", stream=topology.DEAD, headers=headers)


async def notifier(settings: Settings) -> None:
    """Run the notifier: news into letters, letters to people."""
    tokens = {"citizen": settings.need("citizen_bot_token"), "moderator": settings.need("moderator_bot_token")}
    from bots.notifier.app import Office, Post  # noqa: PLC0415 - only this part sends

    async with part(settings, "notifier") as (parts, stop):
        post = Post(
            Office(
                engine=parts.engine,
                addresses=parts.addresses,
                clock=now,
                language=settings.language,
                timezone=settings.timezone,
                api_base=settings.telegram_api,
                tokens=tokens,
            )
        )
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(reading(parts, topology.NOTIFIER, post.receive))
            await post.run(stop)
