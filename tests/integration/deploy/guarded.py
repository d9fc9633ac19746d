"""A real nats-server as `palabre server-config` configures it, and whoever shows a part's key to it."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL

from deploy.bus import server_config
from deploy.bus.server_config import KEYS, SERVER, Wanted
from tests.integration.deploy.test_durability import free_port

CITY = "clermont-ferrand"


@dataclass(frozen=True, slots=True)
class Guarded:
    """A bus where each part is a user of its own."""

    folder: Path
    port: int
    monitor: int
    scheme: str = "nats"

    def shown_by(self, user: str) -> dict[str, str]:
        """Return how a part is pointed at the bus."""
        return {
            "PALABRE_NATS_URL": f"{self.scheme}://127.0.0.1:{self.port}",
            "PALABRE_NATS_MONITOR_URL": f"http://127.0.0.1:{self.monitor}",
            "PALABRE_NATS_CREDS": str(self.folder / KEYS / f"{user}.nkey"),
        }


@asynccontextmanager
async def guarded(folder: Path, certificate: Path | None = None, key: Path | None = None) -> AsyncIterator[Guarded]:
    """Write the configuration and run the server; it is killed at the end."""
    port, monitor = free_port(), free_port()
    server_config.write(folder, CITY, Wanted(f"127.0.0.1:{port}", folder / "store", certificate, key))
    text = (folder / SERVER).read_text(encoding="utf-8")
    (folder / SERVER).write_text(re.sub(r'"127\.0\.0\.1:8222"', f'"127.0.0.1:{monitor}"', text), encoding="utf-8")
    program = str(Path(sys.executable).with_name("nats-server"))
    process = await asyncio.create_subprocess_exec(
        program, "-c", str(folder / SERVER), "-l", str(folder / "server.log"), stdout=DEVNULL, stderr=DEVNULL
    )
    try:
        async with asyncio.timeout(20):
            while "Server is ready" not in _log(folder):
                assert process.returncode is None, _log(folder)
                await asyncio.sleep(0.02)
        yield Guarded(folder, port, monitor, "tls" if certificate else "nats")
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def _log(folder: Path) -> str:
    file = folder / "server.log"
    return file.read_text(encoding="utf-8") if file.exists() else ""
