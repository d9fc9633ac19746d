"""A whole instance in one file, and back: exact, on either database, refused where it would do harm."""

import asyncio
import gzip
import io
import json
import shutil
import sqlite3
import tarfile
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from nats.js.api import Header
from sqlalchemy import Connection, inspect, select
from sqlmodel import SQLModel

from deploy.backups.claiming import Wanted
from deploy.backups.restore import Restored, restore
from deploy.backups.unpacking import Source, members
from deploy.bus.streams import messages
from deploy.imports.importing import applied, applying
from deploy.reading import ERASURES
from deploy.record.replay import Progress
from deploy.wiring import Instance, instance, memory
from events.base import Event, fact_id
from events.citizens import CitizenForgotten, CitizenJoined
from events.contributions import OpinionGiven
from events.news import NewsAddressed
from events.themes import ThemeDrafted
from events.topology import CLERK, DEAD, DIALOGUES, FACTS, NOTIFIER
from storage.engine import open_engine
from storage.ledger import writing
from storage.migrations import migrate
from storage.tables.identity import Letter
from storage.tables.memory import Outgoing, Receipt
from tests.conftest import NOON, Postgres
from tests.integration.deploy.conftest import CITIZEN, MODERATOR, Command, new_command
from tests.integration.deploy.test_import import ROWS, counts

pytestmark = pytest.mark.nats

SECRET = "a secret of sixteen"
ADA = UUID(int=0xADA)
POISON = b"\xff\x00 no text"
HOUR = NOON + timedelta(hours=1)  # when an instance is brought back
WORDS = "Ce que je regrette d'avoir dit ici."


def fact(kind: type[Event], *about: object, **fields: object) -> Event:
    given = {"event_id": fact_id("backup", kind.kind, *about), "city": "clermont-ferrand", "occurred_at": NOON}
    return kind.model_validate({**given, **fields})


JOINED = fact(CitizenJoined, citizen=ADA, language="fr")
SAID = fact(OpinionGiven, theme="la-viande", citizen=ADA, text=WORDS)
FORGOTTEN = fact(CitizenForgotten, citizen=ADA)
LATER = fact(ThemeDrafted, by=None, title="L'eau", slug="eau")
NEWS = fact(NewsAddressed, person=ADA, audience="citizen", wording="news-admitted", params={"reference": "Q-1"})


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which something of everything is, made once and copied for each test."""
    command = new_command(tmp_path_factory.mktemp("lived"))
    asyncio.run(live(command))
    return command.home


async def live(command: Command) -> None:
    await command.bring_in(ROWS, "--admit")
    async with instance(command.settings) as parts:
        js = parts.client.jetstream()
        await parts.addresses.enter("citizen", 4711)
        gone = await js.publish("palabre.x.nothing.said", b"{}")  # leaves a gap
        await js.delete_msg(FACTS, gone.seq)
        async with applying(parts):
            for each in (JOINED, SAID):
                await parts.bus.publish(each)
            await js.publish(LATER.subject, POISON, headers={Header.MSG_ID.value: "poison"})
            await applied(parts)
        for each in (LATER, NEWS):  # nobody is at work: they wait
            await parts.bus.publish(each)
        await (await js.key_value(DIALOGUES)).put(str(ADA), b'{"theme": "la-viande"}')
        async with writing(parts.engine) as session:
            session.add_all(letter(number, due) for number, due in enumerate((NOON, NOON + timedelta(hours=2))))
            session.add(Receipt(fact=UUID(int=7), code="refused.past", params='{"é": "\u2028"}'))


def letter(number: int, due: datetime) -> Letter:
    return Letter(id=UUID(int=number), person=ADA, bot="citizen", wording="news-admitted", params="{}", due_at=due)


@pytest.fixture
def old(palabre: Command, lived: Path) -> Command:
    shutil.copytree(lived, palabre.home)
    return palabre


@pytest.fixture
def new(tmp_path: Path) -> Command:
    """The command on another, empty machine."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return new_command(folder)


Everything = dict[str, list[tuple[Any, ...]]]


