"""A nats-server that a test starts as it likes, freezes, and kills."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE


@dataclass(frozen=True, slots=True)
class Server:
    """A nats-server that runs, and where it listens."""

    address: str
    process: asyncio.subprocess.Process

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Stand still: connected, and silent."""
        self.process.send_signal(signal.SIGSTOP)
        try:
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


async def _address(process: asyncio.subprocess.Process) -> str:
    """Read the server's log until it is ready; it names its port there."""
    assert process.stderr
    said = await asyncio.wait_for(process.stderr.readuntil(b"Server is ready"), 10)
    found = re.search(r"client connections on ([0-9.:]+)", said.decode())
    assert found
    return f"nats://{found[1]}"
