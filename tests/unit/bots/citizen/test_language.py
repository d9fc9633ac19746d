"""/language: six of them, before and after the consent."""

import pytest

from bots.citizen.language import NAMES
from bots.wording import wording
from events.citizens import CitizenJoined, LanguageChosen
from tests.unit.bots.citizen.conftest import MEAT, MEAT_TITLE, Town

CODES = ("fr", "en", "it", "es", "zh", "ar")


@pytest.mark.parametrize("code", CODES)
async def test_a_citizen_is_spoken_to_in_the_chosen_language_from_then_on(town: Town, code: str) -> None:
    await town.join(language="fr" if code == "en" else "en")
    await town.say("/language")
    [card] = await town.tap(f"lc:{code}")
    assert (NAMES[code] in card.text, [each.language for each in town.bus.of(LanguageChosen)]) == (True, [code])
    town.restarted()
    [card] = await town.say("/cancel")
    assert card.text == wording(code)("citizen-cancelled")


@pytest.mark.parametrize("code", CODES)
async def test_a_stranger_chooses_on_the_consent_card_and_goes_where_the_poster_leads(town: Town, code: str) -> None:
    await town.say(f"/start theme-{MEAT}")
    [card] = await town.tap(f"ls:theme-{MEAT}")
    before = list(town.bus.told)
    [card] = await town.tap(f"lc:{code}:theme-{MEAT}", card=card)
    assert (wording(code)("citizen-welcome", city="Clermont-Ferrand") in card.text, town.bus.told) == (True, before)
    [card] = await town.tap(f"j:{code}:theme-{MEAT}", card=card)
    assert (MEAT_TITLE in card.text, [each.language for each in town.bus.of(CitizenJoined)]) == (True, [code])


async def test_a_language_is_chosen_on_one_line_by_code_or_name(town: Town) -> None:
    await town.join()
    for words in ("it", "Español", "FR"):
        await town.say(f"/language {words}")
    assert [each.language for each in town.bus.of(LanguageChosen)] == ["it", "es", "fr"]


async def test_an_unknown_language_offers_the_six(town: Town) -> None:
    await town.join()
    [card] = await town.say("/language klingon")
    assert set(card.buttons) == {f"lc:{code}" for code in CODES}
    assert await town.toast("lc:tlh", card=card) != ""
    assert town.bus.of(LanguageChosen) == []


async def test_a_wish_survives_the_choice_of_a_language(town: Town) -> None:
    [card] = await town.say("/mine")
    await town.tap("ls:>go:mine", card=card)
    await town.tap("lc:fr:>go:mine", card=card)
    shown = await town.tap("j:fr:>go:mine", card=card)
    assert wording("fr")("citizen-mine-none") in [card.text for card in shown]
