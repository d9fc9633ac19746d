"""The bundled server: found again through the data folder, stopped cleanly, and nothing acknowledged is lost."""

import asyncio
import json
import os
import resource
import signal
from pathlib import Path
from stat import S_IMODE

import nats
import psutil
import pytest
from nats.aio.client import Client

from deploy.bus.embedded import EmbeddedServerError, nats_at
from events import topology
from events.bus import NatsBus
from events.citizens import CitizenJoined
from tests.fakes import NOON, person

pytestmark = pytest.mark.nats


def server_of(home: Path) -> psutil.Process:
    """Return the server's process: it names the file of its ports after it."""
    [file] = (home / "nats" / "ports").glob("*.ports")
    return psutil.Process(int(file.stem.rsplit("_", 1)[1]))


async def joined(client: Client, n: int) -> None:
    await NatsBus(client).publish(
        CitizenJoined(event_id=person(n), city="lyon", occurred_at=NOON, citizen=person(n), language="fr")
    )


async def quiet(_error: Exception) -> None:
    """The test kills the server itself."""


async def test_every_message_is_on_the_disk_before_it_is_acknowledged(tmp_path: Path) -> None:
    async with nats_at(tmp_path):
        config = json.loads((tmp_path / "nats" / "server.conf").read_text())
    assert config["jetstream"] == {"store_dir": str(tmp_path / "nats" / "store"), "sync_interval": "always"}


@pytest.mark.parametrize("name", ["hélène", "مدينة", "城市 🏘", 'a "quoted" \\ one'])
async def test_a_home_has_any_name(tmp_path: Path, name: str) -> None:
    async with nats_at(tmp_path / name) as address:
        client = await nats.connect(address)
        await topology.apply(client.jetstream())
        await joined(client, 1)
        await client.close()
    assert (tmp_path / name / "nats" / "store" / "jetstream").is_dir()


async def test_the_second_finds_the_first_and_leaves_it_running(tmp_path: Path) -> None:
    async with nats_at(tmp_path) as first:
        async with nats_at(tmp_path) as second:
            assert second == first
        assert server_of(tmp_path).is_running()
        client = await nats.connect(first)
        await client.close()


async def test_it_stops_with_its_owner_and_frees_the_folder(tmp_path: Path) -> None:
    async with nats_at(tmp_path) as first:
        server = server_of(tmp_path)
    assert not server.is_running()
    assert not (tmp_path / "nats" / "address").exists()
    async with nats_at(tmp_path) as second:
        assert second != first


async def test_two_folders_are_two_servers(tmp_path: Path) -> None:
    async with nats_at(tmp_path / "a") as one, nats_at(tmp_path / "b") as other:
        assert one != other


async def test_strangers_neither_read_the_password_nor_get_in(tmp_path: Path) -> None:
    async with nats_at(tmp_path) as address:
        files = [tmp_path / "nats" / name for name in ("server.conf", "address")]
        assert [S_IMODE(file.stat().st_mode) for file in files] == [0o600, 0o600]
        host, port = address.split("@")[1].split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(b'CONNECT {"verbose":false}\r\nPING\r\n')
        said = await asyncio.wait_for(reader.read(), 5)
        writer.close()
    assert said.splitlines()[1] == b"-ERR 'Authorization Violation'"


async def test_a_killed_server_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    async with nats_at(tmp_path) as address:
        gone = asyncio.Event()

        async def note_the_end() -> None:
            gone.set()

        client = await nats.connect(address, allow_reconnect=False, error_cb=quiet, closed_cb=note_the_end)
        await topology.apply(client.jetstream())
        await asyncio.gather(*(joined(client, n) for n in range(200)))
        os.kill(server_of(tmp_path).pid, signal.SIGKILL)
        await asyncio.wait_for(gone.wait(), 5)
    async with nats_at(tmp_path) as address:
        client = await nats.connect(address)
        assert await topology.apply(client.jetstream()) == []
        assert (await client.jetstream().stream_info(topology.FACTS)).state.messages == 200
        await joined(client, 7)
        assert (await client.jetstream().stream_info(topology.FACTS)).state.messages == 200
        await client.close()


async def test_a_server_whose_disk_failed_is_started_again_where_it_was(tmp_path: Path) -> None:
    """Its stream takes nothing more, for ever, and it says so at its monitoring address only."""
    async with nats_at(tmp_path) as address:
        client = await nats.connect(address, error_cb=quiet)
        await topology.apply(client.jetstream())
        await joined(client, 1)
        failing = server_of(tmp_path)
        resource.prlimit(failing.pid, resource.RLIMIT_FSIZE, (1, 1))  # no file of it may grow

        await joined(client, 2)

        assert server_of(tmp_path) != failing
        assert (await client.jetstream().stream_info(topology.FACTS)).state.messages == 2
        await client.close()


async def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(EmbeddedServerError, match=r"^.*cannot be written.*PALABRE_HOME.*$"):
        async with nats_at(tmp_path / "file"):
            pass
