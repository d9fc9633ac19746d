"""The schema: what the classes say, what the migrations make, what comes back from the database."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.exc import StatementError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

import storage.tables  # noqa: F401 - registers the tables in the metadata
from storage.engine import open_engine
from storage.ledger import writing
from storage.migrations import is_current, migrate
from storage.tables.contributions import Contribution
from storage.tables.identity import Address
from storage.tables.votes import Vote
from storage.upsert import upsert
from tests.conftest import Postgres
from tests.fakes import MEAT, NOON, person

WORDS = "Où est l'abattoir ? 肉 لحم 🥩 \\ ' \" % \u2028 \x01"


@pytest.fixture
async def empty_sqlite(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}")
    yield engine
    await engine.dispose()


@pytest.fixture
async def empty_postgresql(postgres: Postgres) -> AsyncIterator[AsyncEngine]:
    name = await postgres.create(template="template1")
    engine = open_engine(postgres.url(name))
    yield engine
    await engine.dispose()
    await postgres.drop(name)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty(request: pytest.FixtureRequest) -> AsyncEngine:
    """A database without any table."""
    found: AsyncEngine = request.getfixturevalue(f"empty_{request.param}")
    return found


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return [each for each in compare_metadata(context, SQLModel.metadata) if "alembic_version" not in str(each)]


async def test_the_migrations_make_what_the_classes_say(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_twice_changes_nothing_the_second_time(empty: AsyncEngine) -> None:
    assert not await is_current(empty)
    first, second = await migrate(empty), await migrate(empty)
    assert (len(first), second) == (1, [])
    assert await is_current(empty)
    async with empty.connect() as connection:
        assert (await connection.execute(text("SELECT id, seq, hash FROM record_head"))).all() == [(1, 0, "0" * 64)]


async def test_a_broken_migration_leaves_nothing_half_made(empty: AsyncEngine) -> None:
    async with empty.begin() as connection:
        await connection.execute(text("CREATE TABLE vote (citizen INTEGER)"))
    with pytest.raises(Exception, match="already exists"):
        await migrate(empty)
    async with empty.connect() as connection:
        assert await connection.run_sync(lambda each: each.dialect.has_table(each, "address")) is False


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=5, minutes=45))], ids=["utc", "kathmandu"])
async def test_what_goes_into_a_column_comes_out(engine: AsyncEngine, zone: timezone) -> None:
    moment = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=zone)
    given = Contribution(
        id=UUID(int=2**128 - 1),
        reference="Q-1",
        kind="question",
        theme=MEAT,
        author=UUID(int=0),
        text=WORDS,
        language="fr",
        received_at=moment,
    )
    wanted = {**given.model_dump(), "received_at": moment.astimezone(UTC)}
    async with writing(engine) as session:
        session.add(given)
    async with AsyncSession(engine) as session:
        [found] = (await session.exec(select(Contribution).where(Contribution.received_at == moment))).all()
    assert found.model_dump() == wanted
    assert (found.received_at.tzinfo, found.decided_at) == (UTC, None)


async def test_moments_are_compared_as_moments(engine: AsyncEngine) -> None:
    paris, utc = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2))), datetime(2026, 7, 1, 11, tzinfo=UTC)
    rows = [
        {"citizen": person(n), "statement": person(n), "theme": MEAT, "value": n, "cast_at": moment}
        for n, moment in enumerate((utc, paris))
    ]
    async with writing(engine) as session:
        await upsert(session, Vote, rows, keys=["citizen", "statement"])
    async with AsyncSession(engine) as session:
        assert (await session.exec(select(Vote.value).order_by("cast_at"))).all() == [1, 0]
        assert (await session.exec(select(Vote.value).where(Vote.cast_at < utc))).all() == [1]


async def test_a_moment_without_a_zone_is_refused(engine: AsyncEngine) -> None:
    naive = NOON.replace(tzinfo=None)
    async with AsyncSession(engine) as session:
        session.add(Vote(citizen=person(1), statement=person(2), theme=MEAT, value=1, cast_at=naive))
        with pytest.raises(StatementError, match="time zone"):
            await session.flush()


async def test_bytes_come_back(engine: AsyncEngine) -> None:
    async with writing(engine) as session:
        session.add(Address(lookup="x", person=person(1), bot="citizen", sealed=bytes(range(256))))
    async with AsyncSession(engine) as session:
        [found] = (await session.exec(select(Address))).all()
    assert (found.sealed, found.reachable) == (bytes(range(256)), True)


async def test_upsert_replaces_by_key_and_the_last_of_equal_keys_counts(engine: AsyncEngine) -> None:
    def vote(statement: int, value: int) -> dict[str, Any]:
        return {
            "citizen": person("ada"), "statement": person(statement), "theme": MEAT, "value": value, "cast_at": NOON
        }  # fmt: skip

    for rows in ([vote(1, 1), vote(2, 1), vote(1, 0)], [vote(2, -1), vote(3, 1)], []):
        async with writing(engine) as session:
            await upsert(session, Vote, rows, keys=["citizen", "statement"])
    async with AsyncSession(engine) as session:
        found = {vote.statement: vote.value for vote in (await session.exec(select(Vote))).all()}
    assert found == {person(1): 0, person(2): -1, person(3): 1}


async def test_upsert_of_keys_alone_leaves_what_is_there(engine: AsyncEngine) -> None:
    from storage.tables.contributions import Skip  # noqa: PLC0415 - the one table that is all key

    row = {"contribution": person("item"), "member": person("mia")}
    for _ in range(2):
        async with writing(engine) as session:
            await upsert(session, Skip, [row], keys=["contribution", "member"])
    async with AsyncSession(engine) as session:
        assert len((await session.exec(select(Skip))).all()) == 1


async def test_an_error_leaves_no_trace(engine: AsyncEngine) -> None:
    async def write_and_fail() -> None:
        async with writing(engine) as session:
            session.add(Vote(citizen=person(1), statement=person(2), theme=MEAT, value=1, cast_at=NOON))
            await session.flush()
            raise LookupError

    with pytest.raises(LookupError):
        await write_and_fail()
    async with AsyncSession(engine) as session:
        assert (await session.exec(select(Vote))).all() == []


async def test_sqlite_is_safe_against_power_cuts_and_forgets_what_was_erased(empty_sqlite: AsyncEngine) -> None:
    async with empty_sqlite.connect() as connection:
        found = {
            pragma: (await connection.execute(text(f"PRAGMA {pragma}"))).scalar_one()
            for pragma in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}


async def test_every_connection_of_sqlite_is_made_safe(empty_sqlite: AsyncEngine) -> None:
    async with empty_sqlite.connect() as one, empty_sqlite.connect() as two:
        found = [(await each.execute(text("PRAGMA synchronous"))).scalar_one() for each in (one, two)]
    assert found == [2, 2]


async def test_a_writer_of_sqlite_waits_for_another_and_readers_for_nobody(
    sqlite_engine: AsyncEngine, tmp_path: Path
) -> None:
    async with writing(sqlite_engine) as session:
        session.add(Vote(citizen=person(1), statement=person(2), theme=MEAT, value=1, cast_at=NOON))
        await session.flush()
        async with AsyncSession(sqlite_engine) as reader:
            assert (await reader.exec(select(Vote))).all() == []
        other = sqlite3.connect(tmp_path / "palabre.db", timeout=0)
        with closing(other), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
