"""The doctor looks at an instance without changing it: each trouble with its mend, in one line."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from nats.js import JetStreamContext
from nats.js.errors import NotFoundError
from sqlalchemy import func, text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select

from deploy.embedded import EmbeddedServerError
from deploy.invitations import bot_name
from deploy.settings import PREFIX, Settings, SettingsError, load
from deploy.wiring import AwayError, connection, has_memory, reachable
from events import topology
from storage.engine import open_engine
from storage.migrations import is_current
from storage.tables.memory import Outgoing

LEAST_SPACE = 500_000_000  # bytes
SAFE_REPLICAS = 3
NEEDED = ("secret", "citizen_bot_token", "moderator_bot_token")
SAFE_SQLITE = {"journal_mode": "wal", "synchronous": "2", "secure_delete": "1"}
SAFE_POSTGRESQL = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, and, where that is not well, how it is mended."""

    name: str
    found: str
    mend: str | None = None

    @property
    def well(self) -> bool:
        return self.mend is None


async def examine(environ: Mapping[str, str]) -> list[Check]:
    """Look at everything, each part as far as it can be reached."""
    try:
        settings = load(environ)
    except SettingsError as error:
        return [Check("settings", "refused", str(error))]
    looks = (_settings, _home, _database, _bus, _telegram)
    return [check for look in looks async for check in look(settings)]


async def _settings(settings: Settings) -> AsyncIterator[Check]:
    missing = [PREFIX + field.upper() for field in NEEDED if getattr(settings, field) is None]
    if settings.webhook_url and settings.webhook_secret is None:
        missing.append("PALABRE_WEBHOOK_SECRET")
    for name in missing:
        yield Check("settings", f"{name} is not set", f"put it in the environment, or its file's path in {name}_FILE")
    if not missing:
        yield Check("settings", "complete")


async def _home(settings: Settings) -> AsyncIterator[Check]:
    home = settings.home.absolute()
    nearest = next(folder for folder in (home, *home.parents) if folder.exists())
    free = shutil.disk_usage(nearest).free
    yield Check(
        "disk", f"{free // 1_000_000} MB free", None if free >= LEAST_SPACE else f"make room on the disk of {home}"
    )
    for file in (home / "palabre.db", home / "nats" / "address"):
        if file.exists() and file.stat().st_mode & 0o077:
            yield Check("rights", f"others can read {file}", f"chmod 600 {file}")


async def _database(settings: Settings) -> AsyncIterator[Check]:
    if not has_memory(settings):
        yield Check("database", "there is none yet", "run `palabre migrate`, or `palabre up`, which does it too")
        return
    engine = open_engine(settings.database)
    try:
        await reachable(settings, is_current(engine))
        yield Check("database", "reachable")
        if not await is_current(engine):
            yield Check("schema", "is of another version", "run `palabre migrate`")
            return
        yield Check("schema", "current")
        yield await _durable(engine)
        yield await _outbox(engine)
    except AwayError as error:
        yield Check("database", "cannot be reached", str(error))
    finally:
        await engine.dispose()


async def _durable(engine: AsyncEngine) -> Check:
    sqlite = engine.dialect.name == "sqlite"
    wanted, ask = (SAFE_SQLITE, "PRAGMA") if sqlite else (SAFE_POSTGRESQL, "SHOW")
    async with engine.connect() as connected:
        found = {name: str((await connected.execute(text(f"{ask} {name}"))).scalar_one()) for name in wanted}
    unsafe = [f"{name} is {found[name]}" for name in wanted if found[name] != wanted[name]]
    mend = "set " + ", ".join(f"{name} = {wanted[name]}" for name in wanted if found[name] != wanted[name])
    return Check(
        "durability of the database", ", ".join(unsafe) or "commits survive a power cut", mend if unsafe else None
    )


