"""The configuration of a bus of one's own: written once, kept, and brought up to date where it may have changed."""

import stat
from pathlib import Path

import pytest

from deploy.bus.server_config import KEYS, SERVER, USERS, Wanted, write
from deploy.settings import SettingsError

NAMES = {"citizen-bot", "moderator-bot", "notifier", "clerk", "cartographer", "web", "upkeep", "backup", "admin"}


def contents(folder: Path) -> dict[str, str]:
    return {str(each.relative_to(folder)): each.read_text() for each in folder.rglob("*") if each.is_file()}


def wanted(folder: Path) -> Wanted:
    return Wanted("127.0.0.1:4222", folder / "store")


def test_every_part_has_a_key_that_nobody_else_reads_and_the_server_learns_public_ones_only(tmp_path: Path) -> None:
    write(tmp_path, "lyon", wanted(tmp_path))
    keys = {each.stem: each for each in (tmp_path / KEYS).iterdir()}
    assert set(keys) == NAMES
    assert {stat.S_IMODE(each.stat().st_mode) for each in keys.values()} == {0o600}
    assert stat.S_IMODE((tmp_path / KEYS).stat().st_mode) == 0o700
    told = (tmp_path / USERS).read_text() + (tmp_path / SERVER).read_text()
    seeds = {next(line for line in each.read_text().splitlines() if line.startswith("SU")) for each in keys.values()}
    assert len(seeds) == len(NAMES)
    assert not any(seed in told for seed in seeds)


def test_a_second_time_changes_nothing_and_an_update_changes_the_users_only(tmp_path: Path) -> None:
    assert len(write(tmp_path, "lyon", wanted(tmp_path))) == len(NAMES) + 2
    before = contents(tmp_path)
    assert write(tmp_path, "lyon", Wanted("0.0.0.0:4222", Path("/data"))) == []
    (tmp_path / USERS).write_text("of an older version")
    assert write(tmp_path, "lyon", wanted(tmp_path)) == [f"{tmp_path / USERS}: written"]
    assert contents(tmp_path) == before


def test_new_keys_are_made_when_they_are_asked_for(tmp_path: Path) -> None:
    write(tmp_path, "lyon", wanted(tmp_path))
    before = contents(tmp_path)
    write(tmp_path, "lyon", wanted(tmp_path), new_keys=True)
    assert {name for name, content in contents(tmp_path).items() if content == before[name]} == {SERVER}


def test_the_users_of_another_city_stay_as_they_are(tmp_path: Path) -> None:
    write(tmp_path, "reggio-emilia", wanted(tmp_path))
    before = contents(tmp_path)
    with pytest.raises(
        SettingsError, match=r"is of the city reggio-emilia, not of lyon: set PALABRE_CITY=reggio-emilia$"
    ):
        write(tmp_path, "lyon", wanted(tmp_path), new_keys=True)
    assert contents(tmp_path) == before


def test_a_key_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, "lyon", wanted(tmp_path))
    (tmp_path / KEYS / "clerk.nkey").write_text("torn")
    with pytest.raises(SettingsError, match=r"keys/clerk\.nkey is no key that can be read: remove it"):
        write(tmp_path, "lyon", wanted(tmp_path))


def test_a_certificate_without_its_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="give both, or neither"):
        write(tmp_path, "lyon", Wanted(certificate=Path("server.pem")))
    assert contents(tmp_path) == {}
