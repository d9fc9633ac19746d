"""A nats-server of one's own: JetStream in the data folder, every acknowledged fact on the disk.

The server is found again through the data folder: `nats/lock` is held as long as it runs (the server inherits it),
`nats/address` says where it listens, `nats/guests` is shared by those who use it without having started it.
`sync_interval: always`: with the default a power cut loses two minutes.

A stream that could not be written once takes nothing more until its server is started again, however much room there
is by then: the server is looked at, and started again as soon as the disk takes something.
"""

import asyncio
import ctypes
import fcntl
import json
import logging
import os
import secrets
import shutil
import signal
import sys
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL
from tempfile import TemporaryFile
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlsplit

START_SECONDS = 10.0
STOP_SECONDS = 8.0
WAIT_SECONDS = 15.0  # for another process's server to come up, or to go
LINGER_SECONDS = 600.0  # that a command waits, at its end, for others that use its server
PAUSE = 0.05
RESTART_SECONDS = 1.0
LOOK_SECONDS = 1.0
ROOM = 1024 * 1024  # bytes that the disk must take before the server is started for them
FATAL = ("write error", "not enabled")  # what it says of itself when only a new start helps
PR_SET_PDEATHSIG = 1
PRCTL = ctypes.CDLL(None).prctl  # found before any fork: a child could wait for ever for the loader's lock

log = logging.getLogger(__name__)


class EmbeddedServerError(RuntimeError):
    """The bundled nats-server could not be started; the message says why, in one line."""


@asynccontextmanager
async def nats_at(home: Path, *, own: bool = False) -> AsyncIterator[str]:
    """Yield the address of the data folder's server: the one that runs, or one started here and stopped at the end.

    Who starts one lets the others finish before it stops. With `own` nobody else's server will do: it would end
    with the command that started it, so we wait for that and start one that ends when we do.
    Raises EmbeddedServerError.
    """
    folder = home / "nats"
    async with AsyncExitStack() as stack:
        lock = stack.enter_context(_opened(folder, "lock"))
        guests = stack.enter_context(_opened(folder, "guests"))
        if address := await _found(folder, lock, guests, own=own):
            yield address
            return
        kept = Kept(folder, lock, await _start(folder, lock))
        keeping = asyncio.create_task(kept.keep())
        try:
            yield kept.server.address
            await _let_finish(guests, 0 if own else LINGER_SECONDS)
        finally:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
            await _stop(kept.server.process)
            with suppress(
                OSError
            ):  # what cannot be removed from a disk that failed is known to be old by whoever reads it
                (folder / "address").unlink()


class Server(NamedTuple):
    """A server that runs: where its clients find it, and where it says how it is."""

    process: asyncio.subprocess.Process
    address: str
    monitor: str


@dataclass
class Kept:
    """A server that is started again, where its clients look for it, when it ends by itself or stores nothing more."""

    folder: Path
    lock: int
    server: Server

    async def keep(self) -> None:
        while True:
            log.warning("nats-server %s: it is started again as soon as the disk can be written", await self._failure())
            while not await asyncio.to_thread(_has_room, self.folder):  # noqa: ASYNC110 - a disk tells nobody
                await asyncio.sleep(RESTART_SECONDS)
            await _stop(self.server.process)
            try:
                self.server = await _start(self.folder, self.lock, self.server.address)
            except EmbeddedServerError as error:
                log.error("%s", error)  # noqa: TRY400 - one line, as everywhere
                await asyncio.sleep(RESTART_SECONDS)

    async def _failure(self) -> str:
        """Return what is wrong with the server, as soon as anything is."""
        ended = asyncio.create_task(self.server.process.wait())
        try:
            while not (await asyncio.wait({ended}, timeout=LOOK_SECONDS))[0]:
                if await asyncio.to_thread(_stores_nothing, self.server.monitor):
                    return "can store nothing more"
            return f"ended with code {ended.result()}"
        finally:
            ended.cancel()


def _has_room(folder: Path) -> bool:
    try:
        with TemporaryFile(dir=folder) as probe:
            probe.write(bytes(ROOM))
            probe.flush()
            os.fsync(probe.fileno())
    except OSError:
        return False
    return True


def _stores_nothing(monitor: str) -> bool:
    """Say whether a server has a stream that failed, or no JetStream; who does not answer is asked the next time."""
    try:
        _get(f"http://{monitor}/healthz")
    except HTTPError as unwell:
        said = unwell.read().decode(errors="replace")
        return any(each in said for each in FATAL)
    except OSError:
        return False
    return False