async def everything(command: Command) -> Everything:
    """Return all rows of all tables."""
    async with memory(command.settings) as engine, engine.connect() as connection:
        return {
            table.name: [tuple(row) for row in await connection.execute(select(table).order_by(*table.primary_key))]
            for table in SQLModel.metadata.sorted_tables
        }


def with_doubt(rows: Everything) -> Everything:
    """Return the rows with what a restore changes: a letter that waited and is due may have been sent."""
    state = list(Letter.__table__.columns.keys()).index("state")  # type: ignore[attr-defined]
    first, *others = rows["letter"]
    return {**rows, "letter": [(*first[:state], "again", *first[state + 1 :]), *others]}


async def told(parts: Instance, stream: str) -> list[tuple[str, str, bytes]]:
    return [(each.subject, each.id, each.data) async for portion in messages(parts.client, stream) for each in portion]


async def waiting(parts: Instance) -> dict[str, int]:
    """Return how many facts each reader has before it."""
    js = parts.client.jetstream()
    return {name: (await js.consumer_info(FACTS, name)).num_pending or 0 for name in (CLERK, NOTIFIER)}


async def backed_up(command: Command) -> Path:
    file = command.folder / "instance.tar.gz"
    answer = await command("backup", file)
    assert answer.code == 0, answer.err
    return file


async def brought_back(command: Command, wanted: Wanted, progress: Progress = lambda *_: None) -> Restored:
    return await restore(command.settings, wanted, lambda: HOUR, progress)


async def test_an_instance_comes_back_as_it_was(old: Command, new: Command) -> None:
    file = await backed_up(old)

    restored = await brought_back(new, Wanted(Source(file)))

    assert (restored.erased, restored.doubtful, restored.verdict.faults) == (0, 1, ())
    assert await everything(new) == with_doubt(await everything(old))
    async with instance(old.settings) as before, instance(new.settings) as after:
        assert await told(after, FACTS) == await told(before, FACTS)
        assert (await told(after, DEAD))[0][2] == POISON
        entry = await (await after.client.jetstream().key_value(DIALOGUES)).get(str(ADA))
        assert entry.value == b'{"theme": "la-viande"}'
        assert await after.addresses.find("citizen", 4711) == await before.addresses.find("citizen", 4711)
        assert await waiting(after) == await waiting(before) == {CLERK: 2, NOTIFIER: 1}


async def test_what_waited_on_the_bus_is_applied_once_it_runs(old: Command, new: Command) -> None:
    await brought_back(new, Wanted(Source(await backed_up(old))))
    before = await counts(new)

    async with instance(new.settings) as parts, applying(parts):
        await applied(parts)

    assert (await counts(new), (await new("verify")).code) == (before, 0)
    assert (await new("status", "--json")).json["themes"] == {"la-viande": "collecting", "eau": "draft"}


async def test_a_dead_letter_keeps_its_moment_and_finds_its_fact(old: Command, new: Command) -> None:
    [before] = (await old("dead", "list", "--json")).json["dead_letters"]
    await brought_back(new, Wanted(Source(await backed_up(old))))

    [after] = (await new("dead", "list", "--json")).json["dead_letters"]
    dropped = await new("dead", "drop", str(after["id"]))

    assert (after, dropped.code) == (before, 0)
    async with instance(new.settings) as parts:
        assert POISON not in [data for _, _, data in await told(parts, FACTS)]


@pytest.mark.postgres
@pytest.mark.parametrize("ways", ["sqlite to postgresql to sqlite", "sqlite to postgresql to postgresql"])
async def test_a_backup_of_one_database_comes_back_on_another(
    old: Command, new: Command, postgres: Postgres, ways: str
) -> None:
    wanted = with_doubt(await everything(old))
    names = [await postgres.create("template1"), await postgres.create("template1")]
    file = await backed_up(old)
    for name, kind in zip(names, ways.split(" to ")[1:], strict=True):
        new = new_command(new.folder / name)
        new.folder.mkdir()
        if kind == "postgresql":
            new.environ["PALABRE_DATABASE_URL"] = postgres.url(name)
        restored = await brought_back(new, Wanted(Source(file)))
        assert (restored.verdict.faults, await everything(new)) == ((), wanted)
        file = await backed_up(new)
    for name in names:
        await postgres.drop(name)


