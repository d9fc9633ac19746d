"""Whether what was acknowledged is still there after a power cut: database and bus as they are in force."""

from collections.abc import Mapping, Sequence

from nats.aio.client import Client
from nats.js import JetStreamContext
from nats.js.api import StorageType, StreamInfo
from nats.js.errors import NotFoundError
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from deploy.finding import Check
from deploy.settings import Settings
from deploy.watching.monitor import Server, server_of
from events import topology

DATABASE, BUS = "durability of the database", "durability of the bus"
SAFE_REPLICAS = 3
SAFE_SQLITE = {"journal_mode": "wal", "synchronous": "2", "secure_delete": "1"}
SAFE_POSTGRESQL = {"fsync": "on", "full_page_writes": "on"}  # synchronous_commit is safe unless it is off
OWN_MEND = "stop what runs and start it again with `palabre up`, which sets sync_interval: always"
OUTSIDE_MEND = (
    f"set sync_interval: always in the jetstream block of the server, or keep {SAFE_REPLICAS} copies of each stream"
)
UNSEEN_MEND = (
    "set PALABRE_NATS_MONITOR_URL to the monitoring address of their server, where sync_interval must be always, "
    f"or keep {SAFE_REPLICAS} copies of each"
)
OVERRIDES = """
    SELECT coalesce(role.rolname, ''), datname FROM pg_db_role_setting AS setting
    CROSS JOIN unnest(setting.setconfig) AS said
    LEFT JOIN pg_roles AS role ON role.oid = setting.setrole
    LEFT JOIN pg_database AS base ON base.oid = setting.setdatabase
    WHERE said = 'synchronous_commit=off' AND (datname IS NULL OR datname = current_database())
    ORDER BY 1, 2
"""  # of one role or database: ours is seen as it is in force, but the parts may have roles of their own


async def of_database(engine: AsyncEngine) -> Check:
    """Look at the settings of a connection as every part has it."""
    wrong = await (_sqlite(engine) if engine.dialect.name == "sqlite" else _postgresql(engine))
    if not wrong:
        return Check(DATABASE, "commits survive a power cut")
    return Check(DATABASE, ", ".join(wrong), "; ".join(wrong.values()), unsafe=True)


async def _sqlite(engine: AsyncEngine) -> Mapping[str, str]:
    found = {name: await _one(engine, f"PRAGMA {name}") for name in SAFE_SQLITE}
    return _differing(found, SAFE_SQLITE)


async def _postgresql(engine: AsyncEngine) -> Mapping[str, str]:
    found = {name: await _one(engine, f"SHOW {name}") for name in SAFE_POSTGRESQL}
    wrong = _differing(found, SAFE_POSTGRESQL)
    if await _one(engine, "SHOW synchronous_commit") == "off":
        wrong["synchronous_commit is off"] = "set synchronous_commit = on"
    async with engine.connect() as connected:
        for role, base in (await connected.execute(text(OVERRIDES))).all():
            whose = " in ".join([f"role {role}"] * bool(role) + [f"database {base}"] * bool(base))
            wrong[f"synchronous_commit is off for {whose}"] = f"ALTER {_whose(role, base)} RESET synchronous_commit"
    return wrong


def _whose(role: str, base: str | None) -> str:
    if not role:
        return f"DATABASE {base}"
    return f"ROLE {role} IN DATABASE {base}" if base else f"ROLE {role}"


async def _one(engine: AsyncEngine, question: str) -> str:
    async with engine.connect() as connected:
        return str((await connected.execute(text(question))).scalar_one())


def _differing(found: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, str]:
    """Return what is wrong, with the mend of each."""
    return {f"{name} is {found[name]}": f"set {name} = {safe}" for name, safe in wanted.items() if found[name] != safe}


async def of_bus(settings: Settings, client: Client) -> Check:
    """Look at every stream: three copies, or one on a server that has each fact on the disk before it says so."""
    streams = await kept(client.jetstream())
    if passing := [stream.config.name for stream in streams if stream.config.storage == StorageType.MEMORY]:
        mend = "remove them, then run `palabre topology`, which makes them anew on the disk"
        return Check(BUS, f"{', '.join(map(str, passing))} in memory only", mend, unsafe=True)
    single = [stream for stream in streams if (stream.config.num_replicas or 1) < SAFE_REPLICAS]
    if not single:
        return Check(BUS, f"{SAFE_REPLICAS} copies of every fact or more")
    return _of_single(single, await server_of(settings, client), own=settings.nats_url is None)


def _of_single(single: Sequence[StreamInfo], server: Server | None, *, own: bool) -> Check:
    """Judge streams without enough copies by the server that they are on."""
    hosts = {stream.cluster.leader for stream in single if stream.cluster and stream.cluster.leader}
    if server and server.name in hosts and not server.sync_always:
        return Check(BUS, "a power cut loses what was acknowledged", OWN_MEND if own else OUTSIDE_MEND, unsafe=True)
    if server and hosts == {server.name}:
        return Check(BUS, "every fact is on the disk before it is acknowledged")
    names = ", ".join(sorted(str(stream.config.name) for stream in single))
    return Check(BUS, f"one copy of {names}, and nothing shows that it is on the disk in time", UNSEEN_MEND)


async def kept(js: JetStreamContext) -> list[StreamInfo]:
    """Return what the bus keeps for us: our streams, and the one behind the bucket of dialogues."""
    names = [str(stream.name) for stream in topology.streams()] + [f"KV_{topology.DIALOGUES}"]
    found = []
    for name in names:
        try:
            found.append(await js.stream_info(name))
        except NotFoundError:  # it is not made yet; the look at the topology says so
            continue
    return found
