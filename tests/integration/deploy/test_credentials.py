"""A bus that asks who we are: a real nats-server with an operator, told who may come in."""

import asyncio
import base64
import json
import sys
from binascii import crc_hqx
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from deploy.reading import clerk_at_work
from deploy.settings import load
from deploy.wiring import instance
from events.base import Outcome
from events.citizens import CitizenJoined
from tests.fakes import NOON, person
from tests.servers import server

pytestmark = pytest.mark.nats

OPERATOR, ACCOUNT, USER, SEED = 14 << 3, 0, 20 << 3, 18 << 3  # the first five bits: a letter in base 32
KEPT = ("mem_storage", "disk_storage", "streams", "consumer")  # the limits of JetStream
LIMITS = dict.fromkeys((*KEPT, "subs", "data", "payload", "imports", "exports", "conn", "leaf"), -1)


class Key:
    """A key as NATS writes it (nkeys): what it is for, 32 bytes, a checksum, in base 32."""

    def __init__(self, kind: int) -> None:
        self.kind, self.private = kind, Ed25519PrivateKey.generate()
        self.public = written(bytes([kind]), self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))
        self.seed = written(bytes([SEED | kind >> 5, (kind & 31) << 3]), self.private.private_bytes_raw())

    def grants(self, subject: "Key", **nats: object) -> str:
        """Return a token that says what `subject` may do."""
        claims = {"jti": "1", "iat": 1, "iss": self.public, "sub": subject.public, "name": "palabre"}
        parts = [{"typ": "JWT", "alg": "ed25519-nkey"}, {**claims, "nats": {"version": 2, **nats}}]
        text = ".".join(plain(json.dumps(part).encode()) for part in parts)
        return f"{text}.{plain(self.private.sign(text.encode()))}"


def written(prefix: bytes, key: bytes) -> str:
    return base64.b32encode(prefix + key + crc_hqx(prefix + key, 0).to_bytes(2, "little")).decode().rstrip("=")


def plain(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def creds(account: Key) -> str:
    user = Key(USER)
    return (
        f"-----BEGIN NATS USER JWT-----\n{account.grants(user, type='user', subs=-1, data=-1, payload=-1)}\n"
        "------END NATS USER JWT------\n\n************************* IMPORTANT *************************\n\n"
        f"-----BEGIN USER NKEY SEED-----\n{user.seed}\n------END USER NKEY SEED------\n"
    )


def configured(folder: Path, account: Key) -> Path:
    """Write the configuration of a server whose operator vouches for one account."""
    operator, system = Key(OPERATOR), Key(ACCOUNT)
    everything = {**LIMITS, "wildcards": True}
    nothing_kept = {name: limit for name, limit in everything.items() if name not in KEPT}
    accounts = {
        account.public: operator.grants(account, type="account", limits=everything),
        system.public: operator.grants(system, type="account", limits=nothing_kept),
    }
    configuration = {
        "listen": "127.0.0.1:-1",
        "operator": operator.grants(operator, type="operator"),
        "system_account": system.public,
        "resolver": "MEMORY",
        "resolver_preload": accounts,
        "jetstream": {"store_dir": str(folder / "store")},
    }
    file = folder / "server.conf"
    file.write_text(json.dumps(configuration), encoding="utf-8")
    return file


async def until(last: bytes, lines: asyncio.StreamReader) -> AsyncIterator[bytes]:
    async for line in lines:
        yield line
        if last in line:
            return


@pytest.fixture
async def bus(tmp_path: Path) -> AsyncIterator[str]:
    """The address of such a server; who may come in stands in the file `palabre.creds`."""
    account = Key(ACCOUNT)
    (tmp_path / "palabre.creds").write_text(creds(account), encoding="utf-8")
    running = await asyncio.create_subprocess_exec(
        str(Path(sys.executable).with_name("nats-server")),
        "--config",
        str(configured(tmp_path, account)),
        stderr=asyncio.subprocess.PIPE,
    )
    assert running.stderr is not None
    said = [line.decode().split() async for line in until(b"Server is ready", running.stderr)]
    yield next(f"nats://{words[-1]}" for words in said if "client" in words)
    running.terminate()
    await running.wait()


@pytest.mark.parametrize("name", ["PALABRE_NATS_CREDS", "PALABRE_NATS_CREDS_FILE"])
async def test_every_connection_shows_the_credentials(bus: str, tmp_path: Path, name: str) -> None:
    given = {"PALABRE_HOME": str(tmp_path / "home"), "PALABRE_NATS_URL": bus, name: str(tmp_path / "palabre.creds")}
    joined = CitizenJoined(event_id=person(1), city="lyon", occurred_at=NOON, citizen=person(2), language="fr")
    async with instance(load(given)) as parts, clerk_at_work(parts):
        outcome = await parts.bus.decide(joined)
    assert outcome == Outcome(fact=person(1), code="joined")


@pytest.mark.parametrize("name", ["PALABRE_NATS_CREDS", "PALABRE_NATS_CREDS_FILE"])
async def test_a_seed_alone_is_let_in_by_a_server_that_knows_its_public_key(tmp_path: Path, name: str) -> None:
    user = Key(USER)
    (tmp_path / "palabre.seed").write_text(f"# of a test\n{user.seed}\n", encoding="utf-8")
    joined = CitizenJoined(event_id=person(1), city="lyon", occurred_at=NOON, citizen=person(2), language="fr")
    async with server(tmp_path, f"authorization {{users: [{{nkey: {user.public}}}]}}") as bus:
        given = {"PALABRE_HOME": str(tmp_path / "home"), "PALABRE_NATS_URL": bus.address}
        async with instance(load({**given, name: str(tmp_path / "palabre.seed")})) as parts, clerk_at_work(parts):
            outcome = await parts.bus.decide(joined)
    assert outcome == Outcome(fact=person(1), code="joined")
