"""How much room there is on the disk of the data."""

import shutil
from dataclasses import dataclass
from pathlib import Path

FULL = 8_000_000  # bytes; with less the next commit, its log and the bus's block may not find room


@dataclass(frozen=True, slots=True)
class Room:
    """The disk of a folder, in bytes."""

    free: int
    total: int

    @property
    def is_full(self) -> bool:
        return self.free < FULL


def room(folder: Path) -> Room:
    """Return the room where a folder is, or will be made."""
    nearest = next(each for each in (folder, *folder.parents) if each.exists())
    usage = shutil.disk_usage(nearest)
    return Room(usage.free, usage.total)
