"""A folder of backups: each with a name that tells city and moment, the old ones removed, the last one noted."""

import json
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from deploy.bus.streams import privately

LAST = "last.json"  # beside the backups, and in `backups` of the data folder
MOMENT = "%Y-%m-%dT%H%M%SZ"
DRAFT_HOURS = 24  # after which what a killed backup left is nobody's


def name_of(city: str, moment: datetime, *, sealed: bool) -> str:
    return f"palabre-{city}-{moment.astimezone(UTC):{MOMENT}}.tar.gz{'.age' if sealed else ''}"


def kept(folder: Path, city: str) -> Iterator[tuple[datetime, Path]]:
    """Yield a city's backups in a folder, and when each was begun, by their names."""
    form = re.compile(rf"palabre-{re.escape(city)}-(\d{{4}}-\d\d-\d\dT\d{{6}}Z)\.tar\.gz(\.age)?")
    for file in folder.iterdir():
        if found := form.fullmatch(file.name):
            yield datetime.strptime(found[1], MOMENT).replace(tzinfo=UTC), file


def erasures_beside(backup: Path, city: str) -> Path:
    """Return where it is written down, beside a city's backups, who was erased: a restore of an older one reads it."""
    return backup.with_name(f"palabre-{city}-erasures.jsonl")


def remove_old(folder: Path, city: str, days: int, now: datetime) -> list[Path]:
    """Remove backups older than some days, and what killed backups left; return which. The newest stays in any case."""
    oldest = now - timedelta(days=days)
    files = sorted(kept(folder, city))
    gone = [file for moment, file in files[:-1] if moment < oldest]
    for file in [*gone, *_left(folder, city, now)]:
        file.unlink(missing_ok=True)
    return gone


def _left(folder: Path, city: str, now: datetime) -> list[Path]:
    before = (now - timedelta(hours=DRAFT_HOURS)).timestamp()
    drafts = folder.glob(f".palabre-{city}-*.new")
    return [draft for draft in drafts if draft.stat().st_mtime < before]


def note(folder: Path, at: datetime, file: Path, *, sealed: bool) -> None:
    """Write down the last backup that is whole, for whoever watches over it (moment in UTC, size in bytes)."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = folder / f".{LAST}.{os.getpid()}"
    content = {"at": at.astimezone(UTC).isoformat(), "file": str(file.absolute()), "bytes": file.stat().st_size}
    with privately(draft) as written:
        written.write(json.dumps({**content, "sealed": sealed}).encode() + b"\n")
        written.flush()
        os.fsync(written.fileno())
    draft.replace(folder / LAST)


def last(folder: Path) -> datetime | None:
    """Return the moment of the last backup that was noted in a folder."""
    file = folder / LAST
    return datetime.fromisoformat(json.loads(file.read_bytes())["at"]) if file.exists() else None
