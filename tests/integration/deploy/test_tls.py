"""Over a network bus and database are spoken to by TLS: with the right authority, with no other, and never without."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import text

from deploy.bus.tls import in_the_clear
from deploy.settings import Settings, SettingsError, load
from deploy.wiring import AwayError, connection, memory
from storage.engine import open_engine
from storage.turn import turn
from tests.certificates import Authority, authority
from tests.conftest import Postgres
from tests.integration.deploy.guarded import Guarded, guarded
from tests.integration.deploy.test_durability import free_port


@pytest.fixture
def ours(tmp_path: Path) -> Authority:
    return authority(tmp_path, "ours")


@pytest.fixture
def theirs(tmp_path: Path) -> Authority:
    return authority(tmp_path, "theirs")


async def refusal(settings: Settings) -> str:
    with pytest.raises(AwayError) as refused:
        async with connection(settings, patience=2):
            pass
    [line] = str(refused.value).splitlines()
    return line


@pytest.fixture
async def bus(tmp_path: Path, ours: Authority) -> AsyncIterator[Guarded]:
    (tmp_path / "bus").mkdir()
    async with guarded(tmp_path / "bus", *ours.vouches(tmp_path, "server")) as found:
        yield found


@pytest.mark.nats
async def test_a_bus_is_reached_by_tls_with_the_right_authority_only(
    bus: Guarded, ours: Authority, theirs: Authority
) -> None:
    clerk = bus.shown_by("clerk")
    async with connection(load({**clerk, "PALABRE_NATS_CA": str(ours.file)})) as client:
        await client.flush()
        assert client.connected_server_version.major >= 2
    told = await refusal(load({**clerk, "PALABRE_NATS_CA": str(theirs.file)}))
    assert "CERTIFICATE_VERIFY_FAILED" in told
    assert told.endswith("check PALABRE_NATS_CA and PALABRE_NATS_URL")
    assert "CERTIFICATE_VERIFY_FAILED" in await refusal(load(clerk))  # whom the system trusts


@pytest.mark.nats
async def test_nothing_is_said_to_a_bus_without_tls_where_there_should_be_some(tmp_path: Path, ours: Authority) -> None:
    (tmp_path / "plain").mkdir()
    async with guarded(tmp_path / "plain") as plain:
        shown = {**plain.shown_by("clerk"), "PALABRE_NATS_URL": f"tls://127.0.0.1:{plain.port}"}
        told = await refusal(load({**shown, "PALABRE_NATS_CA": str(ours.file)}))
        heard = (plain.folder / "server.log").read_text(encoding="utf-8")
    assert told == "the bus cannot be reached (nats: there is no TLS at the other end): check PALABRE_NATS_URL"
    assert "clerk" not in heard


def test_files_that_are_none_are_named_at_once(tmp_path: Path, ours: Authority) -> None:
    from deploy.wiring import line  # noqa: PLC0415 - only here

    url, certificate = {"PALABRE_NATS_URL": "tls://bus:4222"}, ours.vouches(tmp_path, "server")
    (tmp_path / "empty.pem").touch()
    for given, said in (
        ({"PALABRE_NATS_CA": "/none.pem"}, "PALABRE_NATS_CA: /none.pem cannot be read (No such file or directory)"),
        ({"PALABRE_NATS_CA": str(tmp_path / "empty.pem")}, "holds no certificate: name a PEM file"),
        ({"PALABRE_NATS_CERTIFICATE": str(certificate[0])}, "PALABRE_NATS_KEY is not set"),
    ):
        with pytest.raises(SettingsError) as refused:
            line(load({**url, **given}))
        assert said in str(refused.value)
    with pytest.raises(SettingsError, match="PALABRE_NATS_URL has no tls://"):
        load({"PALABRE_NATS_URL": "nats://bus:4222", "PALABRE_NATS_CA": str(ours.file)})


SSL_REQUEST = (80877103).to_bytes(4)  # behind its length, what a client that wants TLS says first


@dataclass
class Front:
    """TLS in front of PostgreSQL, whose build for tests has none; it counts who came in encrypted, and who did not."""

    certificate: ssl.SSLContext
    behind: str
    port: int = field(default_factory=free_port)
    encrypted: int = 0
    plain: int = 0
    guests: "set[asyncio.Task[None] | None]" = field(default_factory=set)

    async def leave(self) -> None:
        """Have whoever is still connected go."""
        for guest in filter(None, self.guests):
            guest.cancel()
        await asyncio.gather(*filter(None, self.guests), return_exceptions=True)

    def url(self, query: str) -> str:
        return f"postgresql+asyncpg://postgres@127.0.0.1:{self.port}/postgres{query}"

    async def welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.guests.add(asyncio.current_task())
        with closing(writer):
            first = await reader.readexactly(8)
            if first[4:] == SSL_REQUEST:
                writer.write(b"S")
                await writer.drain()
                try:
                    await writer.start_tls(self.certificate)
                except OSError:  # who came does not trust us
                    return
                self.encrypted += 1
                first = b""
            else:
                self.plain += 1
            there, answers = await asyncio.open_unix_connection(self.behind)
            answers.write(first)
            await asyncio.gather(relayed(reader, answers), relayed(there, writer), return_exceptions=True)


async def relayed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with closing(writer):
        while portion := await reader.read(65536):
            writer.write(portion)
            await writer.drain()


@pytest.fixture
async def front(tmp_path: Path, ours: Authority, postgres: Postgres) -> AsyncIterator[Front]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*ours.vouches(tmp_path, "server"))
    found = Front(context, postgres.socket)
    server = await asyncio.start_server(found.welcome, "127.0.0.1", found.port)
    yield found
    server.close()
    await found.leave()


async def asked(url: str) -> None:
    engine = open_engine(url)
    async with engine.connect() as connected:
        assert (await connected.execute(text("SELECT 1"))).scalar_one() == 1
    await engine.dispose()


async def database_refusal(url: str) -> str:
    with pytest.raises(AwayError) as refused:
        async with memory(load({"PALABRE_DATABASE_URL": url})):
            pass
    [line] = str(refused.value).splitlines()
    return line


@pytest.mark.postgres
async def test_a_database_is_reached_by_tls_with_the_right_authority_only(
    front: Front, ours: Authority, theirs: Authority
) -> None:
    right = f"?sslmode=verify-full&sslrootcert={ours.file}"
    for number, query in enumerate((right, f"?sslrootcert={ours.file}", "?sslmode=require"), start=1):
        await asked(front.url(query))
        assert (front.encrypted, front.plain) == (number, 0)
    await asked(front.url("?sslmode=disable"))
    assert (front.encrypted, front.plain) == (3, 1)
    engine = open_engine(front.url(right))
    async with turn(engine, "tls", lambda: None) as lost:  # its session is a connection of its own
        assert not lost.is_set()
    await engine.dispose()
    assert (front.encrypted, front.plain) == (4, 1)
    for wrong in (f"?sslmode=verify-full&sslrootcert={theirs.file}", "?sslmode=verify-full&sslrootcert=system"):
        told = await database_refusal(front.url(wrong))
        assert "CERTIFICATE_VERIFY_FAILED" in told
        assert told.endswith("check PALABRE_DATABASE_URL")
    assert (front.encrypted, front.plain) == (4, 1)


async def test_nothing_is_said_to_a_database_without_tls_where_there_should_be_some(ours: Authority) -> None:
    guests: set[asyncio.Task[None] | None] = set()

    async def pretend(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Stand in the place of a database, and say that one has no TLS."""
        guests.add(asyncio.current_task())
        with closing(writer):
            await reader.readexactly(8)
            writer.write(b"N")
            await reader.read()

    port = free_port()
    async with await asyncio.start_server(pretend, "127.0.0.1", port):
        told = await database_refusal(f"postgresql+asyncpg://postgres@127.0.0.1:{port}/x?sslrootcert={ours.file}")
        await asyncio.gather(*filter(None, guests), return_exceptions=True)
    assert "rejected SSL upgrade" in told
    assert told.endswith("check PALABRE_DATABASE_URL")


