"""A backup for the owner of a key alone: exact on either database, and one line where it does not open."""

import asyncio
import json
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from deploy.backups.backup import Wanted as Keeping
from deploy.backups.backup import backup
from deploy.backups.claiming import Wanted
from deploy.backups.rotation import LAST, name_of
from deploy.backups.sealing import key_pair
from deploy.backups.unpacking import Source
from deploy.wiring import instance
from events.topology import DEAD, FACTS
from tests.conftest import NOON, Postgres
from tests.integration.deploy.conftest import Command, new_command
from tests.integration.deploy.test_backup import (
    SECRET,
    WORDS,
    brought_back,
    bytes_in,
    cut,
    everything,
    flipped,
    forgotten,
    live,
    told,
    with_doubt,
)

pytestmark = pytest.mark.nats

DAYS = 14


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which something of everything is, made once and copied for each test."""
    command = new_command(tmp_path_factory.mktemp("lived"))
    asyncio.run(live(command))
    return command.home


@pytest.fixture
def key(palabre: Command) -> Path:
    """The file with the secret key; the public one is among the settings."""
    secret, public = key_pair()
    palabre.environ["PALABRE_BACKUP_RECIPIENT"] = public
    return kept(palabre.folder / "key", secret)


def kept(file: Path, secret: str) -> Path:
    file.write_text(f"# of a test\n{secret}\n", encoding="utf-8")
    return file


@pytest.fixture
def old(palabre: Command, lived: Path, key: Path) -> Command:
    shutil.copytree(lived, palabre.home)
    return palabre


@pytest.fixture
def new(tmp_path: Path) -> Command:
    """The command on another, empty machine, which knows nothing of the key."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return new_command(folder)


async def backed_up(command: Command) -> Path:
    file = command.folder / "instance.tar.gz.age"
    answer = await command("backup", file)
    assert answer.code == 0, answer.err
    return file


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def server(request: pytest.FixtureRequest) -> Postgres | None:
    """The database of the new machine: SQLite (None) or PostgreSQL."""
    return request.getfixturevalue("postgres") if request.param == "postgresql" else None


async def test_it_comes_back_as_it_was(old: Command, new: Command, key: Path, server: Postgres | None) -> None:
    opened = await exported(old)  # which has applied what waited on the bus
    file = await backed_up(old)
    if server:
        new.environ["PALABRE_DATABASE_URL"] = server.url(await server.create("template1"))

    restored = await brought_back(new, Wanted(Source(file, key)))

    assert (restored.erased, restored.doubtful, restored.verdict.faults) == (0, 1, ())
    assert await everything(new) == with_doubt(await everything(old))
    async with instance(old.settings) as before, instance(new.settings) as after:
        assert await told(after, FACTS) == await told(before, FACTS)
        assert len(await told(after, DEAD)) == len(await told(before, DEAD)) == 1
    assert await exported(new) == opened


async def exported(command: Command) -> dict[str, bytes]:
    """Return the open data, file by file."""
    folder = command.folder / "open-data"
    assert (await command("export", "la-viande", "--to", folder)).code == 0
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_nothing_in_it_can_be_read_and_nothing_legible_is_left_beside_it(old: Command) -> None:
    file = await backed_up(old)

    content = file.read_bytes()
    assert content.startswith(b"age-encryption.org/v1\n")
    assert [words for words in (WORDS, SECRET, "manifest", "letter") if words.encode() in content] == []
    assert sorted(path.name for path in old.folder.iterdir()) == ["home", "instance.tar.gz.age", "key"]


async def test_each_owner_of_a_key_opens_it(old: Command, new: Command) -> None:
    pairs = [key_pair(), key_pair()]
    old.environ["PALABRE_BACKUP_RECIPIENT"] = ", ".join(public for _, public in pairs)
    file = await backed_up(old)
    for number, (secret, _) in enumerate(pairs):
        there = new_command(new.folder / str(number))
        there.folder.mkdir()
        restored = await brought_back(there, Wanted(Source(file, kept(there.folder / "key", secret))))
        assert restored.verdict.faults == ()


