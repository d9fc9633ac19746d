"""The parts as processes: each runs until it is told to stop, then finishes what it has begun."""

import asyncio
import gc
import logging
import signal
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager, suppress
from functools import partial
from importlib import import_module
from typing import Any, cast
from urllib.parse import urlsplit

from nats.aio.client import Client

from deliberation.language import detect
from deploy.apart import apart
from deploy.computing import bring_up_to_date, cartographer_at_work
from deploy.ending import end_in_time, end_what_is_cut_off
from deploy.reading import clerk_at_work, notifier_at_work
from deploy.settings import Settings, SettingsError
from deploy.waiting import LACKING, Condition, StoppedError, is_lacking, reason_of
from deploy.watching.exposition import Exposition
from deploy.watching.gauges import Looks, nothing, of_instance
from deploy.watching.health import PortTakenError, counted, health
from deploy.watching.log import speak_as
from deploy.watching.presence import answer, show
from deploy.watching.tracing import traced
from deploy.wiring import Instance, answers, instance, line, now, reachable
from events import topology
from events.bus import BusAwayError
from events.ending import ended
from events.naming import NatsName, say_name
from storage.engine import SILENCE

log = logging.getLogger(__name__)

Work = Callable[[Instance, Condition], Awaitable[None]]

WORKERS = ("clerk", "cartographer")
AFTERWARDS = 2.0  # seconds for what nobody waits for any more, such as the look-up of a name
PAUSE = 1.0  # before a part whose bus or database went away begins anew
HICCUPS, HICCUP = 10, 0.05  # a connection that is back within half a second was never lost


def stop_signal(also: Callable[[], object] = lambda: None) -> asyncio.Event:
    """Return an event that SIGTERM and SIGINT set; `also` is called then."""
    stop = asyncio.Event()

    def on_signal() -> None:
        stop.set()
        also()

    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, on_signal)
    return stop


async def live(settings: Settings, name: str, work: Work, looks: Looks = nothing) -> None:
    """Run a part until it is told to stop: it waits for bus and database, at the start and whenever they go away.

    `looks`: what is looked up for /metrics while it works.
    """
    line(settings)  # what is wrong is said at once, not when the bus is there
    speak_as(name)
    condition = Condition(name, stop_signal(end_in_time))
    exposition = Exposition(condition, settings.home)
    async with health(settings.health_port, condition.trouble, exposition.text):
        with traced(name), suppress(StoppedError):
            while not condition.stop.is_set():
                await _live_once(settings, exposition, work, looks)
        log.info("%s: stopped", name)
        end_in_time(AFTERWARDS)
    gc.freeze()  # else the interpreter looks through all it holds once more at the end: most of a second


async def _live_once(settings: Settings, exposition: Exposition, work: Work, looks: Looks) -> None:
    """Do the work until we are told to stop, or until what it needs has gone."""
    condition = exposition.condition
    try:
        async with AsyncExitStack() as stack:
            parts = await condition.until("start", partial(_opened, stack, settings))
            await answer(parts.client, settings.city, condition.name, condition.trouble)
            if settings.health_port is None:  # one of a tree, whose head shows what all of it does
                await show(parts.client, settings.city, exposition.text)
            stack.enter_context(exposition.gauges.showing(looks(parts)))
            async with condition.watching(bus=partial(bus_is_there, parts), database=partial(database_answers, parts)):
                await work(parts, condition)
    except LACKING as error:
        if not is_lacking(error):
            raise
        condition.note("start", reason_of(error))
        await condition.pause(PAUSE)


async def _opened(stack: AsyncExitStack, settings: Settings, patience: float) -> Instance:
    return await stack.enter_async_context(instance(settings, prepare=False, patience=patience, silence=SILENCE))


async def bus_is_there(parts: Instance) -> str | None:
    return None if parts.client.is_connected else "the bus cannot be reached: it is tried again and again"


async def database_answers(parts: Instance) -> str | None:
    await reachable(parts.settings, answers(parts.engine))
    return None


async def work(settings: Settings, names: Sequence[str]) -> None:
    """Run workers by name."""

    async def at_work(parts: Instance, condition: Condition) -> None:
        async with AsyncExitStack() as stack:
            if "clerk" in names:
                detect("bonjour")  # its model takes most of a second to load: not while the first citizen waits
                await stack.enter_async_context(clerk_at_work(parts))
            if "cartographer" in names:
                await stack.enter_async_context(apart(settings, cartographer_at_work))
            condition.ready()
            await condition.stop.wait()

    await live(settings, " ".join(names), at_work, of_instance if "clerk" in names else nothing)
    end_what_is_cut_off()


async def citizen(settings: Settings) -> None:
    """Run the citizen bot."""
    token = _token(settings, "citizen")

    async def at_work(parts: Instance, condition: Condition) -> None:
        await loaded(condition, "bots.citizen.app")
        from bots.citizen.app import Face, citizen_bot  # noqa: PLC0415 - aiogram takes seconds to import
        from bots.citizen.dialogue import Bucket  # noqa: PLC0415 - as above
        from deploy.invitations import bot_name  # noqa: PLC0415 - as above
        from events.kinship import NatsKin  # noqa: PLC0415 - as above

        async def say_who_it_is() -> None:
            """Answer whoever prints links to this bot: no other part needs its token for that."""
            name = await condition.until("Telegram", lambda _: bot_name(settings.telegram_api, token))
            await say_name(parts.client, settings.city, name)

        async def moderator_bot_name() -> str:
            """Return the other bot's name, which is public; a part that has not got its token does without."""
            if settings.moderator_bot_token is None:
                return ""
            token = settings.need("moderator_bot_token")
            try:
                return await condition.until("Telegram", lambda _: bot_name(settings.telegram_api, token))
            except SettingsError:  # a wrong token is the other bot's to complain about
                return ""

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
            contact=settings.contact,
            model=settings.llm_model if settings.llm_url else None,
            web_url=settings.web_url,
            kin=NatsKin(parts.client, settings.city),
            moderator_bot_name=await moderator_bot_name(),
        )
        bot = citizen_bot(token, settings.telegram_api, face)
        await listen(parts, "citizen", token, bot, condition, once_reached=say_who_it_is)

    await live(settings, "citizen bot", at_work)


