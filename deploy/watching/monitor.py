"""What a nats-server says of itself at its monitoring address; clients are not told how it keeps what it stores."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from nats.aio.client import Client

from deploy.settings import Settings

USUAL_PORT = 8222
SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Server:
    """A server as its monitoring address shows it."""

    name: str
    sync_always: bool
    stored: int  # bytes that JetStream uses, or has promised to streams
    most: int  # bytes that it may use


async def server_of(settings: Settings, client: Client) -> Server | None:
    """Return the server at the monitoring address, if one answers: our own, the one set, or the bus's host."""
    address = _address(settings, client)
    said = await _varz(address) if address else None
    return _server(said) if said else None


def _address(settings: Settings, client: Client) -> str | None:
    if settings.nats_url is None:
        return _own(settings.home)
    if settings.nats_monitor_url:
        return settings.nats_monitor_url
    host = client.connected_url.hostname if client.connected_url else urlsplit(settings.nats_url.split(",")[0]).hostname
    return f"http://{f'[{host}]' if ':' in str(host) else host}:{USUAL_PORT}"


def _own(home: Path) -> str | None:
    """Return where the data folder's server can be asked, as it has written down."""
    for file in (home / "nats" / "ports").glob("*.ports"):
        return str(json.loads(file.read_text(encoding="utf-8"))["monitoring"][0])
    return None


async def _varz(address: str) -> dict[str, Any] | None:
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS)) as session,
            session.get(f"{address}/varz") as answer,
        ):
            said = await answer.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return None
    return said if isinstance(said, dict) and "config" in said.get("jetstream", {}) else None


def _server(varz: dict[str, Any]) -> Server:
    config, stats = varz["jetstream"]["config"], varz["jetstream"].get("stats", {})
    return Server(
        name=str(varz.get("server_name")),
        sync_always=bool(config.get("sync_always")),
        stored=max(stats.get("storage", 0), stats.get("reserved_storage", 0)),
        most=config.get("max_storage", 0),
    )