async def _outbox(engine: AsyncEngine) -> Check:
    async with engine.connect() as connected:
        waiting = (await connected.execute(select(func.count()).select_from(Outgoing))).scalar_one()
    return Check("outbox", f"{waiting} facts wait to be told", "run `palabre up`" if waiting else None)


async def _bus(settings: Settings) -> AsyncIterator[Check]:
    if settings.nats_url is None and not (settings.home / "nats" / "store").exists():
        yield Check("bus", "there is none yet", "run `palabre topology`, or `palabre up`, which does it too")
        return
    async with AsyncExitStack() as stack:
        try:
            client = await stack.enter_async_context(connection(settings))
        except (AwayError, EmbeddedServerError) as error:
            yield Check("bus", "cannot be reached", str(error))
            return
        yield Check("bus", "reachable")
        js = client.jetstream()
        yield await (_own_durability(settings.home) if settings.nats_url is None else _outside_durability(js))
        outdated = await topology.outdated(js)
        yield Check("topology", f"to adjust: {', '.join(outdated)}" if outdated else "current",
                    "run `palabre topology`, or `palabre up`, which does it too" if outdated else None)  # fmt: skip
        if not outdated:
            async for check in _backlog(js):
                yield check


async def _own_durability(home: Path) -> Check:
    ports = next((home / "nats" / "ports").glob("*.ports"))
    monitor = json.loads(ports.read_text(encoding="utf-8"))["monitoring"][0]
    varz = json.loads(await asyncio.to_thread(_get, f"{monitor}/varz"))
    safe = varz["jetstream"]["config"].get("sync_always", False)
    return Check(
        "durability of the bus",
        "every fact is on the disk before it is acknowledged" if safe else "a power cut loses what was acknowledged",
        None if safe else "stop what runs and start it again with `palabre up`, which sets sync_interval: always",
    )


def _get(url: str) -> bytes:
    with urlopen(url, timeout=5) as answer:  # noqa: S310 - the address of our own server
        return bytes(answer.read())


async def _outside_durability(js: JetStreamContext) -> Check:
    """An outside server does not say its sync_interval to clients; copies of the stream can be seen."""
    try:
        copies = (await js.stream_info(topology.FACTS)).config.num_replicas or 1
    except NotFoundError:
        copies = 1
    if copies >= SAFE_REPLICAS:
        return Check("durability of the bus", f"{copies} copies of every fact")
    return Check(
        "durability of the bus", "one copy; see that the server has sync_interval: always (it does not say so)"
    )


async def _backlog(js: JetStreamContext) -> AsyncIterator[Check]:
    for reader in topology.readers():
        info = await js.consumer_info(topology.FACTS, reader.name)
        left, works = (info.num_pending or 0) + (info.num_ack_pending or 0), bool(info.num_waiting)
        state = "at work" if works else "not at work"
        idle = left and not works
        yield Check(reader.name, f"{state}, {left} facts wait", "run `palabre up`" if idle else None)
    dead = (await js.stream_info(topology.DEAD)).state.messages
    yield Check("dead letters", str(dead), "see `palabre dead list`, then retry or drop each" if dead else None)


async def _telegram(settings: Settings) -> AsyncIterator[Check]:
    for bot in ("citizen", "moderator"):
        if token := getattr(settings, f"{bot}_bot_token"):
            try:
                name = await bot_name(settings.telegram_api, token.get_secret_value())
                yield Check(f"{bot} bot", f"Telegram knows it as @{name}")
            except (AwayError, SettingsError) as error:
                yield Check(f"{bot} bot", "does not answer", str(error))


def document(checks: list[Check]) -> dict[str, Any]:
    return {"ok": all(check.well for check in checks), "checks": [{**asdict(each), "ok": each.well} for each in checks]}


def doctor_text(content: Mapping[str, Any]) -> str:
    lines = [
        f"ok    {each['name']}: {each['found']}"
        if each["ok"]
        else f"MEND  {each['name']}: {each['found']}; {each['mend']}"
        for each in content["checks"]
    ]
    return "\n".join(lines)