async def moderator(settings: Settings) -> None:
    """Run the moderator bot."""
    token = _token(settings, "moderator")

    async def at_work(parts: Instance, condition: Condition) -> None:
        await loaded(condition, "bots.moderator.app")
        from bots.moderator.app import Desk, moderator_bot  # noqa: PLC0415 - only this part speaks through it
        from bots.moderator.dialogue import Bucket  # noqa: PLC0415 - as above
        from deploy.exports.exporting import bundle  # noqa: PLC0415 - as above
        from deploy.invitations import bot_name  # noqa: PLC0415 - as above
        from events.kinship import NatsKin  # noqa: PLC0415 - as above

        desk = Desk(
            engine=parts.engine,
            bus=parts.bus,
            addresses=parts.addresses,
            clock=now,
            city=settings.city,
            language=settings.language,
            timezone=settings.timezone,
            city_name=settings.city_name,
            citizen_bot_name=NatsName(parts.client, settings.city),
            moderator_bot_name=await condition.until("Telegram", lambda _: bot_name(settings.telegram_api, token)),
            bring_up_to_date=partial(bring_up_to_date, parts),
            bundle=partial(bundle, parts),
            dialogues=cast("Bucket", await parts.client.jetstream().key_value(topology.DIALOGUES)),
            kin=NatsKin(parts.client, settings.city),
        )
        bot = moderator_bot(token, settings.telegram_api, desk)
        await condition.until("Telegram", lambda _: bot.start())
        await listen(parts, "moderator", token, bot, condition)

    await live(settings, "moderator bot", at_work)


async def loaded(condition: Condition, module: str) -> None:
    """Import what takes seconds to import beside the loop, which answers meanwhile. Raises StoppedError."""
    await condition.unless_stopped(asyncio.to_thread(import_module, module))


def _token(settings: Settings, bot: str) -> str:
    """Return a bot's token, once all is there that it cannot do without. Raises SettingsError."""
    settings.need("secret")
    if settings.webhook_url:
        settings.need("webhook_secret")
    return settings.need(f"{bot}_bot_token")


async def already() -> None:
    """Have nothing to do first."""


async def listen(
    parts: Instance,
    name: str,
    token: str,
    bot: Any,
    condition: Condition,
    *,
    once_reached: Callable[[], Awaitable[None]] = already,
) -> None:
    """Feed a bot with its updates until it is told to stop; `once_reached` is done when Telegram has been reached."""
    from bots.feed import AddressTakenError, Feed  # noqa: PLC0415 - only bots are fed

    async def handle(update: dict[str, Any]) -> None:
        """Handle an update; without the bus say so at once, not after the bus's own patience."""
        if not await connected(parts.client):
            raise BusAwayError("there is no connection to the bus")
        await bot.handle(update)

    settings, reached = parts.settings, asyncio.Event()
    feed = Feed(
        settings.telegram_api, token, handle, bot.apologise, bury=partial(bury, parts, f"{name}-bot"), name=name
    )

    async def telegram() -> str | None:
        if feed.healthy:
            condition.ready()
            reached.set()
        return feed.failure

    async def introduce() -> None:
        await reached.wait()
        await once_reached()
        await bot.register_menus()

    menus = asyncio.create_task(introduce())
    try:
        async with condition.watching(Telegram=telegram):
            if settings.webhook_url:
                await feed.serve(*door(settings, name), settings.need("webhook_secret"), condition.stop)
            else:
                await feed.run(condition.stop)
    except AddressTakenError as error:
        raise PortTakenError(str(error)) from None
    finally:
        await ended(menus)
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
    settings.need("secret")
    tokens = {"citizen": settings.need("citizen_bot_token"), "moderator": settings.need("moderator_bot_token")}

    async def at_work(parts: Instance, condition: Condition) -> None:
        await loaded(condition, "bots.notifier.app")
        from bots.notifier.app import Office, Post  # noqa: PLC0415 - only this part sends

        @contextmanager
        def post() -> Iterator[Post]:
            with counted() as registry:
                yield Post(
                    Office(
                        engine=parts.engine,
                        addresses=parts.addresses,
                        clock=now,
                        language=settings.language,
                        timezone=settings.timezone,
                        api_base=settings.telegram_api,
                        tokens=tokens,
                        registry=registry,
                    )
                )

        async with notifier_at_work(parts, post):
            condition.ready()
            await condition.stop.wait()

    await live(settings, "notifier", at_work)


async def web(settings: Settings) -> None:
    """Run the public pages."""

    async def at_work(parts: Instance, condition: Condition) -> None:
        from deploy.web import pages_served  # noqa: PLC0415 - only this part prints pages

        async with pages_served(parts) as port:
            log.info("public pages: http://%s:%d/", settings.web_host, port)
            condition.ready()
            await condition.stop.wait()

    await live(settings, "web", at_work)
