"""Bits flip on a disk: `palabre verify` names what is not as it was recorded, and what can be made again is."""

import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio

from deploy.record.replay import tables
from tests.faults.story import copied, story_in
from tests.faults.table import Row, Sheet
from tests.integration.deploy.conftest import Answer, Command

pytestmark = pytest.mark.asyncio(loop_scope="module")

FEW, MANY = 12, 200
SUM = 8  # bytes behind each message of a stream
REBUILT = [table.name for table in tables()]
COVERED = ["record", "record_head", *REBUILT]
PLACES = "SELECT name FROM pragma_table_info(?) WHERE NOT (name = 'id' AND ?1 = 'record_head')"  # that key says nothing


@dataclass(slots=True)
class Findings:
    """What came of the flips: `at_stake` fell on what is promised, `wrong` says what was not as it must be."""

    tries: int = 0
    at_stake: int = 0
    wrong: list[str] = field(default_factory=list)

    def note(self, what: str, *, at_stake: bool, named: bool, mended: bool = True) -> None:
        self.tries += 1
        self.at_stake += at_stake
        if at_stake and not named:
            self.wrong.append(f"{what} was not named")
        if not mended:
            self.wrong.append(f"{what} was not mended")

    def row(self, fault: str, bar: str, beside: str = "") -> Row:
        why = "; ".join(self.wrong[:3]) or (beside and f"{self.tries - self.at_stake} more {beside}")
        return Row(fault, self.tries, self.at_stake, len(self.wrong), 0, None, bar, not self.wrong, why)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def story(tmp_path_factory: pytest.TempPathFactory) -> Command:
    return await story_in(tmp_path_factory.mktemp("story"))


async def test_a_flipped_bit_in_a_stream_is_named_and_mended(
    story: Command, table: Sheet, chance: random.Random, full: bool, tmp_path: Path
) -> None:
    found = Findings()
    for number in range(MANY if full else FEW):
        copy = copied(story, tmp_path / str(number))
        file, end = file_of_a_stream(copy.home, chance)
        place = flip(file, chance)
        if chance.random() < 1 / 2:
            without_indexes(copy.home, file)
        named = is_named(await copy("verify", "--json"))
        again = await copy("topology", "--from-record")
        mended = (again.code, is_well(await copy("verify", "--json"))) == (0, True)
        found.note(f"{file.parent.name}/{file.name}:{place}", at_stake=place < end, named=named, mended=mended)
        shutil.rmtree(copy.folder)
    row = table.add(found.row("bit flips in FACTS and DEAD", "100 % named, all mended", "in what holds no act"))
    assert row.kept


def file_of_a_stream(home: Path, chance: random.Random) -> tuple[Path, int]:
    """Choose a file to damage, and return it with the end of what is at stake in it; three of four have such."""
    every = sorted(file for file in (home / "nats" / "store").rglob("*") if file.is_file() and file.stat().st_size)
    ends = {file: end_of_the_record(home, file) for file in every}
    at_stake = chance.random() < 3 / 4
    file = chance.choice([file for file, end in ends.items() if (end > 0) is at_stake])
    return file, ends[file]


def end_of_the_record(home: Path, file: Path) -> int:
    """Return where the last message of a file ends that `verify` answers for: a dead letter, or an act of the record.

    News behind the last act follows from the record and is in no table: who was to read it alone would miss it.
    """
    if file.suffix != ".blk" or file.parts[-3] not in {"FACTS", "DEAD"}:
        return 0
    if file.parts[-3] == "DEAD":
        return file.stat().st_size
    with closing(sqlite3.connect(home / "palabre.db")) as database:
        [last] = database.execute("SELECT payload FROM record ORDER BY seq DESC LIMIT 1").fetchone()
    return file.read_bytes().rindex(last.encode()) + len(last.encode()) + SUM


def without_indexes(home: Path, damaged: Path) -> None:
    """Remove what is missing after a power cut, too: without it the server drops what follows a damage."""
    for index in (home / "nats" / "store").rglob("index.db"):
        if index != damaged:
            index.unlink()


def flip(file: Path, chance: random.Random, place: int | None = None) -> int:
    """Flip a bit of a file; return the byte that it was in."""
    content = bytearray(file.read_bytes())
    place = chance.randrange(len(content)) if place is None else place
    content[place] ^= 1 << chance.randrange(8)
    file.write_bytes(content)
    return place


