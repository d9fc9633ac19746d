"""Which backups go: those of this city that are older than wanted, never the newest, and what a killed one left."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from deploy.backups.rotation import kept, name_of, remove_old

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def made(folder: Path, days: float, city: str = "lyon", *, sealed: bool = True) -> Path:
    file = folder / name_of(city, NOON - timedelta(days=days), sealed=sealed)
    file.touch()
    return file


def test_a_name_tells_city_and_moment_and_sorts_by_it(tmp_path: Path) -> None:
    files = [made(tmp_path, days, sealed=bool(days % 2)) for days in (3, 2, 1, 0)]
    assert [file for _, file in sorted(kept(tmp_path, "lyon"))] == files
    assert files[0].name == "palabre-lyon-2026-11-19T120000Z.tar.gz.age"
    assert files[1].name == "palabre-lyon-2026-11-20T120000Z.tar.gz"


def test_what_is_older_goes_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    stay = [made(tmp_path, 0), made(tmp_path, 7), made(tmp_path, 90, "lyon-2"), tmp_path / "palabre-lyon-notes.tar.gz"]
    stay[-1].touch()
    old = [made(tmp_path, 7.01), made(tmp_path, 99, sealed=False)]
    assert sorted(remove_old(tmp_path, "lyon", 7, NOON)) == sorted(old)
    assert sorted(tmp_path.iterdir()) == sorted(stay)


def test_the_newest_stays_however_old_it_is(tmp_path: Path) -> None:
    newest, _ = made(tmp_path, 40), made(tmp_path, 50)
    remove_old(tmp_path, "lyon", 7, NOON)
    assert list(tmp_path.iterdir()) == [newest]


def test_what_a_killed_backup_left_goes_after_a_day(tmp_path: Path) -> None:
    drafts = [tmp_path / f".palabre-lyon-{number}.new" for number in range(2)]
    for draft, hours in zip(drafts, (23, 25), strict=True):
        draft.touch()
        moment = (NOON - timedelta(hours=hours)).timestamp()
        os.utime(draft, (moment, moment))
    remove_old(tmp_path, "lyon", 7, NOON)
    assert list(tmp_path.iterdir()) == drafts[:1]
