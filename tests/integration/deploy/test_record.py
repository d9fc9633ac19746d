"""`verify` names what is not as it was recorded; `replay` makes everything again from the record, to the byte."""

import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy.record.replay import REBUILT, tables
from deploy.record.stored import rows_in
from deploy.record.verifying import verify
from deploy.wiring import memory
from storage.tables.identity import Address, Letter
from storage.tables.memory import Entry, Erasure, Head, Outgoing, Receipt
from storage.tables.needs import NeedKey
from storage.tables.results import Draft
from storage.tables.strata import DeclarationKey
from storage.tables.topics import Placing, TopicCount
from tests.conftest import Postgres
from tests.integration.deploy.conftest import Answer, Command, new_command
from tests.integration.deploy.test_import import ROWS

KEPT = (Receipt, Entry, Erasure, Head, Outgoing, Address, Letter, NeedKey, DeclarationKey, Draft, Placing, TopicCount)

pytestmark = pytest.mark.nats


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a few contributions and votes, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("imported")
    command = new_command(folder)
    asyncio.run(command.bring_in(ROWS, "--admit"))
    return command.home


@pytest.fixture
def recorded(palabre: Command, imported: Path) -> Command:
    shutil.copytree(imported, palabre.home)
    return palabre


def tamper(palabre: Command, statement: str) -> None:
    """Change the database behind everybody's back."""
    with closing(sqlite3.connect(palabre.home / "palabre.db")) as database, database:
        assert database.execute(statement).rowcount > 0


def last_line(answer: Answer) -> str:
    return answer.out.splitlines()[-1]


async def everything(palabre: Command) -> dict[str, Any]:
    async with memory(palabre.settings) as engine, AsyncSession(engine) as session:
        return {table.name: await rows_in(session, table) for table in tables()}


def test_every_table_is_either_rebuilt_from_the_record_or_left_alone() -> None:
    assert {inspect(each).local_table.name for each in (*REBUILT, *KEPT)} == set(SQLModel.metadata.tables)


async def test_what_was_imported_is_as_it_was_recorded(recorded: Command) -> None:

    answer = await recorded("verify", "--json")

    assert (answer.code, answer.json) == (0, {"ok": True, "entries": 14, "faults": [], "erasures": 0})


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE contribution SET text = text || '.' WHERE reference = 'O-1'", "contribution O-1: text is not what"),
        ("UPDATE contribution SET state = 'waiting' WHERE reference = 'Q-1'", "contribution Q-1: state is not what"),
        ("UPDATE vote SET value = -value WHERE value = 1", "value is not what the record says"),
        ("DELETE FROM support", "is missing"),
        (
            "UPDATE record SET payload = replace(payload, 'moins', 'plus') WHERE kind = 'opinion.given'",
            "entry 7 of the",
        ),
        ("UPDATE record SET hash = replace(hash, '0', '1') WHERE seq = 3", "entry 3 of the record does not fit"),
        ("UPDATE record_head SET seq = seq + 1", "the record ends at entry 14, its head says 15"),
        ("UPDATE contribution SET received_at = 'long ago'", "received_at is not what the record says"),
        ("UPDATE vote SET cast_at = replace(cast_at, ' ', 'T')", "cast_at is not what the record says"),
        ("UPDATE contribution SET id = upper(id)", "is not in the record"),
        ("UPDATE theme SET title = CAST(X'FF' AS TEXT)", "theme la-viande: title is not what the record says"),
        (
            "UPDATE record SET fact = upper(fact) WHERE seq = 5",
            "entry 5 of the record has an id that nobody would find",
        ),
        ("UPDATE record SET payload = CAST(X'FF' AS TEXT) WHERE seq = 5", "record: a row cannot be read (Operational"),
        ("DELETE FROM record_head", "record: a row cannot be read (NoResultFound)"),
    ],
)
async def test_a_changed_byte_is_named(recorded: Command, statement: str, fault: str) -> None:
    tamper(recorded, statement)

    verdict = await verify(recorded.settings, lambda *_: None)

    assert (len(verdict.faults) > 0, fault in verdict.faults[0]) == (True, True)


async def test_what_is_not_as_it_was_recorded_is_exit_code_1(recorded: Command) -> None:
    tamper(recorded, "UPDATE contribution SET text = text || '.' WHERE reference = 'O-1'")

    answer = await recorded("verify", "--json")

    assert (answer.code, answer.json) == (
        1,
        {
            "ok": False,
            "entries": 14,
            "faults": ["contribution O-1: text is not what the record says"],
            "erasures": 0,
        },
    )


async def test_a_replay_makes_the_same_rows_again(recorded: Command) -> None:
    before = await everything(recorded)

    answer = await recorded("replay")

    assert (answer.code, last_line(answer)) == (0, "14 entries worked again; 0 rows were otherwise before")
    assert await everything(recorded) == before


async def test_a_replay_mends_what_was_changed(recorded: Command) -> None:
    before = await everything(recorded)
    tamper(recorded, "DELETE FROM vote")
    tamper(recorded, "UPDATE contribution SET text = 'Rien.' WHERE reference = 'Q-1'")

    answer = await recorded("replay")

    assert (answer.code, last_line(answer)) == (0, "14 entries worked again; 3 rows were otherwise before")
    assert (await everything(recorded), (await recorded("verify")).code) == (before, 0)


async def test_a_record_that_cannot_be_worked_again_changes_nothing(recorded: Command) -> None:
    before = await everything(recorded)
    tamper(recorded, "UPDATE record SET kind = 'cow.milked' WHERE seq = 7")

    answer = await recorded("replay")

    assert (answer.code, answer.out, "entry 7 is of a kind that this version does not know" in answer.err) == (
        1,
        "",
        True,
    )
    assert await everything(recorded) == before


async def test_a_new_import_goes_on_where_a_replay_ended(recorded: Command) -> None:
    await recorded("replay")

    answer = await recorded.bring_in(["opinion,o2,ben,La cantine devrait servir des légumes.,,,,"], "--admit")

    assert (answer.code, (await recorded("verify")).code) == (0, 0)


@pytest.mark.postgres
async def test_a_replay_on_postgresql_makes_the_same_rows_again(palabre: Command, postgres: Postgres) -> None:
    name = await postgres.create("template1")
    palabre.environ["PALABRE_DATABASE_URL"] = postgres.url(name)
    await palabre.bring_in(ROWS, "--admit")
    before = await everything(palabre)

    answer = await palabre("replay")

    assert (answer.code, last_line(answer)) == (0, "14 entries worked again; 0 rows were otherwise before")
    assert (await everything(palabre), (await palabre("verify")).code) == (before, 0)
    await postgres.drop(name)
