"""The address book: the one place that knows Telegram, and keeps it sealed."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.addresses import AddressBook, Envelope

SECRET = "a secret of sixteen"
ADA = 4_242_424_242_424


async def everything(engine: AsyncEngine) -> str:
    async with engine.connect() as connection:
        rows: list[Any] = list((await connection.execute(text("SELECT * FROM address"))).all())
    return repr(rows)


async def test_a_newcomer_is_found_again(engine: AsyncEngine) -> None:
    book = AddressBook(engine, SECRET)
    assert await book.find("citizen", ADA) is None
    person = await book.enter("citizen", ADA)
    assert await book.enter("citizen", ADA) == await book.find("citizen", ADA) == person
    assert await AddressBook(engine, SECRET).account_of(person) == ADA


async def test_one_account_is_two_persons_for_two_bots(engine: AsyncEngine) -> None:
    book = AddressBook(engine, SECRET)
    assert await book.enter("citizen", ADA) != await book.enter("moderator", ADA)


async def test_two_updates_of_one_newcomer_at_once_are_one_person(engine: AsyncEngine) -> None:
    books = [AddressBook(engine, SECRET) for _ in range(8)]
    assert len(set(await asyncio.gather(*(book.enter("citizen", ADA) for book in books)))) == 1


async def test_no_number_is_in_the_database(engine: AsyncEngine) -> None:
    await AddressBook(engine, SECRET).enter("citizen", ADA)
    assert str(ADA) not in await everything(engine)


async def test_no_number_is_in_the_files_of_sqlite(sqlite_engine: AsyncEngine, tmp_path: Path) -> None:
    await AddressBook(sqlite_engine, SECRET).enter("citizen", ADA)
    files = b"".join(file.read_bytes() for file in sorted(tmp_path.glob("palabre.db*")))
    spelled = (str(ADA).encode(), ADA.to_bytes(6, "big"), ADA.to_bytes(6, "little"))
    assert [spelling in files for spelling in spelled] == [False, False, False]
    assert b"citizen" in files


async def test_another_secret_finds_nobody_and_reads_nothing(engine: AsyncEngine) -> None:
    await AddressBook(engine, SECRET).enter("citizen", ADA)
    assert await AddressBook(engine, "another of sixteen").find("citizen", ADA) is None


async def test_who_blocked_the_bot_is_not_written_to_until_they_write(engine: AsyncEngine) -> None:
    book = AddressBook(engine, SECRET)
    person = await book.enter("citizen", ADA)
    await book.mark(person, reachable=False)
    assert await book.account_of(person) is None
    assert (await book.find("citizen", ADA), await book.account_of(person)) == (person, ADA)


async def test_who_is_forgotten_comes_back_as_a_stranger(engine: AsyncEngine) -> None:
    book = AddressBook(engine, SECRET)
    person = await book.enter("citizen", ADA)
    await book.forget(person)
    assert (await book.find("citizen", ADA), await book.account_of(person)) == (None, None)
    assert await book.enter("citizen", ADA) != person


async def test_what_is_forgotten_leaves_the_files_of_sqlite(sqlite_engine: AsyncEngine, tmp_path: Path) -> None:
    book = AddressBook(sqlite_engine, SECRET)
    person = await book.enter("citizen", ADA)
    async with sqlite_engine.connect() as connection:
        [[lookup]] = (await connection.execute(text("SELECT lookup FROM address"))).all()
    await book.forget(person)
    async with sqlite_engine.connect() as connection:
        await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    assert str(lookup).encode() not in (tmp_path / "palabre.db").read_bytes()


async def test_what_a_person_sealed_is_opened_after_a_restart_and_by_nobody_once_they_are_erased(
    engine: AsyncEngine,
) -> None:
    book = AddressBook(engine, SECRET)
    person = await book.enter("citizen", ADA)
    before = await book.envelope_of(person)
    again = await AddressBook(engine, SECRET).envelope_of(person)
    assert before is not None
    assert again is not None
    sealed = before.seal(b"a cochon violet")
    assert (b"cochon" in sealed, again.open(sealed)) == (False, b"a cochon violet")
    await book.forget(person)
    assert await book.envelope_of(person) is None
    assert await book.enter("citizen", ADA) != person
    other = await book.envelope_of(await book.enter("citizen", ADA))
    assert other is not None
    assert other.open(sealed) is None


@pytest.mark.parametrize("damage", [b"\x01", b"\x01short", b"\x01" + bytes(40)])
def test_what_was_damaged_is_nothing_and_what_was_never_sealed_is_as_it_is(damage: bytes) -> None:
    envelope = Envelope(bytes(32))
    assert (envelope.open(damage), envelope.open(b'{"theme": "la-viande"}')) == (None, b'{"theme": "la-viande"}')