@pytest.mark.postgres
async def test_new_rows_are_numbered_behind_those_that_came_back(
    old: Command, new: Command, postgres: Postgres
) -> None:
    name = await postgres.create("template1")
    new.environ["PALABRE_DATABASE_URL"] = postgres.url(name)
    async with memory(old.settings) as engine, writing(engine) as session:
        session.add(Outgoing(position=41, fact=NEWS.event_id, kind=NEWS.kind, payload=NEWS.model_dump_json()))

    await brought_back(new, Wanted(Source(await backed_up(old))))

    async with memory(new.settings) as engine, writing(engine) as session:
        session.add(row := Outgoing(fact=UUID(int=8), kind=NEWS.kind, payload="{}"))
        await session.flush()
        assert row.position == 42
    await postgres.drop(name)


OF_A_NEWER_VERSION = (
    "UPDATE alembic_version SET version_num = '9999'",
    "CREATE TABLE promise (number serial, words text, contribution uuid REFERENCES contribution)",
    "CREATE VIEW heard AS SELECT text FROM contribution",
    "CREATE MATERIALIZED VIEW kept AS SELECT words FROM promise",
    "CREATE SEQUENCE turns",
)
EXTENSION = {"pg_stat_statements", "pg_stat_statements_info"}  # what its name brings: an administrator's, not ours


def held(connection: Connection) -> set[str]:
    schema = inspect(connection)
    views = {*schema.get_view_names(), *schema.get_materialized_view_names()}
    return {*schema.get_table_names(), *views, *schema.get_sequence_names()}


@pytest.mark.postgres
async def test_what_a_newer_version_made_goes_and_an_extension_stays(
    old: Command, new: Command, postgres: Postgres
) -> None:
    name = await postgres.create("template1")
    new.environ["PALABRE_DATABASE_URL"] = postgres.url(name)
    file = await backed_up(old)
    await brought_back(new, Wanted(Source(file)))
    engine = open_engine(new.settings.database)
    async with engine.begin() as connection:
        before = await connection.run_sync(held)
        for statement in (*OF_A_NEWER_VERSION, "CREATE EXTENSION pg_stat_statements"):
            await connection.exec_driver_sql(statement)
    await engine.dispose()

    restored = await brought_back(new, Wanted(Source(file), force=True))

    assert (restored.verdict.faults, await everything(new)) == ((), with_doubt(await everything(old)))
    async with engine.connect() as connection:
        assert await connection.run_sync(held) == before | EXTENSION
    await engine.dispose()
    await postgres.drop(name)


async def test_what_happens_during_a_backup_is_in_it_once_or_not_at_all(old: Command, new: Command) -> None:
    begun, file = asyncio.Event(), old.folder / "instance.tar.gz"

    async def speak() -> None:
        async with instance(old.settings) as parts, applying(parts):
            for number in range(400):
                await parts.bus.publish(fact(CitizenJoined, number, citizen=UUID(int=number), language="it"))
                begun.set()
            await applied(parts)

    speaking = asyncio.create_task(speak())
    await begun.wait()
    assert (await old.apart("backup", file)).code == 0
    await speaking
    await brought_back(new, Wanted(Source(file)))
    async with instance(new.settings) as parts, applying(parts):
        await applied(parts)

    assert (await new("verify", "--json")).json["faults"] == []
    assert 0 < (await counts(new))["people"] <= (await counts(old))["people"]


async def test_the_file_is_private_and_holds_no_secret(old: Command) -> None:
    answer = await old("backup", old.folder / "b")

    content = gzip.decompress((old.folder / "b").read_bytes())
    assert ((old.folder / "b").stat().st_mode & 0o777, SECRET.encode() in content) == (0o600, False)
    assert "16 entries of the record, 19 facts and 1 dead letters" in answer.out
    assert [path.name for path in old.folder.iterdir() if path.name.startswith(".")] == []


async def test_a_backup_that_is_there_is_overwritten_only_by_force(old: Command) -> None:
    file = await backed_up(old)
    before = file.read_bytes()

    refused = await old("backup", file)
    kept = file.read_bytes()
    forced = await old("backup", file, "--force")

    assert (refused.code, refused.out, kept == before, forced.code) == (2, "", True, 0)
    assert refused.err.splitlines()[-1] == f"palabre: {file} exists: name another file, or overwrite it with --force"