async def test_who_was_erased_since_is_erased_again(old: Command, key: Path) -> None:
    file = await backed_up(old)
    await forgotten(old)

    restored = await brought_back(old, Wanted(Source(file, key), force=True))

    assert (restored.erased, restored.verdict.faults, restored.verdict.erasures) == (1, (), 1)
    assert WORDS.encode() not in bytes_in(old.home)


def last_chunk(content: bytes) -> bytes:
    return content[:-1]


def header(content: bytes) -> bytes:
    """Change a byte of what is sealed for us in the beginning."""
    place = content.index(b"-> X25519 ") + 12
    return content[:place] + (b"A" if content[place : place + 1] != b"A" else b"B") + content[place + 1 :]


@pytest.mark.parametrize("damage", [cut, flipped, last_chunk, header])
async def test_a_damaged_one_changes_nothing(
    old: Command, new: Command, key: Path, damage: Callable[[bytes], bytes]
) -> None:
    file = await backed_up(old)
    file.write_bytes(damage(file.read_bytes()))

    answer = await new("restore", file, "--identity", key)

    assert (answer.code in {1, 2}, answer.out, new.home.exists()) == (True, "", False)
    assert re.search(r"^palabre: .* damaged.*; nothing was changed$", answer.err.splitlines()[-1])


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ((), "is sealed: add --identity and the file with the secret key"),
        (("--identity", "nowhere"), "nowhere cannot be read (No such file or directory): name the file"),
        (("--identity", "text"), "text holds no secret key of age"),
        (("--identity", "broken"), "broken: its secret key is damaged"),
        (("--identity", "another"), "this key does not open"),
    ],
)
async def test_without_its_key_it_stays_shut(
    old: Command, new: Command, monkeypatch: pytest.MonkeyPatch, given: tuple[str, ...], why: str
) -> None:
    file = await backed_up(old)
    monkeypatch.chdir(old.folder)
    Path("text").write_text("no key at all\n", encoding="utf-8")
    Path("broken").write_text("AGE-SECRET-KEY-1NOT\n", encoding="utf-8")
    kept(Path("another"), key_pair()[0])

    answer = await new("restore", file, *given)

    assert (answer.slip, why in answer.err, new.home.exists()) == ((2, "", 1), True, False)


async def test_a_key_that_is_none_is_refused_before_anything_is_written(old: Command) -> None:
    answer = await old("backup", old.folder / "file", PALABRE_BACKUP_RECIPIENT="age1nonsense")

    assert (answer.slip, (old.folder / "file").exists()) == ((2, "", 1), False)
    assert answer.err.startswith("palabre: PALABRE_BACKUP_RECIPIENT: is no public key of age")


async def test_a_restore_that_was_broken_off_is_run_again_with_its_key(old: Command, key: Path) -> None:
    file = await backed_up(old)

    def until(label: str, *_: int) -> None:
        if label == FACTS:
            raise LookupError

    with pytest.raises(LookupError):
        await brought_back(old, Wanted(Source(file, key), force=True), until)
    refused = await old("status")
    await brought_back(old, Wanted(Source(file, key), force=True))

    assert f"`palabre restore {file} --identity {key}` was broken off, run it again" in refused.err
    assert (await old("verify")).code == 0


async def test_a_folder_keeps_the_backups_of_some_days_and_says_when_the_last_was_made(old: Command) -> None:
    folder, city = old.folder / "backups", old.settings.city
    folder.mkdir()
    now = datetime.now(UTC)
    young, aged = (name_of(city, now - timedelta(days=days), sealed=True) for days in (DAYS - 1, DAYS + 1))
    others = ["notes.txt", name_of("lyon", now - timedelta(days=99), sealed=False)]
    for name in (young, aged, *others):
        (folder / name).write_bytes(b"earlier")

    answer = await old("backup", folder, "--keep", str(DAYS))

    assert (answer.code, "1 older ones were removed" in answer.out) == (0, True)
    [made] = {path.name for path in folder.glob("*.age")} - {young}
    assert sorted(path.name for path in folder.iterdir()) == sorted([made, young, LAST, *others])
    assert (folder / LAST).read_bytes() == (old.home / "backups" / LAST).read_bytes()
    said = json.loads((old.home / "backups" / LAST).read_bytes())
    assert said == {
        "at": said["at"], "file": str(folder / made), "bytes": (folder / made).stat().st_size, "sealed": True
    }  # fmt: skip
    assert timedelta() <= datetime.now(UTC) - datetime.fromisoformat(said["at"]) < timedelta(minutes=5)


