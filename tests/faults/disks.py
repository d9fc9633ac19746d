"""A disk of our own, to fill and to break: an image with a file system on it, mounted where a data folder will be.

Only whoever may mount has one. A file system that failed takes nothing until it is mounted anew: `mend` does so, once
nobody has a file of it open any more.
"""

import asyncio
import fcntl
import os
import struct
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.town import PATIENCE

MEGABYTES = 96
SHUTDOWN, WITHOUT_THE_JOURNAL = 0x8004587D, 2  # ext4's ioctl for tests of power cuts, and its strictest way
PIECE = 1024 * 1024
MENDED = (0, 1)  # what fsck ends with when all is well now


class DiskError(RuntimeError):
    """A file system could not be made, mounted or mended."""


@dataclass(frozen=True, slots=True)
class Disk:
    """A mounted file system: `image` is what its device holds, `place` where it is seen."""

    image: Path
    place: Path

    @asynccontextmanager
    async def filled(self) -> AsyncIterator[None]:
        """Keep the disk full to the last byte, whatever others free there."""
        file = self.place / "filling"
        filling = asyncio.create_task(_keep_full(file))
        try:
            yield
        finally:
            filling.cancel()
            await asyncio.gather(filling, return_exceptions=True)
            file.unlink()

    async def fails(self) -> None:
        """Have the kernel find an error: from now on the disk can only be read."""
        await _run("mount", "-o", "remount,abort", str(self.place))

    def is_cut_off(self) -> None:
        """Cut the power: what was not synced never reaches the device; nothing can be read or written any more."""
        folder = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, SHUTDOWN, struct.pack("I", WITHOUT_THE_JOURNAL))
        finally:
            os.close(folder)

    async def mend(self) -> None:
        """Check the disk and mount it again, as the next start of the machine would."""
        await self._unmount()
        await _run("e2fsck", "-p", str(self.image), well=MENDED)
        await self.mount()

    async def _unmount(self) -> None:
        """Take the disk away; the threads of who was killed may hold its files for a moment longer."""
        async with asyncio.timeout(PATIENCE):
            while True:
                with suppress(DiskError):
                    return await _run("umount", str(self.place))
                await asyncio.sleep(0.05)

    async def mount(self) -> None:
        await _run("mount", "-o", "loop,errors=remount-ro", str(self.image), str(self.place))


@asynccontextmanager
async def disk(folder: Path, megabytes: int = MEGABYTES) -> AsyncIterator[Disk]:
    """Mount a new disk at `folder`; the test is skipped where that is not allowed."""
    made = Disk(folder.with_suffix(".image"), folder)
    folder.mkdir(parents=True)
    with made.image.open("wb") as image:
        image.truncate(megabytes * PIECE)
    try:
        await _run("mkfs.ext4", "-q", "-m", "0", str(made.image))
        await made.mount()
    except (DiskError, OSError) as error:
        pytest.skip(f"no disk of our own: {error}")
    try:
        yield made
    finally:
        await _run("umount", "--lazy", str(folder))
        made.image.unlink()


async def _run(*command: str, well: tuple[int, ...] = (0,)) -> None:
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=PIPE)
    out, said = await process.communicate()
    if process.returncode not in well:
        raise DiskError(f"{' '.join(command)}: {(said or out).decode().strip()}")


async def _keep_full(file: Path) -> None:
    while True:
        await asyncio.to_thread(_fill, file)
        await asyncio.sleep(0.05)


def _fill(file: Path) -> None:
    """Take what is left of the disk, at last byte by byte."""
    for size in (PIECE, 4096, 1):
        with suppress(OSError), file.open("ab", buffering=0) as filling:
            while True:
                filling.write(bytes(size))
