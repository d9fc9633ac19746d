"""/privacy: two consents, each given with one tap and withdrawn within two."""

from dataclasses import replace
from datetime import datetime

import pytest

from events.preferences import ContactAllowed, ContactWithdrawn
from storage.read_models.preferences import preferences_of
from tests.unit.bots.citizen.conftest import Card, Town

TEXT = "Why is there meat every day at the canteen?"


async def contact(town: Town) -> datetime | None:
    return (await preferences_of(town.engine, await town.join())).contact_since


async def test_taking_part_is_not_agreeing_to_be_contacted(town: Town) -> None:
    await town.join()
    [card] = await town.say("/privacy")
    assert ("you have not agreed" in card.text, await contact(town)) == (True, None)


async def test_being_contacted_is_allowed_and_withdrawn_with_one_tap_each(town: Town) -> None:
    await town.join()
    await town.say("/privacy")
    [said] = await town.tap("ca")
    assert (said.text.startswith("Thank you!"), list(said.buttons)) == (True, ["go:aboutme", "cw", "go:home"])
    [card] = await town.say("/privacy")
    assert ("you have not agreed" in card.text, "cw" in card.buttons) == (False, True)
    [said] = await town.tap("cw", card=card)
    assert (said.text.startswith("Noted:"), await contact(town)) == (True, None)


async def test_taking_part_is_withdrawn_with_two_taps(town: Town) -> None:
    await town.join()
    [card] = await town.say("/privacy")
    await town.tap("go:forget", card=card)
    await town.tap("fg", card=card)
    assert "we no longer know you" in card.text


async def test_one_is_asked_once_with_the_first_receipt(town: Town) -> None:
    await town.join()
    [first] = await town.say(f"/ask {TEXT}")
    [second] = await town.say("/opinion More vegetables at the canteen, please.")
    assert ["ca" in card.buttons for card in (first, second)] == [True, False]
    [said] = await town.tap("ca", card=first)
    assert ("Q-1" in first.text, said.text.startswith("Thank you!")) == (True, True)
    assert (await contact(town) is None, len(town.bus.of(ContactAllowed))) == (False, 1)


async def test_who_has_agreed_already_is_not_asked(town: Town) -> None:
    await town.join()
    await town.say("/privacy")
    await town.tap("ca")
    [receipt] = await town.say(f"/ask {TEXT}")
    assert "ca" not in receipt.buttons


@pytest.mark.parametrize("data", ["ca", "cw", "ca:1"])
async def test_a_stranger_agrees_to_nothing(town: Town, data: str) -> None:
    [card] = await town.say("/privacy")
    await town.tap(data, card=card)
    assert (town.bus.of(ContactAllowed), town.bus.of(ContactWithdrawn)) == ([], [])


@pytest.mark.parametrize("language", ["fr", "en", "it", "es", "zh", "ar"])
async def test_the_notice_names_who_is_responsible_and_every_right(town: Town, language: str) -> None:
    await town.join(language=language)
    [card] = await town.say("/privacy", language=language)
    assert [word for word in NAMED if word not in card.text] == []
    assert isinstance(card, Card)


NAMED = ("Clermont-Ferrand", "Q-12", "/mydata", "/mine", "/notifications", "/forget")


async def test_whom_to_ask_is_the_town_hall_unless_somebody_is_named(town: Town) -> None:
    [card] = await town.say("/privacy")
    assert "<b>Contact.</b> The town hall of Clermont-Ferrand" in card.text
    town.face = replace(town.face, contact="dpo@clermont-ferrand.example <office 12>")
    town.restarted()
    [card] = await town.say("/privacy")
    assert "<b>Contact.</b> dpo@clermont-ferrand.example &lt;office 12&gt;" in card.text


async def test_a_model_is_named_where_one_is_asked(town: Town) -> None:
    [card] = await town.say("/privacy")
    assert "language model" not in card.text
    town.face = replace(town.face, model="a-model-7b")
    town.restarted()
    [card] = await town.say("/privacy")
    assert "<b>A language model</b> (a-model-7b) may reword" in card.text