async def test_a_backup_that_cannot_be_written_there_says_why(old: Command) -> None:
    answer = await old("backup", old.folder / "nowhere" / "file")

    assert (answer.code, answer.out, "does not exist: make it" in answer.err.splitlines()[-1]) == (2, "", True)


async def test_where_nothing_is_nothing_is_backed_up(palabre: Command) -> None:
    answer = await palabre("backup", palabre.folder / "file")

    assert (answer.code, answer.out, palabre.home.exists(), (palabre.folder / "file").exists()) == (2, "", False, False)
    assert "there is nothing to back up" in answer.err


def written_anew(
    file: Path, change: Callable[[dict[str, bytes], dict[str, Any]], None], *, hashes: bool = True
) -> Path:
    """Return a copy of a backup with other content; with `hashes` its manifest says so."""
    content = {name: held.read() for name, held in members(Source(file))}
    manifest = json.loads(content.pop("manifest.json"))
    change(content, manifest)
    for name, held in content.items() if hashes else ():
        found = {"lines": held.count(b"\n"), "bytes": len(held), "sha256": sha256(held).hexdigest()}
        manifest["members"][name] = found
    anew = file.with_name("anew.tar.gz")
    with tarfile.open(anew, "w:gz") as archive:
        for name, held in {**content, "manifest.json": json.dumps(manifest).encode()}.items():
            header = tarfile.TarInfo(name)
            header.size = len(held)
            archive.addfile(header, io.BytesIO(held))
    return anew


def one_byte(content: dict[str, bytes], _: dict[str, Any]) -> None:
    content["tables/vote.jsonl"] = content["tables/vote.jsonl"].replace(b'"value": 1', b'"value": 0')


def no_facts(content: dict[str, bytes], _: dict[str, Any]) -> None:
    del content["streams/FACTS.jsonl"]


def newer(_: dict[str, bytes], manifest: dict[str, Any]) -> None:
    manifest["schema_revision"] = "9999"


def other_format(_: dict[str, bytes], manifest: dict[str, Any]) -> None:
    manifest["format"] = 2


@pytest.mark.parametrize(
    ("change", "code", "why"),
    [
        (one_byte, 1, "is damaged: tables/vote.jsonl is not what was written; nothing was changed"),
        (no_facts, 1, "is damaged: streams/FACTS.jsonl is not what was written; nothing was changed"),
        (newer, 2, "this backup was written by a newer version (0.1.0): update palabre first"),
        (other_format, 2, "was written by another version: update palabre"),
    ],
)
async def test_what_is_not_a_whole_backup_of_ours_changes_nothing(
    old: Command, new: Command, change: Callable[[dict[str, bytes], dict[str, Any]], None], code: int, why: str
) -> None:
    file = written_anew(await backed_up(old), change, hashes=False)

    answer = await new("restore", file)

    assert (answer.code, answer.out, answer.err.splitlines()[-1].endswith(why)) == (code, "", True)
    assert not new.home.exists()


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


def of_other_content(content: bytes) -> bytes:
    """Change the checksum at the very end, as if one byte of the manifest were another."""
    return content[:-8] + bytes([content[-8] ^ 1]) + content[-7:]


def text(_: bytes) -> bytes:
    return b"I am no backup."


@pytest.mark.parametrize("damage", [cut, flipped, of_other_content, text])
async def test_a_damaged_file_changes_nothing(old: Command, new: Command, damage: Callable[[bytes], bytes]) -> None:
    file = await backed_up(old)
    file.write_bytes(damage(file.read_bytes()))

    answer = await new("restore", file)

    assert (answer.code, answer.out, "is damaged" in answer.err.splitlines()[-1]) == (1, "", True)
    assert not new.home.exists()


