"""Personal data in an admitted text reaches nobody but its author and the moderators."""

import pytest

from events.contributions import QuestionAsked
from tests.unit.bots.citizen.conftest import BEN, Town
from tests.unit.bots.citizen.test_results import MAP, draft

PHONE, MASKED = "06 12 34 56 78", "▒▒▒"
QUESTION = f"Who answers at {PHONE} when the canteen is closed?"
OPINION = f"Call me at {PHONE}, the canteen needs more vegetables."


@pytest.fixture
async def told(town: Town) -> Town:
    """A town in which Ben has given a question and an opinion with a phone number in them."""
    await town.given([QUESTION], QuestionAsked)
    await town.given([OPINION])
    await draft(town, "map", MAP)
    await town.join()
    return town


@pytest.mark.parametrize(
    "wish",
    ["/vote", "/questions", "/trace Q-1", "/trace O-1", "/map", f"/ask {QUESTION}", f"/opinion {OPINION}"],
)
async def test_another_reads_a_mask_in_its_place(told: Town, wish: str) -> None:
    [card] = await told.say(wish)
    assert (PHONE in card.text, MASKED in card.text) == (False, True)


@pytest.mark.parametrize("button", ["vs:O-1", "tr:Q-1"])
async def test_a_button_shows_no_more(told: Town, button: str) -> None:
    [card] = await told.tap(button, card=(await told.say("/help"))[0])
    assert (PHONE in card.text, MASKED in card.text) == (False, True)


@pytest.mark.parametrize("wish", ["/mine", "/mine Q-1", "/trace Q-1"])
async def test_the_author_reads_their_own_words(told: Town, wish: str) -> None:
    [card] = await told.say(wish, BEN)
    assert QUESTION in card.text
