"""The AsyncAPI document: FastStream's picture of our subscribers, with the facts from the catalogue put in."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from faststream.nats import NatsBroker
from faststream.specification.asyncapi import AsyncAPI
from nats.aio.client import Client
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from events import topology
from events.base import Event, Outcome
from events.bus import OUTCOMES
from events.catalogue import catalogue
from workers.reception import Reception

Document = dict[str, Any]

SCHEMA = "#/components/schemas/{model}"
HEADERS = {
    "type": "object",
    "properties": {"Nats-Msg-Id": {"type": "string", "format": "uuid", "description": "the fact's event_id"}},
}


def document() -> Document:
    """Return the AsyncAPI 3.0 document of the bus."""
    found: Document = json.loads(_specification())
    models: list[type[BaseModel]] = [*catalogue().values(), Outcome]
    _, schemas = models_json_schema([(model, "serialization") for model in models], ref_template=SCHEMA)
    found["servers"] = {"bus": {"host": "localhost:4222", "protocol": "nats", "description": "PALABRE_NATS_URL"}}
    found["components"] = {
        "messages": {**{kind: _message(kind, fact) for kind, fact in catalogue().items()}, OUTCOMES: _outcomes()},
        "schemas": schemas["$defs"],
    }
    for reader in topology.readers():
        _fill(found, reader)
    _add_outcomes(found)
    for part in ("channels", "operations"):  # FastStream keeps its subscribers in a set
        found[part] = dict(sorted(found[part].items()))
    return found


def _specification() -> str:
    """Declare the readers as the running parts do, without a connection."""
    broker = NatsBroker("nats://localhost:4222", logger=None)
    for reader in topology.readers():
        Reception(reader, _nothing, Client()).declare(broker)
    about = "Facts travel on `palabre.<city>.<kind>`, one kind a message; docs/events.md says what each means."
    return AsyncAPI(broker, title="Palabre", version=version("palabre"), description=about).to_specification().to_json()


async def _nothing(facts: Sequence[Event]) -> None:
    """Apply nothing: these subscribers are only looked at."""


def _message(kind: str, fact: type[Event]) -> Document:
    return {
        "name": kind,
        "title": fact.__name__,
        "summary": " ".join((fact.__doc__ or "").split()),
        "headers": HEADERS,
        "payload": {"$ref": SCHEMA.format(model=fact.__name__)},
    }


def _fill(found: Document, reader: topology.Reader) -> None:
    """Put the facts that a reader reads in the place of FastStream's empty message."""
    channel = found["channels"][reader.name]
    channel["servers"] = [{"$ref": "#/servers/bus"}]
    channel["messages"] = {kind: {"$ref": f"#/components/messages/{kind}"} for kind in reader.kinds}
    operation = found["operations"][reader.name]
    operation["messages"] = [{"$ref": f"#/channels/{reader.name}/messages/{kind}"} for kind in reader.kinds]


def _outcomes() -> Document:
    return {
        "name": OUTCOMES,
        "summary": "What was decided about a batch of acts; told once, and kept in the receipts.",
        "payload": {"type": "array", "items": {"$ref": SCHEMA.format(model="Outcome")}},
    }


def _add_outcomes(found: Document) -> None:
    """Add the core subject on which the clerk says what it decided."""
    found["channels"][OUTCOMES] = {
        "address": f"{OUTCOMES}.{{city}}",
        "servers": [{"$ref": "#/servers/bus"}],
        "parameters": {"city": {"description": "short name of the instance's city"}},
        "messages": {OUTCOMES: {"$ref": f"#/components/messages/{OUTCOMES}"}},
    }
    found["operations"][OUTCOMES] = {
        "action": "send",
        "channel": {"$ref": f"#/channels/{OUTCOMES}"},
        "messages": [{"$ref": f"#/channels/{OUTCOMES}/messages/{OUTCOMES}"}],
    }
