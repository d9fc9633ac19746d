"""What was erased in the tables is gone from the database's files, and so are its log and its dead rows."""

from pathlib import Path

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col

from storage.ledger import writing
from storage.scrubbing import scrub
from storage.tables.contributions import Contribution
from storage.tables.identity import Address
from storage.tables.memory import Entry
from tests.fakes import Town, person

RARE = "Le cochon zébrulon a-t-il un passeport ?"
LONG = f"{RARE} {'Un long discours. ' * 200}"  # kept beside its row, in another file (TOAST) or on pages of its own
OTHERS = [f"Qui paie la cantine de l'école numéro {n} ?" for n in range(9)]
SEALED = b"the sealed number of an account"


async def files(engine: AsyncEngine) -> list[Path]:
    """Return the files that hold the database's rows; PostgreSQL's write-ahead log is not among them."""
    if engine.dialect.name == "sqlite":
        place = await database_of(engine)
        return list(place.parent.glob(f"{place.name}*"))
    async with engine.connect() as connection:
        folder = (await connection.execute(text("SHOW data_directory"))).scalar_one()
        database = (
            await connection.execute(text("SELECT oid FROM pg_database WHERE datname = current_database()"))
        ).scalar_one()
    return [file for file in (Path(folder) / "base" / str(database)).iterdir() if file.is_file()]


async def database_of(engine: AsyncEngine) -> Path:
    async with engine.connect() as connection:
        return Path((await connection.execute(text("PRAGMA database_list"))).one()[2])


async def held(engine: AsyncEngine) -> set[bytes]:
    content = b"".join(file.read_bytes() for file in await files(engine))
    return {words for words in ("zébrulon".encode(), SEALED) if words in content}


@pytest.fixture
async def written(engine: AsyncEngine) -> AsyncEngine:
    """A database whose files hold words and an address."""
    town = Town(engine)
    await town.theme()
    for words in (*OTHERS, RARE):  # the last row of a page is the one that nothing is moved over
        await town.give(words)
    async with writing(engine) as session:
        session.add(Address(lookup="other", person=person("ben"), bot="citizen", sealed=b"another"))
        await session.flush()
        session.add(Address(lookup="hers", person=person("ada"), bot="citizen", sealed=SEALED))
        await session.exec(update(Entry).where(col(Entry.payload).contains(RARE)).values(payload=LONG))
    await settle(engine)
    return engine


async def settle(engine: AsyncEngine) -> None:
    """Have what was written reach the files, not the log alone."""
    if engine.dialect.name == "sqlite":
        await scrub(engine)
        return
    async with engine.connect() as connection:
        alone = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await alone.execute(text("CHECKPOINT"))


async def erase(engine: AsyncEngine) -> None:
    async with writing(engine) as session:
        await session.exec(delete(Address).where(col(Address.person) == person("ada")))
        await session.exec(update(Contribution).where(col(Contribution.text) == RARE).values(text=""))
        await session.exec(update(Entry).where(col(Entry.payload) == LONG).values(payload="{}", salt=None))


async def test_no_byte_is_left_in_the_files(written: AsyncEngine) -> None:
    before = await held(written)
    await erase(written)
    await scrub(written)
    assert (before, await held(written)) == ({"zébrulon".encode(), SEALED}, set())


async def test_whoever_reads_an_old_state_puts_it_off(sqlite_engine: AsyncEngine) -> None:
    town = Town(sqlite_engine)
    await town.theme()
    async with sqlite_engine.connect() as reader:
        await reader.execute(text("SELECT * FROM record"))
        await town.give(RARE)
        async with sqlite_engine.connect() as connection:
            driver = (await connection.get_raw_connection()).driver_connection
            await driver.cursor().execute("PRAGMA busy_timeout=1")  # type: ignore[union-attr]  # it is storage.sqlite's
        with pytest.raises(TimeoutError, match="somebody reads"):
            await scrub(sqlite_engine)
    await scrub(sqlite_engine)
