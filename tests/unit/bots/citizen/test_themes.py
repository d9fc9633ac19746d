"""/themes: the open ones as buttons; choosing one makes it current."""

from datetime import timedelta

from events.contributions import QuestionAsked
from events.themes import PhaseMoved, PhasePlanned
from tests.unit.bots.citizen.conftest import MEAT, MEAT_TITLE, NOON, Town

TEXT = "Why is there meat every day at the canteen?"


async def test_drafts_are_not_shown(town: Town) -> None:
    await town.theme("Secret plans", "secret", phase="draft")
    await town.join()
    [card] = await town.say("/themes")
    assert (f"t:{MEAT}" in card.buttons, "t:secret" in card.buttons, "Secret" in card.text) == (True, False, False)
    [card] = await town.say("/themes secret")
    assert "Secret" not in card.text


async def test_a_chosen_theme_is_current_after_a_restart(town: Town) -> None:
    await town.theme("Le vélo", "le-velo")
    await town.join()
    await town.say("/themes")
    [card] = await town.tap("t:le-velo")
    assert "Le vélo" in card.text
    town.restarted()
    await town.say(f"/ask {TEXT}")
    assert [asked.theme for asked in town.bus.of(QuestionAsked)] == ["le-velo"]


async def test_a_theme_is_chosen_on_one_line(town: Town) -> None:
    await town.theme("Le vélo", "le-velo")
    await town.join()
    [card] = await town.say("/themes LE-VELO")
    assert "go:ask:le-velo" in card.buttons


async def test_what_is_closed_is_not_offered(town: Town) -> None:
    await town.decide(PhaseMoved, by=None, theme=MEAT, phase="published")
    await town.join()
    [card] = await town.say(f"/themes {MEAT}")
    assert {data for data in card.buttons if data.startswith("go:")} == {
        f"go:questions:{MEAT}",
        f"go:sessions:{MEAT}",
        f"go:agenda:{MEAT}",
        f"go:summary:{MEAT}",
        f"go:map:{MEAT}",
        "go:themes",
        "go:home",
    }


async def test_a_forged_theme_shows_the_list(town: Town) -> None:
    await town.join()
    [card] = await town.say("/themes")
    for data in ("t:", "t:nowhere", "t:LA-VIANDE'--", "t:\0", "t:" + "é" * 31):
        await town.tap(data, card=card)
    assert MEAT_TITLE in town.phone.cards[card.id].text


async def test_with_many_themes_the_list_still_fits(town: Town) -> None:
    for number in range(60):
        await town.theme(f"{number} " + "&" * 110, f"theme-{number}")
    await town.join()
    [card] = await town.say("/themes")
    assert len(card.buttons) == 21
    [card] = await town.say("/ask")
    assert len(card.buttons) == 21


async def test_until_when_a_theme_is_open_is_shown_where_that_was_announced(town: Town) -> None:
    await town.decide(PhasePlanned, by=None, theme=MEAT, phase="deliberating", at=NOON + timedelta(days=13, hours=5))
    await town.join()
    line = "⏳ Until Saturday 5 December 2026 at 18:00; then: deliberating."
    [card] = await town.say("/themes")
    assert line in card.text
    [card] = await town.say(f"/themes {MEAT}")
    assert line in card.text
    town.now = NOON + timedelta(days=14)
    [card] = await town.say(f"/themes {MEAT}")
    assert "⏳" not in card.text