def is_named(answer: Answer) -> bool:
    """Say whether `verify` found something: it names it, or says in one line why the database cannot be opened."""
    assert "Traceback" not in answer.err, answer.err
    return answer.code == 1 and (bool(answer.json["faults"]) if answer.out else answer.err.startswith("palabre: "))


def is_well(answer: Answer) -> bool:
    assert "Traceback" not in answer.err, answer.err
    return answer.code == 0 and answer.json["faults"] == []


async def test_a_changed_byte_of_a_value_is_named_and_mended(
    story: Command, table: Sheet, chance: random.Random, full: bool, tmp_path: Path
) -> None:
    """One byte of a value is another; `replay` makes again whatever follows from the record."""
    found = Findings()
    for number in range(MANY if full else FEW):
        copy = copied(story, tmp_path / str(number))
        shutil.rmtree(copy.home / "nats")  # the streams would say so too
        where, column = changed(copy.home / "palabre.db", chance)
        named = is_named(await copy("verify", "--json"))
        mended = where not in REBUILT or ((await copy("replay")).code == 0 and is_well(await copy("verify", "--json")))
        found.note(f"{where}.{column}", at_stake=True, named=named, mended=mended)
        shutil.rmtree(copy.folder)
    row = table.add(found.row("changed bytes in the database", "100 % named, read models mended"))
    assert row.kept


def changed(file: Path, chance: random.Random) -> tuple[str, str]:
    """Change one byte of a value behind everybody's back; return its table and column."""
    with closing(sqlite3.connect(file)) as database:
        filled = [name for name in COVERED if database.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone()]
        while True:
            table = chance.choice(filled)
            column = chance.choice([name for (name,) in database.execute(PLACES, (table,))])
            [rows] = database.execute(f"SELECT count(*) FROM {table}").fetchone()
            query = f"SELECT rowid, typeof({column}), CAST({column} AS BLOB) FROM {table} LIMIT 1 OFFSET ?"
            row, kind, value = database.execute(query, (chance.randrange(rows),)).fetchone()
            if value and written(database, f"UPDATE {table} SET {column}", kind, another(value, kind, chance), row):
                return table, column


def another(value: bytes, kind: str, chance: random.Random) -> bytes:
    """Return a value of which one byte is another."""
    if kind == "integer":
        return str(int(value) ^ 1 << chance.randrange(8)).encode()
    place = chance.randrange(len(value))
    return value[:place] + bytes([value[place] ^ 1 << chance.randrange(8)]) + value[place + 1 :]


def written(database: sqlite3.Connection, update: str, kind: str, value: bytes, row: int) -> bool:
    """Say whether a value could be written: two rows may not have the same key."""
    try:
        with database:
            database.execute(f"{update} = CAST(? AS {kind}) WHERE rowid = ?", (value, row))
    except sqlite3.IntegrityError:
        return False
    return True


async def test_a_flipped_bit_in_the_file_of_the_database_is_named(
    story: Command, table: Sheet, chance: random.Random, full: bool, tmp_path: Path
) -> None:
    """Half of the bits are in rows that are covered; those that hold nothing must not make anything fall over."""
    found = Findings()
    for number in range(MANY if full else FEW):
        copy = copied(story, tmp_path / str(number))
        shutil.rmtree(copy.home / "nats")
        file = copy.home / "palabre.db"
        before, value = content_of(file), chance.choice(long_values(file))
        place = flip(
            file, chance, file.read_bytes().index(value) + chance.randrange(len(value)) if number % 2 else None
        )
        named = is_named(await copy("verify", "--json"))
        found.note(f"palabre.db:{place}", at_stake=content_of(file) != before, named=named)
        shutil.rmtree(copy.folder)
    row = table.add(found.row("bit flips in the database's file", "100 % named", "in bytes that hold no row of these"))
    assert row.kept


def content_of(file: Path) -> object:
    """Return all that is covered as it is stored, None where it cannot be read."""
    try:
        with closing(sqlite3.connect(file)) as database:
            database.text_factory = bytes
            return [database.execute(f"SELECT * FROM {table} NOT INDEXED").fetchall() for table in COVERED]
    except sqlite3.Error:
        return None


def long_values(file: Path) -> list[bytes]:
    """Return payloads, texts and documents: what lies in the file once."""
    query = (
        "SELECT payload FROM record UNION ALL SELECT text FROM contribution UNION ALL SELECT content FROM publication"
    )
    with closing(sqlite3.connect(file)) as database:
        return [text.encode()[:500] for (text,) in database.execute(query)]
