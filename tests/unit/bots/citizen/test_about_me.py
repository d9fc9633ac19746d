"""/aboutme: three taps, each of them free; changed and erased in two."""

import json

import pytest
from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile

from bots.citizen.about_me import mark_of
from bots.playground.entities import plain
from events.strata import StrataDeclared, StrataTakenBack, TargetsDeclared
from storage.strata import Declarations
from tests.unit.bots.citizen.conftest import ADA, Card, Town

AREAS = ("Centre <nord>", "Montferrand")
WHY = "Why? So that we see who is not heard yet. Nobody sees your answers, only counts of 10 people or more."


def answer(stratum: str, value: str, onwards: str = "on") -> str:
    return f"ama:{stratum}:{mark_of(value) if value != '-' else value}:{onwards}"


async def willing(town: Town) -> Card:
    """Have Ada agree to be contacted and drawn; return what she is shown then."""
    await town.join()
    await town.say("/privacy")
    [card] = await town.tap("ca")
    return card


async def said(town: Town) -> dict[str, str]:
    return dict(await Declarations(town.engine, town.face.addresses).said_by(await town.join()))


async def areas(town: Town) -> None:
    await town.decide(TargetsDeclared, by=None, stratum="area", shares=dict.fromkeys(AREAS, 50))


async def test_three_taps_after_the_consent_say_it_all(town: Town) -> None:
    await areas(town)
    card = await willing(town)
    await town.tap("go:aboutme", card=card)
    assert (plain(card.text).startswith("How old are you?"), WHY in card.text) == (True, True)
    assert list(card.buttons.values()) == [
        "under 16",
        "16–29",
        "30–44",
        "45–59",
        "60–74",
        "75 and over",
        "I would rather not say",
    ]
    await town.tap(answer("age", "30-44"), card=card)
    assert list(card.buttons.values()) == [*AREAS, "elsewhere", "I would rather not say"]
    await town.tap(answer("area", AREAS[0]), card=card)
    assert plain(card.text).startswith("In which capacity")
    await town.tap(answer("actor", "city_service"), card=card)
    assert plain(card.text).splitlines()[:5] == [
        "✅ Noted. This is what you have said about yourself:", "",
        "• Age: 30–44", "• Neighbourhood: Centre <nord>", "• In which capacity: city service",
    ]  # fmt: skip
    assert await said(town) == {"age": "30-44", "area": AREAS[0], "actor": "city_service"}
    assert "30-44" not in "".join(act.model_dump_json() for act in town.bus.of(StrataDeclared))


async def test_nobody_has_to_answer_anything(town: Town) -> None:
    await willing(town)
    [card] = await town.say("/aboutme")
    await town.tap(answer("age", "-"), card=card)
    assert plain(card.text).startswith("In which capacity")  # the city has named no neighbourhoods
    await town.tap(answer("actor", "-"), card=card)
    assert ("• Age: not said" in card.text, await said(town), town.bus.of(StrataDeclared)) == (True, {}, [])


async def test_an_answer_is_changed_and_all_are_erased_with_two_taps_each(town: Town) -> None:
    await willing(town)
    [card] = await town.say("/aboutme")
    await town.tap(answer("age", "30-44"), card=card)
    await town.tap(answer("actor", "farmer"), card=card)
    await town.tap("amq:age", card=card)
    await town.tap(answer("age", "45-59", ""), card=card)
    assert ("• Age: 45–59" in card.text, await said(town)) == (True, {"age": "45-59", "actor": "farmer"})
    [card] = await town.say("/privacy")
    await town.tap("go:aboutme", card=card)
    await town.tap("amx", card=card)
    assert (card.text.startswith("Done:"), await said(town)) == (True, {})


async def test_the_last_answer_taken_back_leaves_nothing(town: Town) -> None:
    await willing(town)
    [card] = await town.say("/aboutme")
    await town.tap(answer("age", "30-44", ""), card=card)
    await town.tap("amq:age", card=card)
    await town.tap(answer("age", "-", ""), card=card)
    assert (len(town.bus.of(StrataTakenBack)), await said(town)) == (1, {})


async def test_the_end_of_the_consent_erases_it(town: Town) -> None:
    await willing(town)
    [card] = await town.say("/aboutme")
    await town.tap(answer("age", "30-44"), card=card)
    [told] = await town.say("/privacy")
    [told] = await town.tap("cw", card=told)
    assert ("is erased" in told.text, await said(town)) == (True, {})
    [card] = await town.say("/aboutme")
    assert (list(card.buttons), "agree first" in card.text) == (["ca", "go:home"], True)


async def test_a_stranger_is_asked_for_consent_first(town: Town) -> None:
    [card] = await town.say("/aboutme")
    assert any(data.startswith("j:") for data in card.buttons)
    await town.tap(answer("age", "30-44"), card=card)
    assert town.bus.of(StrataDeclared) == []


@pytest.mark.parametrize("data", ["amq:shoes", "ama:shoes:1:", "amq:", "ama", "amx:1"])
async def test_what_is_made_up_changes_nothing(town: Town, data: str) -> None:
    card = await willing(town)
    await town.tap(data, card=card)
    assert town.bus.of(StrataDeclared) == []


async def test_an_area_that_the_city_names_no_more_is_asked_for_again(town: Town) -> None:
    await areas(town)
    card = await willing(town)
    await town.tap(answer("area", "Nowhere"), card=card)
    assert (plain(card.text).startswith("Where do you live?"), town.bus.of(StrataDeclared)) == (True, [])


async def test_mydata_holds_it_in_clear(town: Town) -> None:
    await willing(town)
    [card] = await town.say("/aboutme")
    await town.tap(answer("age", "30-44"), card=card)
    await town.say("/mydata")
    [*_, sent] = [each for each in town.phone.requests if isinstance(each, SendDocument)]
    assert isinstance(sent.document, BufferedInputFile)
    [told] = json.loads(sent.document.data)["about_me"]
    assert told["age"] == "30-44"


@pytest.mark.parametrize("command", ["/aboutme", "/a_mon_sujet", "/su_di_me", "/sobre_mi", "/关于我", "/عني"])
async def test_the_command_has_a_name_in_each_language(town: Town, command: str) -> None:
    await willing(town)
    [card] = await town.say(command, ADA)
    assert plain(card.text).startswith("How old are you?")
