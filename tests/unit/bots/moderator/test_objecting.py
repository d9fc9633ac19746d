"""/object: of guarantors alone; public at once, told to the team, taken back by whoever raised it."""

import pytest

from events.news import NewsAddressed
from events.objections import ObjectionRaised
from storage.read_models.objections import objections_of
from tests.unit.bots.moderator.conftest import MAX, MEAT, OLA, TownHall

TEXT = "The agenda was published two days before the session only."


@pytest.fixture
async def hall(hall: TownHall) -> TownHall:
    await hall.join(MAX, "guarantor")
    return hall


async def test_a_guarantor_objects_in_public_and_takes_it_back(hall: TownHall) -> None:
    [asked] = await hall.say(f"/object {MEAT}", MAX)
    assert asked.text.startswith("What is not right about how “La viande” is led?")
    [slip] = await hall.say("too short", MAX)
    assert "15 to 1,000 characters; this has 9" in slip.text
    [said] = await hall.say(TEXT, MAX)
    assert said.text.startswith("⚖️ Your objection about “La viande” is public")
    assert [(each.theme, each.text) for each in await objections_of(hall.engine)] == [(MEAT, TEXT)]
    news = [each for each in hall.bus.news if isinstance(each, NewsAddressed)]
    assert [(each.person, each.wording, each.params) for each in news] == [
        (await hall.person(OLA), "notice-objection", {"theme": "La viande", "text": TEXT})
    ]
    record = await hall.say("/record", MAX)
    assert f"• 2026-11-22, {MEAT}: “{TEXT}”" in record[0].text
    [back] = await hall.tap("Take it back", said, MAX)
    assert (back.text, await objections_of(hall.engine)) == ("↩️ Taken back: it is shown no more.", ())


async def test_one_line_is_enough_and_an_owner_may_not(hall: TownHall) -> None:
    await hall.say(f"/object {MEAT} {TEXT}", MAX)
    [refused] = await hall.say(f"/object {MEAT} {TEXT}", OLA)
    assert refused.text == "Your role does not allow this. Ask an owner: /roles"
    assert [each.text for each in hall.bus.of(ObjectionRaised)] == [TEXT]
