"""Who people say they are: kept while they may be contacted, counted, and gone with the consent or the person."""

from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from events.citizens import CitizenForgotten
from events.contributions import QuestionAsked
from events.preferences import ContactAllowed, ContactWithdrawn
from events.sessions import SeatRequested
from events.strata import StrataDeclared, StrataTakenBack, TargetsDeclared, TargetsUndone
from events.votes import SupportGiven, VoteCast
from storage.addresses import AddressBook
from storage.read_models.strata import areas_ever, areas_of, targets_of
from storage.strata import Declarations, Present
from storage.tables.memory import Entry
from storage.tables.strata import Declaration, DeclarationKey
from tests.fakes import MEAT, Town, person
from tests.unit.workers.test_needs import differing, scratch  # noqa: F401 - a fixture

YOUNG, OLD = {"age": "16-29", "actor": "farmer"}, {"age": "75+"}
AREAS = {"Centre": 60.0, "Montferrand": 40.0}


def declarations(town: Town) -> Declarations:
    return Declarations(town.engine, AddressBook(town.engine, "a secret of sixteen"))


async def declares(town: Town, name: str, said: dict[str, str]) -> str:
    citizen = await town.join(name)
    await town.act(ContactAllowed, citizen=citizen)
    sealed = await declarations(town).seal(citizen, said)
    return (await town.act(StrataDeclared, citizen=citizen, sealed=sealed))[0]


async def test_the_newest_declaration_counts_and_is_sealed_in_the_record(town: Town) -> None:
    assert await declares(town, "ada", YOUNG) == "strata_declared"
    assert await declares(town, "ada", OLD) == "strata_declared"
    assert await declarations(town).said_by(person("ada")) == OLD
    assert [
        each.payload for each in await town.rows(Entry) if "16-29" in str(each.payload) or "75+" in str(each.payload)
    ] == []


async def test_without_the_consent_nothing_is_kept(town: Town) -> None:
    ada = await town.join("ada")
    assert await town.act(StrataDeclared, citizen=ada, sealed="x") == ("refused.no_contact", {})
    assert (await town.act(StrataDeclared, citizen=person("nobody"), sealed="x"))[0] == "refused.stranger"
    assert (await town.act(StrataTakenBack, citizen=person("nobody")))[0] == "refused.stranger"
    assert await town.rows(Declaration) == []


@pytest.mark.parametrize("end", [StrataTakenBack, ContactWithdrawn, CitizenForgotten])
async def test_it_dies_with_its_key(town: Town, end: type[StrataTakenBack]) -> None:
    for name in ("ada", "ben"):
        await declares(town, name, YOUNG)
    code, _ = await town.act(end, citizen=person("ada"))
    assert not code.startswith("refused")
    assert [row.citizen for row in await town.rows(Declaration)] == [person("ben")]
    assert [row.citizen for row in await town.rows(DeclarationKey)] == [person("ben")]


async def test_of_the_erased_the_record_holds_nothing_of_it(town: Town) -> None:
    await declares(town, "ada", YOUNG)
    await town.act(CitizenForgotten, citizen=person("ada"))
    [entry] = [each for each in await town.rows(Entry) if each.kind == StrataDeclared.kind]
    assert ('"sealed":""' in str(entry.payload), entry.salt) == (True, None)


async def test_whoever_gave_voted_supported_or_signed_up_took_part(town: Town) -> None:
    statement, debate = await town.statement(name="ada"), await town.debate()
    question = await town.admitted("Pourquoi de la viande chaque jour ?", "ada")
    for name, said in (("ada", YOUNG), ("ben", YOUNG), ("carl", OLD), ("dora", {"age": "16-29"}), ("away", YOUNG)):
        await declares(town, name, said)
    await town.join("silent")
    await town.act(VoteCast, theme=MEAT, statement=statement, citizen=person("ben"), value=1)
    await town.act(SupportGiven, theme=MEAT, question=question, citizen=person("carl"))
    await town.act(SeatRequested, session=debate, citizen=person("dora"))
    await town.act(QuestionAsked, theme=MEAT, citizen=person("silent"), text="Et le prix de la cantine ?")
    assert await declarations(town).present_in(MEAT) == Present(
        5, {"age": {"16-29": 3, "75+": 1}, "actor": {"farmer": 2}}
    )
    await town.act(CitizenForgotten, citizen=person("ben"))
    assert await declarations(town).present_in(MEAT) == Present(
        4, {"age": {"16-29": 2, "75+": 1}, "actor": {"farmer": 1}}
    )


async def aims(town: Town, shares: dict[str, float], stratum: str = "area") -> UUID:
    act = town.fact(TargetsDeclared, by=None, stratum=stratum, shares=shares)
    [outcome] = await town.apply(act)
    assert (outcome.code, outcome.params) == ("targets_declared", {"stratum": stratum})
    town.later(minutes=1)
    return act.event_id


async def test_the_newest_shares_count_until_they_are_undone(town: Town) -> None:
    first = await aims(town, AREAS)
    second = await aims(town, {"Nord": 50, "Sud": 50})
    assert await areas_of(town.engine) == ("Nord", "Sud")
    assert await town.act(TargetsUndone, by=None, declared=first) == ("refused.unknown_targets", {})
    assert await town.act(TargetsUndone, by=None, declared=second) == ("targets_undone", {"stratum": "area"})
    assert {name: dict(each.shares) for name, each in (await targets_of(town.engine)).items()} == {"area": AREAS}
    assert (await town.act(TargetsUndone, by=None, declared=second))[0] == "refused.unknown_targets"
    await town.act(TargetsUndone, by=None, declared=first)
    assert (await targets_of(town.engine), await areas_of(town.engine)) == ({}, ())


async def test_every_area_is_known_that_was_ever_named(town: Town) -> None:
    assert await areas_ever(town.engine) == ()
    await aims(town, {"Nord": 50, "Sud": 50})
    await town.act(TargetsUndone, by=None, declared=await aims(town, {**AREAS}))
    await aims(town, {"Sud": 30, "Est": 70})
    await aims(town, {"16-29": 30, "30-44": 70}, "age")
    assert await areas_ever(town.engine) == ("Nord", "Sud", *AREAS, "Est")


async def test_shares_that_make_no_whole_are_refused(town: Town) -> None:
    refused = await town.act(TargetsDeclared, by=None, stratum="age", shares=AREAS)
    assert (refused, await targets_of(town.engine)) == (("refused.targets", {"fault": "unknown"}), {})


async def test_the_record_worked_again_gives_the_same_rows(
    town: Town,
    scratch: AsyncEngine,  # noqa: F811 - the fixture
) -> None:
    for name in ("ada", "ben", "carl", "dora"):
        await declares(town, name, YOUNG)
    await declares(town, "ben", OLD)
    for end, name in ((StrataTakenBack, "ada"), (ContactWithdrawn, "carl"), (CitizenForgotten, "dora")):
        await town.act(end, citizen=person(name))
    await aims(town, AREAS)
    await town.act(TargetsUndone, by=None, declared=await aims(town, {"Nord": 50, "Sud": 50}))
    assert len(await town.rows(Declaration)) == 1
    assert await differing(town, scratch) == []
