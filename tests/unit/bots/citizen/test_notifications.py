"""/notifications: one tap each, and one tap to end it all."""

import pytest

from events.preferences import NotificationsChosen
from storage.read_models.preferences import preferences_of
from tests.unit.bots.citizen.conftest import ADA, Card, Town


def chosen(card: Card) -> list[str]:
    return [data for data, label in card.buttons.items() if label.startswith("✅")]


async def test_who_never_chose_is_told_once_a_day(town: Town) -> None:
    await town.join()
    [card] = await town.say("/notifications")
    assert ("told once a day" in card.text, chosen(card)) == (True, ["np:daily"])


@pytest.mark.parametrize(("pace", "said"), [("at_once", "told at once"), ("off", "told nothing")])
async def test_one_tap_chooses_and_the_card_shows_it(town: Town, pace: str, said: str) -> None:
    ada = await town.join()
    [card] = await town.say("/notifications")
    await town.tap(f"np:{pace}", card=card)
    assert (said in card.text, chosen(card)) == (True, [f"np:{pace}"])
    assert (await preferences_of(town.engine, ada)).pace == pace


@pytest.mark.parametrize(("typed", "pace"), [("at once", "at_once"), ("daily", "daily"), ("OFF", "off")])
async def test_a_word_behind_the_command_chooses_too(town: Town, typed: str, pace: str) -> None:
    await town.join()
    [card] = await town.say(f"/notifications {typed}")
    assert ([each.pace for each in town.bus.of(NotificationsChosen)], chosen(card)) == ([pace], [f"np:{pace}"])


async def test_the_button_of_a_digest_ends_them_and_leaves_the_digest_to_be_read(town: Town) -> None:
    ada = await town.join()
    town.phone.cards[1] = Card(1, ADA, "News of what you follow", {"nx": "No more of these"})
    [card] = await town.tap("nx")
    assert (card.text.startswith("Noted: no more news"), town.phone.cards[1].text) == (True, "News of what you follow")
    assert (await preferences_of(town.engine, ada)).pace == "off"
    await town.tap("np:daily", card=card)
    assert (await preferences_of(town.engine, ada)).pace == "daily"


@pytest.mark.parametrize("data", ["np:", "np:weekly", "np:off:x:y", "nx:1"])
async def test_forged_choices_are_answered(town: Town, data: str) -> None:
    await town.join()
    [card] = await town.say("/notifications")
    before = len(town.phone.answered())
    await town.tap(data, card=card)
    assert len(town.phone.answered()) == before + 1
    assert {each.pace for each in town.bus.of(NotificationsChosen)} <= {"off"}


async def test_a_stranger_is_asked_for_consent_first(town: Town) -> None:
    [card] = await town.say("/notifications")
    assert "j:en:>go:notifications" in card.buttons
    for data in ("np:off", "nx"):
        await town.tap(data, card=card)
    assert town.bus.of(NotificationsChosen) == []
