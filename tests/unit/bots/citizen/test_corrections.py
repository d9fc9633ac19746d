"""The language of one's own contribution: on its card, and corrected with two taps."""

import pytest

from bots.citizen.language import NAMES
from events.contributions import LanguageCorrected
from storage.read_models.contributions import by_reference
from tests.unit.bots.citizen.conftest import BEN, Card, Town

TEXT = "Why is there meat every day at the canteen?"


@pytest.fixture
async def card(town: Town) -> Card:
    """The card of one's own question."""
    await town.join()
    await town.say(f"/ask {TEXT}")
    [card] = await town.say("/mine Q-1")
    return card


async def test_the_card_names_the_language(card: Card) -> None:
    assert card.buttons["ml:Q-1"] == "🌐 Language: English"


@pytest.mark.parametrize(("code", "shown"), [("it", "Italian"), ("ar", "Arabic"), ("other", "another one")])
async def test_two_taps_correct_it(town: Town, card: Card, code: str, shown: str) -> None:
    await town.tap("ml:Q-1", card=card)
    assert [*card.buttons] == [*(f"mk:Q-1:{each}" for each in NAMES), "mk:Q-1:other", "m:Q-1"]
    assert TEXT in card.text
    assert await town.toast(f"mk:Q-1:{code}", card=card) == "Noted, thank you."
    assert card.buttons["ml:Q-1"] == f"🌐 Language: {shown}"
    item = await by_reference(town.engine, "Q-1")
    assert item is not None
    assert (item.language, item.language_source, item.text) == (code, "corrected", TEXT)


async def test_what_was_withdrawn_has_no_language_to_correct(town: Town, card: Card) -> None:
    await town.tap("mw:Q-1", card=card)
    await town.tap("my:Q-1", card=card)
    [again] = await town.say("/mine Q-1")
    assert "ml:Q-1" not in again.buttons
    await town.tap("mk:Q-1:it", card=again)
    assert "is already: withdrawn" in again.text


@pytest.mark.parametrize("data", ["mk:Q-1:it", "ml:Q-1", "mk:Q-1:de", "mk:Q-1", "mk::it", "mk:Q-7:it", "ml:\0"])
async def test_forged_buttons_and_others_change_nothing(town: Town, card: Card, data: str) -> None:
    account = BEN if data in {"mk:Q-1:it", "ml:Q-1"} else 4242
    await town.join(BEN)
    [home] = await town.say("/help", account)
    await town.tap(data, account, card=home)
    assert (town.bus.of(LanguageCorrected), TEXT in home.text) == ([], False)


async def test_a_stranger_corrects_nothing(town: Town, card: Card) -> None:
    [home] = await town.say("/help", 9999)
    await town.tap("mk:Q-1:it", 9999, card=home)
    assert town.bus.of(LanguageCorrected) == []
