"""The doctor looks at an instance without changing it: each trouble with its mend, in one line."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from nats.aio.client import Client
from nats.js import JetStreamContext
from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy import telegram
from deploy.bus.embedded import EmbeddedServerError
from deploy.bus.tls import in_the_clear
from deploy.finding import Check
from deploy.settings import PREFIX, Settings, SettingsError, load
from deploy.watching import clocks, durability, neighbours
from deploy.watching.disk import room
from deploy.watching.monitor import server_of
from deploy.watching.presence import Present, who_is_here
from deploy.wiring import AwayError, connection, has_memory, now, reachable
from events import topology
from events.base import Clock
from storage.engine import open_engine
from storage.migrations import NewerDatabaseError, is_current, is_unfilled
from storage.read_models.waiting import erasures_open
from storage.restoring import restored_from
from storage.tables.memory import Outgoing

LEAST_SPACE = 500_000_000  # bytes
NEARLY_FULL = 0.9  # of what the bus may store
LONGEST_ERASURE = timedelta(minutes=10)  # people are promised a minute; it may be under way
NEEDED = ("secret", "citizen_bot_token", "moderator_bot_token")


@dataclass
class Visit:
    """A visit to one instance, and what later looks need of earlier ones."""

    settings: Settings
    clock: Clock
    readings: list[clocks.Reading] = field(default_factory=list)
    present: list[Present] | None = None  # parts at work; None: the bus could not be asked


async def examine(environ: Mapping[str, str], clock: Clock = now) -> list[Check]:
    """Look at everything, each part as far as it can be reached."""
    try:
        settings = load(environ)
    except SettingsError as error:
        return [Check("settings", "refused", str(error))]
    visit = Visit(settings, clock)
    looks = (_settings, _hops, _home, _database, _bus, _model, _telegram, _clocks)
    return [check for look in looks async for check in look(visit)]


async def _settings(visit: Visit) -> AsyncIterator[Check]:
    settings = visit.settings
    missing = [PREFIX + field.upper() for field in NEEDED if getattr(settings, field) is None]
    if settings.webhook_url and settings.webhook_secret is None:
        missing.append("PALABRE_WEBHOOK_SECRET")
    for name in missing:
        yield Check("settings", f"{name} is not set", f"put it in the environment, or its file's path in {name}_FILE")
    if not missing:
        yield Check("settings", "complete")


async def _hops(visit: Visit) -> AsyncIterator[Check]:
    """Look who is spoken to over a network in the clear."""
    clear = list(in_the_clear(visit.settings))
    for whom, mend in clear:
        yield Check("encryption", f"the {whom} is reached over a network without a checked certificate", mend)
    if not clear:
        yield Check("encryption", "nothing passes over a network in the clear")


async def _home(visit: Visit) -> AsyncIterator[Check]:
    home = visit.settings.home.absolute()
    free = room(home).free
    yield Check(
        "disk", f"{free // 1_000_000} MB free", None if free >= LEAST_SPACE else f"make room on the disk of {home}"
    )
    for file in (home / "palabre.db", home / "nats" / "address"):
        if file.exists() and file.stat().st_mode & 0o077:
            yield Check("rights", f"others can read {file}", f"chmod 600 {file}")


async def _database(visit: Visit) -> AsyncIterator[Check]:
    settings = visit.settings
    if not has_memory(settings):
        yield Check("database", "there is none yet", "run `palabre migrate`, or `palabre up`, which does it too")
        return
    engine = open_engine(settings.database)
    try:
        if source := await reachable(settings, restored_from(engine)):
            yield Check("restore", "was broken off: the instance is there by half", f"run `palabre restore {source}`")
        current = await reachable(settings, is_current(engine)) and not await is_unfilled(engine)
        yield Check("database", "reachable")
        yield await durability.of_database(engine)
        visit.readings += await clocks.of_database(visit.clock, engine)
        yield Check(
            "schema", "current" if current else "is of another version", None if current else "run `palabre migrate`"
        )
        if current:
            yield await _outbox(engine)
            yield await _erasures(engine, visit.clock)
    except NewerDatabaseError as error:
        yield Check("schema", "is of a newer version", str(error))
    except AwayError as error:
        yield Check("database", "cannot be reached", str(error))
    finally:
        await engine.dispose()


async def _outbox(engine: AsyncEngine) -> Check:
    async with engine.connect() as connected:
        waiting = (await connected.execute(select(func.count()).select_from(Outgoing))).scalar_one()
    return Check("outbox", f"{waiting} facts wait to be told", "run `palabre up`" if waiting else None)


async def _erasures(engine: AsyncEngine, clock: Clock) -> Check:
    async with AsyncSession(engine) as session:
        found = await erasures_open(session)
    late = found.oldest is not None and clock() - found.oldest > LONGEST_ERASURE
    mend = "run `palabre up`; where it runs, the log of the clerk says what hinders it"
    return Check("erasures", f"{found.waiting} are not finished", mend if late else None)


async def _bus(visit: Visit) -> AsyncIterator[Check]:
    settings = visit.settings
    if settings.nats_url is None and not (settings.home / "nats" / "store").exists():
        yield Check("bus", "there is none yet", "run `palabre topology`, or `palabre up`, which does it too")
        visit.present = []
        return
    async with AsyncExitStack() as stack:
        try:
            client = await stack.enter_async_context(connection(settings))
        except (AwayError, EmbeddedServerError) as error:
            yield Check("bus", "cannot be reached", str(error))
            return
        yield neighbours.of_bus(client)
        visit.readings += await clocks.of_bus(visit.clock, client)
        visit.present = await who_is_here(client, settings.city)
        yield await durability.of_bus(settings, client)
        yield await _room(settings, client)
        async for check in _streams(client.jetstream()):
            yield check
    for part in visit.present:
        if part.trouble:
            yield Check(
                part.name, f"at work, but {part.trouble}", "see its log; it goes on by itself once that is mended"
            )


async def _room(settings: Settings, client: Client) -> Check:
    """Look how full the bus is: server, account and stream may each have a limit, beyond which facts are refused."""
    account, server = await client.jetstream().account_info(), await server_of(settings, client)
    filled = [(account.storage, account.limits.max_storage, "the account")]
    filled += [(server.stored, server.most, "the server")] if server else []
    for stream in await durability.kept(client.jetstream()):
        filled.append((stream.state.bytes, stream.config.max_bytes or 0, f"the stream {stream.config.name}"))
    full = [
        f"{whose} holds {used // 1_000_000} of {most // 1_000_000} MB"
        for used, most, whose in filled
        if most > 0 and used > NEARLY_FULL * most
    ]
    found = ", ".join(full) or f"{account.storage // 1_000_000} MB stored"
    return Check("room on the bus", found, "let it store more (max_storage, max_bytes)" if full else None)


async def _streams(js: JetStreamContext) -> AsyncIterator[Check]:
    outdated = await topology.outdated(js)
    yield Check("topology", f"to adjust: {', '.join(outdated)}" if outdated else "current",
                "run `palabre topology`, or `palabre up`, which does it too" if outdated else None)  # fmt: skip
    if not outdated:
        async for check in _backlog(js):
            yield check


async def _backlog(js: JetStreamContext) -> AsyncIterator[Check]:
    for reader in topology.readers():
        info = await js.consumer_info(topology.FACTS, reader.name)
        left, works = (info.num_pending or 0) + (info.num_ack_pending or 0), bool(info.num_waiting)
        state = "at work" if works else "not at work"
        idle = left and not works
        yield Check(reader.name, f"{state}, {left} facts wait", "run `palabre up`" if idle else None)
    dead = (await js.stream_info(topology.DEAD)).state.messages
    yield Check("dead letters", str(dead), "see `palabre dead list`, then retry or drop each" if dead else None)


async def _model(visit: Visit) -> AsyncIterator[Check]:
    if found := await neighbours.of_model(visit.settings):
        yield found


async def _telegram(visit: Visit) -> AsyncIterator[Check]:
    settings = visit.settings
    tokens = {"citizen": settings.citizen_bot_token, "moderator": settings.moderator_bot_token}
    accounts = [
        telegram.Account(settings, bot, token.get_secret_value()) for bot, token in tokens.items() if token is not None
    ]
    for checks in await asyncio.gather(*(telegram.look(account, visit.present) for account in accounts)):
        for check in checks:
            yield check
    visit.readings += await clocks.of_telegram(visit.clock, settings.telegram_api)


async def _clocks(visit: Visit) -> AsyncIterator[Check]:
    yield clocks.compared(visit.readings)


def document(checks: list[Check]) -> dict[str, Any]:
    return {"ok": all(check.well for check in checks), "checks": [_entry(check) for check in checks]}


def _entry(check: Check) -> dict[str, Any]:
    return {"name": check.name, "found": check.found, "mend": check.mend, "ok": check.well}


def doctor_text(content: Mapping[str, Any]) -> str:
    lines = [
        f"ok    {each['name']}: {each['found']}"
        if each["ok"]
        else f"MEND  {each['name']}: {each['found']}; {each['mend']}"
        for each in content["checks"]
    ]
    return "\n".join(lines)
