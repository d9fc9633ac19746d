"""After an update the server is told anew who may do what, and goes on with the keys that were handed out."""

import asyncio
import signal
from pathlib import Path

import psutil
import pytest

from deploy.bus import server_config
from deploy.bus.server_config import USERS, Wanted
from deploy.settings import load
from deploy.wiring import connection
from events import topology
from events.bus import BusAwayError, BusRefusedError, NatsBus
from events.citizens import CitizenJoined
from tests.fakes import NOON, person
from tests.integration.deploy.guarded import CITY, guarded

pytestmark = pytest.mark.nats


async def test_a_right_that_an_update_brings_is_there_after_a_reload(tmp_path: Path) -> None:
    joined = CitizenJoined(event_id=person(1), city=CITY, occurred_at=NOON, citizen=person(2), language="fr")
    async with guarded(tmp_path) as bus:
        async with connection(load(bus.shown_by("admin"))) as admin:
            await topology.apply(admin.jetstream())
        older = (tmp_path / USERS).read_text(encoding="utf-8").replace(".citizen.joined", ".citizen.unheard")
        (tmp_path / USERS).write_text(older, encoding="utf-8")
        server_of(bus.port).send_signal(signal.SIGHUP)
        async with asyncio.timeout(30), connection(load(bus.shown_by("citizen-bot"))) as client:
            with pytest.raises(BusRefusedError, match=r"does not allow citizen-bot to publish .*\.citizen\.joined$"):
                await until_refused(NatsBus(client), joined)
            [line] = server_config.write(tmp_path, CITY, Wanted())
            assert line == f"{tmp_path / USERS}: written"
            server_of(bus.port).send_signal(signal.SIGHUP)
            await until_stored(NatsBus(client), joined)


def server_of(port: int) -> psutil.Process:
    """Return our server's process: a child that listens on the port."""
    for child in psutil.Process().children():
        if any(each.laddr.port == port for each in child.net_connections(kind="tcp")):
            return child
    raise LookupError(port)


async def until_refused(bus: NatsBus, fact: CitizenJoined) -> None:
    """Tell a fact until it is refused: a server tells nobody when it has reloaded."""
    number = 0
    while True:
        number += 1
        await bus.publish(fact.model_copy(update={"event_id": person(f"before {number}")}))


async def until_stored(bus: NatsBus, fact: CitizenJoined) -> None:
    while True:
        try:
            return await bus.publish(fact)
        except (BusRefusedError, BusAwayError):  # not yet, or while it comes in anew
            await asyncio.sleep(0.05)