def test_whoever_is_spoken_to_in_the_clear_over_a_network_is_named() -> None:
    near = {
        "PALABRE_NATS_URL": "nats://127.0.0.1:4222,nats://[::1]:4222",
        "PALABRE_DATABASE_URL": "postgresql+asyncpg://palabre@/palabre?host=/run/postgresql",
        "PALABRE_TELEGRAM_API": "http://localhost:8081",
    }
    far = {
        "PALABRE_NATS_URL": "tls://127.0.0.1:4222,nats://bus.example.org:4222",
        "PALABRE_DATABASE_URL": "postgresql+asyncpg://palabre@db.example.org/palabre?sslmode=require",
        "PALABRE_TELEGRAM_API": "http://bots.example.org",
        "PALABRE_LLM_URL": "http://10.0.0.7/v1",
        "PALABRE_LLM_MODEL": "a-model",
    }
    safe = {
        "PALABRE_NATS_URL": "tls://bus.example.org:4222",
        "PALABRE_DATABASE_URL": "postgresql+asyncpg://palabre@db.example.org/palabre?sslmode=verify-full",
    }
    assert [whom for given in (near, safe) for whom, _ in in_the_clear(load(given))] == []
    assert [whom for whom, _ in in_the_clear(load(far))] == ["bus", "database", "telegram", "llm"]
