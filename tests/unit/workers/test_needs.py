"""Access needs: kept sealed for those who come; who leaves, a week, or an erasure makes them unreadable everywhere."""

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Table
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy.record.replay import tables, work_again
from deploy.record.stored import rows_in
from events.appointments import MomentCame
from events.citizens import CitizenForgotten
from events.needs import NeedStated, NeedTakenBack
from events.sessions import SeatReleased, SeatRequested, SessionCancelled, SessionMoved
from storage.addresses import AddressBook
from storage.engine import open_engine
from storage.migrations import migrate
from storage.needs import Needs
from storage.read_models.appointments import due_appointments
from storage.tables.appointments import Appointment
from storage.tables.memory import Entry
from storage.tables.needs import Need, NeedKey
from tests.fakes import NOON, Town, person

WORDS = "Un fauteuil roulant de 70 cm, et quelqu’un qui signe"
END = NOON + timedelta(days=3, hours=2)
WEEK = timedelta(days=7)


@pytest.fixture
def needs(town: Town) -> Needs:
    return Needs(town.engine, AddressBook(town.engine, "a secret of sixteen"))


async def coming(town: Town, debate: UUID, *names: str) -> None:
    for name in names:
        await town.act(SeatRequested, session=debate, citizen=await town.join(name))


async def says(town: Town, needs: Needs, debate: UUID, name: str, words: str = WORDS) -> tuple[str, dict[str, object]]:
    sealed = await needs.seal(debate, person(name), words)
    return await town.act(NeedStated, session=debate, citizen=person(name), sealed=sealed)


async def moments(town: Town) -> None:
    """Have the moments come that are due."""
    for appointment in await due_appointments(town.engine, town.now, 100):
        await town.apply(MomentCame.of(appointment, "clermont-ferrand", town.now))


async def left(town: Town) -> tuple[int, int]:
    return len(await town.rows(Need)), len(await town.rows(NeedKey))


async def test_the_newest_words_count_and_nothing_of_them_is_in_the_record(town: Town, needs: Needs) -> None:
    debate = await town.debate()
    await coming(town, debate, "ada")
    assert await says(town, needs, debate, "ada", "Une garde d’enfant") == ("need_stated", {"session": "S-1"})
    await says(town, needs, debate, "ada")
    assert await needs.of(debate) == {person("ada"): WORDS}
    everything = "".join(str(entry.payload) for entry in await town.rows(Entry))
    assert ("fauteuil" in everything, "garde" in everything) == (False, False)


async def test_only_who_holds_or_awaits_a_seat_in_what_is_to_come_says_so(town: Town, needs: Needs) -> None:
    debate = await town.debate(1)
    await coming(town, debate, "ada", "ben")
    await town.join("carl")
    assert (await says(town, needs, debate, "ben"))[0] == "need_stated"
    assert (await says(town, needs, debate, "carl"))[0] == "refused.no_seat"
    assert (await says(town, needs, debate, "eve"))[0] == "refused.stranger"
    assert (await says(town, needs, person("none"), "ada"))[0] == "refused.unknown_session"
    town.now = END
    assert (await says(town, needs, debate, "ada"))[0] == "refused.past"


async def test_what_is_taken_back_is_gone_with_its_key(town: Town, needs: Needs) -> None:
    debate = await town.debate()
    await coming(town, debate, "ada")
    await says(town, needs, debate, "ada")
    assert await town.act(NeedTakenBack, session=debate, citizen=person("ada")) == (
        "need_taken_back", {"session": "S-1"}
    )  # fmt: skip
    assert (await left(town), await needs.of(debate)) == ((0, 0), {})
    assert (await town.act(NeedTakenBack, session=debate, citizen=person("ada")))[0] == "refused.no_need"