async def test_another_secret_is_said_before_anything_is_changed(old: Command, new: Command) -> None:
    file = await backed_up(old)
    new.environ["PALABRE_SECRET"] = "another secret of sixteen"

    refused = await new("restore", file)
    home = new.home.exists()
    strangers = await brought_back(new, Wanted(Source(file), strangers=True))

    assert (refused.code, "no account in it could be opened" in refused.err, home) == (2, True, False)
    assert (strangers.verdict.faults, (await everything(new))["address"]) == ((), [])


async def test_a_backup_of_another_city_is_refused(old: Command, new: Command) -> None:
    answer = await new("restore", await backed_up(old), PALABRE_CITY="lyon")

    assert (answer.code, answer.err.splitlines()[-1]) == (
        2,
        "palabre: this is a backup of clermont-ferrand: set PALABRE_CITY=clermont-ferrand",
    )


async def test_an_instance_is_replaced_only_by_force(old: Command) -> None:
    file = await backed_up(old)
    before = await everything(old)
    await old.bring_in(["opinion,o9,zoe,La cantine devrait servir des légumes.,,,,"], "--admit")

    refused = await old("restore", file)
    kept = await counts(old)
    await brought_back(old, Wanted(Source(file), force=True))

    assert (refused.code, refused.err.splitlines()[-1].endswith("; to replace it, add --force")) == (2, True)
    assert (kept["received"], await everything(old)) == (5, with_doubt(before))


async def test_facts_that_nobody_has_applied_are_an_instance_too(old: Command, new: Command) -> None:
    file = await backed_up(old)
    async with instance(new.settings) as parts:
        await parts.bus.publish(LATER)

    answer = await new("restore", file)

    assert (answer.code, "with 1 facts on its bus" in answer.err) == (2, True)


async def test_while_something_runs_nothing_is_replaced(old: Command) -> None:
    file = await backed_up(old)
    async with instance(old.settings):
        bus = await old("restore", file, "--force")
    with closing(sqlite3.connect(old.home / "palabre.db")) as reader:
        reader.execute("SELECT count(*) FROM vote").fetchone()
        database = await old("restore", file, "--force")

    assert (bus.code, "palabre runs on" in bus.err, database.code, "is open elsewhere" in database.err) == (
        2,
        True,
        2,
        True,
    )
    assert (await old("verify")).code == 0


@pytest.mark.postgres
async def test_while_somebody_is_connected_to_the_database_nothing_is_replaced(
    old: Command, new: Command, postgres: Postgres
) -> None:
    name = await postgres.create("template1")
    new.environ["PALABRE_DATABASE_URL"] = postgres.url(name)
    file = await backed_up(old)
    async with memory(new.settings):
        answer = await new("restore", file)

    assert (answer.code, "1 others are connected to the database" in answer.err) == (2, True)
    assert (await new("verify")).code == 0
    await postgres.drop(name)


async def test_an_outside_bus_at_which_somebody_is_at_work_is_left_alone(
    old: Command, new: Command, nats_address: str
) -> None:
    file = await backed_up(old)
    new.environ["PALABRE_NATS_URL"] = nats_address
    working = new_command(new.folder / "working")
    working.environ["PALABRE_NATS_URL"] = nats_address
    async with instance(working.settings) as parts, applying(parts):
        refused = await new("restore", file)
    restored = await brought_back(new, Wanted(Source(file)))

    assert (refused.code, "clerk is at work" in refused.err, restored.verdict.faults) == (2, True, ())


class BrokenOffError(Exception):
    """The power went."""


@pytest.mark.parametrize("at", ["record", FACTS])
async def test_a_restore_that_was_broken_off_is_not_started_on_and_runs_again(old: Command, at: str) -> None:
    file, before = await backed_up(old), await everything(old)

    def until(label: str, *_: int) -> None:
        if label == at:
            raise BrokenOffError

    with pytest.raises(BrokenOffError):
        await restore(old.settings, Wanted(Source(file), force=True), lambda: HOUR, until)
    line = f"palabre: the instance is there by half: `palabre restore {file}` was broken off, run it again\n"
    refused = await old("status")
    assert (refused.code, refused.err) == (1, line)
    doctor = await old("doctor")
    up = await old.apart("up", PALABRE_CITIZEN_BOT_TOKEN=CITIZEN, PALABRE_MODERATOR_BOT_TOKEN=MODERATOR)
    await brought_back(old, Wanted(Source(file)))

    assert (up.code, up.err.endswith(line), f"run `palabre restore {file}`" in doctor.out) == (1, True, True)
    assert await everything(old) == with_doubt(before)


