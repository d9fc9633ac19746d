"""A database of an earlier version is brought up once, whoever starts; one of a later version is left alone."""

import asyncio
import shutil
from pathlib import Path

import pytest
from alembic import command as alembic
from sqlalchemy import Connection, text, update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col

from deploy.record.upgrading import bring_up
from storage.engine import open_engine
from storage.ledger import writing
from storage.migrations import UNFILLED, config, is_current, is_unfilled, migrate, newest
from storage.tables.contributions import Contribution
from storage.tables.memory import Entry
from tests.conftest import Postgres
from tests.integration.deploy.conftest import CITIZEN, MODERATOR, Command, new_command
from tests.integration.deploy.test_backup import everything, live

pytestmark = pytest.mark.nats

BEFORE = "0005"  # the version before languages had a source
STARTERS = 3


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    command = new_command(tmp_path_factory.mktemp("lived"))
    asyncio.run(live(command))
    return command.home


@pytest.fixture
def old(palabre: Command, lived: Path) -> Command:
    shutil.copytree(lived, palabre.home)
    return palabre


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def server(request: pytest.FixtureRequest) -> Postgres | None:
    """The database: SQLite (None) or PostgreSQL."""
    return request.getfixturevalue("postgres") if request.param == "postgresql" else None


@pytest.fixture
async def empty(server: Postgres | None, palabre: Command) -> Command:
    """The command with a database in which nothing is yet."""
    if server:
        palabre.environ["PALABRE_DATABASE_URL"] = server.url(await server.create("template1"))
    return palabre


def _downgraded(connection: Connection) -> None:
    settings = config()
    settings.attributes["connection"] = connection
    alembic.downgrade(settings, BEFORE)


async def taken_back(command: Command) -> None:
    """Make the database what an earlier version left: its schema, and what people did."""
    engine = open_engine(command.settings.database)
    async with engine.begin() as connection:
        await connection.run_sync(_downgraded)
    await engine.dispose()


async def test_three_that_start_at_once_bring_it_up_once(empty: Command) -> None:
    answers = await asyncio.gather(*(empty.apart("migrate") for _ in range(STARTERS)))

    said = [line for answer in answers for line in answer.err.splitlines() if "database schema: " in line]
    assert ([answer.code for answer in answers], len(said)) == ([0] * STARTERS, 1)
    assert said[0].endswith(f"database schema: empty → {newest()}")


async def test_of_three_in_the_midst_of_it_one_does_it_and_two_wait(empty: Command) -> None:
    empty.home.mkdir()
    engines = [open_engine(empty.settings.database) for _ in range(STARTERS)]
    changes = await asyncio.gather(*(migrate(engine) for engine in engines))
    current = [await is_current(engine) for engine in engines]
    for engine in engines:
        await engine.dispose()

    assert (sorted(map(len, changes)), current) == ([0, 0, 1], [True] * STARTERS)


async def test_what_is_new_is_filled_from_the_record_by_whoever_comes_first(old: Command) -> None:
    before = await everything(old)
    await taken_back(old)

    verified = await old("verify")

    assert (verified.code, verified.out) == (0, "16 entries: everything is as it was recorded\n")
    assert await everything(old) == before


@pytest.fixture
async def earlier(old: Command) -> AsyncEngine:
    """A database whose schema is new, and whose new columns a crash left empty."""
    engine = open_engine(old.settings.database)
    async with engine.begin() as connection:
        await connection.run_sync(UNFILLED.create)
        await connection.execute(update(Contribution).values(language_confidence=0))
    return engine


async def test_after_a_crash_the_next_start_fills_it(old: Command, lived: Path, earlier: AsyncEngine) -> None:
    backup = await old("backup", old.folder / "file")
    assert (backup.code, "run `palabre migrate`" in backup.err, (old.folder / "file").exists()) == (2, True, False)

    await asyncio.gather(*(bring_up(earlier) for _ in range(STARTERS)))
    unfilled = await is_unfilled(earlier)
    await earlier.dispose()

    assert (unfilled, (await old("verify")).code) == (False, 0)


async def test_a_record_that_cannot_be_worked_again_stops_nobody(
    old: Command, earlier: AsyncEngine, caplog: pytest.LogCaptureFixture
) -> None:
    async with writing(earlier) as session:
        await session.exec(update(Entry).where(col(Entry.seq) == 1).values(payload="{}"))

    await bring_up(earlier)
    unfilled = await is_unfilled(earlier)
    await earlier.dispose()

    assert (unfilled, "entry 1 (theme.drafted) cannot be read; new columns stay empty" in caplog.text) == (False, True)
    assert (await old("status")).code == 0


@pytest.mark.parametrize(
    "arguments", [("up",), ("migrate",), ("status",), ("verify",), ("backup", "file"), ("worker", "all")]
)
async def test_a_database_of_a_newer_version_is_left_alone(old: Command, arguments: tuple[str, ...]) -> None:
    engine = open_engine(old.settings.database)
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    tokens = {"PALABRE_CITIZEN_BOT_TOKEN": CITIZEN, "PALABRE_MODERATOR_BOT_TOKEN": MODERATOR}

    answer = await old.apart(*arguments, **tokens)
    doctor = await old("doctor", "--json")

    why = (
        f"the database is of a newer version of palabre (its schema is 9999, this one knows {newest()}): "
        "update palabre, or restore a backup that was made before (see UPGRADING.md)"
    )
    assert (answer.code, answer.out, answer.err.splitlines()[-1]) == (1, "", f"palabre: {why}")
    assert [check["mend"] for check in doctor.json["checks"] if check["name"] == "schema"] == [why]
    async with engine.connect() as connection:
        assert (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalars().all() == ["9999"]
    await engine.dispose()
