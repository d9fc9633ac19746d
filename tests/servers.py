"""A nats-server that a test starts as it likes, freezes, and kills; and three of them in a cluster."""

import asyncio
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import PIPE

import psutil
from nats.errors import Error as NatsError
from nats.js import JetStreamContext


@dataclass(frozen=True, slots=True)
class Server:
    """A nats-server that runs, and where it listens."""

    address: str
    process: asyncio.subprocess.Process

    @asynccontextmanager
    async def frozen(self) -> AsyncIterator[None]:
        """Stand still: connected, and silent."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            async with asyncio.timeout(10):
                while psutil.Process(self.process.pid).status() != psutil.STATUS_STOPPED:  # noqa: ASYNC110
                    await asyncio.sleep(0.01)  # nobody tells; on a busy machine it goes on for a moment
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)


@asynccontextmanager
async def server(folder: Path, config: str = "", port: int = -1) -> AsyncIterator[Server]:
    """Run a server with JetStream in `folder` and further lines of configuration; it is killed at the end."""
    file, program = folder / "server.conf", str(Path(sys.executable).with_name("nats-server"))
    file.write_text(f'jetstream {{store_dir: "{folder}"}}\n{config}')
    given = ("-a", "127.0.0.1", "-p", str(port), "-c", str(file))
    process = await asyncio.create_subprocess_exec(program, *given, stderr=PIPE)
    try:
        yield Server(await _address(process), process)
    finally:
        with suppress(ProcessLookupError):  # the test may have done so
            process.kill()
        await process.communicate()


@dataclass
class Node:
    """A server that is killed and started again where others look for it."""

    name: str
    port: int
    folder: Path
    config: str = ""
    server: Server | None = None
    _running: AsyncExitStack = field(default_factory=AsyncExitStack)

    @property
    def address(self) -> str:
        return f"nats://127.0.0.1:{self.port}"

    async def rises(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.server = await self._running.enter_async_context(server(self.folder, self.config, self.port))

    async def dies(self) -> None:
        """Be killed with -9."""
        await self._running.aclose()


@asynccontextmanager
async def cluster(folder: Path, size: int = 3) -> AsyncIterator[dict[str, Node]]:
    """Run servers that know each other, by name; it takes them a moment to agree on a leader."""
    ports, routes = free_ports(size), free_ports(size)
    friends = ", ".join(f'"nats://127.0.0.1:{route}"' for route in routes)
    nodes = {}
    for number, (port, route) in enumerate(zip(ports, routes, strict=True)):
        name = f"n{number}"
        routed = f'server_name: {name}\ncluster {{name: c, listen: "127.0.0.1:{route}", routes: [{friends}]}}'
        nodes[name] = Node(name, port, folder / name, routed)
    try:
        await asyncio.gather(*(node.rises() for node in nodes.values()))
        yield nodes
    finally:
        await asyncio.gather(*(node.dies() for node in nodes.values()))


async def agreed(js: JetStreamContext) -> None:
    """Wait until a cluster takes streams in three copies."""
    async with asyncio.timeout(30):
        while True:
            with suppress(NatsError):
                await js.add_stream(name="TRY", subjects=["try"], num_replicas=3)
                await js.delete_stream("TRY")
                return
            await asyncio.sleep(0.1)  # a cluster tells nobody when it has agreed


def free_ports(count: int) -> list[int]:
    with ExitStack() as taken:
        sockets = [taken.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [int(each.getsockname()[1]) for each in sockets]


async def _address(process: asyncio.subprocess.Process) -> str:
    """Read the server's log until it is ready; it names its port there."""
    assert process.stderr
    said = await asyncio.wait_for(process.stderr.readuntil(b"Server is ready"), 10)
    found = re.search(r"client connections on ([0-9.:]+)", said.decode())
    assert found
    return f"nats://{found[1]}"