async def test_a_damaged_database_is_replaced_by_force(old: Command) -> None:
    file, before = await backed_up(old), await everything(old)
    (old.home / "palabre.db").write_bytes(b"no database at all" * 1000)

    refused = await old("restore", file)
    await brought_back(old, Wanted(Source(file), force=True))

    assert (refused.code, "is damaged; to replace it, add --force" in refused.err) == (2, True)
    assert await everything(old) == with_doubt(before)


async def test_a_backup_of_an_earlier_version_is_brought_up_to_date(old: Command, new: Command, tmp_path: Path) -> None:
    known = await columns_at("0002", tmp_path / "earlier.db")

    def earlier(content: dict[str, bytes], manifest: dict[str, Any]) -> None:
        manifest["schema_revision"] = "0002"
        for table in manifest["columns"].keys() - known.keys():
            del content[f"tables/{table}.jsonl"], manifest["members"][f"tables/{table}.jsonl"]
            del manifest["columns"][table]
        for table, columns in known.items():
            if table in manifest["columns"]:
                without(content, manifest, table, *(manifest["columns"][table].keys() - columns))

    wanted = with_doubt(await everything(old))

    restored = await brought_back(new, Wanted(Source(written_anew(await backed_up(old), earlier))))
    assert (restored.verdict.faults, await everything(new)) == ((), wanted)


def _columns(connection: Connection, table: str) -> list[Any]:
    return list(inspect(connection).get_columns(table))


def _tables(connection: Connection) -> list[str]:
    return list(inspect(connection).get_table_names())


async def columns_at(revision: str, file: Path) -> dict[str, set[str]]:
    """Return the tables that there were at a revision of the schema, and their columns."""
    engine = open_engine(f"sqlite+aiosqlite:///{file}")
    await migrate(engine, revision)
    async with engine.connect() as connection:
        found = {
            table: {column["name"] for column in await connection.run_sync(_columns, table)}
            for table in await connection.run_sync(_tables)
        }
    await engine.dispose()
    return found


def without(content: dict[str, bytes], manifest: dict[str, Any], table: str, *columns: str) -> None:
    """Take columns out of a table, as an earlier version did not have them."""
    rows = [json.loads(line) for line in content[f"tables/{table}.jsonl"].splitlines()]
    kept = [{name: value for name, value in row.items() if name not in columns} for row in rows]
    content[f"tables/{table}.jsonl"] = b"".join(json.dumps(row).encode() + b"\n" for row in kept)
    for column in columns:
        del manifest["columns"][table][column]


def bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def forgotten(command: Command) -> None:
    async with instance(command.settings) as parts, applying(parts):
        await parts.bus.publish(FORGOTTEN)
        await applied(parts)


@pytest.mark.parametrize("known_by", ["database", "folder", "file"])
async def test_who_was_erased_since_the_backup_is_erased_again(old: Command, new: Command, known_by: str) -> None:
    file = await backed_up(old)
    await forgotten(old)
    wanted = Wanted(Source(file), force=True)
    if known_by == "database":
        (old.home / ERASURES).unlink(missing_ok=True)
    if known_by == "folder":
        (old.home / "palabre.db").write_bytes(b"damaged" * 1000)
    if known_by == "file":
        noted = Path(shutil.copy(old.home / ERASURES, old.folder / "noted"))
        old, wanted = new, Wanted(Source(file), erased=noted)

    restored = await brought_back(old, wanted)

    assert (restored.erased, restored.verdict.faults, restored.verdict.erasures) == (1, (), 1)
    assert (WORDS.encode() in bytes_in(old.home), str(ADA).encode() in (old.home / ERASURES).read_bytes()) == (
        False,
        True,
    )


async def test_a_file_of_erasures_that_names_nobody_is_refused(old: Command, new: Command) -> None:
    answer = await new("restore", await backed_up(old), "--erasures", new.folder / "nothing")

    assert (answer.code, "names nobody who was erased" in answer.err) == (2, True)
