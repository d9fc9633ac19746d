"""The key of what was sealed and has ended is in no file of the database any more: the rest is noise everywhere."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from events.appointments import MomentCame
from events.base import Event
from events.citizens import CitizenForgotten
from events.needs import NeedStated, NeedTakenBack
from events.preferences import ContactAllowed, ContactWithdrawn
from events.sessions import SeatReleased, SeatRequested, SessionCancelled
from events.strata import StrataDeclared, StrataTakenBack
from storage.addresses import AddressBook
from storage.needs import Needs
from storage.strata import Declarations
from storage.tables.appointments import Appointment
from storage.tables.needs import NeedKey
from storage.tables.strata import DeclarationKey
from tests.fakes import Town, person
from tests.integration.storage.test_scrubbing import files, settle
from workers.sweeping import Sweeper

ADA = person("ada")


async def at_once(_seconds: float) -> None:
    """Wait for nobody."""


async def holds(engine: AsyncEngine, words: bytes) -> bool:
    return any(words in file.read_bytes() for file in await files(engine))


async def key_of_a_need(town: Town, debate: UUID) -> bytes:
    """Have somebody state a need; return its key, which lies in the files then."""
    await town.join("ada")
    await town.act(SeatRequested, session=debate, citizen=ADA)
    sealed = await Needs(town.engine, AddressBook(town.engine, "a secret of sixteen")).seal(debate, ADA, "Une rampe.")
    await town.act(NeedStated, session=debate, citizen=ADA, sealed=sealed)
    [row] = await town.rows(NeedKey)
    await settle(town.engine)
    assert await holds(town.engine, row.key)
    return row.key


async def ending(town: Town, debate: UUID, kind: type[Event]) -> Event:
    """Return the act, or the moment, that ends the need."""
    if kind is MomentCame:
        town.later(days=60)
        [kept] = [each for each in await town.rows(Appointment) if each.kind == "needs"]
        return town.fact(kind, appointment=kept.id)
    whose = {"by": None} if kind is SessionCancelled else {"citizen": ADA}
    return town.fact(kind, session=debate, **whose)


@pytest.mark.parametrize("kind", [NeedTakenBack, SeatReleased, SessionCancelled, MomentCame])
async def test_it_goes_with_the_need(engine: AsyncEngine, kind: type[Event]) -> None:
    town, sweeper = Town(engine), Sweeper(engine, None)
    await town.theme()
    debate = await town.debate(starts_at=town.now + timedelta(days=3))
    await sweeper.look()
    key = await key_of_a_need(town, debate)
    ended = await ending(town, debate, kind)

    await town.apply(ended)
    left_behind = await town.rows(NeedKey), await holds(engine, key)
    sweeper.hear([ended])
    await sweeper.look()

    assert (left_behind, await holds(engine, key)) == (([], True), False)


async def test_a_crash_in_between_leaves_it_to_the_next_start(engine: AsyncEngine) -> None:
    town = Town(engine)
    await town.theme()
    debate = await town.debate()
    key = await key_of_a_need(town, debate)
    await town.apply(await ending(town, debate, NeedTakenBack))

    await Sweeper(engine, None).look()

    assert not await holds(engine, key)


async def test_as_long_as_the_need_stands_so_does_its_key(engine: AsyncEngine) -> None:
    town = Town(engine)
    await town.theme()
    key = await key_of_a_need(town, await town.debate())

    await Sweeper(engine, None).look()

    assert ([row.key for row in await town.rows(NeedKey)], await holds(engine, key)) == ([key], True)


@pytest.mark.parametrize("kind", [StrataTakenBack, ContactWithdrawn])
async def test_so_does_the_key_of_what_people_said_of_themselves(engine: AsyncEngine, kind: type[Event]) -> None:
    town, sweeper = Town(engine), Sweeper(engine, None)
    await sweeper.look()
    await town.join("ada")
    await town.act(ContactAllowed, citizen=ADA)
    sealed = await Declarations(engine, AddressBook(engine, "a secret of sixteen")).seal(ADA, {"age": "16-29"})
    await town.act(StrataDeclared, citizen=ADA, sealed=sealed)
    [row] = await town.rows(DeclarationKey)
    await settle(engine)
    assert await holds(engine, row.key)

    ended = town.fact(kind, citizen=ADA)
    await town.apply(ended)
    sweeper.hear([ended])
    await sweeper.look()

    assert (await town.rows(DeclarationKey), await holds(engine, row.key)) == ([], False)


@pytest.mark.parametrize("kind", [StrataTakenBack, ContactWithdrawn])
async def test_so_it_is_with_what_people_said_of_themselves(engine: AsyncEngine, kind: type[Event]) -> None:
    town, sweeper = Town(engine), Sweeper(engine, None)
    await town.join("ada")
    await town.act(ContactAllowed, citizen=ADA)
    sealed = await Declarations(engine, AddressBook(engine, "a secret of sixteen")).seal(ADA, {"age": "75+"})
    await town.act(StrataDeclared, citizen=ADA, sealed=sealed)
    [row] = await town.rows(DeclarationKey)
    await settle(engine)
    await sweeper.look()
    assert await holds(engine, row.key)
    ended = town.fact(kind, citizen=ADA)

    await town.apply(ended)
    sweeper.hear([ended])
    await sweeper.look()

    assert (await town.rows(DeclarationKey), await holds(engine, row.key)) == ([], False)


async def test_what_a_face_seals_that_has_not_heard_of_the_erasure_goes_too(engine: AsyncEngine) -> None:
    """Its keys lie there before the fact is refused, and whose they are is nobody."""
    town, sweeper = Town(engine), Sweeper(engine, None, pause=at_once)
    await town.theme()
    debate, addresses = await town.debate(), AddressBook(engine, "a secret of sixteen")
    for name in ("ada", "ben"):
        await town.join(name)
        await Declarations(engine, addresses).seal(person(name), {"age": "75+"})
    await town.act(CitizenForgotten, citizen=ADA)
    await sweeper.look()
    declared = await Declarations(engine, addresses).seal(ADA, {"age": "16-29"})
    stated = await Needs(engine, addresses).seal(debate, ADA, "Une rampe.")
    [need_key] = await town.rows(NeedKey)
    assert {row.citizen for row in await town.rows(DeclarationKey)} == {ADA, person("ben")}

    assert await town.act(StrataDeclared, citizen=ADA, sealed=declared) == ("refused.stranger", {})
    assert await town.act(NeedStated, session=debate, citizen=ADA, sealed=stated) == ("refused.stranger", {})
    await sweeper.look()

    assert [row.citizen for row in await town.rows(DeclarationKey)] == [person("ben")]
    assert (await town.rows(NeedKey), await holds(engine, need_key.key)) == ([], False)
