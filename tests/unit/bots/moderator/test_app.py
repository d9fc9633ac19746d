"""The bot towards its feed: what is passed on, what is obeyed, what is told to Telegram."""

import pytest
from telegram.error import BadRequest

from bots.moderator.desk import LANGUAGES
from events.bus import BusAwayError
from tests.unit.bots.moderator.conftest import MEAT, TownHall


async def test_a_bus_that_is_away_is_passed_on_and_the_update_may_come_again(hall: TownHall) -> None:
    update = hall.typed("/newtheme Le pain")
    hall.bus.away = True
    with pytest.raises(ConnectionError, match="the bus is away"):
        await hall.handle(update)
    hall.bus.away = False
    [card] = await hall.handle(update)
    assert "le-pain" in card.text


async def test_telegrams_short_pause_is_obeyed_once(hall: TownHall) -> None:
    hall.phone.faults = [(429, {"parameters": {"retry_after": 0.01}})]
    assert len(await hall.say("/help")) == 1


@pytest.mark.parametrize("fault", [(429, {"parameters": {"retry_after": 60}}), (500, {}), (502, {})])
async def test_telegram_away_is_a_connection_error(hall: TownHall, fault: tuple[int, dict[str, object]]) -> None:
    hall.phone.faults = [fault]
    with pytest.raises(ConnectionError):
        await hall.say("/help")


async def test_who_has_blocked_the_bot_is_left_alone(hall: TownHall) -> None:
    hall.phone.faults = [(403, {"description": "Forbidden: bot was blocked by the user"})]
    assert await hall.say("/help") == []


async def test_a_fault_of_our_own_is_passed_on(hall: TownHall) -> None:
    hall.phone.faults = [(400, {"description": "Bad Request: nonsense"})]
    with pytest.raises(BadRequest):
        await hall.say("/help")


async def test_a_tap_that_waited_too_long_is_no_fault(hall: TownHall) -> None:
    await hall.say("/help")
    card = hall.card_with("Themes")
    hall.phone.faults = [(400, {"description": "Bad Request: message can't be edited"})]
    [shown] = await hall.tap("Themes", card)
    assert shown.id != card.id


async def test_the_person_is_told_that_an_update_waits(hall: TownHall) -> None:
    await hall.bot.apologise(hall.typed("/queue"), BusAwayError("away"))
    assert list(hall.phone.cards.values())[-1].text.startswith("One moment")
    card = hall.card_with("Queue")
    await hall.bot.apologise(hall.tapped("x", card), ValueError("ours"))
    toast = hall.phone.toasts()[-1]
    assert toast is not None
    assert toast.startswith("Sorry")


async def test_what_anybody_may_is_registered_in_every_language(hall: TownHall) -> None:
    await hall.bot.register_menus()
    menus = {
        params.get("language_code"): params["commands"] for name, params in hall.phone.calls if name == "setMyCommands"
    }
    assert {language: [each["command"] for each in menu] for language, menu in menus.items()} == {
        language: ["help", "cancel"] for language in (None, *LANGUAGES)
    }


async def test_every_dialogue_ends_with_another_command(hall: TownHall) -> None:
    for begin in ("/newtheme", f"/newsession {MEAT}"):
        await hall.say(begin)
        await hall.say("/help")
        [card] = await hall.say("Le pain d’été")
        assert card.text.startswith("I did not understand")