async def test_who_was_erased_is_written_down_beside_the_backups_for_a_new_machine(
    old: Command, new: Command, key: Path
) -> None:
    folder = old.folder / "backups"
    folder.mkdir()
    first = folder / "first.tar.gz.age"
    before = await old("backup", first)
    await forgotten(old)
    after = await old("backup", folder)
    assert (before.code, after.code) == (0, 0), after.err

    restored = await brought_back(new, Wanted(Source(first, key)))

    assert (restored.erased, restored.verdict.faults, WORDS.encode() in bytes_in(new.home)) == (1, (), False)


async def test_where_the_data_folder_is_not_to_be_written_it_is_noted_beside_the_backups(old: Command) -> None:
    folder, blocked = old.folder / "backups", old.home / "backups"
    folder.mkdir()
    blocked.write_text("no folder", encoding="utf-8")

    into_folder, into_file = await old("backup", folder), await old("backup", old.folder / "file")

    assert (into_folder.code, (folder / LAST).exists()) == (0, True)
    assert (into_file.code, "is whole, but that cannot be noted (File exists)" in into_file.err) == (2, True)


async def test_to_keep_some_days_a_folder_is_needed(old: Command) -> None:
    answer = await old("backup", old.folder / "file", "--keep", "3")

    assert (answer.slip, "is no folder: with --keep name the folder" in answer.err) == ((2, "", 1), True)


async def test_a_backup_that_failed_is_not_the_last_one_and_removes_nothing(old: Command) -> None:
    folder = old.folder / "backups"
    folder.mkdir()
    aged = folder / name_of(old.settings.city, datetime(2020, 1, 1, tzinfo=UTC), sealed=False)
    aged.write_bytes(b"earlier")

    answer = await old("backup", folder, "--keep", "1", PALABRE_NATS_URL="nats://127.0.0.1:1")

    assert (answer.code, list(folder.iterdir()), (old.home / "backups" / LAST).exists()) == (1, [aged], False)
    assert answer.err.splitlines()[-1].endswith("check PALABRE_NATS_URL")


@pytest.mark.parametrize("recipient", [None, key_pair()[1]], ids=["legible", "sealed"])
async def test_a_progress_that_nobody_hears_leaves_the_last_one_as_it_was_and_removes_nothing(
    old: Command, recipient: str | None
) -> None:
    old.environ["PALABRE_BACKUP_RECIPIENT"] = recipient or ""
    folder = old.folder / "backups"
    folder.mkdir()
    city, sealed = old.settings.city, recipient is not None
    aged, whole = (folder / name_of(city, moment, sealed=sealed) for moment in (NOON.replace(year=2020), NOON))
    aged.write_bytes(b"earlier")
    whole.write_bytes(b"whole")

    def unheard(_label: str, _done: int, _total: int) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        await backup(old.settings, Keeping(whole, force=True), lambda: NOON, unheard)
    with pytest.raises(BrokenPipeError):
        await backup(old.settings, Keeping(folder, force=True, keep=1), lambda: NOON, unheard)

    assert {file: file.read_bytes() for file in folder.iterdir()} == {aged: b"earlier", whole: b"whole"}


async def test_a_legible_one_is_warned_of(old: Command) -> None:
    answer = await old("backup", old.folder / "file", PALABRE_BACKUP_RECIPIENT=None)

    line = "this backup is legible to whoever has it: set PALABRE_BACKUP_RECIPIENT to seal it"
    assert (answer.code, answer.err.splitlines()[0]) == (0, line)