@contextmanager
def _opened(folder: Path, name: str) -> Iterator[int]:
    with _written(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield file
    finally:
        os.close(file)


async def _found(folder: Path, lock: int, guests: int, *, own: bool) -> str | None:
    """Return the address of a server that runs and that we may use, or None once the lock to start one is ours."""
    for _ in range(int(WAIT_SECONDS / PAUSE)):
        if _locked(lock, fcntl.LOCK_EX):
            return None
        if not own and _locked(guests, fcntl.LOCK_SH):
            if address := await _answering(folder):
                return address
            fcntl.flock(guests, fcntl.LOCK_UN)
        await asyncio.sleep(PAUSE)
    raise EmbeddedServerError(f"another palabre holds {folder}: stop it or let it finish, then try again")


def _locked(lock: int, how: int) -> bool:
    try:
        fcntl.flock(lock, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


async def _answering(folder: Path) -> str | None:
    """Return the address that is written down if something listens there; after a kill it may be an old one."""
    try:
        address = (folder / "address").read_text(encoding="utf-8")
        url = urlsplit(address)
        async with asyncio.timeout(2):
            _, writer = await asyncio.open_connection(url.hostname, url.port)
    except (OSError, ValueError, TimeoutError):
        return None
    writer.close()
    return address


async def _let_finish(guests: int, seconds: float) -> None:
    for _ in range(int(seconds / PAUSE)):
        if _locked(guests, fcntl.LOCK_EX):
            return
        await asyncio.sleep(PAUSE)


async def _start(folder: Path, lock: int, again: str | None = None) -> Server:
    """Start a server anywhere, or `again` at an address where clients know one. Raises EmbeddedServerError."""
    known = urlsplit(again or "")
    name, password = f"palabre-{secrets.token_hex(8)}", known.password or secrets.token_urlsafe(24)
    with _written(folder):
        shutil.rmtree(folder / "ports", ignore_errors=True)
        (folder / "ports").mkdir(mode=0o700)
        _write_privately(folder / "server.conf", _configuration(folder, name, password, known.port or -1))
    process = await asyncio.create_subprocess_exec(
        str(Path(sys.executable).with_name("nats-server")),
        "--config", str(folder / "server.conf"),
        stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL,
        pass_fds=(lock,), start_new_session=True, preexec_fn=die_with_parent,
    )  # fmt: skip
    try:
        async with asyncio.timeout(START_SECONDS):
            client, monitor = await _ports(process, folder / "ports")
        async with asyncio.timeout(START_SECONDS):
            await _healthy(monitor, name)
        address = f"nats://palabre:{password}@{client}"
        with _written(folder):
            _write_privately(folder / "address", address)
    except (TimeoutError, EmbeddedServerError, asyncio.CancelledError) as error:
        await _stop(process)
        if isinstance(error, asyncio.CancelledError):
            raise
        raise EmbeddedServerError(
            f"nats-server did not start: {error or 'time is over'}; see {folder / 'server.log'}"
        ) from None
    return Server(process, address, monitor)


@contextmanager
def _written(folder: Path) -> Iterator[None]:
    """Say in one line why a file of the folder cannot be written. Raises EmbeddedServerError."""
    try:
        yield
    except OSError as error:
        raise EmbeddedServerError(
            f"{folder} cannot be written ({error.strerror}): make room there, or set PALABRE_HOME to another folder"
        ) from None


def _configuration(folder: Path, name: str, password: str, port: int) -> str:
    """Return the server's configuration. Port −1 takes any free one.

    JSON is one of its notations, but for escapes of letters: é stands for itself.
    """
    return json.dumps(
        {
            "server_name": name,
            "listen": f"127.0.0.1:{port}",
            "http": "127.0.0.1:-1",
            "ports_file_dir": str(folder / "ports"),
            "log_file": str(folder / "server.log"),
            "logfile_size_limit": 10_000_000,
            "max_payload": 4 * 1024 * 1024,
            "authorization": {"user": "palabre", "password": password},
            "jetstream": {"store_dir": str(folder / "store"), "sync_interval": "always"},
        },
        ensure_ascii=False,
    )


async def _ports(server: asyncio.subprocess.Process, folder: Path) -> tuple[str, str]:
    """Return where the server listens for clients and for health checks, as it writes them down."""
    while server.returncode is None:
        for file in folder.glob("*.ports"):
            try:
                ports = json.loads(file.read_text(encoding="utf-8"))
            except ValueError:  # half written
                continue
            return tuple(ports[kind][0].split("//")[1] for kind in ("nats", "monitoring"))
        await asyncio.sleep(0.01)
    raise EmbeddedServerError(f"it ended with code {server.returncode}")


async def _healthy(monitor: str, name: str) -> None:
    """Wait until JetStream answers, and make sure that it is our server that does."""
    while True:
        try:
            await asyncio.to_thread(_get, f"http://{monitor}/healthz?js-enabled-only=true")
            varz = await asyncio.to_thread(_get, f"http://{monitor}/varz")
        except OSError:
            await asyncio.sleep(0.02)
            continue
        if json.loads(varz)["server_name"] != name:
            raise EmbeddedServerError("another server answers on its port")
        return


def _get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - an http address made above
        return bytes(answer.read())


async def _stop(server: asyncio.subprocess.Process) -> None:
    if server.returncode is not None:
        return
    server.terminate()
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await server.wait()
    except TimeoutError:
        server.kill()
        await server.wait()


def forget_readers(home: Path, stream: str) -> None:
    """Remove what a server that does not run knows of a stream's readers: they begin again at its first fact."""
    for folder in (home / "nats" / "store").rglob(f"{stream}/obs"):
        shutil.rmtree(folder)


def die_with_parent() -> None:
    """Have the kernel stop a child when its parent is killed: nobody else would."""
    PRCTL(PR_SET_PDEATHSIG, signal.SIGTERM)


def _write_privately(file: Path, text: str) -> None:
    draft = file.with_suffix(".new")
    draft.touch(mode=0o600)
    draft.write_text(text, encoding="utf-8")
    draft.replace(file)