async def test_who_leaves_takes_it_along(town: Town, needs: Needs) -> None:
    debate = await town.debate(1)
    await coming(town, debate, "ada", "ben")
    for name in ("ada", "ben"):
        await says(town, needs, debate, name)
    await town.act(SeatReleased, session=debate, citizen=person("ada"))
    assert await needs.of(debate) == {person("ben"): WORDS}
    assert await left(town) == (1, 1)


async def test_a_week_after_the_debate_it_is_deleted_and_not_before(town: Town, needs: Needs) -> None:
    debate = await town.debate()
    await coming(town, debate, "ada")
    await says(town, needs, debate, "ada")
    town.now = END + WEEK - timedelta(seconds=1)
    await moments(town)
    assert await left(town) == (1, 1)
    town.now = END + WEEK
    await moments(town)
    assert (await left(town), await town.rows(Appointment)) == ((0, 0), [])


async def test_of_a_debate_that_is_moved_it_is_kept_longer_and_of_a_cancelled_one_not_at_all(
    town: Town, needs: Needs
) -> None:
    debate = await town.debate()
    await coming(town, debate, "ada")
    await says(town, needs, debate, "ada")
    await town.act(SessionMoved, by=None, session=debate, starts_at=NOON + timedelta(days=9))
    assert [each.at for each in await town.rows(Appointment)] == [NOON + timedelta(days=16, hours=2)]
    await town.act(SessionCancelled, by=None, session=debate)
    assert (await left(town), await town.rows(Appointment)) == ((0, 0), [])


async def test_who_is_erased_leaves_neither_words_nor_ciphertext(town: Town, needs: Needs) -> None:
    debate = await town.debate()
    await coming(town, debate, "ada", "ben")
    sealed = await needs.seal(debate, person("ada"), WORDS)
    await town.act(NeedStated, session=debate, citizen=person("ada"), sealed=sealed)
    await says(town, needs, debate, "ben")
    town.now = END + timedelta(hours=1)  # when no seat is left to give back
    await town.act(CitizenForgotten, citizen=person("ada"))
    assert [need.citizen for need in await town.rows(Need)] == [person("ben")]
    assert [key.citizen for key in await town.rows(NeedKey)] == [person("ben")]
    assert not any(sealed in str(entry.payload) for entry in await town.rows(Entry))


@pytest.fixture
async def scratch(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """An empty database to work the record again in."""
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'scratch.db'}")
    await migrate(engine)
    yield engine
    await engine.dispose()


async def test_the_record_worked_again_gives_the_same_rows(town: Town, needs: Needs, scratch: AsyncEngine) -> None:
    debate = await town.debate()
    await coming(town, debate, "ada", "ben", "carl")
    for name in ("ada", "ben", "carl"):
        await says(town, needs, debate, name)
    await town.act(NeedTakenBack, session=debate, citizen=person("ben"))
    await town.act(CitizenForgotten, citizen=person("carl"))

    assert await differing(town, scratch) == []


async def differing(town: Town, scratch: AsyncEngine) -> list[str]:
    """Work the record again in an empty database; return the names of the tables whose rows are not the same then."""

    async def entries() -> AsyncIterator[Sequence[Entry]]:
        async with AsyncSession(town.engine) as session:
            yield (await session.exec(select(Entry).order_by(col(Entry.seq)))).all()

    async def rows(session: AsyncSession, table: Table) -> dict[object, tuple[object, ...]]:
        return {key: tuple(row) for key, row in (await rows_in(session, table)).items()}

    async with AsyncSession(scratch) as again, AsyncSession(town.engine) as here:
        await work_again(again, entries(), 0, lambda *_: None)
        return [table.name for table in tables() if await rows(again, table) != await rows(here, table)]


async def test_another_secret_opens_nothing(town: Town, needs: Needs) -> None:
    debate = await town.debate()
    await coming(town, debate, "ada")
    await says(town, needs, debate, "ada")
    assert await Needs(town.engine, AddressBook(town.engine, "another secret!!")).of(debate) == {}
